import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";

/** What a user may do to one cell: figures mostly, and now and then something that changes what a table is. */
const ACTS: readonly ((cell: Cell | undefined, choose: Chooser) => Cell | undefined)[] = [
  (cell, choose) => number(cell, choose.below(1_000_000) / 100),
  (cell) => (typeof cell?.value === "number" ? number(cell, cell.value + 0.01) : cell),
  (cell) => (typeof cell?.value === "number" ? number(cell, -cell.value) : cell),
  (cell) => number(cell, 0),
  () => undefined,
  (cell, choose) => ({ value: `${choose.below(9999)}.5`, numberFormat: cell?.numberFormat ?? "@" }),
  (cell) => ({ value: { error: "#REF!" }, numberFormat: cell?.numberFormat ?? "General" }),
  (cell) => ({ value: "待定", numberFormat: cell?.numberFormat ?? "General" }),
  (cell) => cell && { ...cell, numberFormat: cell.numberFormat === "0" ? "#,##0.00" : "0" },
  (cell) => cell && { ...cell, formula: "=A1*1" },
  (cell) => (typeof cell?.value === "string" ? { ...cell, value: `${cell.value}x` } : cell),
  (cell) => (typeof cell?.value === "string" ? { ...cell, value: "2010301" } : cell),
];

function number(cell: Cell | undefined, value: number): Cell {
  return { numberFormat: "#,##0.00", ...cell, value };
}

/** The workbook after one such edit, as objects of its own throughout, as a fresh reading gives it. */
export function randomCellEdit(workbook: WorkbookSnapshot, choose: Chooser): WorkbookSnapshot {
  const at = choose.below(workbook.sheets.length);
  const sheets = workbook.sheets.map((sheet, index) => {
    const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
    if (index !== at || rows.size === 0) return { ...sheet, rows: readAgain(rows) };
    const [row, cells] = choose.pick([...rows]);
    const column = choose.chance(0.8) ? choose.pick([...cells.keys()]) : choose.below(8);
    const acts = choose.chance(0.7) ? ACTS.slice(0, 4) : ACTS;
    const changed = choose.pick(acts)(cells.get(column), choose);
    if (changed) cells.set(column, changed);
    else cells.delete(column);
    if (cells.size === 0) rows.delete(row);
    else rows.set(row, new Map([...cells].sort(([a], [b]) => a - b)));
    return { ...sheet, rows: readAgain(rows) };
  });
  return { ...workbook, sheets };
}

function readAgain(rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>) {
  return new Map(
    [...rows].map(([row, cells]) => [
      row,
      new Map([...cells].map(([column, cell]) => [column, { ...cell }] as const)),
    ]),
  );
}
