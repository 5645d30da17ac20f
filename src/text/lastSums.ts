import { ONE, ZERO } from "../amounts/decimal";
import { PARTS_BY_DEFINITION } from "../tables/meanings";
import { amountOf } from "./constraint";
import type { Constraint } from "./constraint";
import { both, image, isPositive, minus, plus, rangeOf } from "./interval";
import type { Range } from "./interval";
import type { Settled } from "./variables";

/**
 * Last year's parts make last year's whole, though the text gives neither: each follows from this year's amount and its
 * change or rate. Only for wholes that have the same parts in every year.
 */
export function lastSums(told: readonly Settled[], settled: readonly Settled[]): Constraint[] {
  return PARTS_BY_DEFINITION.flatMap(([whole, ...parts]) => {
    const names = [whole, ...parts];
    const involved = told.filter(
      ({ about, figure }) =>
        names.includes(about) && (figure.quantity === "change" || figure.quantity === "rate"),
    );
    const excess = (without: number | undefined) => lastExcess(names, involved, settled, without);
    if (involved.length === 0) return [];
    const found = excess(undefined);
    const isBroken = found !== undefined && both(found.whole, found.parts) === undefined;
    return [
      {
        kind: "lastSum" as const,
        figures: involved.map(({ figure }) => figure.index),
        cells: [],
        // What contradicts itself is told elsewhere: here it only says what would be left without one figure.
        outcome: isBroken ? ("fails" as const) : ("untold" as const),
        expected: ZERO,
        isWeak: false,
        allowed: () => undefined,
        holdsWithout: (figure: number) => {
          const left = excess(figure);
          return !left || both(left.whole, left.parts) !== undefined;
        },
      },
    ];
  });
}

function lastExcess(
  names: readonly string[],
  involved: readonly Settled[],
  settled: readonly Settled[],
  without: number | undefined,
): { readonly whole: Range; readonly parts: Range } | undefined {
  const ranges = names.map((name) =>
    lastRange(
      involved.filter(({ about, figure }) => about === name && figure.index !== without),
      settled,
    ),
  );
  const [whole, ...parts] = ranges;
  if (!whole || parts.length === 0) return undefined;
  const sum = parts.reduce<Range | undefined>(
    (all, part) => (all && part ? plus(all, part) : undefined),
    rangeOf(ZERO, ONE),
  );
  return sum && { whole, parts: sum };
}

/** Last year's amount as this year's changes and rates leave it; undefined when nothing or a contradiction does. */
function lastRange(evidence: readonly Settled[], settled: readonly Settled[]): Range | undefined {
  let range: Range | undefined;
  for (const one of evidence) {
    const amount = amountOf(one, settled);
    if (!amount || one.figure.base !== "budget") continue;
    const now = (amount.cell && both(amount.cell.range, amount.range)) ?? amount.cell?.range ?? amount.range;
    const ratio = plus(one.range, { low: ONE, high: ONE, lowIn: true, highIn: true });
    if (one.figure.quantity === "rate" && !isPositive(ratio)) continue;
    const then =
      one.figure.quantity === "change"
        ? minus(now, one.range)
        : image([now, ratio], ([amountNow = ZERO, factor = ONE]) => amountNow.dividedBy(factor));
    const met = range ? both(range, then) : then;
    if (!met) return undefined;
    range = met;
  }
  return range;
}
