import { Decimal } from "../../../src/amounts/decimal";
import { Oracle } from "../../../src/validation/system/oracle";
import { readSystem } from "../../../src/validation/system/readSystem";
import { scaleSystem } from "../../../src/validation/system/scale";
import { solveSystem } from "../../../src/validation/system/solveSystem";
import type { LinearSystem } from "../../../src/validation/system/linearSystem";
import { canHold, lightestSets, subsets } from "../../support/bruteForce";
import { Chooser, randomFrom } from "../../support/random";
import { randomSystem } from "../../support/randomSystem";
import { onlyRelations } from "../../support/systemNotation";

const SYSTEMS = 200;
const systems = Array.from({ length: SYSTEMS }, (_, seed) => randomSystem(new Chooser(randomFrom(seed + 1))));
const sorted = (sets: readonly (readonly string[])[]) => sets.map((set) => [...set].sort().join(" ")).sort();
const verdicts = systems.map(solveSystem);

describe("200 small systems against trying everything", () => {
  it("are of both kinds, with one cell to blame and with several", () => {
    const broken = verdicts.filter(({ feasible }) => !feasible);
    expect(broken.length).toBeGreaterThan(60);
    expect(SYSTEMS - broken.length).toBeGreaterThan(40);
    expect(broken.some(({ minimalSets: [first] }) => (first?.length ?? 0) > 1)).toBe(true);
    expect(broken.some(({ relations }) => relations.every(({ verdict }) => verdict !== "mismatch"))).toBe(
      true,
    );
  });

  it("can hold or not as the oracle says", () => {
    expect(verdicts.map(({ feasible }) => feasible)).toEqual(systems.map((one) => canHold(one, new Set())));
  });

  it("can hold or not whichever figures are moved first", () => {
    const canMoveFewest = systems.map((one) => {
      const oracle = new Oracle(scaleSystem(one), { fewestFirst: true });
      return oracle.findEvidence() === undefined;
    });
    expect(canMoveFewest).toEqual(verdicts.map(({ feasible }) => feasible));
  });

  it("have the same lightest sets of cells", () => {
    systems.forEach((system, index) => {
      for (const { relations, minimalSets, isComplete } of verdicts[index]!.parts) {
        const part = onlyRelations(system, relations);
        expect([index, sorted(minimalSets)]).toEqual([index, sorted(lightestSets(part))]);
        expect(isComplete).toBe(true);
      }
    });
  });

  it("name a conflict that has the fewest relations and none too many", () => {
    systems.forEach((system, index) => {
      for (const { relations, conflict } of verdicts[index]!.parts) {
        const fewest = smallestConflict(onlyRelations(system, relations));
        expect([index, conflict.length]).toEqual([index, fewest.length]);
        expect(canHold(system, new Set(), new Set(conflict))).toBe(false);
      }
    });
  });

  it("hold with the ends of an interval printed in the one cell to blame, and not with the next figures", () => {
    let tried = 0;
    const parts = systems.flatMap((whole, index) =>
      verdicts[index]!.parts.map((part) => ({ part, index, system: onlyRelations(whole, part.relations) })),
    );
    for (const { part, index, system } of parts)
      for (const set of part.minimalSets) {
        const [name = ""] = set;
        const range = part.intervals.get(name);
        if (set.length !== 1 || !range) continue;
        const { step } = system.cells.get(name)!;
        // Amounts between half a step and nothing have no printed figure.
        if (range.low?.abs().lessThan(step) && !range.low.modulo(step).isZero()) continue;
        const holds = (value: Decimal) => canHold(printed(system, name, value), new Set());
        tried++;
        if (range.low)
          expect([index, name, holds(range.low), holds(range.low.minus(step))]).toEqual([
            index,
            name,
            true,
            false,
          ]);
        if (range.high)
          expect([index, name, holds(range.high), holds(range.high.plus(step))]).toEqual([
            index,
            name,
            true,
            false,
          ]);
      }
    expect(tried).toBeGreaterThan(50);
  });
});

function smallestConflict(system: LinearSystem): readonly string[] {
  for (const set of subsets(system.relations.map(({ id }) => id)))
    if (!canHold(system, new Set(), new Set(set))) return set;
  throw new Error("no conflict");
}

function printed(system: LinearSystem, name: string, value: Decimal): LinearSystem {
  const cell = system.cells.get(name)!;
  return { ...system, cells: new Map([...system.cells, [name, { ...cell, value }]]) };
}

describe("amounts of 10^13", () => {
  const large = (total: string) => {
    const system = readSystem({
      cells: {
        total: { value: total, step: 0.01 },
        a: { value: "6000000000000.01", step: 0.01 },
        b: { value: "3999999999999.99", step: 0.01 },
        half: { value: "5000000000000.00", step: 0.01, weight: 3 },
      },
      relations: [
        { id: "sum", terms: { total: 1, a: -1, b: -1 }, op: "=", constant: 0 },
        { id: "half", terms: { total: 0.5, half: -1 }, op: "=", constant: 0 },
      ],
    });
    if ("problem" in system) throw new Error(system.problem.key);
    return solveSystem(system);
  };

  it("that agree to the last digit are exact", () => {
    expect(large("10000000000000.00").relations).toEqual([
      { id: "sum", verdict: "exact" },
      { id: "half", verdict: "exact" },
    ]);
  });

  it("one step apart are rounding, two apart are not", () => {
    expect(large("10000000000000.01").relations[0]?.verdict).toBe("rounding");
    const wrong = large("10000000000000.02");
    expect(wrong.relations[0]?.verdict).toBe("mismatch");
    expect(wrong.minimalSets).toEqual([["total"]]);
    expect(wrong.intervals.get("total")?.low?.toFixed()).toBe("9999999999999.99");
    expect(wrong.intervals.get("total")?.high?.toFixed()).toBe("10000000000000.01");
  });
});
