import { checkSnapshot } from "../../src/actions/validate";
import { choosePack } from "../../src/recognition/choosePack";
import { NATIONAL } from "../../src/tables/national/pack";
import { PACKS } from "../../src/tables/packs";
import { formatA1 } from "../../src/workbook/address";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

/** What is wrong in published budgets and final accounts, each on a small workbook with their layout and figures. */

const errors = (workbook: WorkbookSnapshot) =>
  checkSnapshot(workbook).findings.filter(({ severity }) => severity === "error");
/** The cells that the errors speak of, as totals or suspects. */
const places = (workbook: WorkbookSnapshot) =>
  new Set(
    errors(workbook).flatMap(({ cells, suspects }) =>
      [...cells, ...suspects].map(({ row, column }) => formatA1(row, column)),
    ),
  );

describe("a department's 支出预算总表 of 2026, in 元", () => {
  /** 合计, 基本支出, 项目支出 of 2010301, and those of the row of all. */
  const expenditure = (items: readonly number[], total: readonly number[]): WorkbookSnapshot => {
    const row = (codes: string, name: string, figures: readonly number[]): TestCell[] => [
      ...codes.split(" "),
      ...Array<string>(Math.max(0, 3 - codes.split(" ").length)).fill(""),
      name,
      ...figures,
    ];
    const all = [86_959_408.34, 22_118_861.34, 64_840_547];
    return workbookOf(
      sheetOf("支出", [
        ["2026年部门支出预算总表"],
        ["编制部门：某某局", "", "", "", "", "", "单位：元"],
        ["项目", "", "", "", "支出预算"],
        ["功能分类科目编码", "", "", "功能分类科目名称", "合计", "基本支出", "项目支出"],
        ["类", "款", "项"],
        row("201", "一般公共服务支出", all),
        row("201 03", "政府办公厅（室）及相关机构事务", all),
        row("201 03 02", "一般行政管理事务", [64_840_547, 0, 64_840_547]),
        row("201 03 01", "行政运行", items),
        row("201 03 50", "事业运行", [7_770_008, 7_770_008, 0]),
        ["合计", "", "", "", ...total],
      ]),
    );
  };
  const right = [14_348_853.34, 14_348_853.34, 0];
  const total = [86_959_408.34, 22_118_861.34, 64_840_547];

  it("has nothing to say where it agrees", () => {
    expect(errors(expenditure(right, total))).toEqual([]);
  });

  it("has 项目支出 copied from the row above", () => {
    expect(places(expenditure([14_348_853.34, 14_348_853.34, 64_840_547], total))).toContain("G9");
  });

  it("has a total cut to whole 元", () => {
    expect(places(expenditure(right, [86_959_408.34, 22_118_861, 64_840_547]))).toContain("F11");
  });
});

it("basic expenditure of 2025 in which 30299 holds the total of 302", () => {
  const lines = (other: number): WorkbookSnapshot =>
    workbookOf(
      sheetOf("基本支出", [
        ["2025年度一般公共预算财政拨款基本支出决算表"],
        ["编制单位：某某局", "", "", "", "", "单位：万元"],
        ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
        ["301", "工资福利支出", 10_200.5, "302", "商品和服务支出", 1_844.57],
        ["30101", "基本工资", 4_100.5, "30201", "办公费", 844.57],
        ["30102", "津贴补贴", 6_100, "30299", "其他商品和服务支出", other],
        ["人员经费合计", "", 10_200.5, "公用经费合计", "", 1_844.57],
      ]),
    );
  expect(errors(lines(1_000))).toEqual([]);
  expect(places(lines(1_844.57))).toContain("F6");
});

it("an office that numbers the lines of 302 by itself is told of each wrong name, in a year without a list", () => {
  const rows: readonly (readonly [string, string, string, number])[] = [
    ["302", "", "商品和服务支出", 10],
    ["302", "01", "办公费", 1],
    ["302", "02", "咨询费", 2],
    ["302", "04", "电费", 3],
    ["302", "05", "邮电费", 4],
    ["303", "", "离退休人员经费", 5],
    ["303", "01", "退休费", 5],
  ];
  const workbook = workbookOf(
    sheetOf("基本支出", [
      ["2024年预算单位一般公共预算基本支出部门预算经济分类预算表"],
      ["编制单位：某某中心", "", "", "", "", "单位：元"],
      ["项目", "", "", "一般公共预算基本支出"],
      ["经济分类科目编码", "", "经济分类科目名称", "合计", "人员经费", "公用经费"],
      ["类", "款"],
      ...rows.map(([first, second, name, amount]): TestCell[] => [
        ...[first, second, name, amount],
        ...(first === "303" ? [amount, 0] : [0, amount]),
      ]),
      ["合计", "", "", 15, 5, 10],
    ]),
  );
  const named = checkSnapshot(workbook).findings.filter(({ rule }) => rule === "code.name");
  expect(named.map(({ severity, message }) => [severity, message.args["code"]])).toEqual([
    ["warning", "30202"],
    ["warning", "30204"],
    ["warning", "30205"],
    ["warning", "303"],
    ["warning", "30301"],
  ]);
  expect(errors(workbook)).toEqual([]);
});

it("a county's 收支预算总表 alone is read by the set that has its lines", () => {
  const rows: TestCell[][] = [
    ["部门预算收支总表"],
    ["920某某镇财政所", "", "预算年度:2025", "", "单位:万元"],
    ["序号", "收入", "", "支出"],
    ["", "项 目", "预算数", "项 目", "预算数"],
    ["栏次", "1", "2", "3", "4"],
    ["1", "一、一般公共预算拨款收入", 675.82, "一、一般公共服务支出", 516.39],
    ["2", "二、政府性基金预算拨款收入", "", "二、外交支出"],
    ["3", "三、国有资本经营预算拨款收入", "", "三、社会保障和就业支出", 98.25],
    ["4", "四、财政专户管理资金收入", "", "四、卫生健康支出", 21.53],
    ["5", "五、单位资金", "", "五、农林水支出", 14.54],
    ["6", "", "", "六、住房保障支出", 39.65],
    ["7", "本年收入合计", 675.82, "本年支出合计", 690.36],
    ["8", "上年结转结余", 14.54, "年终结转结余"],
    ["9", "收入总计", 690.36, "支出总计", 690.36],
  ];
  const workbook = workbookOf(sheetOf("Sheet1", rows));
  expect(choosePack(workbook, PACKS).id).toBe(NATIONAL.id);
  expect(checkSnapshot(workbook).findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});
