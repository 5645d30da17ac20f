import { readSystem } from "../../../src/validation/system/readSystem";
import { solveSystem } from "../../../src/validation/system/solveSystem";
import type { SystemVerdict } from "../../../src/validation/system/solveSystem";

interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

function solve(values: Readonly<Record<string, number>>, sums: readonly Sum[]): SystemVerdict {
  const system = readSystem({
    cells: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, { value: value.toFixed(2), step: 0.01 }]),
    ),
    relations: sums.map(({ total, parts }, index) => ({
      id: `r${index}`,
      terms: { [total]: 1, ...Object.fromEntries(parts.map((part) => [part, -1])) },
      op: "=",
      constant: 0,
    })),
  });
  if ("problem" in system) throw new Error(system.problem.key);
  return solveSystem(system);
}

test("a total over 600 parts that is wrong names each of the 601 cells, and what it would be", () => {
  const parts = Array.from({ length: 600 }, (_, index) => `p${index}`);
  const values = Object.fromEntries(parts.map((part) => [part, 7]));
  const { minimalSets, intervals, isComplete } = solve({ total: 9999, ...values }, [
    { total: "total", parts },
  ]);
  expect(isComplete).toBe(true);
  expect(minimalSets).toHaveLength(601);
  expect(new Set(minimalSets.flat()).size).toBe(601);
  // Σ of the 600 parts is 4,200.00, give or take 600 half steps and one.
  expect([intervals.get("total")?.low?.toFixed(), intervals.get("total")?.high?.toFixed()]).toEqual([
    "4197",
    "4203",
  ]);
});

/** A square of figures with the sum of each row and column. */
function square(size: number): { values: Record<string, number>; sums: Sum[] } {
  const values: Record<string, number> = {};
  const sums: Sum[] = [];
  const figure = (row: number, column: number) => ((row * 7 + column * 13) % 31) + 10;
  const all = Array.from({ length: size }, (_, index) => index);
  for (const row of all) for (const column of all) values[`x${row},${column}`] = figure(row, column);
  for (const one of all) {
    values[`row${one}`] = all.reduce((sum, other) => sum + figure(one, other), 0);
    values[`column${one}`] = all.reduce((sum, other) => sum + figure(other, one), 0);
    sums.push({ total: `row${one}`, parts: all.map((other) => `x${one},${other}`) });
    sums.push({ total: `column${one}`, parts: all.map((other) => `x${other},${one}`) });
  }
  return { values, sums };
}

test("in a square of 20 rows and columns four wrong figures are told by the rows and columns they break", () => {
  const { values, sums } = square(20);
  const wrong = { "x2,3": 1000, "x5,5": 1200, "x11,17": 1500, column9: 2000 };
  for (const [id, by] of Object.entries(wrong)) values[id] = (values[id] ?? 0) + by;
  const { minimalSets, isComplete } = solve(values, sums);
  expect(isComplete).toBe(true);
  expect(minimalSets.map((set) => [...set].sort())).toEqual([Object.keys(wrong).sort()]);
});

test("where there are too many ways to look through, one that mends everything is given and said not to be all", () => {
  const count = 40;
  const values = Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, index + 1]));
  const sums = Array.from({ length: count - 1 }, (_, index) => ({
    total: `a${index + 1}`,
    parts: [`a${index}`],
  }));
  const { minimalSets, isComplete } = solve(values, sums);
  // Every figure but one would have to change.
  expect(minimalSets.length).toBeGreaterThan(0);
  expect(minimalSets[0]).toHaveLength(count - 1);
  expect(isComplete || minimalSets.length < count).toBe(true);
});
