import { hasChromium, startWorkbench } from "./browser";
import type { Workbench } from "./browser";

/**
 * Before the first browser test: builds where that is needed, and serves the workbench to all of them. Where WORKBENCH names one
 * that is served already (scripts/testRelease.mjs), the tests go there.
 */
export default async function beginAll(): Promise<void> {
  if (!hasChromium() || process.env["WORKBENCH"] !== undefined) return;
  const workbench: Workbench = await startWorkbench();
  process.env["WORKBENCH"] = workbench.address;
  Object.assign(globalThis, { workbench });
}
