import type { Words } from "./words";

/** Words of the section 插入标准表. */
export interface InsertWords {
  readonly title: string;
  readonly hint: string;
  readonly open: string;
  readonly set: string;
  readonly department: string;
  readonly year: string;
  readonly unit: string;
  readonly list: string;
  readonly listHint: string;
  readonly codes: string;
  readonly codesHint: string;
  readonly blankRows: string;
  readonly withRows: (units: number, codes: number, projects: number) => string;
  readonly tables: string;
  readonly all: string;
  readonly none: string;
  readonly there: (sheets: string) => string;
  readonly how: (table: string) => string;
  /** What is to become of all tables that are chosen and there already. */
  readonly howAll: (count: number) => string;
  readonly each: string;
  readonly keep: string;
  readonly copy: string;
  readonly fill: string;
  readonly asks: string;
  readonly linked: (tables: string) => string;
  readonly linkedLabel: (table: string) => string;
  readonly heading: string;
  readonly headingOf: (table: string) => string;
  readonly insert: (count: number) => string;
  readonly inserted: (made: number, filled: number) => string;
  readonly undo: string;
  readonly undone: string;
}

export const INSERT_WORDS: Words<InsertWords> = {
  "zh-CN": {
    title: "插入标准表",
    hint: "表头、合计公式、表间取数、打印设置齐全。已有的表不会被改写。",
    open: "选择要插入的表",
    set: "表式",
    department: "部门名称",
    year: "预算年度",
    unit: "金额单位",
    list: "单位和项目（每行一个编码和名称）",
    listHint: "如“156001 某某局”；其下“2010399 电子政务经费”为该单位的项目",
    codes: "功能科目编码",
    codesHint: "逗号分隔，上级科目自动补齐",
    blankRows: "每处留空行",
    withRows: (units, codes, projects) =>
      `带入本工作簿已有的单位（${units}）、科目（${codes}）、项目（${projects}）`,
    tables: "表格",
    all: "全选",
    none: "全不选",
    there: (sheets) => `已在工作表“${sheets}”`,
    how: (table) => `${table}已有，如何处理`,
    howAll: (count) => `已有的 ${count} 张表一律`,
    each: "逐张选定",
    keep: "保留，不插入",
    copy: "另建副本",
    fill: "补齐缺少的公式",
    asks: "下列选中的表，工作簿里已经有了。可以一律保留、另建副本，或只补齐空着的合计和取数公式，也可以逐张选定。",
    linked: (tables) => `取数：${tables}`,
    linkedLabel: (table) => `${table}从其他表取数`,
    heading: "表头",
    headingOf: (table) => `${table}的表头`,
    insert: (count) => (count === 0 ? "插入" : `插入 ${count} 张表`),
    inserted: (made, filled) =>
      [made > 0 ? `已插入 ${made} 张表` : "", filled > 0 ? `已补齐 ${filled} 个公式` : ""]
        .filter((part) => part !== "")
        .join("，") || "没有要补的公式",
    undo: "撤销插入",
    undone: "已撤销插入。",
  },
  "en-US": {
    title: "Insert standard tables",
    hint: "With headings, sums, links between tables and print settings. Tables already there are never overwritten.",
    open: "Choose tables",
    set: "Set of tables",
    department: "Department",
    year: "Budget year",
    unit: "Unit of amounts",
    list: "Units and projects (a code and a name in each line)",
    listHint: "“156001 Office”; below it “2010399 Project” is a project of that unit",
    codes: "Functional codes",
    codesHint: "With commas between them; the codes above are added",
    blankRows: "Blank rows in each place",
    withRows: (units, codes, projects) =>
      `Take over units (${units}), codes (${codes}) and projects (${projects}) of this workbook`,
    tables: "Tables",
    all: "All",
    none: "None",
    there: (sheets) => `on the sheet “${sheets}” already`,
    how: (table) => `${table} is there already; what now`,
    howAll: (count) => `All ${count} tables already there`,
    each: "Choose for each",
    keep: "Keep it, insert none",
    copy: "Make a copy beside it",
    fill: "Fill in missing formulas",
    asks: "The workbook has these tables already. Say for all, or for each, whether to keep it, make a copy, or only fill in blank sums and links.",
    linked: (tables) => `Linked to ${tables}`,
    linkedLabel: (table) => `${table} takes figures from other tables`,
    heading: "Heading",
    headingOf: (table) => `Heading of ${table}`,
    insert: (count) => (count === 0 ? "Insert" : count === 1 ? "Insert 1 table" : `Insert ${count} tables`),
    inserted: (made, filled) =>
      [made > 0 ? `${made} tables inserted` : "", filled > 0 ? `${filled} formulas filled in` : ""]
        .filter((part) => part !== "")
        .join(", ") || "No formulas are missing",
    undo: "Undo the insertion",
    undone: "The insertion was undone.",
  },
};
