import { sumFormulaOf } from "../../../src/validation/totalFormula";
import { makeChecked } from "../../../src/validation/checked";
import type { WriteCell } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { Expression } from "../../../src/workbook/formula/parse";
import { parseFormula } from "../../../src/workbook/formula/parse";
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellAt, isErrorValue } from "../../../src/workbook/snapshot";
import type { Book } from "./books";
import { withCells } from "../../support/withCells";

/** The workbook with a SUM in place of every total that is exactly the sum of its parts in the same table. */
export function withLiveFormulas({ workbook, pack }: Book): WorkbookSnapshot {
  const { judgements } = makeChecked(workbook, pack);
  const written = new Map<string, WriteCell>();
  for (const { relation, outcome } of judgements) {
    const formula = outcome === "exact" ? sumFormulaOf(relation) : undefined;
    const address = relation.terms.find(({ side }) => side === "left")?.figure.address;
    if (formula === undefined || !address) continue;
    const key = `${address.sheet} ${address.row} ${address.column}`;
    const { sheet, row, column } = address;
    if (!written.has(key)) written.set(key, { kind: "writeCell", sheet, row, column, content: { formula } });
  }
  return calculated(editedWorkbook(workbook, [...written.values()]));
}

/** The workbook with the results of its formulas (SUM, + and −, references) worked out anew. */
export function calculated(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const worked = new Map<Cell, CellValue>();
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const valueOf = (cell: Cell | undefined, sheet: SheetSnapshot): CellValue | undefined => {
    if (cell?.formula === undefined) return cell?.value;
    const known = worked.get(cell);
    if (known !== undefined) return known;
    worked.set(cell, 0);
    const tree = parseFormula(cell.formula);
    const value = tree ? evaluate(tree, sheet) : ({ error: "#REF!" } as const);
    worked.set(cell, typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value);
    return worked.get(cell);
  };
  const evaluate = (tree: Expression, sheet: SheetSnapshot): CellValue => {
    const values = valuesOf(tree, sheet);
    const error = values.find((one) => typeof one === "object");
    if (error !== undefined) return error;
    const numbers = values.filter((one) => typeof one === "number");
    return numbers.reduce((sum, one) => sum + one, 0);
  };
  const valuesOf = (tree: Expression, own: SheetSnapshot): CellValue[] => {
    switch (tree.kind) {
      case "number":
        return [tree.value];
      case "reference": {
        const sheet = tree.reference.sheet === undefined ? own : sheets.get(tree.reference.sheet);
        const { firstRow, lastRow, firstColumn, lastColumn } = tree.reference.range;
        const found: CellValue[] = [];
        for (let row = firstRow; sheet && row <= lastRow; row++)
          for (let column = firstColumn; column <= lastColumn; column++) {
            const value = valueOf(cellAt(sheet, row, column), sheet);
            if (value !== undefined) found.push(value);
          }
        return found;
      }
      case "call":
        return tree.args.flatMap((one) => (one ? valuesOf(one, own) : []));
      case "binary": {
        const [left, right] = [evaluate(tree.left, own), evaluate(tree.right, own)];
        if (isErrorValue(left) || isErrorValue(right)) return [isErrorValue(left) ? left : right];
        return [Number(left) + (tree.operator === "-" ? -1 : 1) * Number(right)];
      }
      default:
        return [{ error: "#VALUE!" }];
    }
  };
  return withCells(workbook, (address, cell) => {
    const sheet = sheets.get(address.sheet);
    return sheet && cell.formula !== undefined ? { ...cell, value: valueOf(cell, sheet) ?? 0 } : cell;
  });
}
