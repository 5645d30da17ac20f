import type { TableDefinition } from "../tables/definition";

import { assignColumns, sumOf } from "./assignColumns";
import type { Assignment } from "./assignColumns";
import { filledRows } from "./grid";
import { alikeColumns, contestedColumns, rivalColumns, yearDoubts } from "./headingDoubts";
import { isHeadingOf, wantedColumns } from "./headingFit";
import { headingPaths } from "./headingPaths";
import {
  CODE_LEVELS,
  isAside,
  isColumnNumberRow,
  isGroupRow,
  isHeadingRow,
  isLevelRow,
  isTotalsRowToo,
} from "./headingRow";
import type { ColumnMatch } from "./recognised";
import type { ReadSheet } from "./readSheet";

/** The most heading rows a table is known to have, column numbers not counted. */
const MOST_HEADING_ROWS = 5;

export interface HeaderMatch {
  readonly firstRow: number;
  /** The last heading row, column numbers included. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<number, ColumnMatch>;
  readonly hasColumnNumbers: boolean;
  /** Its last row, 类 款 项, is the row of the total as well: the body begins with it. */
  readonly isTotalsRow?: true;
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
  sheet: ReadSheet,
  definition: TableDefinition,
  firstRow: number,
  lastRow: number,
  year?: number,
): HeaderMatch | undefined {
  const rows = filledRows(sheet, firstRow, lastRow).slice(0, 20);
  const isKnown = (text: string) => isHeadingOf(definition, text, sheet.facts);
  const least = Math.min(2, wantedColumns(definition, sheet.facts).length);
  const start = rows.findIndex((row) => isHeadingRow(sheet, row, isKnown, least));
  if (start < 0) return undefined;
  // A single heading over all the others stands above them, or that of a group among those of columns nobody knows.
  const isBelowOne = start > 0 && isGroupRow(sheet, rows[start - 1] ?? 0, isKnown);
  const candidates = headingsFrom(sheet, rows.slice(isBelowOne ? start - 1 : start), isKnown);
  let fitting: Assignment | undefined;
  for (let depth = 1; depth <= candidates.length; depth++) {
    const assignment = assignColumns(sheet, definition, candidates.slice(0, depth), year);
    // Of two that explain as much the deeper: a heading written again below itself is one.
    if (!fitting || assignment.fit >= fitting.fit) fitting = assignment;
  }
  if (!fitting) return undefined;
  let best = toMatch(sheet, definition, fitting, year);
  const levels = candidates[candidates.indexOf(best.lastRow) + 1] ?? rows[rows.indexOf(best.lastRow) + 1];
  if (levels !== undefined && isLevelRow(sheet, levels, isKnown))
    best = withLevels(sheet, best, candidates, levels);
  const next = rows[rows.indexOf(best.lastRow) + 1];
  // Where rows have no names, amounts could be taken for column numbers.
  const isNamed = definition.sides.every(({ nameColumn }) => nameColumn !== 0);
  return next !== undefined && isColumnNumberRow(sheet, next, isNamed)
    ? { ...best, lastRow: next, hasColumnNumbers: true }
    : best;
}

/** The rows that may be one heading: the first, then rows of headings one below the other, a remark among them passed over. */
function headingsFrom(
  sheet: ReadSheet,
  rows: readonly number[],
  isKnown: (text: string) => boolean,
): number[] {
  const found: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (found.length >= MOST_HEADING_ROWS) break;
    const next = rows[index + 1];
    if (index === 0 || isHeadingRow(sheet, row, isKnown, 1)) found.push(row);
    else if (next === undefined || !isAside(sheet, row) || !isHeadingRow(sheet, next, isKnown, 1)) break;
  }
  return found;
}

/** The heading that stands in given rows of a sheet, because the user said so; column numbers among them are passed over. */
export function matchHeaderRows(
  sheet: ReadSheet,
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
  sheet: ReadSheet,
  header: HeaderMatch,
  rows: readonly number[],
  levels: number,
): HeaderMatch {
  const headingRows = [...rows.filter((row) => row < levels), levels];
  const paths = headingPaths(sheet, headingRows);
  const headings = new Map([...paths].map(([column, { path }]) => [column, path]));
  const isLevel = (column: number) => CODE_LEVELS.includes(headings.get(column)?.at(-1) ?? "");
  const columns = new Map([...header.columns].filter(([, { sheetColumn }]) => !isLevel(sheetColumn)));
  const shared = isTotalsRowToo(sheet, levels) ? { isTotalsRow: true as const } : {};
  return { ...header, lastRow: levels, columns, headings, ...shared };
}

/** The score of a column that the headings leave in doubt. */
const DOUBTFUL = 0.4;

function toMatch(
  sheet: ReadSheet,
  definition: TableDefinition,
  assignment: Assignment,
  year: number | undefined,
): HeaderMatch {
  const { rows, headings, ofOtherYears, candidates, given, inDoubt } = assignment;
  const columns = new Map<number, ColumnMatch>();
  const rivals = new Set([...rivalColumns(candidates, given), ...(inDoubt ?? [])]);
  const isDatedOrNot = yearDoubts(assignment, year);
  for (const { path, sheetColumn, score } of given) {
    const heading = headings.get(sheetColumn);
    if (!heading) continue;
    columns.set(path.column.number, {
      definition: path.column,
      sheetColumn,
      heading: [...new Set(heading.path)].join("/"),
      headingCell: { sheet: sheet.name, row: heading.cell[0], column: heading.cell[1] },
      score: rivals.has(sheetColumn) || isDatedOrNot(path, sheetColumn) ? DOUBTFUL : score,
      by: path.labels.synonyms.has(heading.path.at(-1) ?? "") ? "heading" : "meaning",
    });
  }
  const wanted = wantedColumns(definition, sheet.facts).filter(
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
