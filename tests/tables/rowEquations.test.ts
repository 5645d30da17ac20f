import { summedColumns, rowEquations } from "../../src/tables/rowEquations";

/** "c3 = 2 c4 - c5": the equation of a row as it is read; "" where the sentence is none. */
function read(text: string): string {
  const side = (terms: readonly { readonly number: number; readonly factor: number }[]) =>
    terms.map(({ number, factor }) => `${factor}*c${number}`).join(" + ");
  return rowEquations({ relations: [{ id: "", text }] })
    .map(({ left, right }) => `${side(left)} = ${side(right)}`)
    .join();
}

test.each([
  ["c3 = c4 + c5", "1*c3 = 1*c4 + 1*c5"],
  ["c3 - c4 = 2 * c5", "1*c3 + -1*c4 = 2*c5"],
  ["c3 <= c4", ""],
  ["c3 = 0.5 * c4", ""],
  ["c3 = c4 + 10", ""],
  ["c3..c4 = c5..c6", ""],
  ["[合计] = Σ[>类]", ""],
  ["T03[总计].c4 = T08[合计].c3", ""],
])("%s says of every row: %s", (text, equation) => {
  expect(read(text)).toBe(equation);
});

test("a column is a sum where it stands alone and all others count once", () => {
  const texts = ["c3 = c4 + c5", "c3 - c4 = c5", "c6 = c7 - c8", "c9 = c10"];
  expect(summedColumns({ relations: texts.map((text) => ({ id: text, text })) })).toEqual([
    { sum: 3, parts: [4, 5] },
    { sum: 9, parts: [10] },
  ]);
});
