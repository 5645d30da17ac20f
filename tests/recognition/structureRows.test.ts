import { makeChecked } from "../../src/validation/checked";
import { NO_SET } from "../support/noSet";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const FIGURE = /^\d+\.\d{2}$/;

/** The sentences used for a table, in their order: a row a line, cells between bars. */
function sentences(title: string, text: string): string[] {
  const rows = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell): TestCell => (FIGURE.test(cell) ? Number(cell) : cell)));
  const { tables } = makeChecked(workbookOf(sheetOf("表", [[title], ["单位：万元"], ...rows])), NO_SET);
  return tables.flatMap(({ definition }) => definition.relations.map(({ text: own }) => own));
}

test("合计 in the column of 序号 is the total, though 数量 has a sum in its row", () => {
  expect(
    sentences(
      "2026年政府采购预算明细表",
      `
序号|采购项目|数量|金额|一般公共预算|其他资金
合计||10|30.00|22.00|8.00
1|电脑|3|10.00|6.00|4.00
2|桌椅|7|20.00|16.00|4.00
`,
    ),
  ).toEqual(["c3 = c4 + c5", "[合计] = Σ[>项目]"]);
});

test("预算总额 beside the years of a project is no sum of those that the table has", () => {
  expect(
    sentences(
      "2026年项目支出预算表",
      `
项目名称|项目预算总额|2025年预算|2026年预算
合计|100.00|20.00|30.00
信息系统运维|70.00|15.00|15.00
档案整理|20.00|3.00|10.00
春节慰问|10.00|2.00|5.00
`,
    ),
  ).toEqual(["[合计] = Σ[>项目]"]);
});

test("the first department above its unit is no total of a list that has further ones", () => {
  expect(
    sentences(
      "2026年部门支出预算表",
      `
科目编码|科目名称|合计|基本支出|项目支出
|某县甲局|70.00|40.00|30.00
|甲局机关|70.00|40.00|30.00
2010301|行政运行|40.00|40.00|
2010302|一般行政管理事务|30.00||30.00
|某县乙局|30.00|20.00|10.00
|乙局机关|30.00|20.00|10.00
2010301|行政运行|20.00|20.00|
2010302|一般行政管理事务|10.00||10.00
`,
    ),
  ).toEqual(["c3 = c4 + c5", "[大类|中类] = Σ[>]"]);
});

test("结转下年 below the last code is no part of that code", () => {
  expect(
    sentences(
      "2026年部门支出预算表",
      `
科目编码|科目名称|合计|基本支出|项目支出
|支出总计|100.00|60.00|40.00
201|一般公共服务支出|70.00|60.00|10.00
20103|政府办公厅（室）及相关机构事务|70.00|60.00|10.00
2010301|行政运行|60.00|60.00|
2010302|一般行政管理事务|10.00||10.00
221|住房保障支出|20.00||20.00
22102|住房改革支出|20.00||20.00
2210201|住房公积金|20.00||20.00
|结转下年|10.00||10.00
`,
    ),
  ).toEqual(["c3 = c4 + c5", "[支出总计|类|款] = Σ[>]"]);
});

test("（项） behind a name is the level of its code, and no measure of it", () => {
  expect(
    sentences(
      "2026年一般公共预算支出表",
      `
项目|预算数
一、行政事业单位养老支出（款）|20.00
1、机关事业单位基本养老保险缴费支出（项）|14.00
2、行政单位离退休（项）|6.00
二、住房改革支出（款）|10.00
1、住房公积金（项）|7.00
2、购房补贴（项）|3.00
合计|30.00
`,
    ),
  ).toEqual([
    "[行政事业单位养老支出(款)] = Σ[机关事业单位基本养老保险缴费支出(项)|行政单位离退休(项)]",
    "[住房改革支出(款)] = Σ[住房公积金(项)|购房补贴(项)]",
    "[合计] = Σ[行政事业单位养老支出(款)|住房改革支出(款)]",
  ]);
});
