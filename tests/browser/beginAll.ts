import { hasChromium, startWorkbench } from "./browser";
import type { Workbench } from "./browser";

/** Before the first browser test: builds where that is needed, and serves the workbench to all of them. */
export default async function beginAll(): Promise<void> {
  if (!hasChromium()) return;
  const workbench: Workbench = await startWorkbench();
  process.env["WORKBENCH"] = workbench.address;
  Object.assign(globalThis, { workbench });
}
