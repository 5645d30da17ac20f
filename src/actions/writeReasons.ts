import type { WorkbookPort } from "../workbook/port";
import { planReasons } from "../years/reasons";
import type { Reasons } from "../years/reasons";
import { applyWhole } from "./wholeEdits";

/**
 * 保存原因: keeps the reasons of changes with the workbook, by the keys of the changes, and writes them into its sheet of changes
 * where there is one. All or none; one step of 撤销. An empty reason takes one away. Throws what the port throws.
 */
export async function writeReasons(port: WorkbookPort, given: Reasons): Promise<void> {
  if (given.size === 0) return;
  const before = await port.read();
  const label = { key: "journal.reasons", args: { count: String(given.size) } };
  await applyWhole(port, before, planReasons(before, given), { label });
}
