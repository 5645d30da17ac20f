import type { Severity } from "../../src/validation/finding";
import type { Outcome } from "../../src/validation/outcome";
import type { Filter } from "../groups";
import type { Words } from "./words";

/** Words of the place 校验. Sentences of findings come from src/messages. */
export interface CheckWords {
  readonly check: string;
  readonly clear: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly emptyTitle: string;
  readonly emptySteps: readonly string[];
  readonly noTables: string;
  readonly noTablesHint: string;
  readonly allGood: string;
  readonly nothingShown: string;
  /** Of a workbook whose tables hold no figure yet. */
  readonly nothingFilled: string;
  readonly nothingFilledNext: string;
  readonly cleared: (count: number) => string;
  readonly checkSheet: string;
  readonly previous: string;
  readonly next: string;
  readonly more: string;
  readonly report: string;
  readonly reported: string;
  readonly close: string;
  readonly showAll: string;
  readonly allGoodNext: string;
  readonly whySheets: string;
  readonly filtersLabel: string;
  readonly filters: Readonly<Record<Filter, string>>;
  readonly onlySheet: (sheet: string) => string;
  readonly allSheets: string;
  readonly summary: (tables: number, relations: number, errors: number, rounding: number) => string;
  /** Heading of the rounding differences of all tables. */
  readonly roundingFolded: string;
  /** Heading of what concerns no sheet by itself. */
  readonly ofWorkbook: string;
  readonly equations: string;
  readonly equationOf: (table: string, place: string) => string;
  readonly operators: Readonly<Record<"=" | "<=" | ">=", string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly colon: string;
  readonly blank: string;
  readonly moreCells: (count: number) => string;
  readonly explain: string;
  readonly explainAgain: string;
  readonly stopExplaining: string;
  readonly reading: string;
  readonly outsideTables: string;
  readonly noFigure: string;
  readonly takesPart: (count: number) => string;
  /** Said under the summary while live mode is on. */
  readonly isLive: string;
  readonly isListOnly: string;
  readonly cannotTell: (count: number) => string;
  readonly notApplicable: (count: number) => string;
  readonly moreUntold: (count: number) => string;
  readonly difference: (amount: string) => string;
  readonly suspects: string;
  readonly suggested: (amount: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly atLeast: (low: string) => string;
  readonly atMost: (high: string) => string;
}

export const CHECK_WORDS: Words<CheckWords> = {
  "zh-CN": {
    check: "校验",
    clear: "清除标记",
    severity: { error: "差错", warning: "提醒", rounding: "尾差", info: "提示" },
    emptyTitle: "还没有校验",
    emptySteps: [
      "打开部门预算工作簿，14 张表可以在同一工作表，也可以分开。",
      "点“校验”：核对表内、表间勾稽关系和科目编码，并标出有问题的单元格。",
      "点结果中的一条，光标跳到那个单元格。",
    ],
    noTables: "没有找到部门预算表",
    noTablesHint: "请确认每张表的前几行有表名（如“部门收支总体情况表”）和栏目名，再点“校验”。",
    allGood: "没有发现差错。",
    nothingShown: "这一类没有结果。",
    nothingFilled: "尚未填数",
    nothingFilledNext: "各表还没有数，谈不上相符。填好白底的格再校验；哪些行应填未填，见“表格”。",
    cleared: (count) => (count === 0 ? "没有标记可清除。" : `已清除 ${count} 处标记。`),
    checkSheet: "校验本表",
    previous: "上一处",
    next: "下一处",
    more: "更多",
    report: "校验报告",
    reported: "校验报告已写到最后一张工作表，可打印签字。",
    close: "关闭",
    showAll: "显示全部",
    allGoodNext: "表内、表间关系和编码都相符，尾差不算差错。可以在“更多”里生成校验报告，打印签字。",
    whySheets: "看每张工作表没有认出的原因",
    filtersLabel: "只看一类结果",
    filters: {
      all: "全部",
      error: "差错",
      warning: "提醒",
      rounding: "尾差",
      code: "编码",
      info: "提示",
      accepted: "已接受",
    },
    onlySheet: (sheet) => `只看本表：${sheet}`,
    allSheets: "看全部表",
    summary: (tables, relations, errors, rounding) =>
      `${tables} 张表 · ${relations} 条勾稽 · ${errors} 差错 · ${rounding} 尾差`,
    roundingFolded: "尾差（不算差错）",
    ofWorkbook: "整个工作簿",
    equations: "勾稽关系（点单元格可跳转）",
    equationOf: (table, place) => (place === "" ? table : `${table}（${place}）`),
    operators: { "=": "＝", "<=": "≤", ">=": "≥" },
    outcomes: {
      exact: "相符",
      rounding: "相符（尾差）",
      edge: "差一点：四舍五入到不了这么多",
      zero: "不符：填列为 0 的数不应有尾差",
      mismatch: "不符",
      cannotTell: "有单元格不是金额，无法判断",
    },
    colon: "，",
    blank: "空白",
    moreCells: (count) => `…另 ${count} 格`,
    explain: "解释此格",
    explainAgain: "解释所选单元格",
    stopExplaining: "停止解释单元格",
    reading: "正在读取…",
    outsideTables: "这一格不在已认出的预算表里。",
    noFigure: "这一格是表名、栏目名或说明，不参与勾稽。请选一个金额单元格。",
    takesPart: (count) => (count === 0 ? "这一格不参与任何勾稽关系。" : `参与 ${count} 条勾稽关系：`),
    isLive: "边改边校已开：改完一处，稍停即更新。",
    isListOnly: "只列出，没有标记单元格（可在“设置”里改）。",
    cannotTell: (count) => `另有 ${count} 条因缺数无法判断`,
    notApplicable: (count) => `${count} 条不适用于本工作簿`,
    moreUntold: (count) => `…另 ${count} 条`,
    difference: (amount) => `差 ${amount}`,
    suspects: "可能有误的单元格",
    suggested: (amount) => `应为 ${amount}`,
    between: (low, high) => `应在 ${low} 至 ${high} 之间`,
    atLeast: (low) => `应不小于 ${low}`,
    atMost: (high) => `应不大于 ${high}`,
  },
  "en-US": {
    check: "Check",
    clear: "Clear marks",
    severity: { error: "Errors", warning: "Warnings", rounding: "Rounding", info: "Notes" },
    emptyTitle: "Not checked yet",
    emptySteps: [
      "Open a department budget workbook; the 14 tables may share a sheet or stand apart.",
      "Press Check: relations within and between tables and the codes are checked, cells at fault are marked.",
      "Press a result to jump to its cell.",
    ],
    noTables: "No budget table was found",
    noTablesHint:
      "Each table needs its title and its column headings in its first rows. Then press Check again.",
    allGood: "Nothing wrong was found.",
    nothingShown: "There are no results of this kind.",
    nothingFilled: "No figures yet",
    nothingFilledNext:
      "The tables hold no figures, so nothing can agree or fail. Fill in the white cells and check again; “Tables” lists rows without a figure.",
    cleared: (count) =>
      count === 0 ? "There were no marks." : count === 1 ? "1 mark removed." : `${count} marks removed.`,
    checkSheet: "Check this sheet",
    previous: "Previous",
    next: "Next",
    more: "More",
    report: "Report",
    reported: "The report stands in the last sheet, ready to print and sign.",
    close: "Close",
    showAll: "Show all",
    allGoodNext: "All relations and codes agree. More → Report writes a report to print and sign.",
    whySheets: "Why each sheet was not recognised",
    filtersLabel: "Show one kind only",
    filters: {
      all: "All",
      error: "Errors",
      warning: "Warnings",
      rounding: "Rounding",
      code: "Codes",
      info: "Notes",
      accepted: "Accepted",
    },
    onlySheet: (sheet) => `This sheet only: ${sheet}`,
    allSheets: "All sheets",
    summary: (tables, relations, errors, rounding) =>
      `${tables} tables · ${relations} relations · ${errors} errors · ${rounding} rounding`,
    roundingFolded: "Rounding (no errors)",
    ofWorkbook: "The whole workbook",
    equations: "Relations (press a cell to go there)",
    equationOf: (table, place) => (place === "" ? table : `${table} (${place})`),
    operators: { "=": "=", "<=": "≤", ">=": "≥" },
    outcomes: {
      exact: "holds",
      rounding: "holds within rounding",
      edge: "off by more than rounding makes",
      zero: "fails: a printed 0 is exactly zero",
      mismatch: "fails",
      cannotTell: "cannot be told: a cell is no amount",
    },
    colon: ", ",
    blank: "blank",
    moreCells: (count) => `… ${count} more`,
    explain: "Explain cell",
    explainAgain: "Explain selected cell",
    stopExplaining: "Stop explaining cells",
    reading: "Reading…",
    outsideTables: "This cell is in no recognised budget table.",
    noFigure: "This cell is a title, heading or note and takes part in no relation. Select an amount.",
    takesPart: (count) =>
      count === 0 ? "This cell takes part in no relation." : `Takes part in ${count} relations:`,
    isLive: "Checking while you edit: brought up to date once you pause.",
    isListOnly: "Listed only, no cell is marked (see Settings).",
    cannotTell: (count) => `${count} more could not be told for lack of figures`,
    notApplicable: (count) => `${count} do not apply to this workbook`,
    moreUntold: (count) => `… ${count} more`,
    difference: (amount) => `off by ${amount}`,
    suspects: "Cells probably at fault",
    suggested: (amount) => `should be ${amount}`,
    between: (low, high) => `should lie between ${low} and ${high}`,
    atLeast: (low) => `should be at least ${low}`,
    atMost: (high) => `should be at most ${high}`,
  },
};
