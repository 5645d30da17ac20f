import { Decimal, ZERO } from "../amounts/decimal";
import type { Decimal as Amount } from "../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { compareEntries, isApart } from "./difference";
import type { Compared } from "./difference";
import { entriesOf } from "./entries";
import type { Entries, Entry } from "./entries";
import { figureOf } from "./state";
import type { Cause, CauseKind } from "./state";
import { UNIT, unitRowOf } from "./unitBook";

/** The department's own rows of one unit beside that unit's workbook. */
export interface Block {
  readonly unit: number;
  readonly compared: ReadonlyMap<string, Compared>;
}

/**
 * The department's rows of each unit, in tables that list by unit, beside those of the unit's own workbook: here a difference
 * has its unit. A unit that a table of the department does not list has no block in it.
 */
export function unitBlocks(
  tables: readonly RecognisedTable[],
  units: readonly Entries[],
  unitOf: (row: RecognisedRow) => number | undefined,
): Block[] {
  const owners = new Map<RecognisedRow, number>();
  const listing = new Map<number, Set<string>>();
  for (const table of tables)
    for (const row of table.rows) {
      const head = unitRowOf(row);
      const unit = head && unitOf(head);
      if (unit === undefined) continue;
      owners.set(row, unit);
      listing.set(unit, (listing.get(unit) ?? new Set()).add(table.definition.id));
    }
  return [...listing].map(([unit, parts]) => {
    const own = entriesOf(tables, (row) => owners.get(row) === unit);
    const mine = units[unit];
    const ofUnit = ({ row, part }: Entry) => row.startsWith(`${UNIT}/`) && parts.has(part);
    const share: Entries = {
      all: new Map([...(mine?.all ?? [])].filter(([, entry]) => ofUnit(entry))),
      unread: mine?.unread ?? new Set(),
    };
    const department = {
      all: new Map([...own.all].filter(([, entry]) => ofUnit(entry))),
      unread: own.unread,
    };
    return { unit, compared: compareEntries(department, [share]).compared };
  });
}

/** How much the blocks of a unit speak for its being counted so many times: figures that are just that. */
export function blockHint(blocks: readonly Block[], unit: number, times: Amount): number {
  const own = blocks.filter((block) => block.unit === unit);
  if (own.length === 0) return times.isZero() ? 1 : 0;
  return own
    .flatMap(({ compared }) => [...compared.values()])
    .filter(
      ({ sum, department, slack }) =>
        !sum.isZero() && !isApart((department?.value ?? ZERO).minus(sum.times(times)), slack),
    ).length;
}

/**
 * What differs in the department's rows of a unit, row by row. A row that one unit's block lacks and another's has too much is
 * one cause: it stands under the wrong unit.
 */
export function blockCauses(blocks: readonly Block[]): Cause[] {
  const rows = blocks.flatMap(({ unit, compared }) =>
    leafRows(compared).map((figures) => ({ unit, figures })),
  );
  const lacking = rows.filter(({ figures }) => isLacking(figures));
  const taken = new Set<(typeof rows)[number]>();
  const causes: Cause[] = [];
  for (const extra of rows.filter(({ figures }) => isExtra(figures))) {
    const from = lacking.find(
      (one) => !taken.has(one) && one.unit !== extra.unit && areAlike(one.figures, extra.figures),
    );
    if (!from) continue;
    taken.add(from);
    taken.add(extra);
    causes.push({ ...rowCause("movedUnit", from), candidates: [extra.unit] });
  }
  // The same amounts less in one row of a unit and more in another: they were put there.
  for (const row of rows.filter((one) => !taken.has(one) && isLess(one.figures))) {
    const other = rows.find(
      (one) => !taken.has(one) && one.unit === row.unit && areOpposite(row.figures, one.figures),
    );
    if (!other) continue;
    taken.add(row);
    taken.add(other);
    const moved = rowCause("moved", { unit: row.unit, figures: [...row.figures, ...other.figures] });
    causes.push({ ...moved, other: other.figures[0]?.about.label ?? "" });
  }
  for (const row of rows.filter((one) => !taken.has(one))) causes.push(rowCause(kindOf(row.figures), row));
  return causes;
}

const isLess = (figures: readonly Compared[]) => figures.every(({ difference }) => difference.isNegative());

function areOpposite(less: readonly Compared[], more: readonly Compared[]): boolean {
  if (less[0]?.about.part !== more[0]?.about.part || less.length !== more.length) return false;
  const amounts = new Map(more.map(({ about, difference }) => [about.column, difference]));
  return less.every(({ about, difference, slack }) => {
    const there = amounts.get(about.column);
    return there !== undefined && !isApart(there.plus(difference), slack);
  });
}

function rowCause(kind: CauseKind, { unit, figures }: { unit: number; figures: readonly Compared[] }): Cause {
  const what = figures[0]?.about.label ?? "";
  return { kind, unit, candidates: [], what, other: "", figures: figures.map(figureOf) };
}

/** The figures that are apart, by row, of rows that nothing stands below; of others only where those below agree. */
function leafRows(compared: ReadonlyMap<string, Compared>): Compared[][] {
  const rows = new Map<string, Compared[]>();
  const explained = new Set<string>();
  for (const one of compared.values())
    if (one.isLeaf && isApart(one.difference, one.slack) && one.about.parent !== undefined)
      explained.add(`${one.about.part}\n${one.about.parent}`);
  for (const one of compared.values()) {
    const row = `${one.about.part}\n${one.about.row}`;
    if (!isApart(one.difference, one.slack) || (!one.isLeaf && explained.has(row))) continue;
    const own = rows.get(row);
    if (own) own.push(one);
    else rows.set(row, [one]);
  }
  return [...rows.values()];
}

const isLacking = (figures: readonly Compared[]) =>
  figures.every(({ department, sum }) => (department?.value ?? ZERO).isZero() && !sum.isZero());
const isExtra = (figures: readonly Compared[]) =>
  figures.every(({ department, sum }) => sum.isZero() && department?.value.isZero() === false);

function areAlike(lacking: readonly Compared[], extra: readonly Compared[]): boolean {
  const amounts = new Map(
    extra.map(({ about, department }) => [`${about.part}|${about.column}`, department?.value]),
  );
  const isSameRow = lacking[0]?.about.row === extra[0]?.about.row;
  return (
    isSameRow &&
    lacking.length === extra.length &&
    lacking.every(({ about, sum }) => amounts.get(`${about.part}|${about.column}`)?.equals(sum) === true)
  );
}

/** How the department's figures of a row stand to the unit's. */
function kindOf(figures: readonly Compared[]): CauseKind {
  if (isLacking(figures)) return "lacksRow";
  if (isExtra(figures)) return "extra";
  const isTimes = (times: Decimal | number) =>
    figures.every(
      ({ sum, department, slack }) =>
        !sum.isZero() && !isApart((department?.value ?? ZERO).minus(sum.times(times)), slack),
    );
  if (isTimes(2)) return "twiceRow";
  return isTimes(10_000) || isTimes(new Decimal("0.0001")) ? "scaleRow" : "differs";
}
