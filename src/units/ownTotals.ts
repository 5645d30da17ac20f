import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { isApart } from "./difference";
import type { Compared } from "./difference";
import { entryKey } from "./entries";
import { figureOf } from "./state";
import type { Cause, OpenDifferences } from "./state";

/**
 * Differences of totals that are not those of what stands below: the department's own total does not follow its rows, or a
 * unit's does not follow its. Totals whose difference is that of their rows are explained, and said nothing of.
 */
export function ownTotalCauses(open: OpenDifferences, unitCount: number): Cause[] {
  const below = new Map<string, Compared[]>();
  for (const one of open.compared.values()) {
    if (one.about.parent === undefined) continue;
    const key = entryKey({ ...one.about, row: one.about.parent });
    const own = below.get(key);
    if (own) own.push(one);
    else below.set(key, [one]);
  }
  return open.open().flatMap((one): Cause[] => {
    const children = below.get(one.key);
    if (!children) return [];
    const restOf = (amountOf: (figure: Compared) => Decimal) => residual(one, children, amountOf);
    const rest = restOf(({ difference }) => difference);
    if (!rest) return [];
    const units = Array.from({ length: unitCount }, (_, unit) => unit).filter((unit) => {
      const own = restOf(({ shares }) => shares.get(unit)?.value ?? ZERO);
      return own && !isApart(own.plus(rest), one.slack);
    });
    return [
      {
        kind: "own",
        unit: units.length === 1 ? units[0] : undefined,
        candidates: [],
        what: one.about.label,
        other: "",
        figures: [figureOf(one)],
      },
    ];
  });
}

/** What is left of a total's amount when that of its rows is taken off: all of them, or those of one kind; undefined for nothing. */
function residual(
  total: Compared,
  children: readonly Compared[],
  amountOf: (figure: Compared) => Decimal,
): Decimal | undefined {
  const kinds = new Map<string, Decimal>();
  let all = ZERO;
  for (const child of children) {
    const amount = amountOf(child);
    all = all.plus(amount);
    kinds.set(child.about.kind, (kinds.get(child.about.kind) ?? ZERO).plus(amount));
  }
  const own = amountOf(total);
  const slack = children.reduce((sum, child) => sum.plus(child.slack), total.slack);
  const explained = [all, ...kinds.values()].some((amount) => !isApart(own.minus(amount), slack));
  return explained ? undefined : own.minus(all);
}
