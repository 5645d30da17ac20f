import type { Words } from "./words";

/** Words of the place 表格. */
export interface TablesWords {
  readonly foundTitle: string;
  readonly notYet: string;
  readonly check: string;
  readonly found: (count: number) => string;
  readonly none: string;
  readonly unplaced: (count: number) => string;
  readonly sheetAndRows: (sheet: string, rows: number) => string;
  /** How far a table is: not begun, begun, with so many errors, all filled in and without an error. */
  readonly states: {
    readonly empty: string;
    readonly begun: string;
    readonly wrong: (errors: number) => string;
    readonly agrees: string;
  };
  /** Opens the list of rows that hold no figure. */
  readonly blanks: (count: number) => string;
  readonly moreBlanks: (count: number) => string;
}

export const TABLES_WORDS: Words<TablesWords> = {
  "zh-CN": {
    foundTitle: "本工作簿的预算表",
    notYet: "校验一次，这里就列出找到的表和没有认出的工作表。",
    check: "校验",
    found: (count) => `找到 ${count} 张表`,
    none: "没有找到部门预算表。请确认每张表的前几行有表名和栏目名。",
    unplaced: (count) => `${count} 张工作表未识别`,
    sheetAndRows: (sheet, rows) => `工作表“${sheet}”，${rows} 行`,
    states: { empty: "未填", begun: "填了一半", wrong: (errors) => `${errors} 处差错`, agrees: "相符" },
    blanks: (count) => `${count} 行应填未填`,
    moreBlanks: (count) => `…另 ${count} 行`,
  },
  "en-US": {
    foundTitle: "Budget tables in this workbook",
    notYet: "After a check, the tables found and the sheets not recognised are listed here.",
    check: "Check",
    found: (count) => (count === 1 ? "1 table found" : `${count} tables found`),
    none: "No budget table was found. Each table needs its title and its column headings in its first rows.",
    unplaced: (count) => (count === 1 ? "1 sheet not recognised" : `${count} sheets not recognised`),
    sheetAndRows: (sheet, rows) => `sheet “${sheet}”, ${rows} ${rows === 1 ? "row" : "rows"}`,
    states: {
      empty: "not begun",
      begun: "half filled in",
      wrong: (errors) => (errors === 1 ? "1 error" : `${errors} errors`),
      agrees: "agrees",
    },
    blanks: (count) => (count === 1 ? "1 row without a figure" : `${count} rows without a figure`),
    moreBlanks: (count) => `… ${count} more`,
  },
};
