import type { ColumnDefinition, ColumnPath, HeaderGroup, TableDefinition } from "../tables/definition";
import { columnPaths } from "../tables/definition";
import type { Derived } from "../workbook/derived";
import { CODE_LEVELS } from "./headingRow";
import { headingMeaning, labelsOf } from "./headingText";
import type { Labels } from "./headingText";

/** A defined column with the labels of the headings above it. */
export interface WantedColumn {
  readonly column: ColumnDefinition;
  readonly labels: Labels;
  readonly above: readonly Labels[];
}

/** The columns of a table from left to right, ready for comparing with a sheet's headings. */
export function wantedColumns(definition: TableDefinition, facts: Derived): readonly WantedColumn[] {
  return facts.of(definition, readWanted);
}

function readWanted(definition: TableDefinition): readonly WantedColumn[] {
  return columnPaths(definition.header).map(toWanted);
}

function toWanted({ column, ancestors }: ColumnPath): WantedColumn {
  return { column, labels: labelsOf(column), above: ancestors.map((group: HeaderGroup) => labelsOf(group)) };
}

/** A defined column that a sheet column's headings fit. */
export interface Fit {
  readonly wanted: WantedColumn;
  /** Its place among the columns of the table. */
  readonly index: number;
  /** 1: same lowest heading under the same headings; less where they only mean the same, or stand under others. */
  readonly score: number;
}

/** What a heading that stands under a group of none of the table's counts less. */
export const FOREIGN_GROUP = 0.1;

/** The columns of a table that a sheet column may be by its headings, which are given from top to bottom. */
export function fitsOf(definition: TableDefinition, found: readonly string[], facts: Derived): Fit[] {
  const { lowest, above, fits } = lowestOf(definition, found, facts);
  const around = above.map(wordsOf);
  const telling = around.filter((one) => one.text !== lowest && !saysNothingOfColumns(one));
  const isOnly = fits.length === 1;
  return fits.map(({ wanted, index, score: fit }) => {
    const foreign = telling.filter((one) => !wanted.above.some((group) => fitOf(group, one) > 0)).length;
    // A heading that names its groups needs none above it, and no other.
    if (fit === JOINT_FIT) return { wanted, index, score: fit - FOREIGN_GROUP * foreign };
    const met = wanted.above.filter((group) => around.some((one) => fitOf(group, one) > 0)).length;
    const context =
      wanted.above.length === 0
        ? 1
        : met === 0 && isOnly && telling.length === 0
          ? WITHOUT_GROUPS
          : met / wanted.above.length;
    return { wanted, index, score: Math.max(0.05, fit + 0.4 * context - FOREIGN_GROUP * foreign) };
  });
}

/**
 * The lowest heading with the columns it may be, and those above it. Where it tells nothing alone, the one above is read
 * together with it: 科目 over 名称 is 科目名称, 合 over 计 is 合计.
 */
function lowestOf(
  definition: TableDefinition,
  found: readonly string[],
  facts: Derived,
): { lowest: string; above: readonly string[]; fits: readonly Fit[] } {
  let lowest = "";
  for (let at = found.length - 1; at >= 0; at--) {
    if (at < found.length - 1 && found[at] === found[at + 1]) continue;
    lowest = `${found[at]}${lowest}`;
    const fits = fitsOfLowest(definition, lowest, facts);
    if (fits.length > 0) return { lowest, above: found.slice(0, at), fits };
  }
  return { lowest, above: [], fits: [] };
}

/** How good a heading is that only one column of the table has, where an office prints it without the groups above. */
const WITHOUT_GROUPS = 0.6;

/** Words over columns that tell nothing of which they are: 其中, 项目, 2026年预算数. */
function saysNothingOfColumns({ meaning }: HeadingWords): boolean {
  return /^(其中|项目|预算|金额)$/.test(meaning.replace(/:$/, "") || "其中");
}

/** The columns whose own heading a text is, whatever stands above; worked out once for a table and a text. */
function fitsOfLowest(definition: TableDefinition, lowest: string, facts: Derived): readonly Fit[] {
  const own = facts.of(definition, newFits);
  let fits = own.get(lowest);
  if (!fits) {
    const words = wordsOf(lowest);
    fits = wantedColumns(definition, facts).flatMap((wanted, index): Fit[] => {
      const fit = fitOf(wanted.labels, words);
      // 其中越秀 means 越秀, and names its group besides.
      if (fit < EXACT_FIT && isJoint(wanted, lowest)) return [{ wanted, index, score: JOINT_FIT }];
      return fit > 0 ? [{ wanted, index, score: fit }] : [];
    });
    if (own.size >= MOST_KNOWN) own.clear();
    own.set(lowest, fits);
  }
  return fits;
}

function newFits(): Map<string, readonly Fit[]> {
  return new Map();
}

const EXACT_FIT = 0.5;

/** A heading that names column and group in one cell is as good as one that means both. */
const JOINT_FIT = 0.9;

/** 财政拨款小计, 财政拨款-一般公共预算, 本年收入/财政拨款/小计: the column's label behind those of its groups. */
function isJoint({ labels, above }: WantedColumn, heading: string): boolean {
  if (above.length === 0) return false;
  return [...labels.synonyms].some(
    (label) =>
      heading.length > label.length &&
      heading.endsWith(label) &&
      isAbove(withoutJoint(heading.slice(0, -label.length)), above),
  );
}

/** The words before a column's label are those of groups above it, nearest last. */
function isAbove(words: string, above: readonly Labels[]): boolean {
  if (words === "") return false;
  const all = wordsOf(words);
  return above.some((group, index) => {
    if (fitOf(group, all) > 0) return true;
    return [...group.synonyms].some(
      (label) =>
        words.endsWith(label) && isAbove(withoutJoint(words.slice(0, -label.length)), above.slice(0, index)),
    );
  });
}

function withoutJoint(words: string): string {
  return words.replace(/[-—–_/·.、:>]+$/, "");
}

/** The label itself, a known synonym, or a heading that means the same. */
function fitOf(labels: Labels, { text, meaning }: HeadingWords): number {
  if (text === labels.own) return 0.6;
  if (labels.synonyms.has(text)) return EXACT_FIT;
  return labels.meanings.has(meaning) ? 0.45 : 0;
}

/** A heading of a sheet with what it means, told once for all columns that it is compared with. */
interface HeadingWords {
  readonly text: string;
  readonly meaning: string;
}

function wordsOf(text: string): HeadingWords {
  return { text, meaning: headingMeaning(text) };
}

/** True for a text that may stand in the heading of a table: a label, a synonym, what means the same, or several in one. */
export function isHeadingOf(definition: TableDefinition, text: string, facts: Derived): boolean {
  const known = facts.of(definition, newAnswers);
  let is = known.get(text);
  if (is === undefined) {
    is = knows(definition, text, facts);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, is);
  }
  return is;
}

function newAnswers(): Map<string, boolean> {
  return new Map();
}

/** Texts of sheets that are kept for one table. */
const MOST_KNOWN = 5000;

function knows(definition: TableDefinition, text: string, facts: Derived): boolean {
  if (CODE_LEVELS.includes(text)) return true;
  const { labels, meanings, jointEndings } = facts.of(wantedColumns(definition, facts), vocabularyOf);
  if (labels.has(text) || meanings.has(headingMeaning(text))) return true;
  return (
    jointEndings.has(text.slice(-1)) &&
    wantedColumns(definition, facts).some((wanted) => isJoint(wanted, text))
  );
}

/** The words of a table's heading. */
interface Vocabulary {
  readonly labels: ReadonlySet<string>;
  readonly meanings: ReadonlySet<string>;
  /** The last characters of headings that name a column behind its groups. */
  readonly jointEndings: ReadonlySet<string>;
}

/** All words of a table's heading together, so that a text that is none of them is told at once. */
function vocabularyOf(wanted: readonly WantedColumn[]): Vocabulary {
  const all = wanted.flatMap(({ labels, above }) => [labels, ...above]);
  const inGroups = wanted.filter(({ above }) => above.length > 0);
  return {
    labels: new Set(all.flatMap(({ own, synonyms }) => [own, ...synonyms])),
    meanings: new Set(all.flatMap(({ meanings }) => [...meanings])),
    jointEndings: new Set(
      inGroups.flatMap(({ labels }) => [...labels.synonyms].map((label) => label.slice(-1))),
    ),
  };
}
