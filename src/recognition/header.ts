import type { TableDefinition } from "../tables/definition";
import type { SheetSnapshot } from "../workbook/snapshot";
import { filledRows } from "./grid";
import { fitsOf, isHeadingOf, wantedColumns } from "./headingFit";
import type { WantedColumn } from "./headingFit";
import { columnsOfOtherYears, headingPaths } from "./headingPaths";
import type { HeadingPath } from "./headingPaths";
import { CODE_LEVELS, isAside, isColumnNumberRow, isHeadingRow, isLevelRow } from "./headingRow";
import type { ColumnMatch } from "./recognised";

/** The most heading rows a table is known to have, column numbers not counted. */
const MOST_HEADING_ROWS = 5;

export interface HeaderMatch {
  readonly firstRow: number;
  /** The last heading row, column numbers included. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<number, ColumnMatch>;
  readonly hasColumnNumbers: boolean;
  /** 0 to 1: mean score over the definition's columns. */
  readonly score: number;
  /** Sheet column → its headings from top to bottom, for columns that the definition does not know too. */
  readonly headings: ReadonlyMap<number, readonly string[]>;
  /** Sheet columns that other defined columns fit as well: their headings alone do not settle them. */
  readonly contested: ReadonlySet<number>;
  /** Sheet columns of other years than the table's. */
  readonly ofOtherYears: ReadonlySet<number>;
  /** Sheet columns whose lowest heading fits several defined columns, by whichever headings above it: 合计, 小计. */
  readonly alike: ReadonlySet<number>;
}

/**
 * Finds a table's heading between two rows of a sheet. Merged headings show as a label with blank cells to the right
 * or below, which is all that is read of them: no merged-area information is needed.
 * @param year the year of the table, by which its column is told from those of other years; else the latest counts
 */
export function findHeader(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  firstRow: number,
  lastRow: number,
  year?: number,
): HeaderMatch | undefined {
  const rows = filledRows(sheet, firstRow, lastRow).slice(0, 20);
  const isKnown = (text: string) => isHeadingOf(definition, text);
  const least = Math.min(2, wantedColumns(definition).length);
  const start = rows.findIndex((row) => isHeadingRow(sheet, row, isKnown, least));
  if (start < 0) return undefined;
  // A single heading over all the others stands above them.
  const isBelowOne = start > 0 && isHeadingRow(sheet, rows[start - 1] ?? 0, isKnown, 1);
  const candidates = headingsFrom(sheet, rows.slice(isBelowOne ? start - 1 : start), isKnown);
  let fitting: Assignment | undefined;
  for (let depth = 1; depth <= candidates.length; depth++) {
    const assignment = assignColumns(sheet, definition, candidates.slice(0, depth), year);
    if (!fitting || assignment.fit > fitting.fit) fitting = assignment;
  }
  if (!fitting) return undefined;
  let best = toMatch(sheet, definition, fitting, year);
  const levels = candidates[candidates.indexOf(best.lastRow) + 1] ?? rows[rows.indexOf(best.lastRow) + 1];
  if (levels !== undefined && isLevelRow(sheet, levels, isKnown))
    best = withLevels(sheet, best, candidates, levels);
  const next = rows[rows.indexOf(best.lastRow) + 1];
  return next !== undefined && isColumnNumberRow(sheet, next)
    ? { ...best, lastRow: next, hasColumnNumbers: true }
    : best;
}

/** The rows that may be one heading: rows of headings one below the other, a remark among them passed over. */
function headingsFrom(
  sheet: SheetSnapshot,
  rows: readonly number[],
  isKnown: (text: string) => boolean,
): number[] {
  const found: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (found.length >= MOST_HEADING_ROWS) break;
    const next = rows[index + 1];
    if (isHeadingRow(sheet, row, isKnown, 1)) found.push(row);
    else if (next === undefined || !isAside(sheet, row) || !isHeadingRow(sheet, next, isKnown, 1)) break;
  }
  return found;
}

/** The heading that stands in given rows of a sheet, because the user said so; column numbers among them are passed over. */
export function matchHeaderRows(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  firstRow: number,
  lastRow: number,
  year: number | undefined,
): HeaderMatch {
  const rows = filledRows(sheet, firstRow, lastRow).filter((row) => !isColumnNumberRow(sheet, row));
  const assignment = assignColumns(sheet, definition, rows, year);
  return { ...toMatch(sheet, definition, assignment, year), firstRow, lastRow };
}

/** The heading with its row of levels; the column under 类 is the first of three and not the code's own. */
function withLevels(
  sheet: SheetSnapshot,
  header: HeaderMatch,
  rows: readonly number[],
  levels: number,
): HeaderMatch {
  const headingRows = [...rows.filter((row) => row < levels), levels];
  const paths = headingPaths(sheet, headingRows);
  const headings = new Map([...paths].map(([column, { path }]) => [column, path]));
  const isLevel = (column: number) => CODE_LEVELS.includes(headings.get(column)?.at(-1) ?? "");
  const columns = new Map([...header.columns].filter(([, { sheetColumn }]) => !isLevel(sheetColumn)));
  return { ...header, lastRow: levels, columns, headings };
}

/** A heading that reaches over a column from the left says less of it than one of its own. */
const LESS_FROM_THE_LEFT = 0.2;

interface Candidate {
  readonly path: WantedColumn;
  readonly index: number;
  readonly sheetColumn: number;
  readonly score: number;
  /** The heading is written in this column, not over it from the left. */
  readonly isOwn: boolean;
}

/** Which sheet column was given to which of the table, under rows taken for the heading. */
interface Assignment {
  readonly rows: readonly number[];
  readonly headings: ReadonlyMap<number, HeadingPath>;
  readonly ofOtherYears: ReadonlySet<number>;
  /** All that fits, the best first. */
  readonly candidates: readonly Candidate[];
  readonly given: readonly Candidate[];
  /** The sum of the scores: of several readings of the same rows the one that explains most counts. */
  readonly fit: number;
}

function assignColumns(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  rows: readonly number[],
  year: number | undefined,
): Assignment {
  const headings = headingPaths(sheet, rows);
  const ofOtherYears = columnsOfOtherYears(headings, year);
  const candidates: Candidate[] = [];
  for (const [sheetColumn, { path: found, isOwn }] of headings) {
    if (ofOtherYears.has(sheetColumn)) continue;
    for (const { wanted: path, index, score: fit } of fitsOf(definition, found)) {
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
  const given = inOrder(giveOut(candidates));
  return { rows, headings, ofOtherYears, candidates, given, fit: sumOf(given) };
}

function sumOf(given: readonly { readonly score: number }[]): number {
  return given.reduce((sum, { score }) => sum + score, 0);
}

function toMatch(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  { rows, headings, ofOtherYears, candidates, given }: Assignment,
  year: number | undefined,
): HeaderMatch {
  const columns = new Map<number, ColumnMatch>();
  const rivals = rivalColumns(candidates, given);
  const dated = new Set(
    [...headings].flatMap(([column, entry]) =>
      year === undefined && entry.year !== undefined ? [column] : [],
    ),
  );
  for (const { path, sheetColumn, score } of given) {
    const heading = headings.get(sheetColumn);
    if (!heading) continue;
    columns.set(path.column.number, {
      definition: path.column,
      sheetColumn,
      heading: [...new Set(heading.path)].join("/"),
      headingCell: { sheet: sheet.name, row: heading.cell[0], column: heading.cell[1] },
      score: rivals.has(sheetColumn) || isDatedOrNot(path, candidates, dated) ? DOUBTFUL : score,
      by: path.labels.synonyms.has(heading.path.at(-1) ?? "") ? "heading" : "meaning",
    });
  }
  const wanted = wantedColumns(definition).filter(
    ({ column }) => !column.isOptional || columns.has(column.number),
  ).length;
  return {
    firstRow: rows[0] ?? 0,
    lastRow: rows[rows.length - 1] ?? 0,
    columns: new Map([...columns].sort(([a], [b]) => a - b)),
    hasColumnNumbers: false,
    score: sumOf([...columns.values()]) / wanted,
    headings: new Map([...headings].map(([column, { path }]) => [column, path])),
    contested: new Set([...contestedColumns(candidates, columns), ...rivals]),
    ofOtherYears,
    alike: alikeColumns(candidates),
  };
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
 * Sheet columns under one and the same heading of which one was given to the table's column and the other to none: the
 * heading does not tell which is meant.
 */
function rivalColumns(candidates: readonly Candidate[], given: readonly Candidate[]): ReadonlySet<number> {
  const owned = new Set(given.map(({ sheetColumn }) => sheetColumn));
  return new Set(
    given.flatMap((own) => {
      const others = candidates.filter(
        ({ path, sheetColumn, score, isOwn }) =>
          path === own.path && score >= own.score && !owned.has(sheetColumn) && isOwn,
      );
      return others.length > 0 ? [own.sheetColumn, ...others.map(({ sheetColumn }) => sheetColumn)] : [];
    }),
  );
}

/** A column of which nobody says for which year it is, beside one of a named year. */
const DOUBTFUL = 0.4;

/** True when a defined column fits sheet columns with and without a year, and the table names none. */
function isDatedOrNot(
  path: WantedColumn,
  candidates: readonly Candidate[],
  dated: ReadonlySet<number>,
): boolean {
  const fitting = candidates.filter((candidate) => candidate.path === path);
  const isDated = ({ sheetColumn }: Candidate) => dated.has(sheetColumn);
  return fitting.some(isDated) && !fitting.every(isDated);
}

function alikeColumns(candidates: readonly Candidate[]): ReadonlySet<number> {
  const first = new Map<number, WantedColumn>();
  const alike = new Set<number>();
  for (const { path, sheetColumn } of candidates) {
    const other = first.get(sheetColumn);
    if (other && other !== path) alike.add(sheetColumn);
    else first.set(sheetColumn, path);
  }
  return alike;
}

/** Columns whose heading fits another defined column as well as the one it was given to. */
function contestedColumns(
  candidates: readonly Candidate[],
  columns: ReadonlyMap<number, ColumnMatch>,
): ReadonlySet<number> {
  const owners = new Map([...columns].map(([number, { sheetColumn }]) => [sheetColumn, number]));
  const given = new Map([...columns].map(([number, match]) => [number, match.score]));
  return new Set(
    candidates.flatMap(({ path, sheetColumn, score }) => {
      const owner = owners.get(sheetColumn);
      const isOther = owner !== path.column.number;
      const isAsGood =
        score >= (given.get(owner ?? -1) ?? 0) && score >= (given.get(path.column.number) ?? 0);
      return isOther && isAsGood ? [sheetColumn] : [];
    }),
  );
}
