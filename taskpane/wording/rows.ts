import type { RowsKind } from "../session";
import type { Words } from "./words";

type Addition = Exclude<RowsKind, "delete">;

/** Words of the section 增行、删行. */
export interface RowsWords {
  readonly title: string;
  readonly hint: string;
  readonly what: string;
  readonly kinds: Readonly<Record<RowsKind, string>>;
  readonly codes: Readonly<Record<Addition, string>>;
  readonly names: Readonly<Record<Addition, string>>;
  readonly where: Readonly<Record<RowsKind, string>>;
  readonly withChildren: string;
  readonly preview: string;
  readonly nothing: string;
  readonly apply: (added: number, removed: number, moved: number, formulas?: number) => string;
  readonly applied: (added: number, removed: number, moved: number, formulas?: number) => string;
  readonly undo: string;
  readonly undone: string;
  readonly added: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly moved: (count: number, following: number) => string;
  readonly movedTo: (from: number, to: number) => string;
  readonly formulas: (count: number) => string;
  readonly row: (number: number) => string;
  readonly blankRow: string;
  readonly blankCell: string;
  readonly figures: (figures: string) => string;
  readonly more: (count: number) => string;
  readonly links: {
    readonly title: string;
    readonly hint: string;
    readonly preview: string;
    readonly undo: string;
  };
  readonly trees: {
    readonly title: string;
    readonly hint: string;
    readonly where: string;
    readonly scopes: Readonly<Record<"sheet" | "workbook", string>>;
    readonly kinds: Readonly<Record<"complete" | "sort" | "merge", string>>;
  };
}

/** "增加 2 行，删除 1 行": what there is of added, deleted and moved rows (those that close up behind them are not counted); where there is none, of formulas. */
function changesInChinese(counts: readonly number[], formulas = 0): string {
  const verbs = ["增加", "删除", "移动"];
  const rows = counts.flatMap((count, index) => (count > 0 ? [`${verbs[index]} ${count} 行`] : []));
  return rows.join("，") || `改写 ${formulas} 处公式`;
}

function changesInEnglish(counts: readonly number[], formulas = 0): string {
  const verbs = ["Add", "Delete", "Move"];
  const rows = counts.flatMap((count, index) => (count > 0 ? [`${verbs[index]} ${count} rows`] : []));
  return rows.join(", ") || `Change ${formulas} formulas`;
}

export const ROWS_WORDS: Words<RowsWords> = {
  "zh-CN": {
    title: "增行、删行",
    hint: "公式、格式、打印区域和其他表的取数一并跟上；先看清单，再执行。",
    what: "做什么",
    kinds: { code: "增加科目行", item: "增加项目行", unit: "增加单位行", delete: "删除所选的行" },
    codes: { code: "科目编码", item: "科目编码（可不填）", unit: "单位编码" },
    names: { code: "名称（默认取科目清单）", item: "项目名称（可不填）", unit: "单位名称" },
    where: {
      code: "加到当前工作表的表里，缺少的类、款行一并补上；须列出它的其他表各加一行。",
      item: "加到所选行所在的单位之下。",
      unit: "加到列有同级单位的各表。",
      delete: "请先选中要删的行。",
    },
    withChildren: "连同下面的行一起删",
    preview: "列出增删的行",
    nothing: "没有要改的。",
    apply: (added, removed, moved, formulas) => changesInChinese([added, removed, moved], formulas),
    applied: (added, removed, moved, formulas) =>
      `已${changesInChinese([added, removed, moved], formulas)}。`,
    undo: "撤销增删",
    undone: "已撤销，工作簿和增删之前一样。",
    added: (count) => `增加 ${count} 行`,
    removed: (count) => `删除 ${count} 行`,
    moved: (count, following) => `移动 ${count} 行，其余 ${following} 行顺延`,
    movedTo: (from, to) => `第 ${from} 行移到第 ${to} 行`,
    formulas: (count) => `改写 ${count} 处公式`,
    row: (number) => `第 ${number} 行`,
    blankRow: "空行",
    blankCell: "空",
    figures: (figures) => `连同填入的数 ${figures}`,
    more: (count) => `另有 ${count} 处，一并执行`,
    links: {
      title: "取消取数",
      hint: "当前工作表的表里取自其他表的数（蓝底）改为数值，原样不舍入；本表合计仍是公式。先看清单，再执行，可以撤销。",
      preview: "列出取自其他表的数",
      undo: "恢复取数",
    },
    trees: {
      title: "整理科目行",
      hint: "对当前工作表的表，或对所有按功能科目列行的表；先看清单，再执行，数不会变。",
      where: "范围",
      scopes: { sheet: "当前工作表", workbook: "整个工作簿" },
      kinds: { complete: "补齐类、款行", sort: "按编码排序", merge: "合并重复科目" },
    },
  },
  "en-US": {
    title: "Add and delete rows",
    hint: "Formulas, looks, print areas and what other tables take follow. Look at the list, then carry it out.",
    what: "What to do",
    kinds: {
      code: "Add a code row",
      item: "Add a project row",
      unit: "Add a unit row",
      delete: "Delete the selected rows",
    },
    codes: { code: "Code", item: "Code (optional)", unit: "Unit code" },
    names: { code: "Name (that of the list)", item: "Project name (optional)", unit: "Unit name" },
    where: {
      code: "Goes into the table on this sheet, with missing rows above it; tables that list it too get a row each.",
      item: "Goes under the unit of the selected row.",
      unit: "Goes into each table that lists units of its level.",
      delete: "Select the rows first.",
    },
    withChildren: "Together with the rows under them",
    preview: "List the rows",
    nothing: "There is nothing to change.",
    apply: (added, removed, moved, formulas) => changesInEnglish([added, removed, moved], formulas),
    applied: (added, removed, moved, formulas) =>
      `Done: ${changesInEnglish([added, removed, moved], formulas).toLowerCase()}.`,
    undo: "Undo",
    undone: "Taken back; the workbook is as before.",
    added: (count) => `${count} rows to add`,
    removed: (count) => `${count} rows to delete`,
    moved: (count, following) => `${count} rows to move, ${following} others close up`,
    movedTo: (from, to) => `row ${from} goes to row ${to}`,
    formulas: (count) => `${count} formulas written anew`,
    row: (number) => `row ${number}`,
    blankRow: "blank row",
    blankCell: "blank",
    figures: (figures) => `with the typed figures ${figures}`,
    more: (count) => `${count} more are carried out as well`,
    links: {
      title: "Unlink a table",
      hint: "Figures (blue) that the table on this sheet takes from others become values, unrounded; its own sums stay formulas. They are listed first and can be taken back.",
      preview: "List linked figures",
      undo: "Link again",
    },
    trees: {
      title: "Put code rows in order",
      hint: "For the table on this sheet, or all tables of codes. Look at the list first; no figure changes.",
      where: "Where",
      scopes: { sheet: "This sheet", workbook: "The whole workbook" },
      kinds: { complete: "Add missing rows above", sort: "Sort by code", merge: "Merge duplicates" },
    },
  },
};
