import { SURE } from "../../src/recognition/confidence";
import { readSheet } from "../../src/recognition/readSheet";
import { withoutFilledMerges } from "../../src/recognition/filledMerges";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { sheetOf, SMALL_T06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const [title, , , , , ...body] = SMALL_T06;
const name = String(title?.[0]);
const times = (text: string, count: number): string[] => Array.from({ length: count }, () => text);

/** 表6 with every merged area of its title, its unit line and its headings filled. */
const FILLED: readonly (readonly TestCell[])[] = [
  times(name, 7),
  [...times("部门名称：某局", 5), ...times("单位：万元", 2)],
  [...times("功能分类科目", 2), ...times("一般公共预算支出", 5)],
  ["科目编码", "科目名称", "总计", "基本支出", ...times("项目支出", 3)],
  ["科目编码", "科目名称", "总计", "基本支出", "小计", "部门项目支出", "财政专项资金(本级支出)"],
  ...body,
  times("注：本表按收付实现制编制。", 7),
];

const read = (rows: readonly (readonly TestCell[])[]) => {
  const { tables } = recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU);
  return tables.map(({ definition, columns, rows: own, unit, confidence }) => ({
    id: definition.id,
    columns: [...columns].map(([number, { sheetColumn }]) => [number, sheetColumn]),
    rows: own.map(({ rule, code, name: words }) => `${rule.kind} ${code} ${words}`),
    unit,
    isSure: confidence >= SURE,
  }));
};

describe("merged cells that were taken apart and filled with the same text", () => {
  const plain = read(SMALL_T06);

  it("are one: title, department, unit, headings and note", () => {
    expect(plain).toHaveLength(1);
    expect(read(FILLED)).toEqual(plain);
  });

  it("are one where only the neighbours in a row say the same", () => {
    const across = FILLED.map((cells, row) => (row === 4 ? (SMALL_T06[4] ?? []) : cells));
    expect(read(across)).toEqual(plain);
  });

  it("are one in a title two rows high", () => {
    expect(read([times(name, 7), ...FILLED])).toEqual(plain);
  });
});

it("neighbours under different headings, or that reach down differently, stay two", () => {
  const sheet = sheetOf("表", [
    ["合计", "基本支出", "基本支出", "项目支出", "项目支出"],
    ["合计", "合计", "人员", "小计", "小计"],
    ["合计", "合计", "人员", "甲", "乙"],
    ["总计", "总计", 3, 1, 2],
  ]);
  const rows = [...withoutFilledMerges(readSheet(sheet)).rows.values()].map((cells) => [...cells.keys()]);
  expect(rows).toEqual([
    [0, 1, 3],
    [0, 1, 2, 3],
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ]);
});

it("a sheet without filled merges is read as it stands", () => {
  const sheet = sheetOf("表", [
    ["项目", "金额", "项目", "金额"],
    ["房租", "无", "无", "无"],
    ["水费", "1.00", "1.00", "水费"],
  ]);
  expect(withoutFilledMerges(readSheet(sheet)).rows).toBe(sheet.rows);
});
