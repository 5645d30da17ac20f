import { formatA1, quoteSheetName } from "../../workbook/address";
import type { WriteCell } from "../../workbook/edit";
import { cellAt } from "../../workbook/snapshot";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import type { Table } from "../table";
import type { WorkbookModel } from "../rows/workbookModel";
import { figuresOf } from "./figures";

/** The number format of figures in new tables. */
const USUAL_FORMAT = "#,##0.00";

/**
 * 补齐: the formulas that a table of the workbook lacks. A figure that follows from others and whose cell is blank gets the
 * formula that a new table would have there; nothing that stands in a cell is touched, no row is added. A formula that
 * would look at a sheet whose formulas look back, or at a cell that looks at it, is left out.
 * @param isLinked false: only sums of the table's own
 */
export function planFillMissing(
  { links, workbook, targets }: WorkbookModel,
  table: Table,
  isLinked: boolean,
): WriteCell[] {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return [];
  const lookingBack = sheetsThatLookAt(workbook, sheet.name);
  const others = targets.filter(
    ({ definition, sheet: name }) => definition.id !== table.definition.id && !lookingBack.has(name),
  );
  const figureOf = figuresOf(table, isLinked ? links : [], others);
  const formulas = formulasOf(sheet);
  return table.rows
    .filter(({ isBlank }) => !isBlank)
    .flatMap((row) =>
      row.side.amountColumns.flatMap((number): WriteCell[] => {
        const column = table.columns.get(number);
        if (column === undefined || !isEmpty(sheet, row.sheetRow, column)) return [];
        const figure = figureOf(row, number);
        if (!figure || looksAt(formulas, row.sheetRow, column)) return [];
        return [
          {
            kind: "writeCell",
            sheet: sheet.name,
            row: row.sheetRow,
            column,
            content: { formula: figure.formula },
            numberFormat: formatOf(sheet, table, column),
          },
        ];
      }),
    );
}

function isEmpty(sheet: SheetSnapshot, row: number, column: number): boolean {
  const cell = cellAt(sheet, row, column);
  return cell === undefined || (cell.formula === undefined && cell.value === "");
}

/** As the other figures of the column are printed. */
function formatOf(sheet: SheetSnapshot, { firstBodyRow, noteRow }: Table, column: number) {
  for (let row = firstBodyRow; row < noteRow; row++) {
    const cell = cellAt(sheet, row, column);
    if (typeof cell?.value === "number" && cell.numberFormat !== "General" && cell.numberFormat !== "@")
      return cell.numberFormat;
  }
  return USUAL_FORMAT;
}

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function formulasOf({ rows }: SheetSnapshot): FormulaCell[] {
  return [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { formula }]) =>
      formula === undefined ? [] : [{ row, column, text: formula.replaceAll("$", "").toUpperCase() }],
    ),
  );
}

/** Sums look at cells of their row and of their column below: does one of those look at this cell? */
function looksAt(formulas: readonly FormulaCell[], row: number, column: number): boolean {
  const own = new RegExp(`(?<![A-Z!:])${formatA1(row, column)}(?![\\d:])`);
  return formulas.some(
    (one) => (one.row === row || (one.column === column && one.row > row)) && own.test(one.text),
  );
}

/** Sheets whose formulas look at a sheet, at once or by way of others. */
function sheetsThatLookAt({ sheets }: WorkbookSnapshot, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [name];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const [quoted, plain] = [`${quoteSheetName(at)}!`, `${at}!`];
    for (const { name: other, rows } of sheets) {
      if (found.has(other) || other === name || other === at) continue;
      const speaks = [...rows.values()].some((cells) =>
        [...cells.values()].some(
          ({ formula }) => formula !== undefined && (formula.includes(quoted) || formula.includes(plain)),
        ),
      );
      if (!speaks) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}
