import { planFromList, planNotes, totalsOf } from "../../src/actions/fromList";
import type { FromListOptions } from "../../src/actions/fromList";
import { Decimal } from "../../src/amounts/decimal";
import { formatAmount } from "../../src/amounts/format";
import { describe as say } from "../../src/messages/describe";
import { designedSheet } from "../../src/workbook/designedSheet";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { brief, check } from "../support/check";
import {
  formulaCell,
  inventedList,
  listWorkbook,
  PLATFORM_HEADING,
  platformRow,
  sumOf,
} from "../support/projectList";
import type { InventedRow } from "../support/projectList";
import { sheetOf, workbookOf } from "../support/sheet";

const OPTIONS: FromListOptions = { thisYear: 2020, unit: "万元" };

async function made(workbook: WorkbookSnapshot, options: Partial<FromListOptions> = {}) {
  const outcome = await planFromList(workbook, { ...OPTIONS, ...options });
  if ("problem" in outcome) throw new Error(outcome.problem.key);
  const { list, plan } = outcome;
  const tables: WorkbookSnapshot = {
    name: "表.xlsx",
    sheets: plan.sheets.map(({ design }) => designedSheet(design)),
  };
  const notes = planNotes(list, plan).map((note) => say(note, "zh-CN"));
  return { list, plan, tables, notes, totals: totalsOf(plan) };
}

/** 合计 of each table as it is printed, by its label. */
function byLabel(totals: ReturnType<typeof totalsOf>): Record<string, string> {
  return Object.fromEntries(totals.map(({ label, total }) => [label, total]));
}

const inWan = (amount: Decimal) => formatAmount(amount.dividedBy(10_000));

describe("tables from a list of 400 rows", () => {
  const rows = inventedList(400, 20);
  const isBasic = ({ kind }: InventedRow) => kind === "基本支出";
  const isGeneral = ({ fund }: InventedRow) => fund === "一般公共预算";

  it("pass the check, and every total is that of the list, rounded to 万元", async () => {
    const { tables, totals, notes } = await made(listWorkbook(rows));
    expect(check(tables).findings).toEqual([]);
    expect(totals.every(({ isComplete }) => isComplete)).toBe(true);
    const treasury = (row: InventedRow) => isGeneral(row) || row.fund === "政府性基金预算";
    expect(byLabel(totals)).toEqual({
      表1: inWan(sumOf(rows)),
      表2: inWan(sumOf(rows)),
      表3: inWan(sumOf(rows)),
      表4: inWan(sumOf(rows, treasury)),
      表6: inWan(sumOf(rows, isGeneral)),
      表7: inWan(sumOf(rows, ({ fund }) => fund === "政府性基金预算")),
      表8: inWan(sumOf(rows, isBasic)),
      表9: inWan(sumOf(rows, (row) => isBasic(row) && isGeneral(row))),
      表10: inWan(sumOf(rows, (row) => !isBasic(row))),
      表13: inWan(sumOf(rows, ({ item }) => item !== "")),
      表14: inWan(sumOf(rows, ({ service }) => service !== "")),
    });
    expect(notes).toEqual([expect.stringContaining("400 笔金额换算成万元要舍入")]);
  });

  it("never take a figure further than two steps from its own sum", async () => {
    const { plan } = await made(listWorkbook(rows));
    expect(plan.rounded.most).toBeLessThan(2);
  });

  it("need no rounding in 元", async () => {
    const { tables, totals, plan } = await made(listWorkbook(rows), { unit: "元" });
    expect(plan.rounded.rounded).toBe(0);
    expect(check(tables).findings).toEqual([]);
    expect(byLabel(totals)["表3"]).toBe(formatAmount(sumOf(rows)));
  });

  it("are told short of what the list leaves open, and by which rows", async () => {
    const some = rows
      .slice(0, 40)
      .map((row, index) =>
        index === 3 ? { ...row, functional: "" } : index === 5 ? { ...row, fund: "" } : row,
      );
    const { notes, totals } = await made(listWorkbook(some));
    const wan = (row: number) => new Decimal(some[row]?.amount ?? 0).dividedBy(10_000).toFixed();
    expect(notes).toContain(
      `项目清单 6 行没有写功能科目，或没有写到“项”（7 位）：${wan(3)} 万元没有列入表1、表2、表3、表4、表6、表10，请在清单里补全`,
    );
    expect(notes).toContainEqual(
      expect.stringContaining(`项目清单 8 行没有写资金性质，或写法认不出：${wan(5)} 万元没有列入`),
    );
    expect(totals.find(({ label }) => label === "表3")?.isComplete).toBe(false);
  });
});

describe("a list as people keep it", () => {
  const rows = inventedList(30, 4, false);
  const expected = inWan(sumOf(rows));

  it("with a note above, subtotals, a total and column numbers", async () => {
    const half = rows.slice(0, 15);
    const sum = (list: readonly InventedRow[]) => sumOf(list).toNumber();
    const blank = PLATFORM_HEADING.map(() => undefined);
    const line = (name: string, amount: number) =>
      blank.map((_, column) => (column === 2 ? name : column === 13 ? amount : undefined));
    const book = workbookOf(
      sheetOf("Sheet1", [
        ["附件2"],
        ["2020年部门预算项目清单"],
        ["填报单位：某某局", "", "", "", "", "", "", "", "", "", "", "", "", "单位：元"],
        PLATFORM_HEADING.map((heading) => heading.replace("（元）", "")),
        PLATFORM_HEADING.map((_, index) => String(index + 1)),
        line("合计", sum(rows)),
        ...half.map(platformRow),
        line("第一部分小计", sum(half)),
        ...rows.slice(15).map(platformRow),
        blank.map((_, column) => (column === 13 ? formulaCell("=SUM(N7:N38)", sum(rows)) : undefined)),
        ["制表人：某某"],
      ]),
    );
    const { totals, notes, tables } = await made(book);
    expect(byLabel(totals)["表3"]).toBe(expected);
    expect(notes).toEqual([
      "Sheet1 第 6、22 行是合计或小计，没有计入",
      "Sheet1 第 38 行是别的行相加的公式，没有计入",
    ]);
    expect(check(tables).findings).toEqual([]);
  });

  it("with columns in another order and under other words, in 万元, amounts as texts", async () => {
    const heading = ["金额", "资金来源", "项目", "功能科目编码", "功能科目名称", "单位", "经费类别"];
    const book = workbookOf(
      sheetOf("清单", [
        ["2020年项目表（单位：万元）"],
        heading,
        ...rows.map(({ unit, project, functional, fund, kind, amount }) => {
          const [code = "", name = ""] = functional.split(" ");
          const text = formatAmount(new Decimal(amount).dividedBy(10_000), 4);
          return [text, fund, project, code, name, unit.join(" "), kind];
        }),
      ]),
    );
    const { totals, list, tables } = await made(book, { tables: ["T02", "T03", "T06", "T10"] });
    expect(list.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      ...["金额", "资金性质", "项目名称", "功能科目编码", "功能科目名称", "单位名称", "支出类别"],
    ]);
    expect(byLabel(totals)["表3"]).toBe(expected);
    expect(check(tables).findings).toEqual([]);
  });

  it("with a column for each kind of money under two rows of headings", async () => {
    const names = ["一般公共预算", "政府性基金预算", "财政专户管理资金", "其他资金"];
    const book = workbookOf(
      sheetOf("清单", [
        [
          "单位编码",
          "单位名称",
          "项目名称",
          "功能科目",
          "部门经济科目",
          "类别",
          "金额合计",
          "财政拨款",
          "",
          "",
          "其他来源",
          "",
        ],
        ["", "", "", "", "", "", "", "小计", names[0], names[1], names[2], names[3]],
        ...rows.map((row) => {
          const amount = Number(row.amount);
          const funds = names.map((name) => (name === row.fund ? amount : 0));
          const subtotal = (funds[0] ?? 0) + (funds[1] ?? 0);
          const words = [...row.unit, row.project, row.functional, row.department, row.kind];
          return [...words, amount, subtotal, ...funds];
        }),
      ]),
    );
    const { totals, tables } = await made(book);
    expect(byLabel(totals)["表3"]).toBe(expected);
    expect(byLabel(totals)["表7"]).toBe(inWan(sumOf(rows, ({ fund }) => fund === "政府性基金预算")));
    expect(brief(check(tables).findings)).toEqual([]);
  });

  it("with units and kinds as rows above their parts, which say that they are sums by their figures alone", async () => {
    const book = workbookOf(
      sheetOf("明细", [
        ["单位编码", "单位名称", "支出类型", "项目名称", "科目编码", "资金性质", "预算金额（元）"],
        ["101", "某某局", "", "", "", "", 60000],
        ["101", "某某局", "项目支出", "", "", "", 40000],
        ["101", "某某局", "项目支出", "甲", "2010399", "一般公共预算", 30000],
        ["101", "某某局", "项目支出", "乙", "2010399", "一般公共预算", 10000],
        ["101", "某某局", "基本支出", "", "2010301", "一般公共预算", 20000],
        ["102", "某某中心", "", "", "", "", 5000],
        ["102", "某某中心", "项目支出", "丙", "2010399", "一般公共预算", 5000],
      ]),
    );
    const { totals, notes } = await made(book);
    expect(byLabel(totals)).toMatchObject({ 表3: "6.50", 表10: "4.50" });
    expect(notes.join("\n")).toContain("明细 第 2-3、7 行等于紧接着的下级各行之和");
  });

  it("with 类, 款 and 项 in columns, and the budgets of two years", async () => {
    const book = workbookOf(
      sheetOf("明细", [
        ["", "", "", "", "", "", "", "", "", "", "单位：万元"],
        [
          "预算单位",
          "",
          "功能科目",
          "",
          "",
          "科目名称",
          "基本/项目",
          "项目",
          "经费来源",
          "2019年预算",
          "2020年预算",
        ],
        ["编码", "名称", "类", "款", "项"],
        ["101001", "某某局", "201", "03", "01", "行政运行", "基本支出", "", "经费拨款", 9, 12.345678],
        ["101001", "某某局", "201", "03", "99", "其他支出", "项目支出", "甲", "经费拨款", 9, 2.5],
        [
          "101002",
          "某某中心",
          "208",
          "05",
          "05",
          "养老",
          "项目支出",
          "乙",
          "财政专户管理资金",
          9,
          "1,000.00",
        ],
      ]),
    );
    const { totals, list } = await made(book, { tables: ["T03", "T10"] });
    expect(list.rows.map(({ functional }) => functional.code)).toEqual(["2010301", "2010399", "2080505"]);
    expect(byLabel(totals)).toEqual({ 表3: "1,014.85", 表10: "1,002.50" });
  });
});
