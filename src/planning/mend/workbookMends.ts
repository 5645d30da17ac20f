import { convertAmount, findUnit } from "../../amounts/unit";
import type { AmountUnit } from "../../amounts/unit";
import { Decimal } from "../../amounts/decimal";
import { PLACE } from "../../recognition/figureGrid";
import type { RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../../validation/cellKey";
import type { Finding } from "../../validation/finding";
import type { OverwrittenFormula } from "../../validation/overwritten";
import type { CellAddress } from "../../workbook/address";
import { formatA1 } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import type { Mend } from "./mend";
import { mendOf } from "./mendedCell";
import type { Wanted } from "./mendedCell";

/** The formulas back in the cells that numbers were typed over. */
export function restoreFormulas(
  cells: readonly CellAddress[],
  overwritten: readonly OverwrittenFormula[],
  workbook: WorkbookSnapshot,
): Mend | undefined {
  const keys = new Set(cells.map(cellKey));
  const wanted = overwritten
    .filter(({ address }) => keys.has(cellKey(address)))
    .map(({ address, formula }): Wanted => ({ address, content: { formula } }));
  const [first] = wanted;
  if (!first?.content || !("formula" in first.content)) return undefined;
  const { sheet, row, column } = first.address;
  const label =
    wanted.length === 1
      ? {
          key: "mend.restoreFormula",
          args: { sheet, cell: formatA1(row, column), formula: first.content.formula },
        }
      : { key: "mend.restoreFormulas", args: { sheet, count: String(wanted.length) } };
  return mendOf(label, wanted, workbook);
}

/** Two headings in each other's place exchanged. */
export function exchangeHeadings({ cells }: Finding, workbook: WorkbookSnapshot): Mend | undefined {
  const [first, second] = cells;
  const [one, other] = [first, second].map((cell) => cell && cellAtAddress(workbook, cell));
  if (!first || !second || typeof one?.value !== "string" || typeof other?.value !== "string")
    return undefined;
  const { sheet } = first;
  const args = {
    sheet,
    first: formatA1(first.row, first.column),
    second: formatA1(second.row, second.column),
  };
  return mendOf(
    { key: "mend.exchangeHeadings", args },
    [
      { address: placeOf(first), content: { value: other.value } },
      { address: placeOf(second), content: { value: one.value } },
    ],
    workbook,
  );
}

/**
 * Mends for a table whose figures are in another unit than it says: the figures typed into it brought to the unit that it
 * says, or the other unit written where it says one. Figures are multiplied or divided exactly and print as before; where
 * some are taken from other sheets by formulas, only the words are offered.
 */
export function unitMends(
  table: RecognisedTable,
  other: AmountUnit,
  workbook: WorkbookSnapshot,
): readonly Mend[] {
  return [convertedFigures(table, other, workbook), unitWords(table, other, workbook)].filter(
    (mend) => mend !== undefined,
  );
}

function convertedFigures(
  table: RecognisedTable,
  other: AmountUnit,
  workbook: WorkbookSnapshot,
): Mend | undefined {
  const { grid, rows, unit } = table;
  const wanted: Wanted[] = [];
  for (const { index } of rows)
    for (let column = 0; column < grid.width; column++) {
      if (grid.kindAt(index, column) !== PLACE.amount) continue;
      const address = grid.figureAt(index, column)?.address;
      const cell = address && cellAtAddress(workbook, address);
      if (!address || !cell) continue;
      if (cell.formula?.includes("!")) return undefined;
      if (cell.formula !== undefined || typeof cell.value !== "number" || cell.value === 0) continue;
      const value = convertAmount(new Decimal(cell.value), other, unit);
      wanted.push({ address: placeOf(address), content: { value: value.toNumber() } });
    }
  const args = { sheet: table.sheet, count: String(wanted.length), from: other, to: unit };
  return mendOf({ key: "mend.convertUnit", args }, wanted, workbook);
}

/** The cell above the body that says the unit. */
function unitWords(table: RecognisedTable, other: AmountUnit, workbook: WorkbookSnapshot): Mend | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  for (const [row, cells] of sheet?.rows ?? []) {
    if (row < table.range.firstRow || row >= table.firstBodyRow) continue;
    for (const [column, { value, formula }] of cells) {
      if (typeof value !== "string" || formula !== undefined || findUnit(value) !== table.unit) continue;
      const at = value.lastIndexOf(table.unit);
      if (at < 0) continue;
      const text = value.slice(0, at) + other + value.slice(at + table.unit.length);
      const address = { sheet: table.sheet, row, column };
      const args = { sheet: table.sheet, cell: formatA1(row, column), unit: other };
      return mendOf({ key: "mend.unitWords", args }, [{ address, content: { value: text } }], workbook);
    }
  }
  return undefined;
}

function placeOf({ sheet, row, column }: CellAddress): CellAddress {
  return { sheet, row, column };
}
