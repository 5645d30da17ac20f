import { checkSnapshot } from "../../../src/actions/validate";
import { describe as say } from "../../../src/messages/describe";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

const count = (value: number): TestCell => ({ value, numberFormat: "General" });

/** Persons by place, with the men for every hundred women; the figures add up but for that. */
function population(heading: string, changes: Readonly<Record<string, number>> = {}) {
  const rows: readonly (readonly [string, number, number, number, number])[] = [
    ["合计", 9_300, 4_700, 4_600, 102.2],
    ["城关镇", 4_100, 2_100, 2_000, 105],
    ["新桥镇", 3_000, 1_500, 1_500, 100],
    ["白沙乡", 2_200, 1_100, 1_100, 100],
  ];
  const cells = rows.map(([name, ...figures]): TestCell[] => [
    name,
    ...figures.map((figure, index) => count(changes[`${name} ${index}`] ?? figure)),
  ]);
  return workbookOf(
    sheetOf("人口", [["2025年全县户籍人口统计表"], ["地区", "人口合计", "男", "女", heading], ...cells]),
  );
}

const errors = (workbook: ReturnType<typeof population>) =>
  checkSnapshot(workbook).findings.filter(({ severity }) => severity === "error");

it.each(["性别比", "户均", "某某度"])(
  "a column of shares under the heading %s is not added up",
  (heading) => {
    expect(errors(population(heading))).toEqual([]);
  },
);

it("of a table in which no unit is named, none is told", () => {
  const [error, ...more] = errors(population("性别比", { "新桥镇 1": 1_700 }));
  expect(more).toEqual([]);
  const text = say(error?.message ?? { key: "", args: {} }, "zh-CN");
  expect(text).not.toMatch(/元/);
  expect(text).toMatch(/[多少] 200(（按表头推断|$)/);
});

describe("a column whose total is left blank", () => {
  const rows = (changes: Readonly<Record<number, TestCell>> = {}): TestCell[][] => [
    ["公务用车运行费用台账"],
    ["车牌号", "行驶里程", "燃油费", "维修费", "合计", "百公里费用"],
    ["粤A12345", count(16_473), 8_047.42, 5_689.06, 13_736.48, count(83.39)],
    ["粤A12346", count(6_014), 8_751.76, 1_486.25, 10_238.01, count(170.24)],
    ["粤A12347", count(16_783), 8_621.62, 5_041.51, changes[4] ?? 13_663.13, count(81.41)],
    ["合计", "", changes[5] ?? 25_420.8, 12_216.82, 37_637.62],
  ];

  it("is not added up, neither down nor across", () => {
    expect(errors(workbookOf(sheetOf("车辆", rows())))).toEqual([]);
  });

  it("leaves the others to be checked", () => {
    const found = (changes: Readonly<Record<number, TestCell>>) =>
      errors(workbookOf(sheetOf("车辆", rows(changes)))).length;
    expect(found({ 4: 13_633.13 })).toBe(1);
    expect(found({ 5: 25_402.8 })).toBe(1);
  });
});

it("an account that shows what is left of its parts on either side is no sum of them", () => {
  const account = (code: string, name: string, debit: number, credit: number): TestCell[] => [
    code,
    name,
    debit || "",
    credit || "",
  ];
  const rows: TestCell[][] = [
    ["科目余额表"],
    ["科目编码", "科目名称", "期末余额", ""],
    ["", "", "借方", "贷方"],
    account("1218", "其他应收款", 31_800.87, 0),
    account("121801", "备用金", 73_154.06, 0),
    account("121802", "代垫款", 0, 41_353.19),
    account("1601", "固定资产", 90_200.5, 0),
    account("160101", "通用设备", 60_100.25, 0),
    account("160102", "家具用具", 30_100.25, 0),
    account("2307", "其他应付款", 0, 33_802.1),
    account("230701", "押金", 0, 20_700),
    account("230702", "代扣款", 0, 13_102.1),
    ["", "合计", 122_001.37, 33_802.1],
  ];
  expect(errors(workbookOf(sheetOf("余额", rows)))).toEqual([]);
});

it("the long number of a project is no amount, whatever its heading", () => {
  const rows: TestCell[][] = [
    ["部门项目支出预算表"],
    ["项目代号", "项目叫法", "总数", "公共类资金", "其他资金"],
    ["", "合计", 250.5, 230.5, 20],
    ["530000210000000012345", "信息化运维", 120.5, 110.5, 10],
    ["530000210000000012346", "执法专项", 130, 120, 10],
  ];
  const wrong = rows.map((row, at) => (at === 3 ? [...row.slice(0, 3), 101.5, 10] : row));
  expect(errors(workbookOf(sheetOf("项目", rows)))).toEqual([]);
  expect(errors(workbookOf(sheetOf("项目", wrong)))).toHaveLength(1);
});

it("a last row that several columns show to be their sum is a total, whatever it is called", () => {
  const rows = (income = 70): TestCell[][] => [
    ["各街道收支情况表"],
    ["街道", "财政拨款收入", "事业收入", "支出", "结转"],
    ["东街", 100, 20, 110, 10],
    ["西街", 200, 30, 190, 40],
    ["北街", 150, 20, 160.5, 9.5],
    ["全区", 450, income, 460.5, 59.5],
  ];
  expect(errors(workbookOf(sheetOf("街道", rows())))).toEqual([]);
  expect(errors(workbookOf(sheetOf("街道", rows(79))))).toHaveLength(1);
});
