import { PACKS } from "../../src/tables/packs";
import { checkWorkbook } from "../../src/validation/check";
import type { CheckResult } from "../../src/validation/checkResult";
import { makeChecked } from "../../src/validation/checked";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { NO_SET } from "../support/noSet";
import { rewordHeadings } from "../support/rewordedHeadings";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";
import { SUMS_INSIDE, twelveTables } from "../support/twelveTables";

const check = (workbook: WorkbookSnapshot): CheckResult => checkWorkbook(workbook, NO_SET).result;
const errors = ({ findings }: CheckResult) => findings.filter(({ severity }) => severity === "error");

/** The sentences used for a sheet, in their order. */
function sentences(rows: readonly (readonly TestCell[])[]): string[] {
  const { tables } = makeChecked(workbookOf(sheetOf("某表", rows)), NO_SET);
  return tables.flatMap(({ definition }) => definition.relations.map(({ text }) => text));
}

describe("twelve tables of a province's form that no set has", () => {
  const checked = makeChecked(twelveTables(), NO_SET);

  test("are all found", () => {
    expect(checked.tables.map(({ sheet }) => sheet)).toEqual(twelveTables().sheets.map(({ name }) => name));
    expect(checked.unplaced).toEqual([]);
  });

  test.each(Object.entries(SUMS_INSIDE))("in %s every sum is found, %i in all", (id, sums) => {
    const own = checked.judgements.filter(
      ({ relation }) => relation.table.definition.id === id && !relation.id.startsWith("S.X"),
    );
    expect(own).toHaveLength(sums);
  });

  test("give no finding but hints", () => {
    const { findings } = check(twelveTables());
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("are not taken for tables of a set whose totals and lines they have not", () => {
    const { tables, findings } = checkWorkbook(twelveTables(), PACKS).result;
    expect(tables.map(({ by }) => by)).toEqual(Array.from({ length: 12 }, () => "structure"));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("“三公”经费, 会议费 and 培训费 in one table add up to 合计", () => {
    // 培训费 45.00 → 54.00.
    const wrong = check(withValue(twelveTables(), "公开09表", 6, 8, 54));
    expect(errors(wrong).map(({ sheet }) => sheet)).toEqual(["公开09表"]);
  });

  test("under headings that nobody has heard of give no error either, and all their sums", () => {
    const reworded = makeChecked(rewordHeadings(twelveTables()), NO_SET);
    expect(reworded.judgements.length).toBeGreaterThanOrEqual(
      Object.values(SUMS_INSIDE).reduce((sum, own) => sum + own, 0),
    );
    expect(errors(check(rewordHeadings(twelveTables())))).toEqual([]);
  });
});

describe("headings", () => {
  test("a group of columns adds up to its 小计, and the groups to 合计", () => {
    expect(
      sentences([
        ["2026年项目支出预算表"],
        ["项目名称", "合计", "财政拨款", "", "", "其他资金"],
        ["", "", "小计", "一般公共预算", "政府性基金预算"],
        ["合计", 150, 120, 90, 30, 30],
        ["甲项目", 90, 80, 60, 20, 10],
        ["乙项目", 60, 40, 30, 10, 20],
      ]),
    ).toEqual(["c3 = c4 + c5", "c2 = c3 + c6", "[合计] = Σ[>项目]"]);
  });

  test("预算数 and 决算数 under every heading add up each by itself", () => {
    expect(
      sentences([
        ["财政拨款“三公”经费支出决算表"],
        ["合计", "", "因公出国（境）费", "", "公务接待费", ""],
        ["预算数", "决算数", "预算数", "决算数", "预算数", "决算数"],
        [53.93, 37.35, 52.4, 37.35, 1.53, 0],
      ]),
    ).toEqual(["c1 = c3 + c5", "c2 = c4 + c6"]);
  });

  test("headings in other words leave the figures to say what adds up", () => {
    const workbook = rewordHeadings(seedWorkbook());
    expect(makeChecked(workbook, NO_SET).judgements.length).toBeGreaterThan(850);
    expect(errors(check(workbook))).toEqual([]);
  });

  test("a column of counts takes no part in sums, whatever it is called", () => {
    expect(
      sentences([
        ["2026年政府采购预算明细表"],
        ["单位号码", "称谓", "套量", "采购预算金额"],
        ["", "合计", "", 30],
        ["156001", "某某局", "", 18],
        ["156001", "电脑", 3, 10],
        ["156001", "桌椅", 7, 8],
        ["156002", "某某中心", "", 12],
        ["156002", "电脑", 2, 7],
        ["156002", "桌椅", 5, 5],
      ]),
    ).toEqual(["[合计] = Σ[>单位]", expect.stringMatching(/^\[单位\] = Σ\[>/)]);
  });
});

test("a wrong figure in the middle of a small tree is told, though it breaks nearly half of the sums", () => {
  // 302 商品和服务支出 2,132.42 → 2,130.42, with nothing to compare it with.
  const [sheet] = withValue(twelveTables(), "公开06表", 10, 2, 2130.42).sheets.filter(
    ({ name }) => name === "公开06表",
  );
  const found = sheet ? errors(check(workbookOf(sheet))) : [];
  expect(found.map(({ suspects }) => suspects[0])).toMatchObject([
    { row: 10, column: 2, suggested: "2132.42" },
  ]);
});

test("an amount in a column of zeros is told, though all of its sums fail", () => {
  // 表2 Q13: 附属单位上缴收入 of a 款, zero in every row.
  expect(errors(check(withValue(seedWorkbook(), "表2", 12, 16, 12.34)))).toHaveLength(1);
});

test.each([
  ["columns of words that no group fills", "集中采购", "分散采购"],
  ["its figures", "", ""],
])("a list in groups without codes is told by %s", (_, together, apart) => {
  expect(
    sentences([
      ["政府采购支出预算表"],
      ["采购品目大类", "采购组织形式", "预算数"],
      ["合计", "", 131.2],
      ["货物", "", 80],
      ["计算机设备", together, 52],
      ["办公家具", together, 28],
      ["服务", "", 51.2],
      ["物业管理", apart, 31.2],
      ["印刷", apart, 20],
    ]),
  ).toEqual(["[合计] = Σ[>大类]", "[大类] = Σ[>项目]"]);
});

test("codes of classes below the names of columns are part of the heading", () => {
  const rows: TestCell[][] = [
    ["项目支出情况表"],
    ["编制单位：某局", "", "", "", "", "", "", "", "单位：万元"],
    [
      "科目编码",
      "",
      "",
      "科目名称",
      "项目名称",
      "项目支出合计",
      "商品和服务支出",
      "对个人和家庭的补助",
      "资本性支出",
    ],
    ["类", "款", "项", "", "", "", "302", "303", "310"],
    ["", "", "", "合计", "", 330, 210, 20, 100],
    ["201", "03", "02", "一般行政管理事务", "为民办实事工作经费", 180, 160, 20],
    ["201", "03", "02", "一般行政管理事务", "档案数字化", 50, 50],
    ["201", "03", "99", "其他政府办公厅（室）及相关机构事务支出", "业务用房维修", 100, "", "", 100],
  ];
  const { tables, contradicted } = makeChecked(workbookOf(sheetOf("某表", rows)), NO_SET);
  expect(contradicted).toEqual([]);
  const [table] = tables;
  expect([...(table?.columns.values() ?? [])].slice(-3).map(({ definition }) => definition.label)).toEqual([
    "商品和服务支出",
    "对个人和家庭的补助",
    "资本性支出",
  ]);
  expect(table?.definition.relations.map(({ text }) => text)).toContain("c4 = c5 + c6 + c7");
});
