import { cellAt } from "../../workbook/snapshot";
import { formatAmount } from "../../amounts/format";
import type { Row, Table } from "../table";
import { sheetOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/** The amounts typed in a row that are not nothing, as printed in 万元; those that formulas give are not among them. */
export function typedFigures(model: WorkbookModel, table: Table, { found }: Row): string[] {
  if (!found) return [];
  const sheet = sheetOf(model, table);
  return [...found.figures.values()].flatMap((figure) => {
    if (figure.kind !== "amount" || figure.value.isZero()) return [];
    const { row, column } = figure.address;
    return cellAt(sheet, row, column)?.formula === undefined
      ? [formatAmount(figure.value, figure.decimals)]
      : [];
  });
}
