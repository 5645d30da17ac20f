import { checkSnapshot } from "../../../src/actions/validate";
import { isOpen } from "../../../src/validation/finding";
import type { Finding } from "../../../src/validation/finding";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";

/** The error of the budget of 2020 with another value in one cell. */
function errorWith(sheet: string, row: number, column: number, value: number): Finding | undefined {
  const found = checkSnapshot(withValue(seedWorkbook(), sheet, row, column, value)).findings;
  const errors = found.filter((one) => isOpen(one, "error"));
  expect(errors).toHaveLength(1);
  return errors[0];
}

it("a cell that relations blame alone is told as one figure typed wrong, with its row", () => {
  const error = errorWith("表5", 11, 7, 5.47);
  expect(error?.act).toEqual({ kind: "figure", rows: [{ sheet: "表5", row: 11 }], others: [] });
  expect(error?.suspects[0]?.suggested).toBe("4.47");
});

it("a part that holds its total is told as such", () => {
  const error = errorWith("表9", 44, 2, 23.58);
  expect(error?.act?.kind).toBe("totalInChild");
});

it("where nobody can tell which cell is wrong no act is named, and where one is blamed there is one", () => {
  const seen = { one: 0, open: 0 };
  for (const [sheet, column] of [
    ["表9", 2],
    ["表1", 1],
    ["表2", 2],
  ] as const)
    for (let row = 7; row < 13; row++)
      for (const { verdict, act } of checkSnapshot(withValue(seedWorkbook(), sheet, row, column, 0.37))
        .findings) {
        if (verdict?.kind === "open") expect(act).toBeUndefined();
        else if (verdict?.named === 1) expect(act?.others).toEqual([]);
        if (verdict) seen[verdict.kind]++;
      }
  expect(seen.one).toBeGreaterThan(3);
  expect(seen.open).toBeGreaterThan(0);
});
