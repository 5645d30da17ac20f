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
  },
  "en-US": {
    foundTitle: "Budget tables in this workbook",
    notYet: "After a check, the tables found and the sheets not recognised are listed here.",
    check: "Check",
    found: (count) => (count === 1 ? "1 table found" : `${count} tables found`),
    none: "No budget table was found. Each table needs its title and its column headings in its first rows.",
    unplaced: (count) => (count === 1 ? "1 sheet not recognised" : `${count} sheets not recognised`),
    sheetAndRows: (sheet, rows) => `sheet “${sheet}”, ${rows} rows`,
  },
};
