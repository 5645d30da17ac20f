import type { Assignment, Candidate } from "./assignColumns";
import { FOREIGN_GROUP } from "./headingFit";
import type { WantedColumn } from "./headingFit";
import type { ColumnMatch } from "./recognised";

/**
 * Sheet columns under one and the same heading of which one was given to the table's column and the other to none: the
 * heading does not tell which is meant.
 */
export function rivalColumns(
  candidates: readonly Candidate[],
  given: readonly Candidate[],
): ReadonlySet<number> {
  const owned = new Set(given.map(({ sheetColumn }) => sheetColumn));
  return new Set(
    given.flatMap((own) => {
      // Words of one heading under another group are as likely meant.
      const least = own.path.column.kind === "text" ? own.score - FOREIGN_GROUP : own.score;
      const others = candidates.filter(
        ({ path, sheetColumn, score, isOwn }) =>
          path === own.path && score >= least && !owned.has(sheetColumn) && isOwn,
      );
      return others.length > 0 ? [own.sheetColumn, ...others.map(({ sheetColumn }) => sheetColumn)] : [];
    }),
  );
}

/**
 * Tells whether a year leaves it open which column is meant, of a table that names none: a column of no year is given,
 * and one of a year that nothing else explains fits too; or one of a year is given, beside one of no year for another
 * column and one that is not known at all.
 */
export function yearDoubts(
  { headings, ofOtherYears, candidates, given }: Assignment,
  year: number | undefined,
): (path: WantedColumn, sheetColumn: number) => boolean {
  if (year !== undefined) return () => false;
  const owned = new Set(given.map(({ sheetColumn }) => sheetColumn));
  const isDated = (column: number) => headings.get(column)?.year !== undefined;
  const isOneUnknown = [...headings.keys()].some((column) => !owned.has(column) && !ofOtherYears.has(column));
  return (path, sheetColumn) => {
    const others = candidates.filter(
      (candidate) => candidate.path === path && candidate.sheetColumn !== sheetColumn,
    );
    return isDated(sheetColumn)
      ? isOneUnknown && others.some((other) => !isDated(other.sheetColumn))
      : others.some((other) => isDated(other.sheetColumn) && !owned.has(other.sheetColumn));
  };
}

/** Columns whose lowest heading fits several defined ones. */
export function alikeColumns(candidates: readonly Candidate[]): ReadonlySet<number> {
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
export function contestedColumns(
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
