import type { Words } from "./words";

/** Words of the section 填充编码. */
export interface FillWords {
  readonly title: string;
  readonly hint: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<"selection" | "table" | "workbook", string>>;
  readonly preview: string;
  readonly nothing: string;
  readonly fills: (count: number) => string;
  readonly blank: string;
  readonly more: (count: number) => string;
  readonly asked: (count: number) => string;
  readonly choose: string;
  readonly typeAnswer: string;
  readonly suggestions: (count: number) => string;
  readonly updateNames: (count: number) => string;
  readonly apply: (count: number) => string;
  readonly applied: (count: number) => string;
  readonly undo: string;
  readonly undone: (count: number) => string;
}

export const FILL_WORDS: Words<FillWords> = {
  "zh-CN": {
    title: "填充编码",
    hint: "编码和名称互填，只填空单元格；先看清单，再填。",
    scope: "范围",
    scopes: { selection: "选中的单元格", table: "当前工作表", workbook: "整个工作簿" },
    preview: "列出可填的",
    nothing: "没有要填的编码和名称。",
    fills: (count) => `可填 ${count} 处`,
    blank: "空",
    more: (count) => `另有 ${count} 处，一并填入`,
    asked: (count) => `待您选定 ${count} 处`,
    choose: "请选择",
    typeAnswer: "请填写",
    suggestions: (count) => `建议核对 ${count} 处（不会改动）`,
    updateNames: (count) => `把 ${count} 处旧名称列入要填的`,
    apply: (count) => `填入 ${count} 处`,
    applied: (count) => `已填 ${count} 处。`,
    undo: "撤销填充",
    undone: (count) => `已撤销 ${count} 处。`,
  },
  "en-US": {
    title: "Fill codes",
    hint: "Fills codes from names and names from codes, blank cells only. Look at the list, then fill.",
    scope: "Where",
    scopes: { selection: "Selected cells", table: "This sheet", workbook: "The whole workbook" },
    preview: "List what can be filled",
    nothing: "There are no codes or names to fill.",
    fills: (count) => `${count} to fill`,
    blank: "blank",
    more: (count) => `${count} more are filled as well`,
    asked: (count) => `${count} for you to choose`,
    choose: "Choose",
    typeAnswer: "Type it",
    suggestions: (count) => `${count} to look at (nothing is changed)`,
    updateNames: (count) => `Add ${count} outdated names to what is filled`,
    apply: (count) => `Fill ${count}`,
    applied: (count) => `${count} filled.`,
    undo: "Undo filling",
    undone: (count) => `${count} taken back.`,
  },
};
