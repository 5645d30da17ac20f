import { mapReferences, sheetInFormula } from "../../../src/workbook/formula/references";
import type { Shift } from "../../../src/workbook/formula/shift";
import { moveFormula, shiftArea, shiftFormula, shiftRange } from "../../../src/workbook/formula/shift";
import { formatRange, MAX_COLUMNS, parseRange } from "../../../src/workbook/address";
import type { CellRange } from "../../../src/workbook/address";

const area = (text: string) => parseRange(text) as CellRange;
const rows = (kind: Shift["kind"], first: number, last: number): Shift => ({
  sheet: "表1",
  kind,
  axis: "rows",
  range: { firstRow: first - 1, lastRow: last - 1, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 },
});
const columnC: Shift = { sheet: "表1", kind: "insert", axis: "columns", range: area("C1:C1048576") };

test("only references are found: no texts, functions, names, tables or other workbooks", () => {
  const found: string[] = [];
  const formula = `=LOG10(A1)+"B2"&C3:$D$4&'收 支'!E5&表2!F:G&7:8&收入A1&[1]表3!H9&'[b.xlsx]表4'!I9&T[J9]&T1000000000&K9.x&SUM(表1:表3!A1,'1月:3月'!B2:C3)`;
  mapReferences(formula, ({ sheet, range, kind }) => {
    found.push([sheet ?? "", kind, formatRange(range)].join(" "));
    return undefined;
  });
  expect(found).toEqual([
    " cell A1",
    " area C3:D4",
    "收 支 cell E5",
    "表2 columns F1:G1048576",
    " rows A7:XFD8",
    "表1:表3 cell A1",
    "1月:3月 area B2:C3",
  ]);
});

test("a formula with nothing to change stays letter by letter", () => {
  const formula = `=sum( b1 : C9 ,  'it''s'!A1 ) & "x""y"`;
  expect(mapReferences(formula, () => undefined)).toBe(formula);
});

test.each([
  ["=A4", rows("insert", 5, 6), "=A4"],
  ["=A5", rows("insert", 5, 6), "=A7"],
  ["=$A$5*2", rows("insert", 5, 6), "=$A$7*2"],
  ["=SUM(A1:A9)", rows("insert", 5, 6), "=SUM(A1:A11)"],
  ["=SUM(A5:A9)", rows("insert", 5, 5), "=SUM(A6:A10)"],
  ["=SUM(A1:A4)", rows("insert", 5, 5), "=SUM(A1:A4)"],
  ["=SUM(A:A)+SUM(6:7)", rows("insert", 5, 5), "=SUM(A:A)+SUM(7:8)"],
  ["=A5", rows("delete", 5, 6), "=#REF!"],
  [
    "=SUM(INDEX(A5:A9,2):INDEX(A5:A9,ROWS(A5:A9)-1))",
    rows("delete", 9, 9),
    "=SUM(INDEX(A5:A8,2):INDEX(A5:A8,ROWS(A5:A8)-1))",
  ],
  ["=SUM(A5:A6)", rows("delete", 5, 6), "=SUM(#REF!)"],
  ["=SUM(A5:A9)", rows("delete", 5, 6), "=SUM(A5:A7)"],
  ["=SUM(A1:A5)", rows("delete", 5, 6), "=SUM(A1:A4)"],
  ["=SUM(A1:A9)", rows("delete", 5, 6), "=SUM(A1:A7)"],
  ["=表1!A9", rows("delete", 5, 6), "=表1!A7"],
  ["=表2!A9", rows("delete", 5, 6), "=表2!A9"],
  ["=D1+B1", columnC, "=E1+B1"],
])("%s after a shift", (before, shift, after) => {
  expect(shiftFormula(before, "表1", shift)).toBe(after);
});

test("on another sheet only references that name the sheet move", () => {
  expect(shiftFormula("=A9+表1!A9", "表2", rows("insert", 1, 1))).toBe("=A9+表1!A10");
});

test("a reference over several sheets stays when rows come or go in one of them, as in Excel", () => {
  const formula = "=SUM(表1:表3!A9,'表1:表2'!A5:A9)";
  expect(shiftFormula(formula, "汇总", rows("insert", 1, 1))).toBe(formula);
  expect(moveFormula(formula, 1, 0)).toBe("=SUM(表1:表3!A10,'表1:表2'!A6:A10)");
});

test("a sheet's name stays as it was written", () => {
  expect(shiftFormula("='表1'!A9+表1!A9", "表2", rows("insert", 1, 1))).toBe("='表1'!A10+表1!A10");
});

test("texts with exclamation marks and digits, columns of tables and names stay", () => {
  const formula = `=IF(B1="表1!A9 共3:4行",预算[[#Totals],[A9]],合计_A9)+INDIRECT("表1!A9")`;
  expect(shiftFormula(formula, "表1", rows("insert", 5, 5))).toBe(formula);
});

test("a range partly in the strip stays as a reference and is cut up as a format", () => {
  const shift: Shift = { sheet: "表1", kind: "insert", axis: "rows", range: area("B3:C4") };
  expect(shiftRange(area("A1:C9"), shift)).toEqual(area("A1:C9"));
  expect(shiftArea(area("A1:D9"), shift).map(formatRange)).toEqual(["A1:A9", "B1:C11", "D1:D9"]);
});

test("copied by two rows, references without dollar signs move along", () => {
  expect(moveFormula("=A1+$A$1+A$1+$A1", 2, 1)).toBe("=B3+$A$1+B$1+$A3");
  expect(moveFormula("=A1", -1, 0)).toBe("=#REF!");
});

test("sheet names that are no plain words stand in quotes", () => {
  expect(["表1", "收 支", "A1", "R1C1", "it's", "2020"].map(sheetInFormula)).toEqual([
    "表1",
    "'收 支'",
    "'A1'",
    "'R1C1'",
    "'it''s'",
    "'2020'",
  ]);
});
