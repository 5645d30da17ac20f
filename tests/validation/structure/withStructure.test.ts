import { describe as wordingOf } from "../../../src/messages/describe";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import { PACKS } from "../../../src/tables/packs";
import { checkWorkbook } from "../../../src/validation/check";
import { makeChecked } from "../../../src/validation/checked";
import type { CheckResult } from "../../../src/validation/checkResult";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { formatA1 } from "../../../src/workbook/address";
import { compareDerived } from "../../support/compareDerived";
import { finalAccounts } from "../../support/finalAccounts";
import { nationalWorkbook } from "../../support/nationalWorkbook";
import { NO_SET } from "../../support/noSet";
import { makeOfficeSheet, OFFICE_KINDS } from "../../support/officeSheets/makeOfficeSheet";
import { makeOtherSheet } from "../../support/otherSheets";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";
import { sheetOf, workbookOf } from "../../support/sheet";
import { twelveTables } from "../../support/twelveTables";

const byStructure = (workbook: WorkbookSnapshot): CheckResult => checkWorkbook(workbook, NO_SET).result;
const errors = ({ findings }: CheckResult) => findings.filter(({ severity }) => severity === "error");

describe("the budget of 2020 without its set", () => {
  const result = byStructure(seedWorkbook());

  test("has all fourteen tables, called S1 to S14 in the order of its sheets", () => {
    expect(result.tables.map(({ table, sheet, by }) => `${table} ${sheet} ${by}`)).toEqual(
      Array.from({ length: 14 }, (_, index) => `S${index + 1} 表${index + 1} structure`),
    );
    expect(result.unplaced).toEqual([]);
  });

  test("has more than nine hundred relations, none of which fails", () => {
    expect(result.relations.checked).toBeGreaterThan(900);
    expect(result.relations.mismatch).toBe(0);
    expect(errors(result)).toEqual([]);
  });

  test("tells a wrong figure, by which relation, and how far the figures bear that out", () => {
    // 表3 A6: 20103 基本支出 725.78.
    const wrong = byStructure(withValue(seedWorkbook(), "表3", 6, 3, 752.78));
    const [finding, ...others] = errors(wrong);
    expect(others).toEqual([]);
    expect(finding?.suspects.map(({ row, column }) => formatA1(row, column))).toEqual(["D7"]);
    expect(finding && wordingOf(finding.message, "zh-CN")).toMatch(/（按表头推断，\d+ 处中 \d+ 处成立）$/);
  });
});

test("the nationwide set without its definitions has ten tables, and their units", () => {
  const { tables, relations } = byStructure(nationalWorkbook());
  expect(tables.map(({ sheet }) => sheet)).toEqual(nationalWorkbook().sheets.map(({ name }) => name));
  expect(relations).toMatchObject({ mismatch: 0, cannotTell: 0 });
});

test.each([
  ["Guangzhou", seedWorkbook(), GUANGZHOU],
  ["the nation", nationalWorkbook(), NATIONAL],
])("where the set of %s fits, no table is read by structure", (_, workbook, pack) => {
  expect(checkWorkbook(workbook, pack).result.tables.filter(({ by }) => by === "structure")).toEqual([]);
});

test("a statement under the title of a set whose lines it mostly has not is read by its structure, and every line of it", () => {
  const sheet = sheetOf("表01", [
    ["2026年收支预算总表"],
    ["单位名称：某厅", "", "", "单位：万元"],
    ["收入", "", "支出"],
    ["项目", "2026年预算数", "项目", "2026年预算数"],
    ["一、一般公共预算", 4521.08, "一、基本支出", 3310.58],
    ["二、政府性基金预算", "", "人员支出", 2800.33],
    ["三、专户资金", "", "公用支出", 510.25],
    ["四、事业收入", 88.2, "二、项目支出", 1338.7],
    ["五、其他收入", 40, "三、事业单位经营支出", ""],
    ["本年收入合计", 4649.28, "本年支出合计", 4649.28],
    ["上年结转", "", "结转下年", ""],
    ["收入总计", 4649.28, "支出总计", 4649.28],
  ]);
  const { tables, findings } = checkWorkbook(workbookOf(sheet), PACKS).result;
  expect(tables.map(({ by }) => by)).toEqual(["structure"]);
  expect(findings.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
});

test("sheets that hold no budget give no error", () => {
  const found = Array.from({ length: 40 }, (_, seed) => makeOtherSheet(seed)).flatMap((sheet) =>
    errors(byStructure(workbookOf(sheet))),
  );
  expect(found).toEqual([]);
});

test("what else lies in an accountant's workbook gives neither an error nor a warning", () => {
  const found = OFFICE_KINDS.flatMap((_, seed) => {
    const { findings } = byStructure(workbookOf(makeOfficeSheet(seed)));
    return findings.filter(({ severity }) => severity === "error" || severity === "warning");
  });
  expect(found).toEqual([]);
});

test("the month of a payroll says nothing of the year of the budget beside it", () => {
  const [payroll] = OFFICE_KINDS.map((_, seed) => makeOfficeSheet(seed));
  const { sheets } = twelveTables();
  const beside = checkWorkbook(
    { name: "某某局.xlsx", sheets: [...sheets, payroll ?? sheetOf("", [])] },
    PACKS,
  );
  expect(payroll?.rows.size).toBeGreaterThan(4);
  expect(beside.result.tables.map(({ sheet }) => sheet)).toContain(payroll?.name);
  expect(beside.result.findings.filter(({ rule }) => rule === "code.outdated")).toEqual([]);
});

test("a total that most of its columns contradict is offered and not used", () => {
  const rows = [
    ["单位报名情况"],
    ["项目", "合计", "男", "女"],
    ["篮球", 30, 11, 12],
    ["足球", 41, 20, 3],
    ["合计", 50, 22, 9],
  ];
  expect(byStructure(workbookOf(sheetOf("报名", rows))).findings).toEqual([]);
});

describe("relations between tables that nobody described", () => {
  test("a total that another table prints otherwise is told", () => {
    // 表10 合计, 一般公共预算: 30,565.85, which 表6 has as 项目支出小计 too.
    const wrong = byStructure(withValue(seedWorkbook(), "表10", 5, 4, 30_565.58));
    const cells = errors(wrong).flatMap(({ cells: own }) => own.map(({ sheet }) => sheet));
    expect(cells).toEqual(expect.arrayContaining(["表10"]));
    expect(errors(wrong).flatMap(({ relations = [] }) => relations.map(({ rule }) => rule))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^S\.X\d+$/)]),
    );
  });

  test("the tables of the final accounts are held against each other by code and in total", () => {
    const { across } = compareDerived(finalAccounts(), FINAL_ACCOUNTS);
    expect(across).toMatchObject({ missed: [], wrong: [] });
  });

  test("income and expenditure of final accounts, between which money is carried over, are not", () => {
    const { pack } = makeChecked(finalAccounts(), NO_SET);
    expect(pack.across.map(({ text }) => text).filter((text) => /S2\[类.*S3\[类/.test(text))).toEqual([]);
  });
});

describe("单价 × 数量 = 金额", () => {
  const rows = (third: number) => [
    ["2026年政府采购预算明细表"],
    ["单位：万元"],
    ["采购项目", "数量", "单价（元）", "预算金额"],
    ["合计", "", "", 16.4],
    ["计算机", 20, 5000, 10],
    ["打印机", 8, 3000, 2.4],
    ["办公桌", 20, 1500, third],
    ["档案柜", 5, 2000, 1],
  ];

  test("holds with prices in 元 and amounts in 万元", () => {
    expect(errors(byStructure(workbookOf(sheetOf("采购", rows(3)))))).toEqual([]);
  });

  test("is told where one of several rows differs", () => {
    const items = Array.from({ length: 12 }, (_, index) => [
      `物品${index + 1}`,
      index + 1,
      2000,
      (index + 1) * 0.2,
    ]);
    const body = [...rows(3).slice(0, 3), ...items, ["服务器", 2, 30000, 8]];
    const found = errors(byStructure(workbookOf(sheetOf("采购", body))));
    expect(found.map(({ message }) => wordingOf(message, "zh-CN"))).toEqual([
      "政府采购预算明细表 D16（服务器）：预算金额 8 万元，应等于单价 30000 × 数量 2 = 6 万元（按表头推断，13 处中 12 处成立）",
    ]);
  });
});

describe("a table of 三公 with counts of visits and cars, beside others", () => {
  const sheets = (spent: number) => [
    ...twelveTables().sheets,
    sheetOf("运行经费", [
      ["“三公”经费、行政参公单位机关运行经费情况表"],
      ["公开10表"],
      ["部门：某县委办公室", "", "", "金额单位：万元"],
      ["项目", "行次", "年初预算数", "决算数"],
      ["栏次", "", "1", "2"],
      ["一、“三公”经费支出", "1", "", ""],
      ["（一）支出合计", "2", 4.5, 3.8],
      ["1．因公出国（境）费", "3", "", ""],
      ["2．公务用车购置及运行维护费", "4", 3.1, spent],
      ["（1）公务用车购置费", "5", 1.1, 1],
      ["（2）公务用车运行维护费", "6", 2, 1.5],
      // What the budget does not divide the accounts do.
      ["3．公务接待费", "7", 1.4, 1.3],
      ["（1）国内接待费", "8", "", 1.1],
      ["（2）国（境）外接待费", "9", "", 0.2],
      ["（二）相关统计数", "10", "", ""],
      ["1．因公出国（境）团组数（个）", "11", "", 1],
      ["2．公务用车保有量（辆）", "12", "", 2],
      ["3．国内公务接待批次（个）", "13", "", 6],
    ]),
  ];
  const told = (spent: number) =>
    errors(byStructure(workbookOf(...sheets(spent)))).flatMap(({ suspects }) =>
      suspects.map(({ row, column }) => formatA1(row, column)),
    );

  test("adds up money and no counts, and is right where the budget is not divided", () => {
    expect(told(2.5)).toEqual([]);
  });

  test("has a wrong figure found that two of its sums speak of", () => {
    expect(told(5.2)).toEqual(["D9"]);
  });
});
