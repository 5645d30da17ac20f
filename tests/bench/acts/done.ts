import type { Figure, RecognisedRow, RecognisedTable } from "../../../src/recognition/recognised";
import type { Checked } from "../../../src/validation/checked";
import type { ActKind } from "../../../src/validation/finding";
import type { CellAddress } from "../../../src/workbook/address";
import type { WriteCell } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import type { Chooser } from "../../support/random";

/** What an act is done to. */
export interface Scene {
  /** The workbook before, with its tables and relations. */
  readonly checked: Checked;
  readonly choose: Chooser;
}

/** An act that has been done. */
export interface Done {
  readonly workbook: WorkbookSnapshot;
  /** What it may rightly be called. */
  readonly kinds: readonly ActKind[];
  /** Cells it has changed, with what is right there; one of them is to be named first. */
  readonly cells: readonly (CellAddress & { readonly right: number | undefined })[];
  /** Rows it is about, as they stand afterwards: naming a cell of one is naming the place. */
  readonly rows: readonly Pick<CellAddress, "sheet" | "row">[];
}

/** Does one act; undefined where the workbook has no place for it. */
export type Maker = (scene: Scene) => Done | undefined;

/** A value for a cell; undefined empties it. */
export type Change = CellAddress & { readonly value: number | string | undefined };

/** The amount a cell holds, as it stands in the workbook. */
export function numberAt(workbook: WorkbookSnapshot, address: CellAddress): number | undefined {
  const value = cellAtAddress(workbook, address)?.value;
  return typeof value === "number" ? value : undefined;
}

/** Acts of several cells: where a workbook lets them change one alone they are no such acts. */
const OF_MANY_CELLS: ReadonlySet<ActKind> = new Set([
  "blockShifted",
  "columnCopied",
  "rowsExchanged",
  "tableOld",
]);

/** Writes the changes; cells that then hold what they held before are none. */
export function changed(
  { checked: { workbook } }: Scene,
  kinds: readonly ActKind[],
  changes: readonly Change[],
  rows: Done["rows"] = [],
): Done | undefined {
  const real = changes.filter((one) => cellAtAddress(workbook, one)?.value !== one.value);
  if (real.length === 0) return undefined;
  // A single cell is a figure typed wrong, whatever else it was meant to be.
  if (real.length === 1 && kinds.some((kind) => OF_MANY_CELLS.has(kind))) return undefined;
  const edits = real.map(({ sheet, row, column, value }): WriteCell => {
    const content = value === undefined ? null : { value };
    return { kind: "writeCell", sheet, row, column, content };
  });
  const cells = real.map(({ sheet, row, column }) => {
    const address = { sheet, row, column };
    return { ...address, right: numberAt(workbook, address) };
  });
  const named: readonly ActKind[] = real.length === 1 ? [...kinds, "figure"] : kinds;
  return { workbook: editedWorkbook(workbook, edits), kinds: named, cells, rows };
}

/** The figures of a row that hold an amount other than zero, with their printed column numbers. */
export function amountsOf(row: RecognisedRow): { readonly number: number; readonly figure: Figure }[] {
  return [...row.figures].flatMap(([number, figure]) =>
    figure.kind === "amount" && !figure.value.isZero() ? [{ number, figure }] : [],
  );
}

/** Rows under others and without any under them. */
export function leavesOf(table: RecognisedTable): RecognisedRow[] {
  return table.rows.filter(
    (row) => row.children.length === 0 && row.parent !== undefined && amountsOf(row).length > 0,
  );
}

/** Whether a cell holds a formula. */
export function isFormula({ checked: { workbook } }: Scene, address: CellAddress): boolean {
  return cellAtAddress(workbook, address)?.formula !== undefined;
}

/** A row picked among those of all tables that fit. */
export function pickRow(
  { checked, choose }: Scene,
  fits: (row: RecognisedRow) => boolean,
  rowsOf: (table: RecognisedTable) => readonly RecognisedRow[] = leavesOf,
): RecognisedRow | undefined {
  const tables = checked.tables.map((table) => rowsOf(table).filter(fits)).filter((rows) => rows.length > 0);
  return tables.length > 0 ? choose.pick(choose.pick(tables)) : undefined;
}
