import { ZERO } from "../amounts/decimal";
import { PARTS_BY_DEFINITION } from "../tables/meanings";
import { outcomeOf } from "./constraint";
import type { Constraint } from "./constraint";
import { exactly, minus, plus } from "./interval";
import type { Settled } from "./variables";

/** Expenditure is mostly 基本支出 and 项目支出, last year too; the name of a total is that of variables.ts. */
const MOSTLY: readonly string[] = ["总计", "支出·基本支出", "支出·项目支出"];

/**
 * The changes of the parts mostly make the change of the whole: a hint which figure is wrong, and no more, for last year may
 * have had other expenditure too, and each change is rounded for itself.
 */
export function changeSums(told: readonly Settled[]): Constraint[] {
  const changes = new Map<string, Settled[]>();
  for (const one of told) {
    if (one.figure.quantity !== "change" || one.figure.base !== "budget") continue;
    const name = one.about.startsWith("总计 ") ? "总计" : one.about;
    changes.set(name, [...(changes.get(name) ?? []), one]);
  }
  return [...PARTS_BY_DEFINITION, MOSTLY].flatMap(([name = "", ...names]) => {
    const parts = names.flatMap((part) => changes.get(part)?.[0] ?? []);
    if (parts.length !== names.length) return [];
    return (changes.get(name) ?? []).map((whole) => changeSum(whole, parts));
  });
}

function changeSum(whole: Settled, parts: readonly Settled[]): Constraint {
  const sum = parts.reduce((all, { range }) => plus(all, range), exactly(ZERO));
  const expected = parts.reduce((all, { value }) => all.plus(value), ZERO);
  return {
    kind: "sum",
    figures: [whole, ...parts].map(({ figure }) => figure.index),
    cells: [],
    outcome: outcomeOf(whole.range, sum, whole.value.equals(expected), whole.step.dividedBy(2)),
    expected,
    isWeak: true,
    allowed: (figure) => {
      if (figure === whole.figure.index) return sum;
      const others = parts.filter((part) => part.figure.index !== figure);
      return others.reduce((rest, { range }) => minus(rest, range), whole.range);
    },
  };
}
