import type { Words } from "./words";

/** Words of what an opened finding offers: 采用建议, 接受, 忽略尾差. */
export interface MendWords {
  readonly adopt: string;
  /** In front of ways to mend that are less likely. */
  readonly others: string;
  /** What was done about a finding, in its place in the list. */
  readonly mended: (label: string) => string;
  readonly undo: string;
  /** Of what a finding cannot tell: the cells to be compared. */
  readonly compare: string;
  readonly blank: string;
  readonly change: (cell: string, from: string, to: string) => string;
  readonly more: (count: number) => string;
  readonly accept: string;
  readonly acceptNow: string;
  readonly unaccept: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly ignoreRounding: string;
  readonly roundingReason: string;
}

export const MEND_WORDS: Words<MendWords> = {
  "zh-CN": {
    adopt: "采用建议",
    others: "也可以",
    mended: (label) => `已改：${label}`,
    undo: "撤销",
    compare: "请核对",
    blank: "空白",
    change: (cell, from, to) => `${cell}：${from} → ${to}`,
    more: (count) => `另 ${count} 格`,
    accept: "接受",
    acceptNow: "确定接受",
    unaccept: "取消接受",
    reason: "接受的理由",
    reasonHint: "理由记在工作簿里；单元格一改，这条结果会重新出现。",
    ignoreRounding: "忽略尾差",
    roundingReason: "四舍五入产生的尾差",
  },
  "en-US": {
    adopt: "Adopt suggestion",
    others: "Or else",
    mended: (label) => `Done: ${label}`,
    undo: "Undo",
    compare: "Please compare",
    blank: "blank",
    change: (cell, from, to) => `${cell}: ${from} → ${to}`,
    more: (count) => `${count} more cells`,
    accept: "Accept",
    acceptNow: "Accept it",
    unaccept: "No longer accept",
    reason: "Reason for accepting",
    reasonHint: "Kept in the workbook. The finding comes back once a cell changes.",
    ignoreRounding: "Ignore rounding",
    roundingReason: "Difference from rounding",
  },
};
