import { Decimal } from "../../src/amounts/decimal";
import type { LinearSystem, SystemCell, SystemRelation } from "../../src/validation/system/linearSystem";
import type { Chooser } from "./random";

/**
 * A small system as budgets have them: true amounts that satisfy sums, differences and shares, printed with rounding,
 * and in most cases figures changed afterwards.
 */
export function randomSystem(choose: Chooser): LinearSystem {
  const count = 4 + choose.below(9);
  const names = Array.from({ length: count }, (_, index) => `c${index}`);
  const amounts = names.map(() => (choose.chance(0.15) ? 0 : choose.below(2000) - 200));
  const relations: SystemRelation[] = [];
  const total = 1 + choose.below(Math.ceil(count / 2));
  for (let index = 0; index < total; index++) {
    const [left = 0, ...parts] = choose.shuffle(names.map((_, at) => at)).slice(0, 3 + choose.below(3));
    const terms = new Map<string, Decimal>([[names[left]!, new Decimal(-1)]]);
    let sum = 0;
    for (const part of parts) {
      const factor = choose.chance(0.8) ? 1 : choose.pick([-1, 2, 0.5, -0.2]);
      terms.set(names[part]!, new Decimal(factor));
      sum += factor * amounts[part]!;
    }
    const op = choose.chance(0.75) ? ("=" as const) : choose.pick(["<=", ">="] as const);
    // Every other total is given a new amount, so that later relations take part of earlier ones.
    const constant = op === "=" ? sum - amounts[left]! : sum - amounts[left]! + (op === "<=" ? 30 : -30);
    relations.push({ id: `r${index}`, terms, op, constant: new Decimal(constant.toFixed(2)) });
  }
  const isDifferent = (name: string) => choose.chance(name === "c0" ? 0.6 : 0.12);
  const cells = new Map<string, SystemCell>();
  names.forEach((name, index) => {
    const step = choose.pick([10, 10, 10, 1, 100]);
    const printed = Math.round(amounts[index]! / step) * step;
    const value = isDifferent(name) ? printed + step * (choose.below(7) - 3) : printed;
    cells.set(name, {
      value: new Decimal(value),
      step: new Decimal(step),
      weight: choose.chance(0.7) ? 1 : choose.pick([2, 1.5]),
      fixed: choose.chance(0.1),
      zeroExact: choose.chance(0.9),
    });
  });
  return { cells, relations };
}
