import { moveFormula } from "../../../src/workbook/formula/shift";

describe("a formula moved by two rows and one column", () => {
  test.each([
    ["A1+B$2-$C3*$D$4", "B3+C$2-$C5*$D$4"],
    ["SUM(A1:B9)", "SUM(B3:C11)"],
    ["表1!A1+'表 6'!B2", "表1!B3+'表 6'!C4"],
    ["SUM(C:C)+SUM($D:E)+SUM(2:3)+SUM($4:5)", "SUM(D:D)+SUM($D:F)+SUM(4:5)+SUM($4:7)"],
    ["VLOOKUP(A1,Sheet1!D:F,2,0)", "VLOOKUP(B3,Sheet1!E:G,2,0)"],
  ])("%s becomes %s", (formula, moved) => {
    expect(moveFormula(formula, 2, 1)).toBe(moved);
  });

  test.each([
    'IF("A1"="B2",1,"3:4")',
    "'A1'!$B$2",
    "T08!$C$3",
    "LOG10(100)+ATAN2(1,2)",
    "合计A1+总额_B2",
    "XFE1+ABCD5",
    "预算[A1]",
    "1.5+2E3",
  ])("%s stays", (formula) => {
    expect(moveFormula(formula, 2, 1)).toBe(formula);
  });
});

test("a reference that leaves the sheet is #REF!", () => {
  expect(moveFormula("A1+B2+C:C+1:2", -1, -1)).toBe("#REF!+A1+B:B+#REF!");
  expect(moveFormula("XFD1+A1048576", 1, 1)).toBe("#REF!+#REF!");
});
