import { Decimal, ZERO } from "../amounts/decimal";
import type { Compared } from "./difference";
import { isApart } from "./difference";
import { figureOf } from "./state";
import type { Cause, OpenDifferences } from "./state";

/** What is known before rows are looked at. */
export interface KnownOfUnits {
  /** Causes already told, which speak for their units. */
  readonly told: readonly Cause[];
  /** A unit has no file: what the department has more may be that unit's. */
  readonly lacksFiles: boolean;
}

/**
 * What differs in rows that do not say of which unit they are. A row is what one unit has of it where its figures are just that,
 * left out or once too often; where another row of the table has them instead, they were put there. Else the unit is told by
 * whose figure differs by a slip from one that would be right, or because only one has the row.
 */
export function rowCauses(open: OpenDifferences, known: KnownOfUnits): Cause[] {
  const rows = openRows(open);
  const taken = new Set<Compared[]>();
  const causes: Cause[] = [];
  const speaking = {
    units: new Set(known.told.map(({ unit }) => unit)),
    lacksFiles: known.lacksFiles,
  };
  for (const row of rows) {
    if (taken.has(row)) continue;
    const lacked = unitsWith(row, (value) => value.negated(), open);
    const other =
      lacked.length > 0
        ? rows.find((one) => !taken.has(one) && one !== row && isOpposite(row, one, open))
        : undefined;
    taken.add(row);
    if (other) taken.add(other);
    causes.push(other ? movedCause(row, other, lacked) : plainCause(row, open, speaking));
  }
  return causes;
}

/** Open figures by row, of rows that nothing stands below. */
function openRows(open: OpenDifferences): Compared[][] {
  const rows = new Map<string, Compared[]>();
  for (const one of open.open()) {
    if (!one.isLeaf) continue;
    const row = `${one.about.part}\n${one.about.row}`;
    const own = rows.get(row);
    if (own) own.push(one);
    else rows.set(row, [one]);
  }
  return [...rows.values()];
}

/** Units whose figures of a row, changed so, are what is open of it. */
function unitsWith(
  row: readonly Compared[],
  change: (value: Decimal) => Decimal,
  open: OpenDifferences,
): number[] {
  const [first] = row;
  return [...(first?.shares.keys() ?? [])].filter((unit) =>
    row.every((one) => {
      const share = one.shares.get(unit)?.value ?? ZERO;
      return !share.isZero() && open.wouldExplain(one, change(share));
    }),
  );
}

/** Another row of the same table that has too much just what this one lacks. */
function isOpposite(row: readonly Compared[], other: readonly Compared[], open: OpenDifferences): boolean {
  const [first, second] = [row[0]?.about, other[0]?.about];
  if (first?.part !== second?.part || row.length !== other.length) return false;
  const amounts = new Map(other.map((one) => [one.about.column, one]));
  return row.every((one) => {
    const there = amounts.get(one.about.column);
    return there && open.wouldExplain(there, open.of(one.key).negated());
  });
}

function movedCause(row: readonly Compared[], other: readonly Compared[], units: readonly number[]): Cause {
  return {
    kind: "moved",
    unit: units.length === 1 ? units[0] : undefined,
    candidates: units.length === 1 ? [] : units,
    what: row[0]?.about.label ?? "",
    other: other[0]?.about.label ?? "",
    figures: [...row, ...other].map(figureOf),
  };
}

interface Speaking {
  readonly units: ReadonlySet<number | undefined>;
  readonly lacksFiles: boolean;
}

function plainCause(row: readonly Compared[], open: OpenDifferences, speaking: Speaking): Cause {
  const about = { what: row[0]?.about.label ?? "", other: "", figures: row.map(figureOf) };
  const guesses = [
    { kind: "lacksRow", units: unitsWith(row, (value) => value.negated(), open) },
    { kind: "twiceRow", units: unitsWith(row, (value) => value, open) },
    { kind: "scaleRow", units: unitsWith(row, (value) => value.times(9999), open) },
    { kind: "scaleRow", units: unitsWith(row, (value) => value.times("-0.9999"), open) },
  ] as const;
  for (const { kind, units } of guesses) {
    if (units.length > 0) return { ...about, kind, ...oneOf(units, speaking.units) };
  }
  const having = [
    ...new Set(
      row.flatMap(({ shares }) => [...shares].flatMap(([unit, { value }]) => (value.isZero() ? [] : [unit]))),
    ),
  ];
  if (having.length === 0) return { ...about, kind: "extra", unit: undefined, candidates: [] };
  const slipped = having.filter((unit) => row.every((one) => isSlip(one, unit, open)));
  const isMore = row.every(({ key }) => open.of(key).greaterThan(ZERO));
  if (speaking.lacksFiles && slipped.length === 0 && isMore)
    return { ...about, kind: "differs", unit: undefined, candidates: having };
  return { ...about, kind: "differs", ...oneOf(slipped.length > 0 ? slipped : having, speaking.units) };
}

/** The only unit, or the only one that other causes speak for. */
function oneOf(
  units: readonly number[],
  speaking: ReadonlySet<number | undefined>,
): Pick<Cause, "unit" | "candidates"> {
  const spoken = units.filter((unit) => speaking.has(unit));
  const [only] = units.length === 1 ? units : spoken.length === 1 ? spoken : [];
  return only === undefined ? { unit: undefined, candidates: units } : { unit: only, candidates: [] };
}

/** One key pressed wrongly, or two digits exchanged, in the unit's figure would give the department's. */
function isSlip(one: Compared, unit: number, open: OpenDifferences): boolean {
  const share = one.shares.get(unit);
  if (!share) return false;
  const [right, wrong] = [share.value, share.value.plus(open.of(one.key))].map((value) =>
    value.toFixed(2).replace(".", ""),
  );
  if (right === undefined || wrong === undefined || !isApart(open.of(one.key), one.slack)) return false;
  if (right.length !== wrong.length)
    return (
      Math.abs(right.length - wrong.length) === 1 && (isShortened(right, wrong) || isShortened(wrong, right))
    );
  const places = [...right].flatMap((digit, index) => (digit === wrong[index] ? [] : [index]));
  const [first = 0, second = 0] = places;
  return (
    places.length === 1 ||
    (places.length === 2 &&
      second === first + 1 &&
      right[first] === wrong[second] &&
      right[second] === wrong[first])
  );
}

/** True when the longer text loses one character to become the shorter. */
function isShortened(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.slice(at + 1) === shorter.slice(at);
}
