import { parseFormula } from "../../../src/workbook/formula/parse";

test("a sum of a few hundred cells is read", () => {
  expect(parseFormula(`=${Array.from({ length: 300 }, (_, row) => `A${row + 1}`).join("+")}`)).toBeDefined();
});

test.each([
  ["a chain of thousands of operators", `=${"1+".repeat(4000)}1`],
  ["thousands of brackets", `=${"(".repeat(4000)}1${")".repeat(4000)}`],
  ["thousands of signs", `=${"-".repeat(8000)}1`],
  ["thousands of percent signs", `=1${"%".repeat(8000)}`],
])("%s is no formula that anybody has to walk", (_what, formula) => {
  expect(parseFormula(formula)).toBeUndefined();
});
