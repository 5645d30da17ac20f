import { addedCells } from "../../../src/validation/hints/sumFormula";

const cells = (formula: string) => {
  const added = addedCells(formula);
  return added && Object.fromEntries(added);
};

describe("the cells a plain sum adds", () => {
  it("follows SUM, lists, single cells and signs", () => {
    expect(cells("=SUM(C8:C9,$C$11)+C12-D1")).toEqual({
      "7,2": 1,
      "8,2": 1,
      "10,2": 1,
      "11,2": 1,
      "0,3": -1,
    });
  });

  it("counts a cell as often as it is added", () => {
    expect(cells("=SUM(C8:C9)+C9")).toEqual({ "7,2": 1, "8,2": 2 });
  });

  it.each(["=SUMIF(A:A,1,C:C)", "=C8*2", "=SUM(C8:C9)+10", "=SUM(Sheet2!C8)", "=", "=SUM(C8", "=C8C9"])(
    "gives up on %s",
    (formula) => expect(addedCells(formula)).toBeUndefined(),
  );
});
