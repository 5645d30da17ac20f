import { describe as say, hasWording } from "../../src/messages/describe";
import type { Locale } from "../../src/messages/describe";
import type { CheckResult } from "../../src/validation/checkResult";
import { check, checkSheet } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { smallT06 } from "../support/sheet";

const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];

describe("a sentence", () => {
  test("has its arguments in their places", () => {
    expect(say({ key: "reason.title", args: { cell: "A1", title: "收支总体情况表" } }, "zh-CN")).toBe(
      "A1 的表名是“收支总体情况表”",
    );
    expect(say({ key: "reason.title", args: { cell: "A1", title: "收支总体情况表" } }, "en-US")).toBe(
      "The title in A1 is “收支总体情况表”",
    );
  });

  test("leaves out the part whose argument is empty", () => {
    const args = { table: "表6", cell: "A9", code: "2010309", system: "支出功能分类科目", year: "2020" };
    expect(say({ key: "code.unknown", args: { ...args, suggestions: "2010301 行政运行" } }, "zh-CN")).toBe(
      "表6 A9：2020 年支出功能分类科目中没有编码 2010309，请核对，是否为 2010301 行政运行",
    );
    expect(say({ key: "code.unknown", args: { ...args, year: "", suggestions: "" } }, "zh-CN")).toBe(
      "表6 A9：支出功能分类科目中没有编码 2010309，请核对",
    );
  });

  test("has single quotation marks within double ones", () => {
    const args = { cell: "A1", title: "“三公”经费预算表" };
    expect(say({ key: "reason.title", args }, "zh-CN")).toBe("A1 的表名是“‘三公’经费预算表”");
    const table = { table: "表12“三公”经费", cell: "C7", column: "总计", text: "无" };
    expect(say({ key: "cell.notAmount.noDigits", args: table }, "zh-CN")).toContain("表12“三公”经费");
  });

  test("takes arguments as they are, braces and signs of patterns among them", () => {
    const text = "{range} $& $1 [[x]]";
    const args = { table: "表6", cell: "C7", column: "总计", text };
    expect(say({ key: "cell.notAmount.noDigits", args }, "zh-CN")).toContain(`“${text}”`);
  });

  test("takes no notice of arguments it has no place for", () => {
    expect(say({ key: "file.empty", args: { part: "zip" } }, "zh-CN")).toBe(
      "文件是空的（0 字节），请重新复制一份",
    );
  });

  test.each(LOCALES)("without a wording in %s is an error that names the key", (locale) => {
    expect(() => say({ key: "no.such", args: {} }, locale)).toThrow(/no\.such/);
    expect(() => say({ key: "toString", args: {} }, locale)).toThrow();
  });

  test.each(LOCALES)("lacking an argument in %s is an error that names both", (locale) => {
    expect(() => say({ key: "reason.title", args: { cell: "A1" } }, locale)).toThrow(/reason\.title.*title/);
    // Also where the part would fall away if the argument were empty.
    const args = { table: "表6", cell: "A9", code: "2010309", system: "x", year: "2020" };
    expect(() => say({ key: "code.unknown", args }, locale)).toThrow(/suggestions/);
  });

  test("is known by its key", () => {
    expect([hasWording("file.empty"), hasWording("file.nothing"), hasWording("toString")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("everything a check says can be said in both languages", () => {
  const sentences = ({ findings, tables, unplaced }: CheckResult) =>
    [
      ...findings.flatMap(({ message, suspects }) => [message, ...suspects.flatMap(({ why }) => why)]),
      ...tables.flatMap(({ reasons }) => reasons),
      ...unplaced.map(({ reason }) => reason),
    ].map((message) => LOCALES.map((locale) => say(message, locale)));

  const complete = seedWorkbook();
  const cases: readonly (readonly [string, () => CheckResult])[] = [
    ["of the complete 2020 budget", () => check(complete)],
    ["of the budget as published", () => check(seedWorkbook("asPublished"))],
    ["of a wrong total", () => check(withValue(complete, "表6", 6, 2, 99))],
    ["of a lost formula", () => check(withValue(complete, "表6", 6, 2, { error: "#REF!" }))],
    [
      "of amounts in words",
      () => checkSheet(smallT06({ "6,2": "约 12", "7,2": true, "8,2": "1,0333", "9,2": "12.5" })),
    ],
    [
      "of strange codes",
      () => checkSheet(smallT06({ "9,0": "2010309", "10,0": 2010399, "7,1": "外交支出" })),
    ],
    ["of rows that lead nowhere", () => checkSheet(smallT06({ "8,0": "", "8,1": "其他" }))],
    ["of a sheet without a table", () => checkSheet([["通讯录"], ["姓名", "电话"]])],
  ];

  test.each(cases)("%s", (_what, result) => {
    const said = sentences(result());
    expect(said.length).toBeGreaterThan(0);
    for (const [chinese = "", english = ""] of said) {
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(english).not.toBe(chinese);
      expect(chinese + english).not.toMatch(/undefined|NaN|\[object|\[\[|\]\]|\{\w+\}/);
    }
  });
});
