import type { RecognisedTable } from "../recognition/recognised";
import type { CellAddress } from "../workbook/address";
import type { Equation } from "./equation";
import { equationOf } from "./equation";
import { isFailing } from "./outcome";
import { judgementsAt } from "./checked";
import type { Checked } from "./checked";
import { columnLabel, rowLabel } from "./wording";

/** What one cell has to do with the relations of a workbook. */
export interface CellExplanation {
  readonly address: CellAddress;
  /** The table it lies in: what it is called and its official title; null outside all tables. */
  readonly table: { readonly label: string; readonly title: string } | null;
  /** Its row and column in the table's own words; "" where it is no figure of a table. */
  readonly row: string;
  readonly column: string;
  /** The relations it takes part in, those that fail first. */
  readonly equations: readonly Equation[];
}

/** 解释此格: which relations of a checked workbook a cell takes part in, and whether they hold. */
export function explainCell(checked: Checked, cell: CellAddress): CellExplanation {
  return {
    address: cell,
    ...placeOf(cell, checked.tables),
    equations: [...judgementsAt(checked, cell)]
      .sort((a, b) => Number(isFailing(b)) - Number(isFailing(a)))
      .map(equationOf),
  };
}

function placeOf(
  { sheet, row, column }: CellAddress,
  tables: readonly RecognisedTable[],
): Pick<CellExplanation, "table" | "row" | "column"> {
  const table = tables.find(
    ({ range, sheet: own }) =>
      own === sheet &&
      row >= range.firstRow &&
      row <= range.lastRow &&
      column >= range.firstColumn &&
      column <= range.lastColumn,
  );
  if (!table) return { table: null, row: "", column: "" };
  const { label, title } = table.definition;
  for (const found of table.rows) {
    if (found.sheetRow !== row) continue;
    for (const [number, figure] of found.figures) {
      if (figure.address.column !== column) continue;
      return {
        table: { label, title },
        row: rowLabel(found),
        column: columnLabel(table.definition, number),
      };
    }
  }
  return { table: { label, title }, row: "", column: "" };
}
