import { Decimal } from "../../amounts/decimal";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { Refusal } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";

/**
 * A last look before rows are moved about: what is typed in each column of each sheet has to add up to the same as before.
 * Throws Refusal when it does not, which would be a bug.
 */
export function requireSameFigures(before: WorkbookSnapshot, { edits }: RowsPlan): void {
  const after = editedWorkbook(before, edits);
  for (const [index, sheet] of before.sheets.entries()) {
    const other = after.sheets[index];
    if (!other || other === sheet) continue;
    const [was, is] = [columnSums(sheet), columnSums(other)];
    for (const column of new Set([...was.keys(), ...is.keys()])) {
      if (!(was.get(column) ?? new Decimal(0)).equals(is.get(column) ?? new Decimal(0)))
        throw new Refusal("rows.figuresDiffer", { sheet: sheet.name });
    }
  }
}

function columnSums({ rows }: WorkbookSnapshot["sheets"][number]): Map<number, Decimal> {
  const sums = new Map<number, Decimal>();
  for (const cells of rows.values()) {
    for (const [column, { value, formula }] of cells) {
      if (typeof value !== "number" || formula !== undefined) continue;
      sums.set(column, (sums.get(column) ?? new Decimal(0)).plus(value));
    }
  }
  return sums;
}
