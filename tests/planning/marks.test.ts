import { planClear, planMarks } from "../../src/planning/marks";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import { formatA1 } from "../../src/workbook/address";
import { MARK_SIGNATURE } from "../../src/workbook/edit";
import type { AddMark, WriteCell } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import { cellAtAddress } from "../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const plan = (workbook: WorkbookSnapshot) => planMarks(workbook, checkWorkbook(workbook, GUANGZHOU), "zh-CN");

const marksOf = (workbook: WorkbookSnapshot): AddMark[] =>
  plan(workbook).edits.filter((edit) => edit.kind === "addMark");

const small = (changes: Record<string, TestCell>) => workbookOf(sheetOf("表6", smallT06(changes)));

describe("marks", () => {
  it("are strong on the cell that is to blame and pale on the totals that do not match because of it", () => {
    const marks = marksOf(small({ "10,5": 1165.39 }));
    expect(
      Object.fromEntries(marks.map(({ row, column, severity }) => [formatA1(row, column), severity])),
    ).toEqual({ F11: "error", E11: "involved", F9: "involved" });
  });

  it("are strong on every cell of a block that stands a row off", () => {
    const budget = seedWorkbook();
    const column = (row: number) => cellAtAddress(budget, { sheet: "表6", row, column: 3 })?.value;
    const edits = Array.from({ length: 8 }, (_, index): WriteCell => {
      const value = index === 0 ? undefined : column(9 + index);
      const content = typeof value === "number" ? { value } : null;
      return { kind: "writeCell", sheet: "表6", row: 10 + index, column: 3, content };
    });
    const strong = marksOf(editedWorkbook(budget, edits)).filter(({ severity }) => severity === "error");
    const found = new Set(strong.map(({ sheet, row, column: at }) => `${sheet}!${formatA1(row, at)}`));
    for (const row of [11, 12, 13, 14, 15, 16, 17]) expect(found).toContain(`表6!D${row}`);
  });

  it("say what should hold, what is there and the difference, and at the suspect what it should be", () => {
    const suspect = marksOf(small({ "10,5": 1165.39 })).find(({ row, column }) => row === 10 && column === 5);
    expect(suspect?.text).toContain("表6 F11 1,165.39 看来应为 1,164.39 万元：");
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
    expect(mark?.formula).toBe(`=AND(${MARK_SIGNATURE}involved")=0,AND(ISNUMBER($D$5),$D$5=1033.38))`);
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
