import type { Workbench } from "./browser";

/** After the last browser test. */
export default async function endAll(): Promise<void> {
  await (globalThis as { workbench?: Workbench }).workbench?.stop();
}
