import { isErrorValue } from "./snapshot";
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/**
 * A picture made of the objects of an earlier one wherever nothing has changed: cells, rows and sheets that are alike
 * are the same objects. What is worked out of a sheet, a table or a relation is kept by these objects, so that a check
 * after an edit works out anew only what the edit has touched, and comes to the same as a check from the beginning.
 */
export function carryOver(before: WorkbookSnapshot, now: WorkbookSnapshot): WorkbookSnapshot {
  const known = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    ...now,
    sheets: now.sheets.map((sheet) => {
      const own = known.get(sheet.name);
      return own ? carrySheet(own, sheet) : sheet;
    }),
  };
}

function carrySheet(before: SheetSnapshot, now: SheetSnapshot): SheetSnapshot {
  if (before === now) return before;
  const rows = carryRows(before.rows, now.rows);
  const isSame =
    rows === before.rows &&
    before.isProtected === now.isProtected &&
    before.isHidden === now.isHidden &&
    before.unreadable?.usedRange === now.unreadable?.usedRange &&
    before.unreadable?.reason === now.unreadable?.reason &&
    before.marks.length === now.marks.length &&
    before.marks.every(
      ({ id, kind }, index) => now.marks[index]?.id === id && now.marks[index].kind === kind,
    );
  return isSame ? before : { ...now, rows };
}

function carryRows(before: SheetSnapshot["rows"], now: SheetSnapshot["rows"]): SheetSnapshot["rows"] {
  return carryMap(before, now, (old, cells) => carryMap(old, cells, carryCell));
}

/** The map of before where it has the same keys in the same order and every value is kept; else one with what is kept. */
function carryMap<T extends object>(
  before: ReadonlyMap<number, T>,
  now: ReadonlyMap<number, T>,
  carry: (before: T, now: T) => T,
): ReadonlyMap<number, T> {
  if (before === now) return before;
  let isSame = before.size === now.size;
  const keys = before.keys();
  const carried = new Map<number, T>();
  for (const [key, value] of now) {
    const old = before.get(key);
    const kept = old ? carry(old, value) : value;
    carried.set(key, kept);
    if (kept !== old || keys.next().value !== key) isSame = false;
  }
  return isSame ? before : carried;
}

function carryCell(before: Cell, now: Cell): Cell {
  const isSame =
    before.formula === now.formula &&
    before.numberFormat === now.numberFormat &&
    isSameValue(before.value, now.value);
  return isSame ? before : now;
}

function isSameValue(a: CellValue, b: CellValue): boolean {
  return isErrorValue(a) && isErrorValue(b) ? a.error === b.error : Object.is(a, b);
}
