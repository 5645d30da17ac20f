import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const plain = (value: number) => ({ value, numberFormat: "General" });

/** 表6 with another row of column numbers below its heading. */
function firstRowUnder(numbers: readonly TestCell[]): number | undefined {
  const rows = smallT06().map((cells, row) => (row === 5 ? numbers : cells));
  return recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU).tables[0]?.firstBodyRow;
}

describe("a row of column numbers is none of the body", () => {
  it.each([
    ["as printed", [1, 2, 3, 4, 5, 6, 7]],
    ["in the order of columns that were moved", [2, 1, 5, 6, 7, 4, 3]],
    ["with one taken out", [1, 3, 4, 5, 6, 7, 8]],
    ["with the first taken out", [4, 5, 6, 7, 8, 9, 10]],
  ])("%s", (_, numbers) => {
    expect(firstRowUnder(numbers.map(String))).toBe(6);
    expect(firstRowUnder(numbers.map(plain))).toBe(6);
  });

  it("with letters or 甲, 乙 over words", () => {
    expect(firstRowUnder(["A", "B", "3", "1", "2", "5", "4"])).toBe(6);
    expect(
      firstRowUnder(["乙", "甲", 3, 1, 2, 5, 4].map((n) => (typeof n === "number" ? plain(n) : n))),
    ).toBe(6);
  });
});

it("amounts below a heading are no column numbers: twice the same, too large, with digits after the point", () => {
  expect(firstRowUnder(["", "", 3, 1, 2, 2, 4].map((n) => (typeof n === "number" ? plain(n) : n)))).toBe(5);
  expect(firstRowUnder(["", "", 30, 1, 29, 28, 2].map((n) => (typeof n === "number" ? plain(n) : n)))).toBe(
    5,
  );
  expect(firstRowUnder(["", "", 3, 1, 2, 5, 4])).toBe(5);
});
