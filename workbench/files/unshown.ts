import type { OfficePackage } from "../../src/xlsx/package/openPackage";

/** What a workbook may hold that the grid does not show, by the names of its parts. Words are those of Excel. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/charts?(ex)?\/|^xl\/chartsheets\//i, "图表"],
  [/^xl\/media\//i, "图片"],
  [/^xl\/pivot(tables|cache)\//i, "数据透视表"],
  [/^xl\/(ctrlProps|activeX)\//i, "表单控件"],
  [/^xl\/threadedComments\//i, "会话批注"],
  [/^xl\/vbaProject\.bin$/i, "宏"],
  [/^xl\/slicers?\/|^xl\/timelines?\//i, "切片器"],
  [/^xl\/tables\//i, "“表格”样式"],
  [/^xl\/externalLinks\//i, "外部链接"],
];

/** Names of what the grid will not show of a workbook, each once. It all stays in the file and in saved copies. */
export function findUnshown({ zip }: OfficePackage): string[] {
  return KINDS.filter(([pattern]) => zip.entries.some(({ name }) => pattern.test(name))).map(
    ([, label]) => label,
  );
}
