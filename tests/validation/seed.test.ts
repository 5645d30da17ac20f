import { check } from "../support/check";
import { seedWorkbook } from "../support/seedWorkbook";
import { formatA1 } from "../../src/workbook/address";

describe("the complete budget of 2020", () => {
  const { tables, relations, findings } = check(seedWorkbook());

  it("has 14 tables and well over 371 relations, none of which fails", () => {
    expect(tables).toHaveLength(14);
    expect(relations).toMatchObject({ mismatch: 0, rounding: 20, cannotTell: 0 });
    expect(relations.checked).toBeGreaterThanOrEqual(371);
    expect(relations.exact + relations.rounding).toBe(relations.checked);
  });

  it("has the rounding differences known of it, one note a table", () => {
    const notes = findings
      .filter(({ severity }) => severity === "rounding")
      .map(({ table, cells }) => [table, ...cells.map(({ row, column }) => formatA1(row, column))]);
    expect(notes).toEqual([
      ["T02", "C27", "D27", "E27", "F27"],
      ["T03", "C5", "E5", "C25", "D25"],
      ["T06", "C27", "D27"],
      ["T09", "C24", "C39"],
      ["T10", "C6"],
      ["T13", "H9", "I9", "J9", "H6", "I6", "J6"],
    ]);
  });

  it("has no error", () => {
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("the budget as published, without the rows its text lost", () => {
  const complete = check(seedWorkbook());
  const { relations, findings } = check(seedWorkbook("asPublished"));

  it("says which rows 表2 and 表10 lack, and blames no figure for it", () => {
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, table }) => [rule, table])).toEqual([
      ["rows.missing", "T02"],
      ["rows.missing", "T10"],
    ]);
    expect(errors[0]?.message.args["rows"]).toEqual(expect.arrayContaining(["总计", "2010301 行政运行"]));
    expect(errors[1]?.message.args["rows"]).toEqual(["156003"]);
    expect(relations.mismatch).toBe(0);
  });

  it("counts what the missing rows make impossible to tell as such, never as passed", () => {
    expect(relations.cannotTell).toBeGreaterThan(0);
    expect(relations.exact).toBeLessThan(complete.relations.exact);
  });

  it("says nothing else that the complete one does not say", () => {
    const known = new Set(complete.findings.map(({ rule, table }) => `${rule} ${table}`));
    const added = findings.filter(({ rule, table }) => !known.has(`${rule} ${table}`));
    expect(added.map(({ rule }) => rule)).toEqual(["rows.missing", "rows.missing"]);
  });
});
