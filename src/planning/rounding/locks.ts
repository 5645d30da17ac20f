import type { CellAddress } from "../../workbook/address";
import { formatA1 } from "../../workbook/address";
import type { WriteSetting } from "../../workbook/edit";
import { keptJson } from "../../workbook/keptJson";
import type { LockText } from "../../workbook/lockedCells";
import type { WorkbookSnapshot } from "../../workbook/snapshot";

/** Under which the workbook keeps what 舍位平衡 must not touch. */
const LOCKS_KEY = "roundingLocks";

/** What the user has locked against 舍位平衡 in this workbook, in the order of locking. */
export function keptLocks({ settings = {} }: WorkbookSnapshot): readonly LockText[] {
  const kept = keptJson(settings[LOCKS_KEY]);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
}

/** Keeps these locks with the workbook, in place of the earlier ones. */
export function planLocks(locks: readonly LockText[]): WriteSetting {
  const value = locks.length > 0 ? JSON.stringify(locks) : null;
  return { kind: "writeSetting", key: LOCKS_KEY, value };
}

/** One cell as a lock: 表3!C5. */
export function lockOf({ sheet, row, column }: CellAddress): LockText {
  return `${sheet}!${formatA1(row, column)}`;
}
