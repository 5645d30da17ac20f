import { describe as say } from "../../../src/messages/describe";
import { formatA1 } from "../../../src/workbook/address";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import { relate } from "../../../src/relations/relate";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { suspectHints } from "../../../src/validation/hints/explainSuspects";
import { hintContext } from "../../../src/validation/hints/hintContext";
import { judgementsByCell } from "../../../src/validation/judgementsAt";
import { judge } from "../../../src/validation/outcome";
import { check, checkSheet } from "../../support/check";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

const formula = (text: string, value: number): TestCell => ({
  value,
  formula: text,
  numberFormat: "#,##0.00",
});

/** Hints given for one cell, as sentences. */
function hintsAt(cell: string, changes: Readonly<Record<string, TestCell>>): string[] {
  const { findings } = checkSheet([...smallT06(changes), ...("10,2" in changes ? [ANOTHER] : [])]);
  const why = findings
    .flatMap(({ suspects }) => suspects)
    .filter(({ row, column }) => formatA1(row, column) === cell)
    .flatMap((suspect) => suspect.why)
    .filter(({ key }) => key.startsWith("hint."))
    .map((reason) => say(reason, "zh-CN"));
  return [...new Set(why)];
}

/** Another 项, so that totals have several parts: 725.78 + 1,000.00 + 164.39. */
const MORE = { "10,2": 1000, "10,4": 1000, "10,5": 1000 };
const ANOTHER: readonly TestCell[] = ["2010302", "一般行政管理事务", 164.39, 0, 164.39, 164.39, 0];

describe("what may have happened to the likely wrong cell", () => {
  it("a leaf with two digits exchanged", () => {
    expect(hintsAt("F11", { "10,5": 1146.39 })).toEqual(["相邻两位数字可能颠倒：1,146.39 应为 1,164.39"]);
  });

  it("a leaf typed in 元", () => {
    expect(hintsAt("F11", { "10,5": 11643900 })).toEqual(["可能按元填了：11,643,900.00 元是 1,164.39 万元"]);
  });

  it("a total that leaves a row out, told by its formula", () => {
    expect(hintsAt("F9", { ...MORE, "8,5": formula("=SUM(F10:F11)", 1000) })).toEqual([
      "公式 =SUM(F10:F11) 没有加上 F12 2010302 一般行政管理事务",
    ]);
  });

  it("a total that counts a row twice, told by its formula", () => {
    expect(hintsAt("F9", { ...MORE, "8,5": formula("=SUM(F10:F12)+F12", 1328.78) })).toEqual([
      "公式 =SUM(F10:F12)+F12 把 F12 2010302 一般行政管理事务 加了不止一次",
    ]);
  });

  it("a typed total that lacks one of its rows", () => {
    expect(hintsAt("F9", { ...MORE, "8,5": 1000 })).toEqual([
      "差额正好是 F12“2010302 一般行政管理事务”的 164.39，可能漏加了这一项",
    ]);
  });

  it("a typed total beside totals that are formulas", () => {
    expect(hintsAt("F9", { "8,5": 1111.11, "8,2": formula("=D9+E9", 1890.17) })).toEqual([
      "F9 的合计是直接录入的数，不是公式，下面的数改动后不会跟着变",
    ]);
  });

  it("nothing is said of a cell whose figures show no pattern", () => {
    expect(hintsAt("F11", { "10,5": 777.77 })).toEqual([]);
  });
});

describe("suspects of one wrong part among many", () => {
  /** First suspects of the only error once one cell of 表9 holds this. */
  function suspectsOf(row: number, value: number) {
    const workbook = withValue(seedWorkbook(), "表9", row, 2, value);
    const [error] = check(workbook).findings.filter(({ severity }) => severity === "error");
    return error?.suspects.map((one) => `${formatA1(one.row, one.column)} ${one.suggested}`) ?? [];
  }

  it.each([
    ["two digits exchanged, though other roundings would do", 33, 4.79, "C34 4.97"],
    ["a sign, though it is the fourth part", 17, -12.29, "C18 12.29"],
    ["a sign, though points slipped elsewhere would do", 51, -1.77, "C52 1.77"],
  ])("the one whose digits tell is first, with what they tell: %s", (_what, row, value, first) => {
    expect(suspectsOf(row, value)[0]).toBe(first);
  });

  it("those that would have to turn negative are none", () => {
    const suspects = suspectsOf(6, 321.59);
    expect(suspects[0]).toBe("C7 231.59");
    expect(suspects.length).toBeGreaterThan(1);
    expect(suspects.filter((suspect) => suspect.includes("-"))).toEqual([]);
  });
});

describe("an amount beside its own place", () => {
  /** Hints for a cell that should hold just this, as the localisation of several cells at once asks. */
  function hintsFor(row: number, column: number, value: string, changes: Readonly<Record<string, TestCell>>) {
    const workbook = workbookOf(sheetOf("表6", smallT06(changes)));
    const { tables } = recogniseWorkbook(workbook, GUANGZHOU);
    const judgements = relate(tables, GUANGZHOU).relations.map(judge);
    const suspect = { sheet: "表6", row, column, low: value, high: value, suggested: value, why: [] };
    return suspectHints(suspect, hintContext(judgementsByCell(judgements), workbook)).map((reason) =>
      say(reason, "zh-CN"),
    );
  }

  it("in the next column is told at both cells", () => {
    const moved = { "10,5": 0, "10,6": 1164.39 };
    expect(hintsFor(10, 5, "1164.39", moved)).toEqual(["金额可能填到了旁边一栏：G11"]);
    expect(hintsFor(10, 6, "0", moved)).toEqual(["这一格可能应当是空的，金额应填在旁边一栏：F11"]);
  });

  it("in the next row is told at both cells", () => {
    const moved = { "9,3": 0, "10,3": 725.78 };
    expect(hintsFor(9, 3, "725.78", moved)).toEqual(["金额可能填到了相邻一行：D11"]);
    expect(hintsFor(10, 3, "0", moved)).toEqual(["这一格可能应当是空的，金额应填在相邻一行：D10"]);
  });

  it("is not told where the neighbour's amount is another", () => {
    expect(hintsFor(10, 5, "1164.39", { "10,5": 0, "10,6": 999 })).toEqual([]);
  });
});
