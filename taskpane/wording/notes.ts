import type { Words } from "./words";

/** Words of the place 说明. */
export interface NotesWords {
  readonly loading: string;
  readonly textTitle: string;
  readonly textHint: string;
  readonly textLabel: string;
  readonly openText: string;
  readonly checkText: string;
  readonly draft: string;
  readonly saveDocument: string;
  readonly documentTitle: string;
  readonly documentFile: string;
  readonly wholeText: string;
  readonly nothing: string;
  readonly yearsTitle: string;
  readonly yearsHint: string;
  readonly openLast: string;
  readonly last: (name: string) => string;
  readonly compare: string;
  readonly putSheet: string;
  readonly put: (sheet: string) => string;
  readonly changes: (all: number, open: number) => string;
  readonly reason: (change: string) => string;
  readonly takeLast: (reason: string) => string;
  readonly keepReasons: string;
  readonly kept: (count: number) => string;
  readonly unitsTitle: string;
  readonly unitsHint: string;
  readonly openUnits: string;
  readonly makeDepartment: string;
  readonly madeDepartment: (units: number, tables: number) => string;
  readonly departmentFile: string;
  readonly completeTitle: string;
  readonly completeHint: string;
  readonly complete: string;
  readonly more: (count: number) => string;
}

export const NOTES_WORDS: Words<NotesWords> = {
  "zh-CN": {
    loading: "正在打开…",
    textTitle: "说明核对",
    textHint: "把预算说明贴在下面，或者打开文件，核对其中每个数与表格、与上年、与上下文是否相符。",
    textLabel: "预算说明",
    openText: "打开说明",
    checkText: "核对",
    draft: "由表格生成说明",
    saveDocument: "存为 Word 文档",
    documentTitle: "部门预算安排情况说明",
    documentFile: "预算说明.docx",
    wholeText: "全文，读出的数已标出",
    nothing: "没有发现问题。",
    yearsTitle: "上年对比",
    yearsHint: "打开上年的预算或决算，逐项比较增减，列出须写原因的。说明核对和生成说明也用这份上年的表。",
    openLast: "打开上年工作簿",
    last: (name) => `上年：${name}`,
    compare: "对比",
    putSheet: "加入对比表",
    put: (sheet) => `对比表在工作表“${sheet}”，原因写在“原因”一栏。`,
    changes: (all, open) => `共比较 ${all} 项，其中 ${open} 项还须写明原因。`,
    reason: (change) => `原因：${change}`,
    takeLast: (reason) => `沿用上年的：${reason}`,
    keepReasons: "保存原因",
    kept: (count) => `记下了 ${count} 条原因，随工作簿保存。`,
    unitsTitle: "单位汇总",
    unitsHint: "选择各单位的预算工作簿（可以多选），核对本部门的每个数是否等于各单位之和。",
    openUnits: "选择单位工作簿",
    makeDepartment: "由单位的表生成部门的表",
    madeDepartment: (units, tables) => `由 ${units} 个单位的表生成了 ${tables} 张表，请在浏览器里保存。`,
    departmentFile: "部门汇总.xlsx",
    completeTitle: "公开检查",
    completeHint: "列出要公开的表、细化程度、空表说明、“三公”分项和说明的各部分，逐项检查是否齐全。",
    complete: "检查",
    more: (count) => `还有 ${count} 条没有列出，请先处理上面的。`,
  },
  "en-US": {
    loading: "Opening…",
    textTitle: "Text against tables",
    textHint:
      "Paste the explanation below, or open a file: each figure is compared with the tables, with last year and with the rest of the text.",
    textLabel: "Explanation of the budget",
    openText: "Open a text",
    checkText: "Compare",
    draft: "Write it from the tables",
    saveDocument: "Save as a Word document",
    documentTitle: "Explanation of the department budget",
    documentFile: "explanation.docx",
    wholeText: "Whole text with the figures that were read",
    nothing: "Nothing was found.",
    yearsTitle: "Last year",
    yearsHint:
      "Open last year's budget or accounts: changes are listed by item, with those that need a reason. The text is compared with it, too.",
    openLast: "Open last year's workbook",
    last: (name) => `Last year: ${name}`,
    compare: "Compare",
    putSheet: "Add the sheet of changes",
    put: (sheet) => `The changes stand on “${sheet}”; write the reasons into its column for them.`,
    changes: (all, open) => `${all} items compared, ${open} still need a reason.`,
    reason: (change) => `Reason: ${change}`,
    takeLast: (reason) => `Take last year's: ${reason}`,
    keepReasons: "Keep the reasons",
    kept: (count) => `${count} reasons kept with the workbook.`,
    unitsTitle: "Units",
    unitsHint: "Choose the workbooks of the units: each figure of the department must be their sum.",
    openUnits: "Choose workbooks of units",
    makeDepartment: "Make the department's tables of them",
    madeDepartment: (units, tables) =>
      `${tables} tables made of those of ${units} units; please save the file in the browser.`,
    departmentFile: "department.xlsx",
    completeTitle: "Completeness",
    completeHint:
      "Tables, details, notes on empty tables, public expenses and parts of the text that have to be published.",
    complete: "Check",
    more: (count) => `${count} more are not listed; please settle those above first.`,
  },
};
