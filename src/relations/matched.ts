import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { CellsTerm, JoinKey } from "../tables/notation";
import { buildRelations, cellsTerms } from "./draft";
import type { FoundTerm, Source } from "./draft";
import type { RelationSet, Relation, Side, UncheckedRelation, UnlistedKey } from "./relation";
import { groupByKey, selectRows } from "./select";
import { columnsAbsent } from "./withinTable";

/** A term with its rows by key. */
interface Matchable {
  readonly term: CellsTerm;
  readonly side: Side;
  readonly table: RecognisedTable;
  readonly groups: ReadonlyMap<string, readonly RecognisedRow[]>;
}

/**
 * A sentence with "by": one relation for each key that both sides know.
 *
 * A row that is not there counts as nothing on the right of an equation and on the smaller side of an inequality. On
 * the larger side it leaves the relation untold: the row may be there under another name. Where the sentence says "!"
 * the key must be listed, and a key with an amount elsewhere that is not listed is reported as such.
 */
export function expandMatched(
  source: Source,
  tableOf: (id: string | undefined) => RecognisedTable,
): RelationSet {
  const { pattern } = source;
  const matchables = cellsTerms(pattern).map(({ term, side }): Matchable => {
    if (!term.rows) throw new Error(`${source.id}: "by" needs rows to match`);
    const table = tableOf(term.table);
    return { term, side, table, groups: groupByKey(selectRows(table, term.rows), pattern.join) };
  });
  const relations: Relation[] = [];
  const unchecked: UncheckedRelation[] = [];
  const unlisted: UnlistedKey[] = [];
  const absent = new Set<number>();
  const keys = matchables.every(({ groups, side }) => side === "right" || groups.size > 0)
    ? new Set(matchables.flatMap(({ groups }) => [...groups.keys()]))
    : new Set<string>();
  for (const key of keys) {
    const found = matchables.map(({ term, side, table, groups }): FoundTerm => ({
      pattern: term,
      side,
      table,
      parent: undefined,
      rows: rowsFor(groups, key, pattern.join, mayCover(pattern.operator, side)),
    }));
    if (!found.some(({ side, rows }, index) => side === "left" && isOwnKey(matchables[index], key, rows))) {
      unlisted.push(...unlistedIn(matchables, found, key, pattern.join, "left"));
      continue;
    }
    const unlistedRight = unlistedIn(matchables, found, key, pattern.join, "right");
    unlisted.push(...unlistedRight);
    // The missing row is the finding; what its amount would be cannot be told.
    const untold =
      unlistedRight.length > 0 ? rowAbsent(source, key, unlistedRight) : cannotMatch(source, found, key);
    if (untold) {
      unchecked.push(untold);
      continue;
    }
    const built = buildRelations(source, found, key);
    built.absent.forEach((column) => absent.add(column));
    relations.push(...built.relations);
  }
  return { relations, unchecked: [...unchecked, ...columnsAbsent(source, absent)], unlisted };
}

/** Rows under a wider key (the department's) are no part of the key's own relation on the left. */
function isOwnKey(matchable: Matchable | undefined, key: string, rows: readonly RecognisedRow[]): boolean {
  return rows.length > 0 && matchable?.groups.has(key) === true;
}

/** On the larger side of an inequality a department's row stands for each of its units: it is at least as much. */
function mayCover(operator: string, side: Side): boolean {
  return (operator === "<=" && side === "right") || (operator === ">=" && side === "left");
}

function rowsFor(
  groups: ReadonlyMap<string, readonly RecognisedRow[]>,
  key: string,
  join: readonly JoinKey[],
  withWider: boolean,
): readonly RecognisedRow[] {
  const own = groups.get(key);
  if (own) return own;
  if (join[0] !== "unit") return [];
  const [unit = "", ...rest] = key.split("|");
  const same = [...groups].filter(([other]) => other.split("|").slice(1).join("|") === rest.join("|"));
  // 156 stands for 156001, 156003 …
  const narrower = same.filter(([other]) => other.startsWith(unit));
  if (narrower.length > 0) return narrower.flatMap(([, rows]) => rows);
  const wider = same.filter(([other]) => unit.startsWith(other.split("|")[0] ?? ""));
  return withWider ? wider.flatMap(([, rows]) => rows) : [];
}

function rowAbsent(source: Source, key: string, [first]: readonly UnlistedKey[]): UncheckedRelation {
  const table = first?.table.definition.label ?? "";
  return {
    id: source.id,
    outcome: "cannotTell",
    table: source.table,
    reason: { key: "relation.rowAbsent", args: { row: key, table } },
  };
}

function cannotMatch(
  source: Source,
  found: readonly FoundTerm[],
  key: string,
): UncheckedRelation | undefined {
  const { operator } = source.pattern;
  const untold = (reason: string, part: FoundTerm): UncheckedRelation => ({
    id: source.id,
    outcome: "cannotTell",
    table: source.table,
    reason: { key: reason, args: { row: key.replace("|", " "), table: part.table.definition.label } },
  });
  const twice = found.find(({ pattern, rows }) => !pattern.isSum && rows.length > 1);
  if (twice) return untold("relation.rowTwice", twice);
  const right = found.filter(({ side }) => side === "right");
  const isRightEmpty = right.every(({ rows }) => rows.length === 0);
  return operator === "<=" && isRightEmpty && right[0] ? untold("relation.rowAbsent", right[0]) : undefined;
}

/** Keys that a term of one side marked "!" does not list although the other side has an amount under them. */
function unlistedIn(
  matchables: readonly Matchable[],
  found: readonly FoundTerm[],
  key: string,
  join: readonly JoinKey[],
  side: Side,
): UnlistedKey[] {
  const [keyKind] = join;
  if (join.length > 1 || keyKind === undefined || keyKind === "name") return [];
  const seenIn = found
    .filter((part) => part.side !== side)
    .flatMap(({ pattern, rows }) => rows.filter((row) => saysAmount(row, pattern)))[0];
  if (!seenIn) return [];
  return matchables.flatMap(({ term, side: own, table, groups }, index) => {
    if (own !== side || !term.mustBeListed || (found[index]?.rows.length ?? 0) > 0) return [];
    // A table that does not go down to this level lists nothing of it: 表2 may stop at 款.
    const isLevelUsed = [...groups.values()].flat().some(({ code }) => code.length === key.length);
    return isLevelUsed ? [{ table, keyKind, key, seenIn }] : [];
  });
}

function saysAmount(row: RecognisedRow, { columns }: CellsTerm): boolean {
  const wanted = columns.length > 0 ? columns : row.side.amountColumns;
  return wanted.some((column) => {
    const figure = row.figures.get(column);
    return figure?.kind === "amount" && !figure.value.isZero();
  });
}
