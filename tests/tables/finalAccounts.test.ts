import { checkSnapshot } from "../../src/actions/validate";
import { choosePack } from "../../src/recognition/choosePack";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { Pack } from "../../src/tables/definition";
import { FINAL_ACCOUNTS } from "../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../src/tables/national/pack";
import { parseRelation } from "../../src/tables/notation";
import { PACKS } from "../../src/tables/packs";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { finalAccounts } from "../support/finalAccounts";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

describe("the set of tables", () => {
  it("is found from the workbook", () => {
    expect(choosePack(finalAccounts(), PACKS)).toBe(FINAL_ACCOUNTS);
    expect(choosePack(nationalWorkbook(), PACKS).id).toBe("national-2024");
  });

  it("is none of a budget's, nor the other way round", () => {
    const found = (workbook: WorkbookSnapshot, pack: Pack) =>
      recogniseWorkbook(workbook, pack).tables.map(({ definition }) => definition.id);
    expect(found(finalAccounts(), GUANGZHOU)).toEqual([]);
    expect(found(finalAccounts(), NATIONAL)).toEqual([]);
    expect(found(nationalWorkbook(), FINAL_ACCOUNTS)).toEqual([]);
    expect(found(seedWorkbook(), FINAL_ACCOUNTS)).toEqual([]);
  });

  it("has relations that can be read", () => {
    const all = [...FINAL_ACCOUNTS.tables.flatMap(({ relations }) => relations), ...FINAL_ACCOUNTS.across];
    for (const { text } of all) expect(() => parseRelation(text)).not.toThrow();
  });
});

describe("final accounts", () => {
  it("whose figures agree have nothing to say, with what was left of the year before", () => {
    const { tables, relations, findings } = checkSnapshot(finalAccounts());
    expect(tables.map(({ table }) => table)).toEqual(["F01", "F02", "F03", "F04", "F05", "F06", "F09"]);
    // No list of codes is complete for 2025.
    expect(findings.map(({ rule }) => rule)).toEqual(["codes.list"]);
    expect(relations).toMatchObject({ mismatch: 0, rounding: 0, cannotTell: 0 });
    expect(relations.checked).toBeGreaterThan(130);
  });

  /** Where 基本支出 of 212 and 21201 stand. */
  const cells = (["支出", "一般公共预算"] as const).flatMap((name) => {
    const sheet = finalAccounts().sheets.find((one) => one.name === name);
    return [...(sheet?.rows ?? [])].flatMap(([row, line]) =>
      ["212", "21201"].includes(String(line.get(0)?.value)) ? [[name, row, 3] as const] : [],
    );
  });

  it("in which a digit was lost in four cells have those cells for suspects, and no other finding", () => {
    const printed = cells.reduce<WorkbookSnapshot>(
      (workbook, [name, row, column]) => withValue(workbook, name, row, column, 1066.51),
      finalAccounts(),
    );
    const { findings } = checkSnapshot(printed);
    const [note, ...others] = findings;
    expect(note?.rule).toBe("codes.list");
    expect(others.every(({ severity }) => severity === "error")).toBe(true);
    const suspects = findings.flatMap((finding) =>
      finding.suspects.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`),
    );
    expect(new Set(suspects)).toEqual(
      new Set(cells.map(([name, row, column]) => `${name} ${row} ${column}`)),
    );
  });

  it("a figure that differs from another table in the last digit alone is no finding where no relation joins them", () => {
    // 2080505 has 504.39 in one table, 30108 has 504.38 in the other.
    expect(checkSnapshot(finalAccounts()).findings.map(({ rule }) => rule)).toEqual(["codes.list"]);
  });

  it("a figure changed in the basic expenditure is found across the tables", () => {
    const changed = withValue(finalAccounts(), "基本支出", 11, 2, 9999);
    expect(checkSnapshot(changed).findings.map(({ severity }) => severity)).toContain("error");
  });
});
