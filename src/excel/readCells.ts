import type { Cell, CellValue, SheetSnapshot } from "../workbook/snapshot";

/** What Excel hands over of a range: arrays of its size, and where it begins. */
export interface RangeContent {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

/**
 * The filled cells of a range, rows and columns ascending, by their place on the sheet. Errors such as #REF! are told
 * from text by the value type; dates are numbers with a date format, as Excel keeps them.
 */
export function readCells(content: RangeContent): SheetSnapshot["rows"] {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  content.valueTypes.forEach((types, row) => {
    const cells = new Map<number, Cell>();
    types.forEach((type, column) => {
      const formula = formulaOf(content.formulas[row]?.[column], content.values[row]?.[column]);
      if (type === "Empty" && formula === undefined) return;
      const value = valueOf(content.values[row]?.[column], type);
      const numberFormat = String(content.numberFormat[row]?.[column] ?? "General");
      cells.set(
        content.columnIndex + column,
        formula === undefined ? { value, numberFormat } : { value, formula, numberFormat },
      );
    });
    if (cells.size > 0) rows.set(content.rowIndex + row, cells);
  });
  return rows;
}

/** A data type has #VALUE! for its value; Excel calls it an error or a RichValue (Excel.RangeValueType). */
function valueOf(value: unknown, type: string): CellValue {
  if (type === "Error" || (type === "RichValue" && value === "#VALUE!")) return { error: String(value) };
  return typeof value === "number" || typeof value === "boolean" ? value : String(value ?? "");
}

/** A cell without a formula gives its value in its place, so a text that begins with "=" is told by being the value. */
function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : undefined;
}
