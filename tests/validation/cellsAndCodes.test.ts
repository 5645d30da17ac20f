import { brief, check, checkSheet } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";
import { describe as say } from "../../src/messages/describe";

const findings = (changes: Record<string, TestCell>) => checkSheet(smallT06(changes)).findings;

describe("cells", () => {
  it("numbers kept as text still count, with one remark a table", () => {
    const found = findings({ "9,3": "725.78", "6,3": "７２５.７８" });
    expect(brief(found)).toEqual(["warning cell.text-number D7"]);
    expect(found[0]?.message.args).toMatchObject({ count: "2", cells: ["D7", "D10"] });
  });

  it("codes kept as numbers are a hint, one a table", () => {
    expect(brief(findings({ "7,0": 201, "8,0": 20103 }))).toEqual(["info cell.number-code A8"]);
  });

  it("an error value anywhere in the body is an error with its cell", () => {
    expect(brief(findings({ "9,1": { error: "#NAME?" } }))).toContain("error cell.error B10");
  });

  it("a row with amounts that is no kind of row is named, so that no figure is passed over in silence", () => {
    expect(brief(findings({ "9,0": "20A0301" }))).toContain("warning rows.unread C10");
  });

  it("so is such a row at the very end, or one without code and name", () => {
    const total = ["", "", 5, 5, 0, 0, 0];
    expect(brief(checkSheet([...smallT06(), total]).findings)).toEqual(["warning rows.unread C12"]);
    expect(brief(checkSheet([...smallT06(), [], ["", "", 5]]).findings)).toEqual([]);
  });

  it("a closing note is no row", () => {
    expect(checkSheet([...smallT06(), ["注：本表无政府性基金。"]]).findings).toEqual([]);
  });
});

describe("codes", () => {
  it("an unknown code is a warning with the codes it may have been meant for", () => {
    const unknown = findings({ "9,0": "2010392", "9,1": "行政运行" });
    expect(brief(unknown)).toEqual(["warning code.unknown A10"]);
    expect(say(unknown[0]?.message ?? { key: "", args: {} }, "zh-CN")).toContain("2010301 行政运行");
  });

  it("a known code with another code's name is a warning with the official name", () => {
    const found = findings({ "9,0": "2010302", "9,1": "行政运行" });
    expect(brief(found)).toEqual(["warning code.name A10"]);
    expect(found[0]?.message.args["official"]).toBe("一般行政管理事务");
  });

  it("the name of an earlier year is told with its year", () => {
    const rows = smallT06({
      "0,0": "2020年一般公共预算支出预算表（按功能分类科目）",
      "7,0": "215",
      "7,1": "资源勘探信息等支出",
    });
    const found = checkSheet(rows).findings.find(({ rule }) => rule === "code.outdated");
    expect(found?.message.args).toMatchObject({ lastYear: "2019", official: "资源勘探工业信息等支出" });
  });

  it("a code listed twice under one parent is a warning", () => {
    const rows = [...smallT06(), ["2010399", "其他政府办公厅（室）及相关机构事务支出", 0, 0, 0, 0, 0]];
    expect(brief(checkSheet(rows).findings)).toEqual(["warning code.duplicate A12"]);
  });

  it("a parent that is missing is an error, and its children's sums are not blamed", () => {
    const rows = [...smallT06().filter((_, row) => row !== 8), ["20105", "统计信息事务", 0, 0, 0, 0, 0]];
    const found = checkSheet(rows).findings;
    // It lands on the row that it belongs under.
    expect(brief(found)).toEqual(["error rows.missing C8"]);
    expect(found[0]).toMatchObject({ message: { args: { rows: ["20103"] } }, act: { kind: "rowDeleted" } });
  });

  it("a missing total row is an error", () => {
    const found = checkSheet(smallT06().filter((_, row) => row !== 6)).findings;
    expect(brief(found)).toEqual(["error rows.missing"]);
    expect(found[0]?.message.args["rows"]).toEqual(["合计"]);
  });

  it("an economic pair that does not go together is a warning", () => {
    // 30101 基本工资 beside 50201 办公经费
    const workbook = withValue(seedWorkbook(), "表9", 5, 1, "[50201]办公经费");
    expect(brief(check(workbook).findings)).toContain("warning code.pair A6");
  });
});

describe("tables and units", () => {
  it("a table that stands twice is named, and relations to it are not told", () => {
    const { findings: found } = check(workbookOf(sheetOf("表6", smallT06()), sheetOf("表6 (2)", smallT06())));
    expect(brief(found)).toEqual(["warning table.twice A1"]);
  });

  it("one unit code with two names is a warning at the second", () => {
    const workbook = withValue(seedWorkbook(), "表14", 8, 1, "广州市白云区政务局");
    expect(brief(check(workbook).findings)).toContain("warning X14 B9");
  });

  it("156 and 156001 may bear the same name", () => {
    expect(check(seedWorkbook()).findings.filter(({ rule }) => rule === "X14")).toEqual([]);
  });
});

describe("the year", () => {
  const outdated = (edition?: number) =>
    check(seedWorkbook(), edition).findings.filter(({ rule }) => rule === "code.outdated").length;

  it("is that of the tables unless an edition is asked for", () => {
    expect(outdated()).toBe(2);
    expect(outdated(2020)).toBe(2);
    expect(outdated(2019)).toBe(0);
  });
});
