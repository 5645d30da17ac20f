import type { CodeLists } from "../codes/listsInUse";
import type { RecognisedTable } from "../recognition/recognised";
import { columnPaths } from "../tables/definition";
import type { RelationDefinition, TableDefinition } from "../tables/definition";
import { parseRelation } from "../tables/notation";
import { PACKS } from "../tables/packs";
import { setsIn } from "../tables/setFile/keptSets";
import { writeSet } from "../tables/setFile/writeSet";
import type { KeptSet } from "../tables/setFile/writeSet";
import { makeChecked } from "../validation/checked";
import type { CheckOptions } from "../validation/checked";
import type { Offer } from "../validation/structure/withStructure";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { withAllClasses, withoutStruckOut } from "./chosenTable";
import type { StruckOut } from "./chosenTable";

/** A table that no set has, as it would be learned. */
export interface LearnableTable {
  /** "S2" */
  readonly id: string;
  readonly sheet: string;
  readonly title: string;
  /** Headings of its columns from left to right, groups in front. */
  readonly columns: readonly string[];
  /** The same columns by their printed numbers, and whether they hold amounts: those alone can be struck out. */
  readonly numbered: readonly LearnableColumn[];
  /** Kinds of its rows. */
  readonly kinds: readonly string[];
  readonly relations: readonly Offer[];
}

/** A column of a table that may be learned. */
export interface LearnableColumn {
  readonly number: number;
  readonly heading: string;
  readonly isAmount: boolean;
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
  /** What a table is called, and what is struck out of it, by its id ("S1"); as it was read where nothing is said. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly struckOut?: Readonly<Record<string, StruckOut>>;
  /** Relations that the user writes himself, each with the table it belongs to. */
  readonly written?: readonly { readonly table: string; readonly text: string }[];
}

/** True for a relation that can be written into a set: "c3 = c4 + c5". */
export function isRelation(text: string): boolean {
  try {
    parseRelation(text);
    return true;
  } catch {
    return false;
  }
}

/** The tables of a workbook that were read by their structure, to be kept as the office's own (gouji learn). */
export function learnableTables(workbook: WorkbookSnapshot, options: CheckOptions = {}): Learnable {
  const checked = makeChecked(workbook, PACKS, options);
  const { tables, offers, lists } = checked;
  const between = checked.between.map(lasting);
  const found = tables.filter((table) => table.byStructure);
  const known = [...(options.sets ?? []), ...setsIn(workbook.settings).map(({ pack }) => pack)];
  const taken = new Set(known.flatMap((set) => set.tables.map(({ id }) => id)));
  return {
    tables: found.map((table) => learnable(table, offers.get(table) ?? [])),
    between,
    keep: (choice) => {
      const set = keptSet(found, { offers, between, taken, lists }, choice);
      const relations = set.tables.reduce((sum, table) => sum + table.relations.length, set.across.length);
      return { text: writeSet(set), tables: set.tables.length, relations };
    },
  };
}

/**
 * Between blank columns anything agrees, and income and expenditure of a fund do while nothing is carried over: such relations
 * are offered and not kept of themselves, as next year's figures may be others on each side.
 */
function lasting(offer: Offer): Offer {
  return offer.evidence.held > 0 && offer.isOfYear !== true ? offer : { ...offer, isTaken: false };
}

function learnable(table: RecognisedTable, relations: readonly Offer[]): LearnableTable {
  const { definition, sheet } = table;
  const numbered = columnPaths(definition.header).map(({ column, ancestors }) => ({
    number: column.number,
    heading: [...ancestors.map(({ label }) => label), column.label].join("/"),
    isAmount: column.kind === "amount",
  }));
  return {
    id: definition.id,
    sheet,
    title: plainTitle(definition.title),
    columns: numbered.map(({ heading }) => heading),
    numbered,
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
  readonly lists: CodeLists;
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
      const { id } = definition;
      const whole = {
        ...withAllClasses(definition, found.lists),
        id: rename(id),
        title: choice.titles?.[id] ?? plainTitle(definition.title),
        relations: [
          ...(found.offers.get(table) ?? []).filter(isKept).map(renamed),
          ...writtenFor(id, rename(id), choice),
        ],
      };
      return withoutStruckOut(whole, choice.struckOut?.[id] ?? NOTHING);
    }),
    across: found.between
      .filter((offer) => isKept(offer) && isAmong(offer) && isUntouched(offer, choice))
      .map(({ relation }, index) => ({
        id: `U.X${String(index + 1).padStart(2, "0")}`,
        text: rename(relation.text),
      })),
  };
}

const NOTHING: StruckOut = { columns: [], kinds: [] };

function writtenFor(id: string, own: string, { written = [] }: LearnChoice): RelationDefinition[] {
  return written
    .filter(({ table }) => table === id)
    .map(({ text }) => ({ id: `${own}.${text.replace(/[\s[\]]/g, "")}`, text }));
}

/** Speaks of nothing that was struck out of the tables it lies between. */
function isUntouched({ relation }: Offer, { struckOut = {} }: LearnChoice): boolean {
  return [...relation.text.matchAll(/\b(S\d+)\[([^\]]*)\](?:\.c(\d+))?/g)].every(([, id, list, column]) => {
    const { columns, kinds } = struckOut[id ?? ""] ?? NOTHING;
    return !columns.includes(Number(column)) && !(list ?? "").split("|").some((kind) => kinds.includes(kind));
  });
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
