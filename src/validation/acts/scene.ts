import { rowPlace } from "../../recognition/recognised";
import type { Figure, RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import { cellNamed } from "../cellKey";
import type { Followers } from "../following/followers";
import type { Judging } from "../mistakes/rejudging";
import type { Judgement } from "../outcome";
import type { Effort } from "../system/effort";
import type { Sources } from "./sources";

/** A cell of a table: its row and its printed column number. */
export interface Place {
  readonly row: RecognisedRow;
  readonly column: number;
  readonly figure: Figure;
}

/** What acts are looked for in: a workbook with its relations as they are read by now. */
export interface Scene extends Judging {
  readonly workbook: WorkbookSnapshot;
  readonly tables: readonly RecognisedTable[];
  /** Relations that do not hold. */
  readonly failing: readonly Judgement[];
  /** The formulas that follow cells; undefined where the workbook has none that can be read. */
  readonly followers: Followers | undefined;
  /** What relations say of typed cells, through formulas. */
  readonly sources: Sources;
  /** The place of a cell in its table, by cellKey. */
  readonly placeOf: (key: string) => Place | undefined;
  /** Terms of relations that may still be looked at. */
  readonly effort: Effort;
}

/**
 * The place of every cell of the tables by its cellKey. Few are asked for: rows are gone through when the first is, the cells
 * of a row when one of its own is.
 */
export function placesOf(tables: readonly RecognisedTable[]): Scene["placeOf"] {
  let rows: ReadonlyMap<string, readonly RecognisedRow[]> | undefined;
  const known = new Map<string, Place | undefined>();
  const find = (key: string): Place | undefined => {
    const { sheet, row, column } = cellNamed(key);
    let found: Place | undefined;
    for (const one of (rows ??= rowsByPlace(tables)).get(rowPlace(sheet, row)) ?? [])
      for (const [number, figure] of one.figures)
        if (figure.address.column === column) found = { row: one, column: number, figure };
    return found;
  };
  return (key) => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key);
  };
}

function rowsByPlace(tables: readonly RecognisedTable[]): ReadonlyMap<string, readonly RecognisedRow[]> {
  const found = new Map<string, RecognisedRow[]>();
  for (const { rows } of tables)
    for (const row of rows) {
      const place = rowPlace(row.sheet, row.sheetRow);
      const own = found.get(place);
      if (own) own.push(row);
      else found.set(place, [row]);
    }
  return found;
}

/** The place where a row has a column; undefined where it has none. */
export function placeIn(row: RecognisedRow, column: number): Place | undefined {
  const figure = row.figures.get(column);
  return figure && { row, column, figure };
}

/** Whether a cell holds a formula. */
export function isFormula({ workbook }: Pick<Scene, "workbook">, { figure }: Pick<Place, "figure">): boolean {
  return cellAtAddress(workbook, figure.address)?.formula !== undefined;
}
