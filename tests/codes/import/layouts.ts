import { parseCodeList, namesIn } from "../../../src/codes/codeLists";
import type { CodeAndName } from "../../../src/codes/import/compareLists";
import type { TextRow } from "../../../src/codes/import/delimited";

/** The functional list of 2020 in the order of its codes: more than 1,500 rows. */
export function functionalCodes(): CodeAndName[] {
  const { entries, edition } = parseCodeList("functional");
  return [...entries.values()]
    .flatMap((entry) => {
      const name = namesIn(entry, edition).at(-1);
      return name === undefined ? [] : [{ code: entry.code, name }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const TITLES: readonly string[][] = [
  ["附件2"],
  ["2020年政府收支分类科目（一般公共预算支出功能分类）"],
  ["编制单位：某市财政局", "", "", "", "单位：个"],
  [],
];

const NOTES: readonly string[][] = [
  [],
  ["注：1. 本表依据财政部印发的科目编制，各单位不得自行增设。"],
  ["    2. 标“＊”的科目2020年停用。", "", "", "", "第 45 页"],
];

/** How finance offices lay out their lists: rows of a sheet, merged cells being blank but for their first. */
export const LAYOUTS: Readonly<Record<string, (codes: readonly CodeAndName[]) => string[][]>> = {
  "code and name in two columns": (codes) => [
    ...TITLES,
    ["序号", "科目编码", "科目名称", "说明"],
    ...codes.map(({ code, name }, index) => [
      String(index + 1),
      code,
      name,
      code.length === 3 ? "类级科目" : "",
    ]),
    ["", "", "合计", String(codes.length)],
    ...NOTES,
  ],
  "类, 款 and 项 apart, each part once": (codes) => [
    ...TITLES,
    ["科目编码", "", "", "科目名称", "说明"],
    ["类", "款", "项", "", ""],
    ...codes.map(({ code, name }) => [
      code.length === 3 ? code : "",
      code.length === 5 ? code.slice(3) : "",
      code.length === 7 ? code.slice(5) : "",
      name,
      "",
    ]),
    ...NOTES,
  ],
  "类, 款 and 项 apart, all parts in each row": (codes) => [
    ["类", "款", "项", "科目名称"],
    ...codes.map(({ code, name }) => [code.slice(0, 3), code.slice(3, 5), code.slice(5), name]),
  ],
  "names in a column for each level": (codes) => [
    ...TITLES,
    ["编码", "类", "款", "项"],
    ...codes.map(({ code, name }) => {
      const level = (code.length - 3) / 2;
      return [code, level === 0 ? name : "", level === 1 ? name : "", level === 2 ? name : ""];
    }),
    ...NOTES,
  ],
  "names set in by spaces, codes with spaces between their parts": (codes) => [
    ...TITLES,
    ["科目代码", "科目名称"],
    ...codes.map(({ code, name }) => [
      `${code.slice(0, 3)} ${code.slice(3, 5)} ${code.slice(5)}`.trim(),
      `${"　".repeat((code.length - 3) / 2)}${name}`,
    ]),
    ...NOTES,
  ],
  "code and name in one cell, no headings": (codes) => [
    ...TITLES,
    ...codes.map(({ code, name }) => [`[${code}]${name}`]),
    ...NOTES,
  ],
  "pages with their headings repeated": (codes) => [
    ...TITLES,
    ...codes.flatMap(({ code, name }, index) =>
      index % 40 === 0
        ? [
            ["科目编码", "科目名称"],
            [code, name],
          ]
        : [[code, name]],
    ),
    ...NOTES,
  ],
  "full-width digits": (codes) => [
    ["编码", "名称"],
    ...codes.map(({ code, name }) => [
      code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      name,
    ]),
  ],
};

/** Rows of text with their numbers from 1. */
export function textRows(cells: readonly string[][]): TextRow[] {
  return cells.map((row, index) => ({ number: index + 1, cells: row }));
}
