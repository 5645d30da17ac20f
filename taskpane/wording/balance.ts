import type { Words } from "./words";

/** Words of 舍位平衡. */
export interface BalanceWords {
  readonly title: string;
  readonly hint: string;
  readonly preview: string;
  readonly nothing: string;
  readonly apply: (count: number) => string;
  /** What the changes came to. */
  readonly changed: (count: number) => string;
  readonly undoBalance: string;
  readonly lock: string;
  readonly lockCell: (place: string) => string;
  readonly locked: string;
  readonly unlock: (place: string) => string;
  readonly lockMore: string;
  readonly lockHint: string;
  readonly addLock: string;
  readonly more: (count: number) => string;
  /** Behind what a change came to: how many cells were taken back. */
  readonly undone: (count: number) => string;
}

export const BALANCE_WORDS: Words<BalanceWords> = {
  "zh-CN": {
    title: "舍位平衡",
    hint: "尾差可以不管。要求逐项相加分毫不差时，这里列出最少要改的数，每个数只在末位加 1 或减 1；看过再改。",
    preview: "列出要改的数",
    nothing: "没有尾差，不用改。",
    apply: (count) => `改这 ${count} 个数`,
    changed: (count) => `舍位平衡改了 ${count} 个数，可以撤销。`,
    undoBalance: "撤销舍位平衡",
    lock: "不改",
    lockCell: (place) => `不改 ${place}`,
    locked: "不改动的数",
    unlock: (place) => `不再锁定 ${place}`,
    lockMore: "还有哪些不能改",
    lockHint: "工作表名，或如 表3!C5:D9；记在工作簿里。",
    addLock: "锁定",
    more: (count) => `另 ${count} 个数`,
    undone: (count) => `已撤销，${count} 个单元格恢复原样；后来又改过的没有动。`,
  },
  "en-US": {
    title: "Balance rounded figures",
    hint: "Rounding differences may stay. Where every sum has to agree to the last digit, this lists the fewest figures to change, each by one step of its last digit, before anything is changed.",
    preview: "List the changes",
    nothing: "There are no rounding differences.",
    apply: (count) => `Change these ${count} figures`,
    changed: (count) =>
      count === 1 ? "1 figure changed; it can be undone." : `${count} figures changed; they can be undone.`,
    undoBalance: "Undo balancing",
    lock: "Keep",
    lockCell: (place) => `Keep ${place}`,
    locked: "Kept as they are",
    unlock: (place) => `No longer keep ${place}`,
    lockMore: "What else must stay",
    lockHint: "A sheet, or a range such as Sheet3!C5:D9; kept in the workbook.",
    addLock: "Keep it",
    more: (count) => `${count} more figures`,
    undone: (count) =>
      `Undone: ${count} cells have their former contents; those changed since were left alone.`,
  },
};
