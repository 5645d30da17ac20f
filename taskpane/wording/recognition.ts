import type { Words } from "./words";

/** Words of the part of 表格 that says what was understood of each sheet. */
export interface RecognitionWords {
  readonly title: string;
  readonly hint: string;
  readonly look: string;
  readonly lookAgain: string;
  readonly noTable: string;
  readonly unsure: string;
  readonly corrected: string;
  readonly table: string;
  readonly noneHere: string;
  readonly notPlaced: string;
  readonly headerRows: string;
  readonly firstHeaderRow: string;
  readonly lastHeaderRow: string;
  readonly columns: string;
  readonly noColumn: string;
  readonly column: (letters: string, heading: string) => string;
  readonly rows: string;
  readonly noKind: string;
  readonly rowLabel: (row: number, text: string) => string;
  readonly withdraw: string;
}

export const RECOGNITION_WORDS: Words<RecognitionWords> = {
  "zh-CN": {
    title: "识别情况与更正",
    hint: "这里列出每张工作表认作哪张表、各栏认作什么、依据是什么。认错了可以更正；更正保存在本工作簿里，下次校验起生效，表头相同的工作表也照此识别。",
    look: "查看识别情况",
    lookAgain: "重新识别",
    noTable: "未认作预算表",
    unsure: "没有把握，请核对",
    corrected: "已更正",
    table: "认作",
    noneHere: "这里没有预算表",
    notPlaced: "（未识别）",
    headerRows: "表头",
    firstHeaderRow: "表头第一行",
    lastHeaderRow: "表头最后一行",
    columns: "各栏",
    noColumn: "没有这一栏",
    column: (letters, heading) => (heading === "" ? `${letters} 列` : `${letters} 列 ${heading}`),
    rows: "各行",
    noKind: "不是表中的行",
    rowLabel: (row, text) => `第 ${row} 行 ${text}`,
    withdraw: "撤销这张工作表的更正",
  },
  "en-US": {
    title: "What was understood, and corrections",
    hint: "For each sheet: the table it is taken for, what each column is taken for, and why. Correct what is wrong; corrections are kept in this workbook, count from the next check, and hold for sheets with the same headings.",
    look: "Show what was understood",
    lookAgain: "Read again",
    noTable: "not taken for a budget table",
    unsure: "not sure, please look",
    corrected: "corrected",
    table: "Taken for",
    noneHere: "No budget table here",
    notPlaced: "(not recognised)",
    headerRows: "Headings",
    firstHeaderRow: "First row of headings",
    lastHeaderRow: "Last row of headings",
    columns: "Columns",
    noColumn: "no such column",
    column: (letters, heading) => (heading === "" ? `column ${letters}` : `column ${letters} ${heading}`),
    rows: "Rows",
    noKind: "no row of the table",
    rowLabel: (row, text) => `row ${row} ${text}`,
    withdraw: "Take back the corrections of this sheet",
  },
};
