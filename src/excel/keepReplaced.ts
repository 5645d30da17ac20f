import type { Kept, KeptFormat, KeptName, ToKeep } from "../workbook/kept";
import { blocksOf } from "./blocks";
import { keepMerges } from "./mergedAreas";
import { keepRows } from "./rowLook";
import { keepRules } from "./rowRules";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";

/**
 * Reads what edits are about to replace: number formats of blank cells in one round trip, looks of rows in two more,
 * their conditional formats in three, merged cells and names in one each. Throws ExcelError when Excel refuses; nothing has been changed then.
 */
export async function keepReplaced({ cells, rows }: ToKeep, run: RunBatch = runBatch): Promise<Kept> {
  const formats = cells.length > 0 ? await keepFormats(run, cells) : [];
  const looks = await keepRows(run, rows);
  const rules = await keepRules(run, rows);
  const merges = await keepMerges(run, rows);
  const names = rows.length > 0 ? await keepNames(run, rows) : [];
  return {
    formats,
    names,
    rows: looks.map((one) => {
      const key = `${one.row} ${one.sheet}`;
      const own = { rules: rules.get(key), merges: merges.get(key) };
      const known = Object.entries(own).filter(([, part]) => part !== undefined);
      return { ...one, look: { ...one.look, ...Object.fromEntries(known) } };
    }),
  };
}

function keepNames(run: RunBatch, rows: ToKeep["rows"]): Promise<KeptName[]> {
  return run(async (context) => {
    const { names, worksheets } = context.workbook;
    const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
    const asked = [
      { sheet: sheets[0] as string, isLocal: false, names: names.load("items/name,items/formula") },
      ...sheets.map((sheet) => ({
        sheet,
        isLocal: true,
        names: worksheets.getItem(sheet).names.load("items/name,items/formula"),
      })),
    ];
    await context.sync();
    return asked.flatMap(({ sheet, isLocal, names: found }) =>
      found.items
        .filter(({ formula }) => String(formula).includes("!"))
        .map(({ name, formula }) => ({ name, sheet, isLocal, formula: String(formula) })),
    );
  });
}

function keepFormats(run: RunBatch, cells: ToKeep["cells"]): Promise<KeptFormat[]> {
  return run(async (context) => {
    const names = [...new Set(cells.map(({ sheet }) => sheet))];
    const asked = names.flatMap((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const own = cells.filter((cell) => cell.sheet === name).map((cell) => ({ ...cell, value: true }));
      return blocksOf(own).map(({ range: { firstRow, firstColumn, lastRow, lastColumn } }) => ({
        name,
        firstRow,
        firstColumn,
        range: sheet
          .getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1)
          .load("numberFormat"),
      }));
    });
    await context.sync();
    return asked.flatMap(({ name, firstRow, firstColumn, range }) =>
      (range.numberFormat as string[][]).flatMap((line, row) =>
        line.map((numberFormat, column) => ({
          sheet: name,
          row: firstRow + row,
          column: firstColumn + column,
          numberFormat,
        })),
      ),
    );
  });
}
