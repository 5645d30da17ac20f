import type { CodeKind } from "../../src/codes/codeLists";
import type { Words } from "./words";

/** Words of the picker of codes (查找编码). */
export interface PickerWords {
  readonly title: string;
  readonly search: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly kind: string;
  readonly allKinds: string;
  readonly kinds: Readonly<Record<CodeKind, string>>;
  readonly opening: string;
  readonly failed: string;
  readonly none: (query: string) => string;
  readonly found: (count: number) => string;
  readonly below: (count: number) => string;
  /** The button that writes the chosen code into the current row. */
  readonly write: (code: string) => string;
  readonly written: (code: string, name: string, cell: string) => string;
  readonly undo: string;
  /** The code last written was taken back: how many cells are as before. */
  readonly undone: (count: number) => string;
}

export const PICKER_WORDS: Words<PickerWords> = {
  "zh-CN": {
    title: "查找编码",
    search: "编码、名称、拼音或首字母",
    placeholder: "如 2010301、住房公积金、zfgjj",
    hint: "↑↓ 选择，→ 看下级，← 返回，回车写入当前行的编码和名称。",
    kind: "科目类别",
    allKinds: "全部",
    kinds: {
      functional: "支出功能分类",
      economicDepartment: "部门预算支出经济分类",
      economicGovernment: "政府预算支出经济分类",
      income: "收入分类",
      procurement: "政府采购品目",
      purchasedService: "政府购买服务",
    },
    opening: "正在打开科目目录…",
    failed: "科目目录没有打开，请关闭窗格后再试。",
    none: (query) => `没有找到与“${query}”相符的科目`,
    found: (count) => `找到 ${count} 条`,
    below: (count) => `下级 ${count} 个`,
    write: (code) => `写入 ${code}`,
    written: (code, name, cell) => `已把 ${code} ${name} 写入 ${cell} 所在的行。`,
    undo: "撤销",
    undone: (count) => (count === 0 ? "写入后又有改动，没有撤销。" : "已撤销写入。"),
  },
  "en-US": {
    title: "Find a code",
    search: "Code, name, pinyin or initials",
    placeholder: "2010301, 住房公积金, zfgjj",
    hint: "↑↓ choose, → codes below, ← back, Enter writes code and name into the current row.",
    kind: "Classification",
    allKinds: "All",
    kinds: {
      functional: "Functional expenditure",
      economicDepartment: "Economic, department budgets",
      economicGovernment: "Economic, government budget",
      income: "Income",
      procurement: "Procurement items",
      purchasedService: "Purchased services",
    },
    opening: "Opening the lists…",
    failed: "The lists could not be opened. Close the pane and try again.",
    none: (query) => `No code fits “${query}”`,
    found: (count) => (count === 1 ? "1 code" : `${count} codes`),
    below: (count) => `${count} below`,
    write: (code) => `Write ${code}`,
    written: (code, name, cell) => `${code} ${name} was written into the row of ${cell}.`,
    undo: "Undo",
    undone: (count) => (count === 0 ? "Changed since, so not taken back." : "Taken back."),
  },
};
