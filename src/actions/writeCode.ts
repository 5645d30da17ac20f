import { codeKey } from "../codes/search/buildIndex";
import { planWriteCode } from "../planning/writeCode";
import type { ChosenCode } from "../planning/writeCode";
import { choosePack } from "../recognition/choosePack";
import { recogniseWorkbook } from "../recognition/recognise";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import { readCodeCells } from "../validation/codeCells";
import type { CellAddress } from "../workbook/address";
import type { WorkbookEvents, WorkbookPort } from "../workbook/port";
import type { Written } from "./takeBack";
import { importedIn } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { listsInUse } from "../codes/listsInUse";
import { shippedLists } from "../codes/shippedLists";
import type { SearchIndex } from "../codes/search/buildIndex";
import { openCodeIndex } from "./findCodes";
import { applyWhole } from "./wholeEdits";

export type { ChosenCode };

/** What the picker searches in, as the workbook stands when it is opened. */
export interface CodePicker {
  readonly index: SearchIndex;
  /** Keys of the codes that stand in the workbook. */
  readonly inWorkbook: ReadonlySet<string>;
}

/**
 * Opens the lists for searching, those kept with the workbook before the user's own and these before the shipped ones,
 * and reads which codes it has.
 */
export async function openCodePicker(
  port: WorkbookPort,
  year: number | undefined,
  userLists: readonly ImportedList[] = [],
): Promise<CodePicker> {
  const workbook = await port.read();
  const imported = [...userLists, ...importedIn(workbook.settings)];
  const shipped = shippedLists();
  const lists = listsInUse({ imported, shipped });
  const { tables } = recogniseWorkbook(
    workbook,
    choosePack(workbook, withOwnSets(PACKS, workbook.settings)),
    lists,
  );
  const inWorkbook = new Set(
    tables.flatMap((table) =>
      readCodeCells(table, workbook, year ?? table.year, lists).cells.map(({ kind, code }) =>
        codeKey(kind, code),
      ),
    ),
  );
  return { index: await openCodeIndex(year, imported, shipped), inWorkbook };
}

/** A code that was written: the cell it went to, and what takes it back. */
export interface WrittenCode {
  readonly cell: CellAddress;
  readonly written: Written;
}

/**
 * Writes a chosen code and its name into the row in which the user is. Throws WriteCodeError where that row takes no such
 * code, or a formula or an amount stands in its place; nothing is written then.
 */
export async function writeCode(
  port: WorkbookPort & Pick<WorkbookEvents, "activeCell">,
  chosen: ChosenCode,
): Promise<WrittenCode> {
  const cell = await port.activeCell();
  const workbook = await port.read();
  const { tables } = recogniseWorkbook(workbook, choosePack(workbook, withOwnSets(PACKS, workbook.settings)));
  const edits = planWriteCode(tables, cell, chosen, workbook);
  const label = { key: "journal.code", args: { code: chosen.code } };
  const step = await applyWhole(port, workbook, edits, { label });
  return {
    cell: edits[0] ? { sheet: cell.sheet, row: cell.row, column: edits[0].column } : cell,
    written: { edits, before: workbook, step },
  };
}
