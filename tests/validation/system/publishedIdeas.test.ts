import { readSystem } from "../../../src/validation/system/readSystem";
import { solveSystem } from "../../../src/validation/system/solveSystem";
import type { SystemVerdict } from "../../../src/validation/system/solveSystem";

/**
 * The ideas of published cases of interval consistency and of error localisation, on figures of our own.
 * docs/validation.md counts how far the engine agrees with the published ones.
 */

type Cells = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Rule = readonly [
  terms: Readonly<Record<string, number>>,
  op: "=" | "<=" | ">=",
  constant: number | string,
];

function solve(cells: Cells, rules: readonly Rule[], whole: object = {}): SystemVerdict {
  const system = readSystem({
    ...whole,
    cells,
    relations: rules.map(([terms, op, constant], index) => ({ id: `r${index}`, terms, op, constant })),
  });
  if ("problem" in system) throw new Error(`${system.problem.key} ${JSON.stringify(system.problem.args)}`);
  return solveSystem(system);
}

const verdicts = ({ relations }: SystemVerdict) => relations.map(({ verdict }) => verdict);
const sets = ({ minimalSets }: SystemVerdict) => minimalSets.map((set) => [...set].sort().join(" ")).sort();
const exact = (values: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, step: 0 }]));
const only = (verdict: SystemVerdict, id: string) => {
  const { low, high } = verdict.intervals.get(id)!;
  return [low?.toFixed() ?? null, high?.toFixed() ?? null];
};

describe("a printed figure is a closed interval", () => {
  it.each([
    ["1066.51", "0.01", "1066.505", "1066.515"],
    ["-20.7", "0.1", "-20.75", "-20.65"],
    ["1200", "100", "1150", "1250"],
    ["-3000", "1000", "-3500", "-2500"],
    ["0", "0.01", "-0.005", "0.005"],
    ["7.25", "0", "7.25", "7.25"],
  ])("%s printed with step %s may be %s and %s and nothing beyond", (value, step, low, high) => {
    const beyond = (end: string, by: string) => `${(Number(end) * 1e6 + Number(by) * 1e6) / 1e6}`;
    const at = [low, high, beyond(low, "-0.000001"), beyond(high, "0.000001")];
    const verdict = solve(
      { v: { value, step } },
      at.map((end) => [{ v: 1 }, "=", end] as const),
      { zeroExact: false },
    );
    expect(verdicts(verdict).map((one) => one !== "mismatch")).toEqual([true, true, false, false]);
  });

  it("and a zero is a point unless the file says otherwise, whose ends rounding half up does not reach", () => {
    const rules: Rule[] = [[{ v: 1 }, "=", "0.005"]];
    expect(verdicts(solve({ v: { value: 0, step: 0.01 } }, rules))).toEqual(["mismatch"]);
    expect(verdicts(solve({ v: { value: 0, step: 0.01 } }, rules, { zeroExact: false }))).toEqual(["edge"]);
  });

  it("a factor widens it, a negative one turns it round", () => {
    const cells = { a: { value: 40, step: 10 }, b: { value: 15, step: 1 } };
    // 2a is from 70 to 90, −3b from −46.5 to −43.5.
    const reaches = (sum: number) => verdicts(solve(cells, [[{ a: 2, b: -3 }, "=", sum]]))[0] !== "mismatch";
    expect([23.5, 46.5, 23.4, 46.6].map(reaches)).toEqual([true, true, false, false]);
  });

  it("a figure printed twice, roughly and finely, must be one amount within both", () => {
    const figures = (fine: number): Cells => ({
      rough: { value: 12_000, step: 1000 },
      fine: { value: fine, step: 1 },
      total: { value: 12_300, step: 1 },
    });
    const rules: Rule[] = [
      [{ rough: 1, fine: -1 }, "=", 0],
      [{ total: 1, rough: -1 }, "=", 0],
    ];
    expect(solve(figures(12_300), rules).feasible).toBe(true);
    const apart = solve(figures(12_302), rules);
    // Each holds by itself: 12,000 may be 12,300 as well as 12,302.
    expect(verdicts(apart)).toEqual(["rounding", "rounding"]);
    expect(apart).toMatchObject({ feasible: false, conflict: ["r0", "r1"] });
  });
});

describe("the fewest cells whose change mends everything", () => {
  const BALANCE: Rule[] = [
    [{ profit: 1, cost: 1, turnover: -1 }, "=", 0],
    [{ cost: 1, turnover: -0.6 }, ">=", 0],
    [{ cost: 1 }, ">=", 0],
  ];

  it("are told apart by a share that must hold beside the sum", () => {
    const verdict = solve(exact({ profit: 841, cost: 190, turnover: 300 }), BALANCE);
    expect(sets(verdict)).toEqual(["profit"]);
    expect(only(verdict, "profit")).toEqual(["110", "110"]);
  });

  it("are found for a figure of ten thousand million just so", () => {
    const verdict = solve(exact({ profit: 1e10, cost: 190, turnover: 300 }), BALANCE);
    expect(sets(verdict)).toEqual(["profit"]);
    expect(only(verdict, "profit")).toEqual(["110", "110"]);
  });

  it("are all named where three cells are as likely, and the lightest alone where one is", () => {
    const figures = exact({ a: 31, b: 45, sum: 85 });
    const rules: Rule[] = [[{ a: 1, b: 1, sum: -1 }, "=", 0]];
    expect(sets(solve(figures, rules))).toEqual(["a", "b", "sum"]);
    const weighed = { ...figures, b: { value: 45, step: 0, weight: 0.5 } };
    expect(sets(solve(weighed, rules))).toEqual(["b"]);
  });

  it("leave alone what is fixed, though it takes more cells", () => {
    const figures = {
      whole: { value: 5, step: 0, fixed: true },
      first: { value: 8, step: 0 },
      second: { value: 7, step: 0 },
    };
    const verdict = solve(figures, [
      [{ whole: 1, first: -1, second: -1 }, "=", 0],
      [{ first: 1 }, ">=", 0],
      [{ second: 1 }, ">=", 0],
    ]);
    expect(sets(verdict)).toEqual(["first second"]);
    expect(only(verdict, "first")).toEqual(["0", "5"]);
  });

  it("are one cell for two figures that were exchanged, where changing one is enough", () => {
    // 9 and 4 were put in each other's place: 4 − 9 is not 5. Who counts cells changes one, who looks for exchanges two.
    expect(sets(solve(exact({ in: 4, out: 9, rest: 5 }), [[{ in: 1, out: -1, rest: -1 }, "=", 0]]))).toEqual([
      "in",
      "out",
      "rest",
    ]);
  });

  it("are the cell that was typed wrong and the one with a digit too many, each with its figure", () => {
    const verdict = solve(exact({ a: 2531, b: 208, c: 2739, again: 280, d: 604, all: 33343, twice: 3343 }), [
      [{ a: 1, b: 1, c: -1 }, "=", 0],
      [{ b: 1, again: -1 }, "=", 0],
      [{ c: 1, d: 1, all: -1 }, "=", 0],
      [{ all: 1, twice: -1 }, "=", 0],
    ]);
    expect(sets(verdict)).toEqual(["again all"]);
    expect([only(verdict, "again"), only(verdict, "all")]).toEqual([
      ["208", "208"],
      ["3343", "3343"],
    ]);
  });

  it("are forced where bounds are broken, whatever else is wrong", () => {
    const verdict = solve(exact({ a: -3, b: 8, sum: 5, more: -2 }), [
      [{ a: 1, b: 1, sum: -1 }, "=", 0],
      [{ a: 1 }, ">=", 0],
      [{ more: 1 }, ">=", 0],
    ]);
    expect(verdict.parts.map((part) => part.minimalSets)).toEqual([
      [
        ["a", "b"],
        ["a", "sum"],
      ],
      [["more"]],
    ]);
  });
});
