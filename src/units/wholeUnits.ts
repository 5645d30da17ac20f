import { Decimal } from "../amounts/decimal";
import type { Compared } from "./difference";
import { isApart } from "./difference";
import { figureOf } from "./state";
import type { Cause, CauseKind, OpenDifferences } from "./state";

/** How often the department has counted a unit, where it is not once: left out, twice, in 元 as if in 万元 and the other way round. */
const COUNTED: readonly { readonly times: Decimal; readonly unit: CauseKind; readonly table: CauseKind }[] = [
  { times: new Decimal(0), unit: "lacksUnit", table: "lacksTable" },
  { times: new Decimal(2), unit: "twiceUnit", table: "twiceTable" },
  { times: new Decimal(10_000), unit: "scaleUnit", table: "scaleTable" },
  { times: new Decimal("0.0001"), unit: "scaleUnit", table: "scaleTable" },
];

/** Of a unit's figures so many per cent must be apart before, and at most the rest after, for the whole unit to be it. */
const MOST = 0.8;

interface Guess {
  readonly unit: number;
  readonly kind: CauseKind;
  readonly times: Decimal;
  readonly keys: readonly Compared[];
  readonly gain: number;
  readonly hint: number;
}

/**
 * Units that the department has left out as a whole, counted twice, or taken in another unit of money; then the same for one
 * table of a unit. Of several explanations the one that explains most comes first; of equals the one that `hintOf` speaks for.
 * @param hintOf how much the department's own rows of the unit speak for it
 */
export function wholeUnitCauses(
  open: OpenDifferences,
  unitCount: number,
  hintOf: (unit: number, times: Decimal) => number,
): Cause[] {
  const all = [...open.compared.values()];
  const parts = [...new Set(all.map(({ about }) => about.part))];
  const causes: Cause[] = [];
  for (const part of [undefined, ...parts]) {
    const own = part === undefined ? all : all.filter(({ about }) => about.part === part);
    for (let guess = best(own, part, open, unitCount, hintOf); guess;) {
      const { unit, kind, times, keys } = guess;
      for (const one of own) {
        const share = one.shares.get(unit);
        if (share && open.isOpen(one.key)) open.explain(one, share.value.times(times.minus(1)));
      }
      causes.push({
        kind,
        unit,
        candidates: [],
        what: part === undefined ? "" : (keys[0]?.about.cells[0]?.table.definition.label ?? part),
        other: "",
        figures: keys.map(figureOf),
      });
      guess = best(own, part, open, unitCount, hintOf);
    }
  }
  return causes;
}

function best(
  own: readonly Compared[],
  part: string | undefined,
  open: OpenDifferences,
  unitCount: number,
  hintOf: (unit: number, times: Decimal) => number,
): Guess | undefined {
  let found: Guess | undefined;
  for (let unit = 0; unit < unitCount; unit++) {
    const leaves = own.filter(({ isLeaf, shares }) => isLeaf && shares.get(unit)?.value.isZero() === false);
    const apart = leaves.filter(({ key }) => open.isOpen(key));
    // One row is told as a row, whatever its table.
    const rows = new Set(leaves.map(({ about }) => `${about.part}\n${about.row}`));
    if (apart.length === 0 || rows.size < 2 || apart.length < leaves.length * MOST) continue;
    for (const { times, unit: whole, table } of COUNTED) {
      const stillApart = leaves.filter((one) => {
        const amount = (one.shares.get(unit)?.value ?? ONE).times(times.minus(1));
        return isApart(open.of(one.key).minus(amount), one.slack);
      });
      const gain = apart.length - stillApart.length;
      if (stillApart.length > leaves.length * (1 - MOST) || gain <= 0) continue;
      const guess = {
        unit,
        kind: part === undefined ? whole : table,
        times,
        keys: apart,
        gain,
        hint: hintOf(unit, times),
      };
      if (!found || gain > found.gain || (gain === found.gain && guess.hint > found.hint)) found = guess;
    }
  }
  return found;
}

const ONE = new Decimal(1);
