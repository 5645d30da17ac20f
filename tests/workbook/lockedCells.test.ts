import { lockedCells } from "../../src/workbook/lockedCells";

const SHEETS = ["表3", "表 6", "it's"];

describe("cells a user has locked", () => {
  it("are those of a range, or of a whole sheet", () => {
    const { isLocked, unknown } = lockedCells(["表3!C5:D9", "表 6"], SHEETS);
    expect(unknown).toEqual([]);
    expect(isLocked({ sheet: "表3", row: 4, column: 2 })).toBe(true);
    expect(isLocked({ sheet: "表3", row: 9, column: 2 })).toBe(false);
    expect(isLocked({ sheet: "表 6", row: 99, column: 9 })).toBe(true);
    expect(isLocked({ sheet: "it's", row: 4, column: 2 })).toBe(false);
  });

  it("may be on a sheet whose name is quoted", () => {
    const { isLocked } = lockedCells(["'it''s'!B2"], SHEETS);
    expect(isLocked({ sheet: "it's", row: 1, column: 1 })).toBe(true);
  });

  it("names what is neither", () => {
    expect(lockedCells(["表9", "表3!", "C5", "表3!C5:"], SHEETS).unknown).toEqual([
      "表9",
      "表3!",
      "C5",
      "表3!C5:",
    ]);
  });
});
