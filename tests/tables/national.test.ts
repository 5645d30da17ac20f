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
    expect(findings).toEqual([]);
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
