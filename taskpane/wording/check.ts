import type { Severity } from "../../src/validation/finding";
import type { Words } from "./words";

/** Words of the place 校验. Sentences of findings come from src/messages. */
export interface CheckWords {
  readonly check: string;
  readonly clear: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly filterHint: string;
  readonly emptyTitle: string;
  readonly emptySteps: readonly string[];
  readonly noTables: string;
  readonly noTablesHint: string;
  readonly allGood: string;
  readonly nothingShown: string;
  readonly cleared: (count: number) => string;
  readonly tablesFound: (count: number) => string;
  readonly relations: (checked: number, exact: number, rounding: number, mismatch: number) => string;
  readonly cannotTell: (count: number) => string;
  readonly difference: (amount: string) => string;
  readonly suspects: string;
  readonly suggested: (amount: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly atLeast: (low: string) => string;
  readonly atMost: (high: string) => string;
  readonly goTo: (cell: string) => string;
}

export const CHECK_WORDS: Words<CheckWords> = {
  "zh-CN": {
    check: "校验",
    clear: "清除标记",
    severity: { error: "差错", warning: "提醒", rounding: "尾差", info: "提示" },
    filterHint: "点一下可显示或隐藏这一类",
    emptyTitle: "还没有校验",
    emptySteps: [
      "打开部门预算工作簿，14 张表可以在同一工作表，也可以分开。",
      "点“校验”：核对表内、表间勾稽关系和科目编码，并标出有问题的单元格。",
      "点结果中的一条，光标跳到那个单元格。",
    ],
    noTables: "没有找到部门预算表",
    noTablesHint: "请确认每张表的前几行有表名（如“部门收支总体情况表”）和栏目名，再点“校验”。",
    allGood: "没有发现差错。",
    nothingShown: "这几类结果已隐藏，点上面的数字可显示。",
    cleared: (count) => (count === 0 ? "没有标记可清除。" : `已清除 ${count} 处标记。`),
    tablesFound: (count) => `找到 ${count} 张表`,
    relations: (checked, exact, rounding, mismatch) =>
      `核对 ${checked} 条关系：相符 ${exact}，尾差 ${rounding}，不符 ${mismatch}`,
    cannotTell: (count) => `另有 ${count} 条因缺数无法判断`,
    difference: (amount) => `差 ${amount}`,
    suspects: "可能有误的单元格",
    suggested: (amount) => `应为 ${amount}`,
    between: (low, high) => `应在 ${low} 至 ${high} 之间`,
    atLeast: (low) => `应不小于 ${low}`,
    atMost: (high) => `应不大于 ${high}`,
    goTo: (cell) => `转到 ${cell}`,
  },
  "en-US": {
    check: "Check",
    clear: "Clear marks",
    severity: { error: "Errors", warning: "Warnings", rounding: "Rounding", info: "Notes" },
    filterHint: "Press to show or hide this kind",
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
    nothingShown: "These kinds are hidden. Press a figure above to show them.",
    cleared: (count) =>
      count === 0 ? "There were no marks." : count === 1 ? "1 mark removed." : `${count} marks removed.`,
    tablesFound: (count) => (count === 1 ? "1 table found" : `${count} tables found`),
    relations: (checked, exact, rounding, mismatch) =>
      `${checked} relations checked: ${exact} exact, ${rounding} rounding, ${mismatch} wrong`,
    cannotTell: (count) => `${count} more could not be told for lack of figures`,
    difference: (amount) => `off by ${amount}`,
    suspects: "Cells probably at fault",
    suggested: (amount) => `should be ${amount}`,
    between: (low, high) => `should lie between ${low} and ${high}`,
    atLeast: (low) => `should be at least ${low}`,
    atMost: (high) => `should be at most ${high}`,
    goTo: (cell) => `Go to ${cell}`,
  },
};
