import type { Words } from "./words";

/** Words of what an opened finding offers: 采用建议, 接受, 忽略尾差. */
export interface MendWords {
  readonly adopt: string;
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
