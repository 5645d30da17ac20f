import { cellAt } from "../../workbook/snapshot";
import { figuresOf, whenSomethingIsTyped } from "../insert/figures";
import type { Row, Table } from "../table";
import { sheetOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/** The formula that a new table would have for a figure, "=" first; undefined for one that is typed. */
export type Generated = (row: Row, column: number) => string | undefined;

/** The formulas of a table as inserting it would make them, links to other tables included. */
export function generatedFormulas(
  { links, targets }: Pick<WorkbookModel, "links" | "targets">,
  table: Table,
): Generated {
  const figures = figuresOf(table, links, targets);
  const made = new Map<string, string | undefined>();
  return (row, column) => {
    const key = `${row.sheetRow},${column}`;
    if (!made.has(key)) made.set(key, figures(row, column)?.formula);
    return made.get(key);
  };
}

/** How a formula that a cell has was made: as it is, or so that it says nothing until something is typed in the row. */
export type Form = "plain" | "whenTyped";

/** Whether a cell's formula is the one that inserting makes, and in which form. */
export function formOf(
  table: Table,
  row: Row,
  formula: string,
  generated: string | undefined,
): Form | undefined {
  if (generated === undefined) return undefined;
  if (formula === generated) return "plain";
  return formula === whenSomethingIsTyped(table, row, generated) ? "whenTyped" : undefined;
}

/** A generated formula in a form. */
export function inForm(table: Table, row: Row, generated: string, form: Form): string {
  return form === "plain" ? generated : whenSomethingIsTyped(table, row, generated);
}

/**
 * For a kind of row and a column, whether the table's figures are such formulas: those of most rows of that kind that
 * could have one, or, where it has no such row, those of the table as a whole.
 */
export function usesGenerated(model: WorkbookModel, table: Table, generated: Generated) {
  const sheet = sheetOf(model, table);
  const votes = new Map<string, number>();
  let all = 0;
  for (const row of table.rows) {
    for (const column of row.side.amountColumns) {
      const place = table.columns.get(column);
      const wanted = place === undefined ? undefined : generated(row, column);
      if (wanted === undefined || place === undefined) continue;
      const formula = cellAt(sheet, row.sheetRow, place)?.formula;
      const vote = formula !== undefined && formOf(table, row, formula, wanted) !== undefined ? 1 : -1;
      const key = `${row.rule.kind},${column}`;
      votes.set(key, (votes.get(key) ?? 0) + vote);
      all += vote;
    }
  }
  return {
    /** True for a table whose formulas are, on the whole, those that inserting makes. */
    isLive: all > 0,
    of: (kind: string, column: number) => (votes.get(`${kind},${column}`) ?? all) > 0,
  };
}
