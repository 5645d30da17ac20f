import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";

/** A cell of a test sheet: a bare value, or one with its number format or formula. */
export type TestCell = CellValue | undefined | Cell;

/** A sheet from rows of values; undefined and "" stay blank. */
export function sheetOf(name: string, rows: readonly (readonly TestCell[])[]): SheetSnapshot {
  const filled = rows.flatMap((cells, row) => {
    const columns = cells.flatMap((value, column): [number, Cell][] =>
      value === undefined || value === "" ? [] : [[column, asCell(value)]],
    );
    return columns.length > 0 ? [[row, new Map(columns)] as const] : [];
  });
  return { name, rows: new Map(filled), marks: [], isProtected: false, isHidden: false };
}

function asCell(value: Exclude<TestCell, undefined>): Cell {
  if (typeof value === "object" && "numberFormat" in value) return value;
  return { value, numberFormat: typeof value === "number" ? "#,##0.00" : "General" };
}

export function workbookOf(...sheets: SheetSnapshot[]): WorkbookSnapshot {
  return { name: "测试.xlsx", sheets };
}

/** A small 表6 on its own: 201 → 20103 → two 项, all figures in agreement. */
export const SMALL_T06: readonly (readonly TestCell[])[] = [
  ["一般公共预算支出预算表（按功能分类科目）"],
  ["部门名称：某局", "", "", "", "", "", "单位：万元"],
  ["功能分类科目", "", "一般公共预算支出"],
  ["科目编码", "科目名称", "总计", "基本支出", "项目支出"],
  ["", "", "", "", "小计", "部门项目支出", "财政专项资金(本级支出)"],
  ["1", "2", "3", "4", "5", "6", "7"],
  ["", "合计", 1890.17, 725.78, 1164.39, 1164.39, 0],
  ["201", "一般公共服务支出", 1890.17, 725.78, 1164.39, 1164.39, 0],
  ["20103", "政府办公厅（室）及相关机构事务", 1890.17, 725.78, 1164.39, 1164.39, 0],
  ["2010301", "行政运行", 725.78, 725.78, 0, 0, 0],
  ["2010399", "其他政府办公厅（室）及相关机构事务支出", 1164.39, 0, 1164.39, 1164.39, 0],
];

/** SMALL_T06 with some cells replaced, by row and column counted from 0. */
export function smallT06(changes: Readonly<Record<string, TestCell>> = {}): TestCell[][] {
  return SMALL_T06.map((cells, row) =>
    Array.from({ length: 7 }, (_, column) => {
      const key = `${row},${column}`;
      return key in changes ? changes[key] : cells[column];
    }),
  );
}
