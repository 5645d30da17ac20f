import type { Constraint } from "./constraint";
import type { Settled } from "./variables";

/** So many rates worked out from printed amounts tell that the text works them out so. */
const EVIDENCE = 2;

/**
 * The one rate or share that rounding allows, but that is not the one the printed amounts give, in a text whose others are: a 尾差
 * to look at. Gives none where several are so, for then the text works them out from amounts that it does not print.
 */
export function rateTails(constraints: readonly Constraint[], settled: readonly Settled[]): Constraint[] {
  const byFigure = new Map<number, Constraint[]>();
  for (const one of constraints) {
    const [figure] = one.figures;
    if ((one.kind !== "rate" && one.kind !== "share") || figure === undefined) continue;
    byFigure.set(figure, [...(byFigure.get(figure) ?? []), one]);
  }
  const told = [...byFigure].filter(([figure, all]) => all.some((one) => isWide(one, settled[figure])));
  const isExact = ([, all]: (typeof told)[number]) => all.some(({ outcome }) => outcome === "exact");
  const [off, ...more] = told.filter((one) => !isExact(one));
  const isOnly = off !== undefined && more.length === 0 && told.filter(isExact).length >= EVIDENCE;
  return isOnly ? off[1].filter(({ outcome }) => outcome === "rounding").slice(0, 1) : [];
}

/** True when more than one printed rate would be allowed: only then does it say anything to have the exact one. */
function isWide(constraint: Constraint, one: Settled | undefined): boolean {
  const range = one && constraint.allowed(one.figure.index);
  return range !== undefined && range.high.minus(range.low).greaterThan(one?.step ?? 0);
}
