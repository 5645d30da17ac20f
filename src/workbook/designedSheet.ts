import { SHEET_STYLES } from "./sheetDesign";
import type { DesignCell, SheetDesign } from "./sheetDesign";
import type { Cell, SheetSnapshot } from "./snapshot";
import { NOT_CALCULATED } from "./snapshot";

/** The picture of a sheet that has just been made from a design; formulas without a known result are not calculated. */
export function designedSheet({ name, cells, isHidden }: SheetDesign): SheetSnapshot {
  const rows = new Map<number, Map<number, Cell>>();
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const one of ordered) {
    const cell = cellOf(one);
    if (!cell) continue;
    const row = rows.get(one.row) ?? new Map<number, Cell>();
    rows.set(one.row, row.set(one.column, cell));
  }
  return { name, rows, marks: [], isProtected: false, isHidden };
}

function cellOf({ content, style, result }: DesignCell): Cell | undefined {
  if (content === null) return undefined;
  const { numberFormat } = SHEET_STYLES[style];
  if ("value" in content) return content.value === "" ? undefined : { value: content.value, numberFormat };
  return { value: result ?? { error: NOT_CALCULATED }, formula: content.formula, numberFormat };
}
