import type { TableDefinition } from "../tables/definition";

import { FOREIGN_GROUP, fitsOf, wantedColumns } from "./headingFit";
import type { WantedColumn } from "./headingFit";
import { centredReadings, columnsOfOtherYears, headingPaths } from "./headingPaths";
import type { HeadingPath, HeadingPaths } from "./headingPaths";
import type { Derived } from "../workbook/derived";
import type { ReadSheet } from "./readSheet";

/** From this score on a heading stands under its own groups, and which of several 合计 it is needs no proof. */
export const PLAIN_SCORE = 0.9;

/** A heading that reaches over a column from the left says less of it than one of its own. */
const LESS_FROM_THE_LEFT = 0.2;

/** A sheet column that a defined one fits. */
export interface Candidate {
  readonly path: WantedColumn;
  readonly index: number;
  readonly sheetColumn: number;
  readonly score: number;
  /** The heading is written in this column, not over it from the left. */
  readonly isOwn: boolean;
}

/** Which sheet column was given to which of the table, under rows taken for the heading. */
export interface Assignment {
  readonly rows: readonly number[];
  readonly headings: ReadonlyMap<number, HeadingPath>;
  readonly ofOtherYears: ReadonlySet<number>;
  /** All that fits, the best first. */
  readonly candidates: readonly Candidate[];
  readonly given: readonly Candidate[];
  /** Sheet columns that another reading of the same rows, which explains as much, gives out otherwise. */
  readonly inDoubt?: ReadonlySet<number>;
  /** The sum of the scores: of several readings of the same rows the one that explains most counts. */
  readonly fit: number;
}

/**
 * The best way of giving out the columns under all ways of reading the rows as headings; as merged cells leave them, if
 * as good. Where others are as good, columns that they give out otherwise are in doubt.
 */
export function assignColumns(
  sheet: ReadSheet,
  definition: TableDefinition,
  rows: readonly number[],
  year: number | undefined,
): Assignment {
  const asMerged = assignHeadings(headingPaths(sheet, rows), { definition, rows, year, facts: sheet.facts });
  if (isPlain(asMerged, definition, sheet.facts)) return asMerged;
  const others = centredReadings(sheet, rows).map((headings) =>
    assignHeadings(headings, { definition, rows, year, facts: sheet.facts }),
  );
  if (others.length === 0) return asMerged;
  const ways = [asMerged, ...others];
  const best = ways.reduce((first, next) => (next.fit > first.fit ? next : first));
  const placesOf = ({ given }: Assignment) =>
    new Map(given.map(({ path, sheetColumn }) => [path.column.number, sheetColumn]));
  const equals = ways.filter(({ fit }) => fit > best.fit - 0.01).map(placesOf);
  const inDoubt = best.given.flatMap(({ path, sheetColumn }) =>
    equals.every((places) => places.get(path.column.number) === sheetColumn) ? [] : [sheetColumn],
  );
  return { ...best, inDoubt: new Set(inDoubt) };
}

/** Every column of the table was found under its own groups. */
function isPlain({ given }: Assignment, definition: TableDefinition, facts: Derived): boolean {
  return (
    given.every(({ score }) => score >= PLAIN_SCORE) &&
    wantedColumns(definition, facts).every(
      (wanted) => wanted.column.isOptional || given.some(({ path }) => path === wanted),
    )
  );
}

/** What headings are read for: a table, in rows that may be its heading, of the year it names. */
interface Wanted {
  readonly definition: TableDefinition;
  readonly rows: readonly number[];
  readonly year: number | undefined;
  readonly facts: Derived;
}

function assignHeadings(headings: HeadingPaths, { definition, rows, year, facts }: Wanted): Assignment {
  const ofOtherYears = columnsOfOtherYears(headings, year);
  const candidates: Candidate[] = [];
  for (const [sheetColumn, { path: found, isOwn }] of headings) {
    if (ofOtherYears.has(sheetColumn)) continue;
    for (const { wanted: path, index, score: fit } of fitsOf(definition, found, facts)) {
      const score = isOwn ? fit : fit - LESS_FROM_THE_LEFT;
      if (score > 0) candidates.push({ path, index, sheetColumn, score, isOwn });
    }
  }
  // Equal headings (小计, 合计) are taken in the order of the definition.
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.isOwn) - Number(a.isOwn) ||
      a.index - b.index ||
      a.sheetColumn - b.sheetColumn,
  );
  const given = besideNeighbours(inOrder(giveOut(candidates)), candidates);
  return { rows, headings, ofOtherYears, candidates, given, fit: sumOf(given) };
}

/** The sum of scores. */
export function sumOf(given: readonly { readonly score: number }[]): number {
  return given.reduce((sum, { score }) => sum + score, 0);
}

/**
 * Each sheet column to the defined one it fits best, the best fits first. Where a defined column goes without because
 * its only one was given away, and the other could have another, that one moves.
 */
function giveOut(candidates: readonly Candidate[]): Candidate[] {
  const given = new Map<number, Candidate>();
  const bySheetColumn = new Map<number, Candidate>();
  const give = (candidate: Candidate) => {
    given.set(candidate.path.column.number, candidate);
    bySheetColumn.set(candidate.sheetColumn, candidate);
  };
  const isFree = ({ path, sheetColumn }: Candidate) =>
    !given.has(path.column.number) && !bySheetColumn.has(sheetColumn);
  for (const candidate of candidates) if (isFree(candidate)) give(candidate);
  for (const candidate of candidates) {
    const owner = bySheetColumn.get(candidate.sheetColumn);
    if (given.has(candidate.path.column.number) || !owner) continue;
    const other = candidates.find(
      ({ path, sheetColumn }) => path === owner.path && !bySheetColumn.has(sheetColumn),
    );
    if (!other) continue;
    give(other);
    give(candidate);
  }
  return [...given.values()];
}

/**
 * Columns that have the same headings throughout, as the two halves of a list printed side by side, are taken from left
 * to right, whichever of their headings fits a little better.
 */
function inOrder(given: readonly Candidate[]): Candidate[] {
  const twins = new Map<string, Candidate[]>();
  for (const candidate of given) {
    const { labels, above } = candidate.path;
    const key = [...above.map(({ own }) => own), ...labels.synonyms].join("/");
    twins.set(key, [...(twins.get(key) ?? []), candidate]);
  }
  return [...twins.values()].flatMap((alike) => {
    const places = [...alike].sort((a, b) => a.sheetColumn - b.sheetColumn);
    return [...alike]
      .sort((a, b) => a.index - b.index)
      .map((candidate, index) => ({ ...(places[index] ?? candidate), path: candidate.path }));
  });
}

/**
 * Of several columns of words under one heading, such as 备注 twice, the one next to the column that the table has before
 * it.
 */
function besideNeighbours(given: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const owned = new Set(given.map(({ sheetColumn }) => sheetColumn));
  return given.map((own) => {
    if (own.path.column.kind !== "text") return own;
    const before = given.find(({ index }) => index === own.index - 1);
    if (!before) return own;
    const distance = ({ sheetColumn }: Candidate) => Math.abs(sheetColumn - before.sheetColumn - 1);
    const free = candidates.filter(
      ({ path, sheetColumn, score, isOwn }) =>
        path === own.path && isOwn && !owned.has(sheetColumn) && score >= own.score - FOREIGN_GROUP,
    );
    return free.reduce((best, next) => (distance(next) < distance(best) ? next : best), own);
  });
}
