import type { Pack } from "../../src/tables/definition";
import { cellKey } from "../../src/validation/cellKey";
import { makeChecked } from "../../src/validation/checked";
import type { CellAddress } from "../../src/workbook/address";
import { cellAtAddress } from "../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";
import { withValue } from "./seedWorkbook";

/** A workbook with one wrong figure, and where it stands: any amount of which a relation of the set speaks. */
export function changeOneFigure(
  workbook: WorkbookSnapshot,
  pack: Pack,
  choose: Chooser,
): { readonly changed: WorkbookSnapshot; readonly cell: CellAddress } {
  const cells = new Map<string, CellAddress>();
  for (const { relation } of makeChecked(workbook, pack).judgements)
    for (const { figure } of relation.terms)
      if (figure.kind === "amount") cells.set(cellKey(figure.address), figure.address);
  const cell = choose.pick([...cells.values()]);
  const value = Number(cellAtAddress(workbook, cell)?.value);
  const cents = (amount: number) => Math.round(amount * 100) / 100;
  // A sign, a digit more, a wrong digit.
  const wrong = value === 0 ? [5, 12.34] : [-value, cents(value * 10), cents(value + 1 + choose.below(90))];
  return { changed: withValue(workbook, cell.sheet, cell.row, cell.column, choose.pick(wrong)), cell };
}
