import type { ImportedList } from "../codes/import/importedList";
import { inverseEdits } from "../planning/inverse";
import type { LiveEdit } from "../workbook/edit";
import type { WorkbookPort } from "../workbook/port";
import { shippedLists } from "../codes/shippedLists";
import { applyWhole } from "./wholeEdits";
import { importCodes, planForgetList, planKeepList, rowsOfSheet } from "./importCodes";
import type { Imported, ImportOptions, ListSource } from "./importCodes";

/** Sheets a list can be read from: those that are shown and have something in them. */
export async function sheetsWithContent(port: WorkbookPort): Promise<string[]> {
  const { sheets } = await port.read();
  return sheets.filter(({ isHidden, rows }) => !isHidden && rows.size > 0).map(({ name }) => name);
}

/** Reads a list of codes from a sheet of the workbook; changes nothing. */
export async function importFromSheet(
  port: WorkbookPort,
  name: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const { sheets } = await port.read();
  return importFrom(sheets.filter((sheet) => sheet.name === name).map(rowsOfSheet), name, options);
}

/** Reads a list of codes from the sheets of a file, or its text. */
export async function importFrom(
  sources: readonly ListSource[],
  title: string,
  options: ImportOptions = {},
): Promise<Imported> {
  return importCodes(sources, title, {
    largeLists: await shippedLists()
      .load()
      .catch(() => []),
    ...options,
  });
}

/** What takes a change of the kept lists back, and the step of the journal that notes it. */
export interface ListUndo {
  readonly undo: readonly LiveEdit[];
  readonly step: number | undefined;
}

/** Keeps a list with the workbook, in the place of the one of its classification. Gives what takes that back. */
export function keepInWorkbook(port: WorkbookPort, list: ImportedList): Promise<ListUndo> {
  return writeList(port, planKeepList(list));
}

/** Takes the list of a classification out of the workbook. Gives what takes that back. */
export function forgetInWorkbook(port: WorkbookPort, kind: ImportedList["kind"]): Promise<ListUndo> {
  return writeList(port, planForgetList(kind));
}

async function writeList(port: WorkbookPort, edit: ReturnType<typeof planKeepList>): Promise<ListUndo> {
  const before = await port.read();
  const key = edit.value === null ? "journal.forgetList" : "journal.keepList";
  const step = await applyWhole(port, before, [edit], { label: { key, args: {} } });
  return { undo: inverseEdits(before, [edit]), step };
}
