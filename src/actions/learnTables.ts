import type { RecognisedTable } from "../recognition/recognised";
import { columnPaths } from "../tables/definition";
import type { RelationDefinition, TableDefinition } from "../tables/definition";
import { PACKS } from "../tables/packs";
import { writeSet } from "../tables/setFile/writeSet";
import type { KeptSet } from "../tables/setFile/writeSet";
import { makeChecked } from "../validation/checked";
import type { CheckOptions } from "../validation/checked";
import type { Offer } from "../validation/structure/withStructure";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** A table that no set has, as it would be learned. */
export interface LearnableTable {
  /** "S2" */
  readonly id: string;
  readonly sheet: string;
  readonly title: string;
  /** Headings of its columns from left to right, groups in front. */
  readonly columns: readonly string[];
  /** Kinds of its rows. */
  readonly kinds: readonly string[];
  readonly relations: readonly Offer[];
}

/** What may be learned of a workbook. */
export interface Learnable {
  readonly tables: readonly LearnableTable[];
  readonly between: readonly Offer[];
  /** The file of a set with what was chosen; ids that are not there are left out. */
  readonly keep: (choice: LearnChoice) => KeptFile;
}

/** A set as the text of its file. */
export interface KeptFile {
  readonly text: string;
  readonly tables: number;
  readonly relations: number;
}

/** What the user keeps of it. */
export interface LearnChoice {
  readonly id: string;
  readonly name: string;
  /** Tables to keep; all when left out. */
  readonly tables?: readonly string[];
  /** Relations that are struck out though the figures bear them out, and taken though they do not. */
  readonly without?: readonly string[];
  readonly including?: readonly string[];
}

/** The tables of a workbook that were read by their structure, to be kept as the office's own (gouji learn). */
export function learnableTables(workbook: WorkbookSnapshot, options: CheckOptions = {}): Learnable {
  const { tables, offers, between } = makeChecked(workbook, PACKS, options);
  const found = tables.filter((table) => table.byStructure);
  const taken = new Set((options.sets ?? []).flatMap((set) => set.tables.map(({ id }) => id)));
  return {
    tables: found.map((table) => learnable(table, offers.get(table) ?? [])),
    between,
    keep: (choice) => {
      const set = keptSet(found, { offers, between, taken }, choice);
      const relations = set.tables.reduce((sum, table) => sum + table.relations.length, set.across.length);
      return { text: writeSet(set), tables: set.tables.length, relations };
    },
  };
}

function learnable(table: RecognisedTable, relations: readonly Offer[]): LearnableTable {
  const { definition, sheet } = table;
  return {
    id: definition.id,
    sheet,
    title: plainTitle(definition.title),
    columns: columnPaths(definition.header).map(({ column, ancestors }) =>
      [...ancestors.map(({ label }) => label), column.label].join("/"),
    ),
    kinds: [...new Set(definition.sides.flatMap(({ rows }) => rows.map(({ kind }) => kind)))],
    relations,
  };
}

/** A title as it is in every year and for every office: what stands before the year, and the year, do not count. */
function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^.*?(19|20)\d{2}年度?(部门|单位)?(?=.{2,})/, "");
}

interface Found {
  readonly offers: ReadonlyMap<RecognisedTable, readonly Offer[]>;
  readonly between: readonly Offer[];
  /** Ids that sets of the office have already. */
  readonly taken: ReadonlySet<string>;
}

function keptSet(tables: readonly RecognisedTable[], found: Found, choice: LearnChoice): KeptSet {
  const wanted = tables.filter(({ definition }) => choice.tables?.includes(definition.id) !== false);
  const ids = newIds(wanted, found.taken);
  const isKept = ({ isTaken, relation }: Offer) =>
    (isTaken && !choice.without?.includes(relation.id)) || choice.including?.includes(relation.id) === true;
  const rename = (text: string) => text.replace(/\bS\d+\b/g, (id) => ids.get(id) ?? id);
  const renamed = ({ relation }: Offer): RelationDefinition => ({
    id: rename(relation.id),
    text: rename(relation.text),
  });
  const isAmong = ({ relation }: Offer) =>
    (relation.text.match(/\bS\d+(?=\[)/g) ?? []).every((id) => ids.has(id));
  return {
    id: choice.id,
    name: choice.name,
    tables: wanted.map((table): TableDefinition => {
      const { definition } = table;
      return {
        ...definition,
        id: rename(definition.id),
        title: plainTitle(definition.title),
        relations: (found.offers.get(table) ?? []).filter(isKept).map(renamed),
      };
    }),
    across: found.between
      .filter((offer) => isKept(offer) && isAmong(offer))
      .map(({ relation }, index) => ({
        id: `U.X${String(index + 1).padStart(2, "0")}`,
        text: rename(relation.text),
      })),
  };
}

/** U01, U02 …, those that are free. */
function newIds(tables: readonly RecognisedTable[], taken: ReadonlySet<string>): Map<string, string> {
  const ids = new Map<string, string>();
  let number = 0;
  for (const { definition } of tables) {
    let id: string;
    do id = `U${String(++number).padStart(2, "0")}`;
    while (taken.has(id));
    ids.set(definition.id, id);
  }
  return ids;
}
