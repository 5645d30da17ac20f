import { checkSnapshot } from "../../src/actions/validate";
import { choosePack } from "../../src/recognition/choosePack";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../src/tables/national/pack";
import { parseRelation } from "../../src/tables/notation";
import { PACKS } from "../../src/tables/packs";
import { brief } from "../support/check";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

describe("the set of tables", () => {
  it("is found from the workbook", () => {
    expect(choosePack(nationalWorkbook(), PACKS)).toBe(NATIONAL);
    expect(choosePack(seedWorkbook(), PACKS)).toBe(GUANGZHOU);
    expect(choosePack(workbookOf(sheetOf("空", [])), PACKS)).toBe(PACKS[0]);
  });

  it("has relations that can be read", () => {
    const all = [...NATIONAL.tables.flatMap(({ relations }) => relations), ...NATIONAL.across];
    for (const { text } of all) expect(() => parseRelation(text)).not.toThrow();
  });
});

describe("a budget in the nationwide form", () => {
  it("is recognised, with codes in three columns, and has nothing to say", () => {
    const { tables, relations, findings } = checkSnapshot(nationalWorkbook());
    expect(tables.map(({ table }) => table)).toEqual([
      "N01",
      "N02",
      "N03",
      "N04",
      "N05",
      "N06",
      "N07",
      "N08",
      "N09",
      "N10",
    ]);
    // No list of codes is complete for 2026.
    expect(findings.map(({ rule }) => rule)).toEqual(["codes.list"]);
    expect(relations).toMatchObject({ mismatch: 0, rounding: 0, cannotTell: 0 });
    expect(relations.checked).toBeGreaterThan(90);
  });

  it.each<[string, number, number, string[]]>([
    // 支出总表, 2010101 项目支出 … of 212 01 04 城管执法
    ["支出总表", 12, 6, ["error N03.c3=c4+c5 E13", "error N03.tree G11"]],
    ["一般公共预算", 11, 5, ["error N05.c3=c4+c5 E12", "error N05.tree F11"]],
    ["基本支出", 6, 4, ["error N08.c3=c4+c5 D7", "error N08.tree E6"]],
    ["三公", 5, 5, ["error N09.c4=c5+c6 D6"]],
  ])("a figure changed in %s is found in its row and in its column", (sheet, row, column, rules) => {
    const findings = checkSnapshot(withValue(nationalWorkbook(), sheet, row, column, 999_999_999)).findings;
    // One mistake is one finding; the relations it breaks stand in it.
    const broken = findings.flatMap((finding) =>
      (finding.relations ?? [finding]).map(({ rule, cell }) => ({ ...finding, rule, cell })),
    );
    expect(brief(broken)).toEqual(expect.arrayContaining(rules));
  });

  it("a figure changed in one table is found in the others", () => {
    const workbook = withValue(nationalWorkbook(), "收支总表", 4, 3, 3_720_600);
    const rules = new Set(checkSnapshot(workbook).findings.map(({ rule }) => rule));
    expect(rules).toContain("N.X02");
  });

  it("does not miss columns that an office leaves out", () => {
    const { relations } = checkSnapshot(nationalWorkbook());
    expect(relations.notApplicable).toBeGreaterThan(0);
    expect(relations.cannotTell).toBe(0);
  });
});

describe("部门收支总表 in other words", () => {
  const statement = (...income: readonly TestCell[][]) =>
    checkSnapshot(
      workbookOf(
        sheetOf("收支", [
          ["部门收支总表"],
          ["", "", "", "单位：万元"],
          ["收入", "", "支出"],
          ["项目", "预算数", "项目", "预算数"],
          ...income.map((cells, row) => [
            ...cells,
            ...(row === 0
              ? ["一、一般公共服务支出", 189.02]
              : row === 1
                ? ["二、社会保障和就业支出", 6.4]
                : []),
          ]),
          ["本年收入合计", 195.42, "本年支出合计", 195.42],
          ["上年结转", "", "结转下年"],
          ["收入总计", 195.42, "支出总计", 195.42],
        ]),
      ),
    ).findings.map(({ severity }) => severity);

  it("lists the funds under 财政拨款收入, or, as most offices do, without that line", () => {
    expect(
      statement(["一、财政拨款收入", 195.42], ["（一）一般公共预算", 195.42], ["（二）政府性基金预算", 0]),
    ).toEqual([]);
    expect(
      statement(["一、一般公共预算拨款收入", 195.42], ["二、政府性基金预算拨款收入", 0], ["三、事业收入", 0]),
    ).toEqual([]);
  });

  it("has a wrong fund found either way", () => {
    expect(statement(["一、一般公共预算拨款收入", 190.42], ["二、政府性基金预算拨款收入", 0])).toEqual([
      "error",
    ]);
    expect(statement(["一、财政拨款收入", 195.42], ["（一）一般公共预算", 190.42])).toEqual(["error"]);
  });
});

describe("项目支出表 with rows that are parts of others", () => {
  const projects = (part: string) =>
    checkSnapshot(
      workbookOf(
        sheetOf("项目", [
          ["2026年项目支出表"],
          ["", "", "", "", "单位：万元"],
          ["序号", "项目名称", "合计", "一般公共预算", "政府性基金预算"],
          ["1", "执法专项经费", 876.54, 876.54, 0],
          ["", part, 100, 100, 0],
          ["2", "离退休人员活动经费", 12, 12, 0],
          ["合计", "", 888.54, 888.54, 0],
        ]),
      ),
    ).findings;

  it("does not add up 其中 rows, and finds 合计 in the column of 序号", () => {
    expect(projects("其中：车辆运行")).toEqual([]);
  });

  it("adds up every other row", () => {
    expect(projects("车辆运行").map(({ severity }) => severity)).toContain("error");
  });
});

describe("财政拨款收支总表 with what was left of the year before, fund by fund", () => {
  const statement = (left: number) =>
    checkSnapshot(
      workbookOf(
        sheetOf("财政拨款", [
          ["财政拨款收支总表"],
          ["", "", "", "单位：万元"],
          ["收入", "", "支出"],
          ["项目", "预算数", "项目", "合计", "一般公共预算财政拨款"],
          ["一、本年收入", 190.42, "一、本年支出", 195.42, 195.42],
          ["（一）一般公共预算拨款", 190.42, "（一）一般公共服务支出", 189.02, 189.02],
          ["（二）政府性基金预算拨款", 0, "（二）社会保障和就业支出", 6.4, 6.4],
          ["二、上年结转", 5, "二、结转下年", 0, 0],
          ["（一）一般公共预算拨款", left],
          ["（二）政府性基金预算拨款", 0],
          ["收入总计", 195.42, "支出总计", 195.42, 195.42],
        ]),
      ),
    ).findings.map(({ severity }) => severity);

  it("is not added up twice", () => {
    expect(statement(5)).toEqual([]);
  });

  it("agrees with 上年结转 or is found", () => {
    expect(statement(3)).toEqual(["error"]);
  });
});
