import type { RecognisedTable } from "../recognition/recognised";
import type { Pack, RelationDefinition } from "../tables/definition";
import { LastMade } from "../workbook/lastMade";
import { parseRelation } from "../tables/notation";
import type { RelationPattern } from "../tables/notation";
import { balance } from "./balance";
import { cellsTerms } from "./draft";
import type { Source } from "./draft";
import { expandMatched } from "./matched";
import type { RelationSet, UncheckedRelation } from "./relation";
import { expandRows, expandSelected } from "./withinTable";

const NOTHING: RelationSet = { relations: [], unchecked: [], unlisted: [] };

/**
 * Turns the sentences of a pack into equations and inequalities over the cells of the tables found. A sentence that
 * gives none says why: a table is not there (does not apply), a row is not there or there twice (cannot be told).
 */
export function relate(tables: readonly RecognisedTable[], pack: Pack): RelationSet {
  const within = tables.map((table) => lastWithin.get(table, [], () => expandWithin(table)));
  const byId = (id: string | undefined) => tables.filter(({ definition }) => definition.id === id);
  const across = pack.across.map((definition) =>
    lastAcross.get(
      definition,
      // Between the tables of one name and those of the next stands the name.
      tablesNamed(definition).flatMap((name) => [name, ...byId(name)]),
      () => expand(definition, byId),
    ),
  );
  return merge([...within, ...across]);
}

/** Relations over tables that an edit has not touched are those of the picture before (carryOver). */
const lastWithin = new LastMade<RecognisedTable, RelationSet>();
const lastAcross = new LastMade<RelationDefinition, RelationSet>();

function expandWithin(table: RecognisedTable): RelationSet {
  return merge(table.definition.relations.map((definition) => expand(definition, () => [table], table)));
}

/** The tables a sentence and its condition speak of, each once. */
function tablesNamed({ text, when, otherwise }: RelationDefinition): (string | undefined)[] {
  const texts = [text, when, otherwise].flatMap((one) => one ?? []);
  return [...new Set(texts.flatMap((one) => cellsTerms(parsed(one)).map(({ term }) => term.table)))];
}

function merge(sets: readonly RelationSet[]): RelationSet {
  return {
    relations: sets.flatMap(({ relations }) => relations),
    unchecked: sets.flatMap(({ unchecked }) => unchecked),
    unlisted: sets.flatMap(({ unlisted }) => unlisted),
  };
}

type FindTables = (id: string | undefined) => readonly RecognisedTable[];

function expand(definition: RelationDefinition, find: FindTables, own?: RecognisedTable): RelationSet {
  const text = chooseText(definition, find, own);
  return text === undefined ? NOTHING : expandText(definition, text, find, own);
}

/** The sentence that applies: `otherwise` where the condition does not hold or cannot be told. */
function chooseText(
  definition: RelationDefinition,
  find: FindTables,
  own?: RecognisedTable,
): string | undefined {
  const { text, when, otherwise } = definition;
  if (when === undefined) return text;
  const conditions = expandText(definition, when, find, own).relations;
  const holds =
    conditions.length > 0 && conditions.every((condition) => balance(condition)?.deviation.isZero() === true);
  return holds ? text : otherwise;
}

function expandText(
  { id, severity }: RelationDefinition,
  text: string,
  find: FindTables,
  own?: RecognisedTable,
): RelationSet {
  const pattern = parsed(text);
  const terms = cellsTerms(pattern);
  const ids = [...new Set(terms.map(({ term }) => term.table))];
  for (const name of ids) {
    const found = find(name);
    if (found.length !== 1) return { ...NOTHING, unchecked: [tableNotUsable(id, name, found.length, own)] };
  }
  const tableOf = (name: string | undefined) => find(name)[0] as RecognisedTable;
  const source: Source = { id, pattern, severity, table: tableOf(terms[0]?.term.table) };
  if (pattern.join.length > 0) return expandMatched(source, tableOf);
  const hasRows = terms.some(({ term }) => term.rows);
  const { relations, unchecked } = hasRows ? expandSelected(source, tableOf) : expandRows(source);
  return { relations, unchecked, unlisted: [] };
}

function tableNotUsable(
  id: string,
  name: string | undefined,
  count: number,
  own?: RecognisedTable,
): UncheckedRelation {
  return {
    id,
    outcome: count === 0 ? "notApplicable" : "cannotTell",
    table: own,
    reason: {
      key: count === 0 ? "relation.tableAbsent" : "relation.tableTwice",
      args: { table: name ?? "", count: String(count) },
    },
  };
}

const patterns = new Map<string, RelationPattern>();

/** Sentences are read once: a pack has a few hundred and a check asks for each of them. */
function parsed(text: string): RelationPattern {
  const known = patterns.get(text);
  if (known) return known;
  const pattern = parseRelation(text);
  patterns.set(text, pattern);
  return pattern;
}
