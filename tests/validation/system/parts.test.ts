import type { LinearSystem } from "../../../src/validation/system/linearSystem";
import { solveSystem } from "../../../src/validation/system/solveSystem";
import type { FailingPart } from "../../../src/validation/system/solveSystem";
import { Chooser, randomFrom } from "../../support/random";
import { randomSystem } from "../../support/randomSystem";
import { systemOf } from "../../support/systemNotation";

/** "sum again: total | other; total 3 to 5": the conflict, the sets, what each cell may be. */
function told({ conflict, minimalSets, intervals, isComplete }: Omit<FailingPart, "relations">): string {
  const sets = minimalSets.map((set) => set.join(" ")).join(" | ");
  const ranges = [...intervals].map(
    ([id, { low, high }]) => `${id} ${low?.toFixed() ?? "any"} to ${high?.toFixed() ?? "any"}`,
  );
  return `${conflict.join(" ")}: ${sets}; ${ranges.join(", ")}${isComplete ? "" : " and more"}`;
}

describe("a system of parts that share no cell", () => {
  const verdict = solveSystem(
    systemOf(`
      a 8, b 2, c 2
      d 10, e 6, f 4
      x 1.00, y 3.00
      sum: a = b + c
      fine: d = e + f
      same: x = y
      again: a >= b`),
  );

  it("names each part that cannot hold, with its relations, its conflict, its cells and what they may be", () => {
    expect(verdict.parts.map(({ relations }) => relations)).toEqual([["sum", "again"], ["same"]]);
    expect(verdict.parts.map(told)).toEqual([
      "sum: a | b | c; a 3 to 5, b 5 to 7, c 5 to 7",
      "same: x | y; x 2.99 to 3.01, y 0.99 to 1.01",
    ]);
  });

  it("says of the whole what is wrong with the first of them", () => {
    expect(told(verdict)).toBe(told(verdict.parts[0]!));
    expect(verdict.feasible).toBe(false);
    expect(verdict.relations.map(({ id, verdict: own }) => `${id} ${own}`)).toEqual([
      "sum mismatch",
      "fine exact",
      "same mismatch",
      "again exact",
    ]);
  });
});

test("a system whose parts all hold has none to name", () => {
  const { feasible, parts, conflict } = solveSystem(
    systemOf("a 1, b 1\nx 2, y 3\none: a = b\nother: x <= y"),
  );
  expect({ feasible, parts, conflict }).toEqual({ feasible: true, parts: [], conflict: [] });
});

test("a cell that may not be doubted joins relations like any other", () => {
  const { parts } = solveSystem(systemOf("a 9, b 7, all 5!\none: a = all\nother: b = all"));
  expect(parts.map(({ relations }) => relations)).toEqual([["one", "other"]]);
  expect(parts[0]?.minimalSets).toEqual([["a", "b"]]);
});

test("relations over no cell are parts of their own", () => {
  const { parts, relations } = solveSystem(systemOf("a 1\nwrong: 0 a = 1\nright: a = 1"));
  expect(relations.map(({ verdict }) => verdict)).toEqual(["mismatch", "exact"]);
  expect(parts.map(told)).toEqual(["wrong: ; "]);
});

test("of 1,700 sums that share nothing and of which every third is wrong, each wrong one is told", () => {
  const sums = Array.from({ length: 1700 }, (_, index) => index);
  const text = sums
    .map((one) => `s${one} ${one % 3 === 0 ? 9 : 5}.00, a${one} 2.00, b${one} 3.00`)
    .join("\n");
  const { parts } = solveSystem(
    systemOf(`${text}\n${sums.map((one) => `r${one}: s${one} = a${one} + b${one}`).join("\n")}`),
  );
  expect(parts).toHaveLength(567);
  expect(parts.map(({ relations }) => relations)).toEqual(
    sums.filter((one) => one % 3 === 0).map((one) => [`r${one}`]),
  );
  expect(parts.every(({ minimalSets, isComplete }) => minimalSets.length === 3 && isComplete)).toBe(true);
});

/** The systems side by side, their names told apart by a number before them. */
function sideBySide(systems: readonly LinearSystem[]): LinearSystem {
  const named = systems.map(({ cells, relations }, index) => ({
    cells: [...cells].map(([id, cell]) => [`${index}${id}`, cell] as const),
    relations: relations.map((one) => ({
      ...one,
      id: `${index}${one.id}`,
      terms: new Map([...one.terms].map(([id, factor]) => [`${index}${id}`, factor])),
    })),
  }));
  return {
    cells: new Map(named.flatMap(({ cells }) => cells)),
    relations: named.flatMap(({ relations }) => relations),
  };
}

test("systems side by side are told as each is alone", () => {
  const systems = Array.from({ length: 120 }, (_, seed) => randomSystem(new Chooser(randomFrom(seed + 500))));
  const alone = systems.map(solveSystem);
  const together = solveSystem(sideBySide(systems));
  const numbered = (ids: readonly string[], index: number) => ids.map((id) => `${index}${id}`);
  const expected = alone.flatMap(({ parts }, index) =>
    parts.map((part) => ({
      relations: numbered(part.relations, index),
      conflict: numbered(part.conflict, index),
      sets: part.minimalSets.map((set) => numbered(set, index)),
      intervals: [...part.intervals].map(([id, range]) => [`${index}${id}`, range]),
      isComplete: part.isComplete,
    })),
  );
  expect(expected.length).toBeGreaterThan(30);
  expect(
    together.parts.map(({ minimalSets, intervals, ...part }) => ({
      relations: part.relations,
      conflict: part.conflict,
      sets: minimalSets,
      intervals: [...intervals],
      isComplete: part.isComplete,
    })),
  ).toEqual(expected);
  expect(together.relations.map(({ verdict }) => verdict)).toEqual(
    alone.flatMap(({ relations }) => relations.map(({ verdict }) => verdict)),
  );
});
