import { planFill } from "../../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { formatA1 } from "../../../src/workbook/address";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

type Row = readonly [code: string, name: string, figure: number];

const table3 = (rows: readonly Row[]) =>
  sheetOf("表3", [
    ["支出总体情况表"],
    ["单位：万元"],
    ["功能科目编码", "功能科目名称", "合计", "基本支出", "项目支出"],
    ["1", "2", "3", "4", "5"],
    ["", "总计", rows.reduce((sum, [, , figure]) => sum + figure, 0)],
    ...rows.map(([code, name, figure]): TestCell[] => [code, name, figure, figure, 0]),
  ]);

const table6 = (rows: readonly Row[]) =>
  sheetOf("表6", [
    ["一般公共预算支出预算表（按功能分类科目）"],
    ["单位：万元"],
    ["功能分类科目", "", "一般公共预算支出"],
    ["科目编码", "科目名称", "总计", "基本支出", "项目支出"],
    ["", "", "", "", "小计", "部门项目支出", "财政专项资金(本级支出)"],
    ["1", "2", "3", "4", "5", "6", "7"],
    ["", "合计", 100],
    ...rows.map(([code, name, figure]): TestCell[] => [code, name, figure, figure, 0, 0, 0]),
  ]);

function planned(...sheets: Parameters<typeof workbookOf>) {
  const workbook = { ...workbookOf(...sheets), name: "2020年预算.xlsx" };
  const { fills, asked } = planFill(workbook, GUANGZHOU);
  return {
    filled: Object.fromEntries(
      fills.map(({ cell, to }) => [`${cell.sheet} ${formatA1(cell.row, cell.column)}`, to]),
    ),
    asked: asked.map(({ subject }) => subject),
  };
}

test("a 款 that has the name of its own 项 is not told from it when only one of the two rows is there", () => {
  const alone = planned(
    table3([
      ["", "国有资本经营预算支出", 93.1],
      ["", "国有企业政策性补贴", 93.1],
    ]),
  );
  expect(alone.asked).toEqual(["国有企业政策性补贴"]);
  const both = planned(
    table3([
      ["", "国有资本经营预算支出", 93.1],
      ["", "国有企业政策性补贴", 93.1],
      ["", "国有企业政策性补贴", 93.1],
    ]),
  );
  expect(both.asked).toEqual([]);
  expect(both.filled).toMatchObject({ "表3 A7": "22303", "表3 A8": "2230301" });
});

test("order alone, without the row above, decides nothing: two rows may have changed places", () => {
  const found = planned(
    table3([
      ["2130304", "水利行业业务管理", 67.31],
      ["", "行政运行", 58.49],
      ["2130504", "农村基础设施建设", 55.1],
      ["2240199", "其他应急管理支出", 10.12],
    ]),
  );
  expect(found).toEqual({ filled: {}, asked: ["行政运行"] });
});

test("a class is not decided by order when nothing of it follows", () => {
  const found = planned(
    table3([
      ["", "教育", 49.2],
      ["", "援助其他地区支出", 116.97],
      ["21903", "医疗卫生", 67.77],
      ["229", "其他支出", 41.64],
    ]),
  );
  expect(found.filled).not.toHaveProperty("表3 A6");
  expect(found.asked).toContain("教育");
});

test("the same small figure in another table may be another row's; one with four digits is not", () => {
  const shuffled = (figure: number) =>
    planned(
      table6([
        ["2013105", "专项业务", 7.31],
        ["", "行政运行", figure],
        ["2010199", "其他人大事务支出", 3.5],
        ["", "行政运行", 44.18],
        ["20101", "人大事务", 80],
        ["20131", "党委办公厅（室）及相关机构事务", 90],
      ]),
      table3([
        ["20101", "人大事务", figure],
        ["2010101", "行政运行", figure],
        ["20131", "党委办公厅（室）及相关机构事务", 51.49],
        ["2013101", "行政运行", 52.6],
      ]),
    );
  expect(shuffled(10).asked).toEqual(["行政运行", "行政运行"]);
  expect(shuffled(571.92).filled).toMatchObject({ "表6 A9": "2010101" });
});
