import type { HeaderNode, TableDefinition } from "../tables/definition";
import type { SheetSnapshot } from "../workbook/snapshot";
import { filledRows } from "./grid";
import { similarity, wantedColumns } from "./headingFit";
import type { WantedColumn } from "./headingFit";
import { columnsOfOtherYears, headingPaths } from "./headingPaths";
import { CODE_LEVELS, isColumnNumberRow, isHeadingRow, isLevelRow } from "./headingRow";
import { labelsOf } from "./headingText";
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
  const labels = headingLabels(definition);
  const start = rows.findIndex((row) => isHeadingRow(sheet, row, labels, 2));
  if (start < 0) return undefined;
  let best: HeaderMatch | undefined;
  for (let depth = 1; depth <= MOST_HEADING_ROWS && start + depth <= rows.length; depth++) {
    const headingRows = rows.slice(start, start + depth);
    const last = headingRows[depth - 1] ?? 0;
    if (depth > 1 && !isHeadingRow(sheet, last, labels, 1)) break;
    const match = matchColumns(sheet, definition, headingRows, year);
    if (best && match.score <= best.score) continue;
    best = match;
  }
  if (!best) return undefined;
  const levels = rows[rows.indexOf(best.lastRow) + 1];
  if (levels !== undefined && isLevelRow(sheet, levels, labels))
    best = withLevels(sheet, definition, best, rows, levels);
  const next = rows[rows.indexOf(best.lastRow) + 1];
  return next !== undefined && isColumnNumberRow(sheet, next)
    ? { ...best, lastRow: next, hasColumnNumbers: true }
    : best;
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
  return { ...matchColumns(sheet, definition, rows, year), firstRow, lastRow };
}

const known = new WeakMap<TableDefinition, ReadonlySet<string>>();

/** Everything that may stand in the heading of a table: labels, synonyms and what they mean. */
function headingLabels(definition: TableDefinition): ReadonlySet<string> {
  const cached = known.get(definition);
  if (cached) return cached;
  const labels = new Set(CODE_LEVELS);
  const add = (nodes: readonly HeaderNode[]) => {
    for (const node of nodes) {
      const { synonyms, meanings } = labelsOf(node);
      for (const label of [...synonyms, ...meanings]) labels.add(label);
      if ("children" in node) add(node.children);
    }
  };
  add(definition.header);
  known.set(definition, labels);
  return labels;
}

/** The heading with its row of levels; the column under 类 is the first of three and not the code's own. */
function withLevels(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  header: HeaderMatch,
  rows: readonly number[],
  levels: number,
): HeaderMatch {
  const headingRows = rows.filter((row) => row >= header.firstRow && row <= levels);
  const { headings } = matchColumns(sheet, definition, headingRows, undefined);
  const isLevel = (column: number) => CODE_LEVELS.includes(headings.get(column)?.at(-1) ?? "");
  const columns = new Map([...header.columns].filter(([, { sheetColumn }]) => !isLevel(sheetColumn)));
  return { ...header, lastRow: levels, columns, headings };
}

interface Candidate {
  readonly path: WantedColumn;
  readonly index: number;
  readonly sheetColumn: number;
  readonly score: number;
}

function matchColumns(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  rows: readonly number[],
  year: number | undefined,
): HeaderMatch {
  const defined = wantedColumns(definition);
  const headings = headingPaths(sheet, rows);
  const others = columnsOfOtherYears(headings, year);
  const candidates: Candidate[] = [];
  const dated = new Set<number>();
  defined.forEach((path, index) => {
    for (const [sheetColumn, entry] of headings) {
      const { path: found } = entry;
      if (others.has(sheetColumn)) continue;
      const score = similarity(path, found);
      if (score > 0) candidates.push({ path, index, sheetColumn, score });
      if (score > 0 && year === undefined && entry.year !== undefined) dated.add(sheetColumn);
    }
  });
  // Equal headings (小计, 合计) are taken in the order of the definition.
  candidates.sort((a, b) => b.score - a.score || a.index - b.index || a.sheetColumn - b.sheetColumn);
  const columns = new Map<number, ColumnMatch>();
  const taken = new Set<number>();
  for (const { path, sheetColumn, score } of candidates) {
    if (columns.has(path.column.number) || taken.has(sheetColumn)) continue;
    const heading = headings.get(sheetColumn);
    if (!heading) continue;
    taken.add(sheetColumn);
    columns.set(path.column.number, {
      definition: path.column,
      sheetColumn,
      heading: [...new Set(heading.path)].join("/"),
      headingCell: { sheet: sheet.name, row: heading.cell[0], column: heading.cell[1] },
      score: isDatedOrNot(path, candidates, dated) ? DOUBTFUL : score,
      by: path.labels.synonyms.has(heading.path.at(-1) ?? "") ? "heading" : "meaning",
    });
  }
  const wanted = defined.filter(({ column }) => !column.isOptional || columns.has(column.number)).length;
  const total = [...columns.values()].reduce((sum, { score }) => sum + score, 0);
  return {
    firstRow: rows[0] ?? 0,
    lastRow: rows[rows.length - 1] ?? 0,
    columns: new Map([...columns].sort(([a], [b]) => a - b)),
    hasColumnNumbers: false,
    score: total / wanted,
    headings: new Map([...headings].map(([column, { path }]) => [column, path])),
    contested: contestedColumns(candidates, columns),
  };
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
