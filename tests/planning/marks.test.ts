import { planClear, planMarks } from "../../src/planning/marks";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import { formatA1 } from "../../src/workbook/address";
import { MARK_SIGNATURE } from "../../src/workbook/edit";
import type { AddMark } from "../../src/workbook/edit";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const plan = (workbook: WorkbookSnapshot) => planMarks(workbook, checkWorkbook(workbook, GUANGZHOU), "zh-CN");

const marksOf = (workbook: WorkbookSnapshot): AddMark[] =>
  plan(workbook).edits.filter((edit) => edit.kind === "addMark");

const small = (changes: Record<string, TestCell>) => workbookOf(sheetOf("表6", smallT06(changes)));
const cells = (marks: readonly AddMark[]) => marks.map(({ row, column }) => formatA1(row, column)).sort();

describe("marks", () => {
  it("stand on totals that do not match and on the cell that is likely wrong", () => {
    const marks = marksOf(small({ "10,5": 1165.39 }));
    expect(cells(marks)).toEqual(["E11", "F11", "F9"]);
    expect(marks.every(({ severity }) => severity === "error")).toBe(true);
  });

  it("say what should hold, what is there and the difference, and at the suspect what it should be", () => {
    const suspect = marksOf(small({ "10,5": 1165.39 })).find(({ row, column }) => row === 10 && column === 5);
    expect(suspect?.text).toContain("可能错在 表6!F11，应为 1,164.39。");
    expect(suspect?.text).toContain("少 1.00 万元");
  });

  it("are one a cell, whatever there is to say of it", () => {
    const marks = marksOf(withValue(seedWorkbook(), "表6", 11, 4, 1165.39));
    const places = marks.map(({ sheet, row, column }) => `${sheet}!${formatA1(row, column)}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it("are put on warnings too, but not on rounding differences and missing rows", () => {
    const marks = marksOf(seedWorkbook("asPublished"));
    expect(marks.map(({ sheet, row, column }) => `${sheet}!${formatA1(row, column)}`).sort()).toEqual([
      "表1!C18",
      "表13!D32",
      "表13!E32",
      "表4!C18",
      "表9!A3",
      "表9!B3",
    ]);
    expect(marks.every(({ severity }) => severity === "warning")).toBe(true);
  });

  it("carry the signature by which they are found again", () => {
    for (const { formula } of marksOf(small({ "10,5": 1165.39 }))) expect(formula).toContain(MARK_SIGNATURE);
  });

  it("go out by themselves: the formula repeats the relation, rounded as printed and with the same slack", () => {
    const total = marksOf(small({ "6,2": 1990.17, "7,2": 1990.17, "8,2": 1990.17 })).find(
      ({ row, column }) => row === 6 && column === 2,
    );
    expect(total?.formula).toContain("ROUND(N($C$7),2)-ROUND(N($D$7),2)-ROUND(N($E$7),2)");
    expect(total?.formula).toContain("0.005*((ROUND(N($C$7),2)<>0)+(ROUND(N($D$7),2)<>0)");
  });

  it("depend on the cell's own content where the relation reaches into another sheet", () => {
    const workbook = withValue(seedWorkbook(), "表8", 5, 2, 1034.38);
    const mark = marksOf(workbook).find(({ sheet }) => sheet === "表3");
    expect(mark?.formula).toBe(`=AND(${MARK_SIGNATURE}error")=0,AND(ISNUMBER($D$5),$D$5=1033.38))`);
  });

  it("keep text with quotes whole in the formula", () => {
    const mark = marksOf(small({ "9,3": '见"附件"' })).find(({ row, column }) => row === 9 && column === 3);
    expect(mark?.formula).toContain('EXACT($D$10,"见""附件""")');
  });

  it("leave protected sheets alone and name them", () => {
    const workbook = small({ "10,5": 1165.39 });
    const locked = { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, isProtected: true })) };
    expect(plan(locked)).toEqual({ edits: [], protectedSheets: ["表6"] });
  });

  it("of the last check are taken away first", () => {
    const workbook = small({});
    const marked = {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => ({ ...sheet, marks: [{ id: "7", kind: "format" as const }] })),
    };
    const removal = { kind: "removeMark", sheet: "表6", id: "7", mark: "format" };
    expect(plan(marked).edits).toEqual([removal]);
    expect(planClear(marked).edits).toEqual([removal]);
  });
});
