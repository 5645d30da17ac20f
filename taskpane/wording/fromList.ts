import type { Words } from "./words";

/** Words of 从清单生成. */
export interface FromListWords {
  readonly title: string;
  readonly hint: string;
  readonly open: string;
  readonly list: (name: string, rows: number) => string;
  readonly unit: string;
  readonly links: string;
  readonly columns: (sheet: string) => string;
  readonly columnsHint: string;
  readonly column: (letters: string, heading: string) => string;
  readonly tables: string;
  readonly table: (label: string, rows: number, total: string, unit: string) => string;
  readonly incomplete: string;
  readonly notes: string;
  readonly make: (tables: number) => string;
  readonly made: (tables: number) => string;
  readonly behind: string;
  readonly behindHint: string;
  readonly noFigure: (cell: string) => string;
  readonly since: string;
}

export const FROM_LIST_WORDS: Words<FromListWords> = {
  "zh-CN": {
    title: "从清单生成",
    hint: "打开一体化平台导出的项目清单，看各栏的对应是否正确，再按清单汇总生成各表。",
    open: "打开清单",
    list: (name, rows) => `清单“${name}”，${rows} 行`,
    unit: "表的金额单位",
    links: "金额用公式（另加一张“清单明细”，改明细各表随之变动）",
    columns: (sheet) => `各栏的对应（${sheet}）`,
    columnsHint: "改过的对应会记住，下次打开同样表头的清单照用。",
    column: (letters, heading) => `${letters} ${heading}`,
    tables: "可以生成的表",
    table: (label, rows, total, unit) => `${label}：清单 ${rows} 行，合计 ${total} ${unit}`,
    incomplete: "（有行没能列入）",
    notes: "需要说明的事项",
    make: (tables) => `生成 ${tables} 张表`,
    made: (tables) => `已生成 ${tables} 张表，合计与清单相同。`,
    behind: "看所选金额的来源",
    behindHint: "生成后选中表里的一个金额，列出它由清单的哪些行相加。",
    noFigure: (cell) => `${cell} 不是由清单汇总的金额，请选一个不是合计的金额。`,
    since: "与上次的清单比较",
  },
  "en-US": {
    title: "Tables from a list",
    hint: "Open a list of projects as the budget platform exports it, see whether its columns are understood, and have the tables made by its sums.",
    open: "Open a list",
    list: (name, rows) => `List “${name}”, ${rows} rows`,
    unit: "Unit of the tables",
    links: "Amounts as formulas (with a sheet 清单明细 of the rows; tables follow what is changed there)",
    columns: (sheet) => `What its columns mean (${sheet})`,
    columnsHint: "What you change is remembered for lists with the same headings.",
    column: (letters, heading) => `${letters} ${heading}`,
    tables: "Tables that can be made",
    table: (label, rows, total, unit) => `${label}: ${rows} rows of the list, total ${total} ${unit}`,
    incomplete: " (some rows could not be placed)",
    notes: "What you should know",
    make: (tables) => (tables === 1 ? "Make 1 table" : `Make ${tables} tables`),
    made: (tables) => `Made ${tables} tables; their totals are those of the list.`,
    behind: "Where the selected amount comes from",
    behindHint: "Afterwards select an amount of a table to see which rows of the list it adds up.",
    noFigure: (cell) => `${cell} is no sum of the list; select an amount that is not a total.`,
    since: "Compare with an earlier list",
  },
};
