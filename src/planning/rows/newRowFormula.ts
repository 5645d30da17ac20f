import { speaksOfOwnRow } from "../../workbook/formula/ownRow";
import { moveFormula } from "../../workbook/formula/shift";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { cellAt } from "../../workbook/snapshot";
import { columnRuns } from "../insert/formulaText";
import { inForm } from "./generated";
import type { Generated } from "./generated";
import type { Row, Table } from "../table";
import type { WorkbookModel } from "./workbookModel";

export interface NewFigure {
  readonly after: WorkbookModel;
  readonly is: Table;
  readonly sheetNow: SheetSnapshot;
  readonly made: Generated;
  readonly uses: { readonly isLive: boolean; readonly of: (kind: string, column: number) => boolean };
  readonly row: Row;
  readonly column: number;
  /** The row the new one is like, as it stands now. */
  readonly like: number | undefined;
}

/**
 * The formula of a figure in a new row: the one that inserting makes, in a table made so; else that of the nearest row of
 * its kind, moved, where it speaks of its own row only; a row that has rows under it gets their sum. Undefined: it is
 * typed.
 */
export function newRowFormula(figure: NewFigure): string | undefined {
  const { is, made, uses, row, column } = figure;
  if (uses.isLive) {
    const formula = uses.of(row.rule.kind, column) ? made(row, column) : undefined;
    return formula !== undefined && row.isBlank ? inForm(is, row, formula, "whenTyped") : formula;
  }
  const copied = copiedFormula(figure);
  if (copied !== undefined) return copied;
  const place = is.columns.get(column);
  const children = row.children.filter(({ isBlank }) => !isBlank).map(({ sheetRow }) => sheetRow);
  if (place === undefined || children.length === 0) return undefined;
  return `=SUM(${columnRuns(children, place).join(",")})`;
}

/** From a row of the same kind, that which it is like first, then those nearest. */
function copiedFormula({ is, sheetNow, row, column, like }: NewFigure): string | undefined {
  const place = is.columns.get(column);
  if (place === undefined) return undefined;
  const near = (one: Row) => (one.sheetRow === like ? -1 : Math.abs(one.sheetRow - row.sheetRow));
  const alike = is.rows
    .filter((one) => one.rule === row.rule && one.sheetRow !== row.sheetRow && one.side === row.side)
    .sort((a, b) => near(a) - near(b));
  for (const other of alike) {
    const cell = cellAt(sheetNow, other.sheetRow, place);
    if (!cell) continue;
    if (cell.formula === undefined || !speaksOfOwnRow(cell.formula, other.sheetRow)) return undefined;
    return moveFormula(cell.formula, row.sheetRow - other.sheetRow, 0);
  }
  return undefined;
}
