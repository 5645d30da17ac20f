import type { Cell, SheetSnapshot } from "../../src/workbook/snapshot";
import { nationalWorkbook } from "./nationalWorkbook";
import { makeOtherSheet } from "./otherSheets";
import { seedWorkbook } from "./seedWorkbook";
import { sheetOf } from "./sheet";

const SHEETS = 60;
/** Rows of a long list, such as the vouchers of a year. */
const MANY_ROWS = 2000;

/** 60 sheets of budget tables alone, the 14 again and again under other names. */
export function sixtyBudgetSheets(): SheetSnapshot[] {
  return sixtyOf(seedWorkbook().sheets);
}

/**
 * 60 sheets as they lie together in an office's workbook: tables of both sets, lists that are none, long lists, budget
 * tables with long bodies and blank sheets.
 */
export function sixtyMixedSheets(): SheetSnapshot[] {
  const budget = seedWorkbook().sheets;
  const national = nationalWorkbook().sheets;
  const long = [longList(), longBudgetTable(budget[2] as SheetSnapshot)];
  return sixtyOf(
    Array.from({ length: SHEETS }, (_, index): SheetSnapshot => {
      const pick = (sheets: readonly SheetSnapshot[]) => sheets[index % sheets.length] as SheetSnapshot;
      if (index % 10 === 9) return long[index % 20 === 9 ? 0 : 1] as SheetSnapshot;
      return [
        () => pick(budget),
        () => pick(budget),
        () => pick(national),
        () => makeOtherSheet(index),
        () => sheetOf("空", []),
      ][index % 5]?.() as SheetSnapshot;
    }),
  );
}

function sixtyOf(sheets: readonly SheetSnapshot[]): SheetSnapshot[] {
  return Array.from({ length: SHEETS }, (_, index) => ({
    ...(sheets[index % sheets.length] as SheetSnapshot),
    name: `表${index + 1}`,
  }));
}

function longList(): SheetSnapshot {
  const rows = Array.from({ length: MANY_ROWS }, (_, row) => [
    row + 1,
    `记账凭证${row % 97}`,
    "某某局",
    row * 1.25,
    row * 7.5,
    "办公费",
    row % 2 === 0 ? "报销" : "",
  ]);
  return sheetOf("凭证", [["序号", "凭证号", "单位", "借方", "贷方", "科目", "摘要"], ...rows]);
}

/** The table with 2,000 further rows of codes below its own. */
function longBudgetTable(sheet: SheetSnapshot): SheetSnapshot {
  const text = (value: string): Cell => ({ value, numberFormat: "@" });
  const number = (value: number): Cell => ({ value, numberFormat: "0.00" });
  const rows = new Map(sheet.rows);
  const below = Math.max(...rows.keys()) + 1;
  for (let row = 0; row < MANY_ROWS; row++) {
    const cells = [
      text(String(2010301 + row)),
      text(`某项支出${row}`),
      number(row),
      number(row - 1),
      number(1),
    ];
    rows.set(below + row, new Map(cells.entries()));
  }
  return { ...sheet, rows };
}
