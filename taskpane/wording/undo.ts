import type { Words } from "./words";

/** Words of 撤销, which takes back what the pane has done, step by step. */
export interface UndoWords {
  readonly last: (label: string) => string;
  readonly open: (label: string) => string;
  readonly undo: string;
  readonly undone: (label: string, kept: number) => string;
  readonly gone: (label: string) => string;
  readonly changed: (cells: number) => string;
  readonly more: (cells: number) => string;
  readonly filled: (sheets: string) => string;
  readonly overwrite: string;
  readonly keep: string;
  readonly leave: string;
  readonly giveUp: string;
  readonly loses: string;
  readonly listOnly: string;
  readonly mark: string;
}

export const UNDO_WORDS: Words<UndoWords> = {
  "zh-CN": {
    last: (label) => `上一步：${label}`,
    open: (label) => `没有做完：${label}`,
    undo: "撤销",
    undone: (label, kept) =>
      kept === 0 ? `已撤销：${label}。` : `已撤销：${label}；后来又改过的 ${kept} 个单元格没有动。`,
    gone: (label) => `“${label}”已不在工作簿里（在 Excel 里撤销过，或没有保存），没有改动。`,
    changed: (cells) => `这一步之后，下面 ${cells} 个单元格又改过。一起撤销会丢掉后来的改动：`,
    more: (cells) => `等 ${cells} 个`,
    filled: (sheets) => `工作表“${sheets}”插入后又填过内容，撤销会把它连同内容删掉。`,
    overwrite: "一起撤销",
    keep: "只撤销没改过的",
    leave: "不撤销",
    giveUp: "不再撤销这一步",
    loses:
      "这个版本的 Excel 里，加载项一写入（如标记），您之前的操作就不能再用 Excel 自己的撤销取消；本窗格做的改动可以在窗格里撤销。",
    listOnly: "只列出，不标记",
    mark: "照常标记",
  },
  "en-US": {
    last: (label) => `Last step: ${label}`,
    open: (label) => `Not finished: ${label}`,
    undo: "Undo",
    undone: (label, kept) =>
      kept === 0 ? `Undone: ${label}.` : `Undone: ${label}; ${kept} cells changed since were left alone.`,
    gone: (label) =>
      `“${label}” is no longer in the workbook (undone in Excel, or never saved); nothing was changed.`,
    changed: (cells) => `${cells} cells were changed after this step. Undoing all loses those changes:`,
    more: (cells) => `and so on, ${cells} in all`,
    filled: (sheets) =>
      `“${sheets}” was filled in after it was inserted; undoing deletes it with its contents.`,
    overwrite: "Undo all",
    keep: "Undo the unchanged ones",
    leave: "Do not undo",
    giveUp: "Forget this step",
    loses:
      "In this version of Excel, once an add-in writes (marks, for one), what you did before can no longer be undone with Ctrl+Z; what this pane does can be undone in the pane.",
    listOnly: "List only, do not mark",
    mark: "Mark as usual",
  },
};
