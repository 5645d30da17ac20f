import { formatA1 } from "../../src/workbook/address";
import { checkSheet } from "../support/check";
import { smallT06 } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const broken = (formula: string): TestCell => ({
  value: { error: "#REF!" },
  formula,
  numberFormat: "#,##0.00",
});

/** The cells of each finding about error values. */
function errors(changes: Record<string, TestCell>): string[][] {
  return checkSheet(smallT06(changes))
    .findings.filter(({ rule }) => rule === "cell.error")
    .map(({ cells }) => cells.map(({ row, column }) => formatA1(row, column)));
}

it("an error is told once where it comes from, not in the formulas that take it", () => {
  const changes = { "8,2": broken("=C10+#REF!"), "7,2": broken("=C9"), "6,2": broken("=SUM(C8)") };
  expect(errors(changes)).toEqual([["C9"]]);
});

it("errors side by side in one row are one finding", () => {
  const changes = { "8,2": broken("=C10+#REF!"), "8,3": broken("=D10+#REF!") };
  expect(errors(changes)).toEqual([["C9", "D9"]]);
});

it("formulas that take an error from each other are all told", () => {
  expect(errors({ "7,2": broken("=C9"), "8,2": broken("=C8") })).toEqual([["C8"], ["C9"]]);
});
