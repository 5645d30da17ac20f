import { centredGroups } from "./centredGroups";
import type { GroupLabels } from "./centredGroups";
import { headingRow, isClassCode } from "./headingRow";
import type { ReadSheet } from "./readSheet";

/** The headings of one sheet column. */
export interface HeadingPath {
  /** From top to bottom, for comparing (normaliseHeading). */
  readonly path: readonly string[];
  /** Row and column of the lowest one. */
  readonly cell: readonly [row: number, column: number];
  /** False where the lowest is that of a merged heading on the left. */
  readonly isOwn: boolean;
  /** The year that one of them names. */
  readonly year: number | undefined;
}

/** Sheet column → its headings. */
export type HeadingPaths = ReadonlyMap<number, HeadingPath>;

/** Every sheet column's headings in given rows, blanks filled from the merged heading they belong to; worked out once. */
export function headingPaths(sheet: ReadSheet, rows: readonly number[]): HeadingPaths {
  const own = sheet.facts.of(sheet.rows, newPaths);
  const key = rows.join();
  let paths = own.get(key);
  if (!paths) {
    paths = readPaths(sheet, rows);
    own.set(key, paths);
  }
  return paths;
}

function newPaths(): Map<string, HeadingPaths> {
  return new Map();
}

/** The headings as they would be if groups stood over the middle of their columns; none where they cannot. */
export function centredReadings(sheet: ReadSheet, rows: readonly number[]): HeadingPaths[] {
  return centredGroups(sheet, rows).map((groups) => readPaths(sheet, rows, groups));
}

interface OpenPath {
  readonly path: string[];
  cell: [number, number];
  isOwn: boolean;
  year: number | undefined;
}

function readPaths(sheet: ReadSheet, rows: readonly number[], centred?: GroupLabels): HeadingPaths {
  const filled = rows.flatMap((row) => [...(sheet.rows.get(row)?.keys() ?? [])]);
  const paths = new Map<number, OpenPath>();
  const last = Math.max(-1, ...filled);
  for (let column = Math.min(...filled, last + 1); column <= last; column++)
    paths.set(column, { path: [], cell: [rows[0] ?? 0, column], isOwn: false, year: undefined });
  const groups = new Map<number, string>();
  for (const row of rows) {
    const cells = new Map(headingRow(sheet, row).cells.map((cell) => [cell.column, cell]));
    const above = new Map(groups);
    let left: { text: string; group: string; year: number | undefined } | undefined;
    for (const [column, entry] of paths) {
      const own = centred?.get(row)?.get(column) ?? cells.get(column);
      const group = above.get(column) ?? "";
      // 302 below 商品和服务支出 is the code of what the heading says already.
      if (own && isClassCode(own.text) && entry.path.length > 0) left = undefined;
      else if (own) {
        entry.path.push(own.text);
        entry.cell = [row, column];
        entry.isOwn = true;
        left = { text: own.text, group, year: own.year };
        entry.year = own.year ?? entry.year;
        groups.set(column, `${group}/${own.text}@${column}`);
      } else if (left && left.group === group) {
        // A blank continues the heading on its left only under the same heading above.
        entry.path.push(left.text);
        entry.isOwn = false;
        entry.year = left.year ?? entry.year;
        groups.set(column, groups.get(column - 1) ?? group);
      } else {
        left = undefined;
      }
    }
  }
  return paths;
}

/** Columns of other years than the table's, which stand beside it for comparison: 2019年预算数 | 2020年预算数. */
export function columnsOfOtherYears(
  headings: ReadonlyMap<number, HeadingPath>,
  year: number | undefined,
): ReadonlySet<number> {
  const years = [...headings.values()].flatMap((entry) => entry.year ?? []);
  const own = year ?? Math.max(0, ...years);
  return new Set([...headings].flatMap(([column, entry]) => ((entry.year ?? own) === own ? [] : [column])));
}
