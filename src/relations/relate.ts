import type { RecognisedTable } from "../recognition/recognised";
import type { Pack, RelationDefinition } from "../tables/definition";
import { LastMade } from "../workbook/lastMade";
import { parseRelation } from "../tables/notation";
import type { RelationPattern } from "../tables/notation";
import { balance } from "./balance";
import { expandMatched } from "./matched";
import type { Relation, RelationSet, UncheckedRelation } from "./relation";
import { cellsTerms, sentenceOver } from "./sentence";
import { expandRows, expandSelected } from "./withinTable";

const NOTHING: RelationSet = { relations: [], unchecked: [], unlisted: [] };

/** What is kept of the relations of a workbook from one check to the next, each by the tables it was made from. */
export class KeptRelations {
  readonly across = new LastMade<RelationDefinition, RelationSet>();

  constructor(
    readonly within = new LastMade<RecognisedTable, RelationSet>(),
    private readonly patterns = new Map<string, RelationPattern>(),
  ) {}

  /** For other pictures of the workbook: sentences and tables are kept with these, and what lies between tables apart. */
  beside(): KeptRelations {
    return new KeptRelations(this.within, this.patterns);
  }

  /** Sentences are read once: a set has a few hundred and each check asks for all of them. */
  patternOf(text: string): RelationPattern {
    let pattern = this.patterns.get(text);
    if (!pattern) this.patterns.set(text, (pattern = parseRelation(text)));
    return pattern;
  }
}

/**
 * Turns the sentences of a pack into equations and inequalities over the cells of the tables found. A sentence that
 * gives none says why: a table is not there (does not apply), a row is not there or there twice (cannot be told).
 * Throws NotationError for a sentence of the pack that cannot be read.
 */
export function relate(
  tables: readonly RecognisedTable[],
  pack: Pick<Pack, "across">,
  kept: KeptRelations = new KeptRelations(),
): RelationSet {
  const expansion = new Expansion(tables, kept);
  const within = tables.map((table) => kept.within.get(table, [], () => expansion.within(table)));
  const across = pack.across.map((definition) =>
    // Between the tables of one name and those of the next stands the name.
    kept.across.get(
      definition,
      expansion.tablesNamed(definition).flatMap((name) => [name, ...expansion.named(name)]),
      () => expansion.across(definition),
    ),
  );
  return merge([...within, ...across]);
}

function merge(sets: readonly RelationSet[]): RelationSet {
  return {
    // Told apart from the others because it is long.
    relations: ([] as Relation[]).concat(...sets.map(({ relations }) => relations)),
    unchecked: sets.flatMap(({ unchecked }) => unchecked),
    unlisted: sets.flatMap(({ unlisted }) => unlisted),
  };
}

type FindTables = (id: string | undefined) => readonly RecognisedTable[];

/** The sentences of a set over the tables of one workbook. */
class Expansion {
  private readonly byId = new Map<string, RecognisedTable[]>();

  constructor(
    tables: readonly RecognisedTable[],
    private readonly kept: KeptRelations,
  ) {
    for (const table of tables) {
      const { id } = table.definition;
      const known = this.byId.get(id);
      if (known) known.push(table);
      else this.byId.set(id, [table]);
    }
  }

  /** The tables of a name. */
  named(id: string | undefined): readonly RecognisedTable[] {
    return (id === undefined ? undefined : this.byId.get(id)) ?? [];
  }

  /** The names that a sentence and its condition speak of, each once. */
  tablesNamed({ text, when, otherwise }: RelationDefinition): (string | undefined)[] {
    const texts = [text, when, otherwise].flatMap((one) => one ?? []);
    return [
      ...new Set(texts.flatMap((one) => cellsTerms(this.kept.patternOf(one)).map(({ term }) => term.table))),
    ];
  }

  within(table: RecognisedTable): RelationSet {
    return merge(
      table.definition.relations.map((definition) => this.expand(definition, () => [table], table)),
    );
  }

  across(definition: RelationDefinition): RelationSet {
    return this.expand(definition, (id) => this.named(id));
  }

  private expand(definition: RelationDefinition, find: FindTables, own?: RecognisedTable): RelationSet {
    const text = this.chooseText(definition, find, own);
    return text === undefined ? NOTHING : this.expandText(definition, text, find, own);
  }

  /** The sentence that applies: `otherwise` where the condition does not hold or cannot be told. */
  private chooseText(
    definition: RelationDefinition,
    find: FindTables,
    own?: RecognisedTable,
  ): string | undefined {
    const { text, when, otherwise } = definition;
    if (when === undefined) return text;
    const conditions = this.expandText(definition, when, find, own).relations;
    const holds =
      conditions.length > 0 &&
      conditions.every((condition) => balance(condition)?.deviation.isZero() === true);
    return holds ? text : otherwise;
  }

  private expandText(
    definition: RelationDefinition,
    text: string,
    find: FindTables,
    own?: RecognisedTable,
  ): RelationSet {
    const pattern = this.kept.patternOf(text);
    const terms = cellsTerms(pattern);
    for (const name of new Set(terms.map(({ term }) => term.table))) {
      const found = find(name);
      if (found.length !== 1)
        return { ...NOTHING, unchecked: [tableNotUsable(definition.id, name, found.length, own)] };
    }
    const sentence = sentenceOver(definition, pattern, (name) => find(name)[0] as RecognisedTable);
    if (pattern.join.length > 0) return expandMatched(sentence);
    const hasRows = terms.some(({ term }) => term.rows);
    const { relations, unchecked } = hasRows ? expandSelected(sentence) : expandRows(sentence);
    return { relations, unchecked, unlisted: [] };
  }
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
