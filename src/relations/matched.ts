import { PLACE } from "../recognition/figureGrid";
import type { RecognisedRow } from "../recognition/recognised";
import type { CellsTerm, JoinKey } from "../tables/notation";
import { buildRelations } from "./buildRelations";
import type { RelationSet, Relation, Side, UncheckedRelation, UnlistedKey } from "./relation";
import { groupByKey, selectRows } from "./select";
import { termColumns } from "./sentence";
import type { Sentence, SentenceTerm } from "./sentence";
import { columnsAbsent } from "./withinTable";

/** A term with its rows by key. */
interface Matchable {
  readonly term: SentenceTerm;
  readonly groups: ReadonlyMap<string, readonly RecognisedRow[]>;
  /** Keys that begin with a unit by what follows it. */
  readonly byRest: ReadonlyMap<string, readonly string[]>;
  /** Lengths of the codes of its rows: how deep it goes. */
  readonly codeLengths: ReadonlySet<number>;
}

/**
 * A sentence with "by": one relation for each key that both sides know.
 *
 * A row that is not there counts as nothing on the right of an equation and on the smaller side of an inequality. On
 * the larger side it leaves the relation untold: the row may be there under another name. Where the sentence says "!"
 * the key must be listed, and a key with an amount elsewhere that is not listed is reported as such.
 */
export function expandMatched(sentence: Sentence): RelationSet {
  const { join, operator } = sentence.pattern;
  const matchables = sentence.terms.map((term) => matchable(term, sentence));
  const relations: Relation[] = [];
  const unchecked: UncheckedRelation[] = [];
  const unlisted: UnlistedKey[] = [];
  const absent = new Set<number>();
  const isOpen = matchables.every(({ groups, term }) => term.side === "right" || groups.size > 0);
  const keys = new Set(isOpen ? matchables.flatMap(({ groups }) => [...groups.keys()]) : []);
  for (const key of keys) {
    const rows = matchables.map((one) => rowsFor(one, key, join, mayCover(operator, one.term.side)));
    // Rows under a wider key (the department's) are no part of the key's own relation on the left.
    const isOwn = matchables.some(({ groups, term }) => term.side === "left" && groups.has(key));
    if (!isOwn) {
      unlisted.push(...unlistedIn(matchables, rows, key, join, "left"));
      continue;
    }
    const unlistedRight = unlistedIn(matchables, rows, key, join, "right");
    unlisted.push(...unlistedRight);
    // The missing row is the finding; what its amount would be cannot be told.
    const untold =
      unlistedRight.length > 0 ? rowAbsent(sentence, key, unlistedRight) : cannotMatch(sentence, rows, key);
    if (untold) {
      unchecked.push(untold);
      continue;
    }
    const built = buildRelations(sentence, { rows, key });
    built.absent.forEach((column) => absent.add(column));
    relations.push(...built.relations);
  }
  return { relations, unchecked: [...unchecked, ...columnsAbsent(sentence, absent)], unlisted };
}

function matchable(term: SentenceTerm, { id, pattern: { join } }: Sentence): Matchable {
  const { rows } = term.pattern;
  if (!rows) throw new Error(`${id}: "by" needs rows to match`);
  const groups = groupByKey(selectRows(term.table, rows), join);
  const byRest = new Map<string, string[]>();
  const codeLengths = new Set<number>();
  for (const [key, own] of groups) {
    const known = byRest.get(restOf(key));
    if (known) known.push(key);
    else byRest.set(restOf(key), [key]);
    for (const { code } of own) codeLengths.add(code.length);
  }
  return { term, groups, byRest, codeLengths };
}

function restOf(key: string): string {
  return key.slice(unitOf(key).length);
}

function unitOf(key: string): string {
  const end = key.indexOf("|");
  return end < 0 ? key : key.slice(0, end);
}

/** On the larger side of an inequality a department's row stands for each of its units: it is at least as much. */
function mayCover(operator: string, side: Side): boolean {
  return (operator === "<=" && side === "right") || (operator === ">=" && side === "left");
}

function rowsFor(
  { groups, byRest }: Matchable,
  key: string,
  join: readonly JoinKey[],
  withWider: boolean,
): readonly RecognisedRow[] {
  const own = groups.get(key);
  if (own) return own;
  if (join[0] !== "unit") return [];
  const unit = unitOf(key);
  const same = byRest.get(restOf(key)) ?? [];
  // 156 stands for 156001, 156003 …
  const narrower = same.filter((other) => other.startsWith(unit));
  if (narrower.length > 0) return narrower.flatMap((other) => groups.get(other) ?? []);
  const wider = same.filter((other) => unit.startsWith(unitOf(other)));
  return withWider ? wider.flatMap((other) => groups.get(other) ?? []) : [];
}

function rowAbsent(sentence: Sentence, key: string, [first]: readonly UnlistedKey[]): UncheckedRelation {
  const table = first?.table.definition.label ?? "";
  return {
    id: sentence.id,
    outcome: "cannotTell",
    table: sentence.table,
    reason: { key: "relation.rowAbsent", args: { row: key, table } },
  };
}

function cannotMatch(
  { id, table, terms, pattern }: Sentence,
  rows: readonly (readonly RecognisedRow[])[],
  key: string,
): UncheckedRelation | undefined {
  const untold = (reason: string, { table: of }: SentenceTerm): UncheckedRelation => ({
    id,
    outcome: "cannotTell",
    table,
    reason: { key: reason, args: { row: key.replace("|", " "), table: of.definition.label } },
  });
  const twice = terms.find((term, index) => !term.pattern.isSum && (rows[index]?.length ?? 0) > 1);
  if (twice) return untold("relation.rowTwice", twice);
  const isRight = ({ side }: SentenceTerm) => side === "right";
  const first = terms.find(isRight);
  const isRightEmpty = terms.every((term, index) => !isRight(term) || rows[index]?.length === 0);
  return pattern.operator === "<=" && isRightEmpty && first ? untold("relation.rowAbsent", first) : undefined;
}

/** Keys that a term of one side marked "!" does not list although the other side has an amount under them. */
function unlistedIn(
  matchables: readonly Matchable[],
  rows: readonly (readonly RecognisedRow[])[],
  key: string,
  join: readonly JoinKey[],
  side: Side,
): UnlistedKey[] {
  const [keyKind] = join;
  if (join.length > 1 || keyKind === undefined || keyKind === "name") return [];
  const mustList = (index: number) => {
    const one = matchables[index] as Matchable;
    // A table that does not go down to this level lists nothing of it: 表2 may stop at 款.
    const isMeant =
      one.term.side === side && one.term.pattern.mustBeListed && one.codeLengths.has(key.length);
    return isMeant && (rows[index]?.length ?? 0) === 0;
  };
  const lacking = matchables.filter((_, index) => mustList(index));
  if (lacking.length === 0) return [];
  const seenIn = matchables
    .flatMap(({ term }, index) =>
      term.side === side ? [] : (rows[index] ?? []).filter((row) => saysAmount(row, term.pattern)),
    )
    .at(0);
  return seenIn ? lacking.map(({ term: { table } }) => ({ table, keyKind, key, seenIn })) : [];
}

function saysAmount(row: RecognisedRow, term: CellsTerm): boolean {
  const { grid } = row.table;
  return termColumns(term, row).some((number) => {
    const column = grid.column(number);
    const kind = grid.kindAt(row.index, column);
    // An amount that only decimals tell is none of zero.
    return (kind === PLACE.amount || kind === PLACE.textAmount) && grid.countAt(row.index, column) !== 0;
  });
}
