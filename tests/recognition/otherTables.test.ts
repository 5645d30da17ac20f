import { SURE } from "../../src/recognition/confidence";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../src/tables/national/pack";
import { PACKS } from "../../src/tables/packs";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

type Rows = readonly (readonly TestCell[])[];

const statement = (title: string): Rows => [
  [title],
  ["单位：万元"],
  ["收入", "", "支出", ""],
  ["项目", "预算数", "项目", "预算数"],
  ["主营收入", 100, "成本", 60],
  ["其他收入", 10, "费用", 20],
  ["收入总计", 110, "支出总计", 80],
];
const byFunds: Rows = [
  ["项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
  ["培训一", 1, 1, 0, 0],
  ["培训二", 2, 2, 0, 0],
  ["合计", 3, 3, 0, 0],
];
const read = (rows: Rows, pack = GUANGZHOU) => recogniseWorkbook(workbookOf(sheetOf("表", rows)), pack);

describe.each(PACKS)("under $name", (pack) => {
  it.each([
    ["the statement of a company", statement("某公司收支情况表")],
    ["a statement with headings and title much like those of a budget", statement("某集团收支情况表")],
  ])("%s is none of its tables", (_, rows) => {
    const { tables, unplaced } = read(rows, pack);
    expect(tables).toEqual([]);
    expect(unplaced.map(({ sheet }) => sheet)).toEqual(["表"]);
  });
});

it("a list by kinds of funds without a title is none, or at most one to be looked at where any name fits", () => {
  expect(read(byFunds).tables).toEqual([]);
  const [table] = read(byFunds, NATIONAL).tables;
  expect(table?.definition.id).toBe("N10");
  expect(table?.confidence).toBeLessThan(SURE);
});

it("a table of the right title, few of whose rows are known, is not sure and says why", () => {
  const [table] = read(statement("收支总体情况表")).tables;
  expect(table?.definition.id).toBe("T01");
  expect(table?.confidence).toBeLessThan(SURE);
  expect(table?.reasons).toContainEqual({ key: "reason.fewRows", args: { known: "1", all: "4" } });
});

it("totals, parts of the row above and sums of a page speak neither for a table nor against it", () => {
  const [table] = read([
    ["财政拨款安排的行政经费及“三公”经费预算表"],
    ["单位：万元"],
    ...byFunds.slice(0, 1),
    ["行政经费", 12.35, 12.35, 0, 0],
    ["其中：办公费", 2.5, 2.5, 0, 0],
    ["本页小计", 12.35, 12.35, 0, 0],
    ["合计", 12.35, 12.35, 0, 0],
  ]).tables;
  expect(table?.confidence).toBeGreaterThanOrEqual(SURE);
});
