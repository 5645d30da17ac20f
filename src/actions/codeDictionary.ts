import type { CodeKind, CodeList } from "../codes/codeLists";
import { importedIn, toCodeList } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { listsInUse } from "../codes/listsInUse";
import { shippedLists } from "../codes/shippedLists";
import type { Locale } from "../messages/describe";
import { planDictionary } from "../planning/dictionary";
import { listText } from "../planning/listText";
import { describe } from "../messages/describe";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { SheetDesign } from "../workbook/sheetDesign";
import { applyWhole } from "./wholeEdits";

export interface DictionaryOptions {
  readonly kind: CodeKind;
  /** The year whose list is wanted; the newest there is when left out. */
  readonly year?: number;
  /** Lists of the user; those kept with the workbook come before them. */
  readonly codeLists?: readonly ImportedList[];
}

/** The list of a classification in force in a year, imported ones before shipped ones; without a year the newest. */
export async function listInForce({ kind, year, codeLists = [] }: DictionaryOptions): Promise<CodeList> {
  const shipped = shippedLists();
  const usual = shipped.list(kind);
  const large = (await shipped.load(kind)).filter((list) => list.years[1] > usual.years[1]);
  if (year !== undefined || codeLists.some((list) => list.kind === kind))
    return listsInUse({ imported: codeLists, large, shipped }).get(kind, year);
  return [usual, ...large].reduce((newest, list) => (list.edition > newest.edition ? list : newest));
}

/** 插入科目字典: adds a sheet with a whole list behind the others and shows it. Gives the name of the sheet. */
export async function insertDictionary(
  port: WorkbookPort & SheetPort,
  options: DictionaryOptions,
  locale: Locale,
): Promise<string> {
  const workbook = await port.read();
  const codeLists = [...(options.codeLists ?? []), ...importedIn(workbook.settings)];
  const list = await listInForce({ ...options, codeLists });
  const design = planDictionary(
    list,
    options.year,
    locale,
    workbook.sheets.map(({ name }) => name),
  );
  const sheets = [{ kind: "addSheet" as const, design }];
  const label = { key: "journal.dictionary", args: { sheet: design.name } };
  await applyWhole(port, workbook, [], { label, sheets, carryOut: () => port.addSheets(sheets) });
  return design.name;
}

/** A list as a sheet of its own, for a file. */
export function dictionaryDesign(
  list: CodeList,
  year: number | undefined,
  locale: Locale,
  taken: readonly string[] = [],
): SheetDesign {
  return planDictionary(list, year, locale, taken);
}

/** An imported list as the sheet of a file. */
export function importedDesign(list: ImportedList, locale: Locale): SheetDesign {
  return planDictionary(toCodeList(list), list.year, locale);
}

/** Codes and names as the text of a .tsv or .csv file, with the headings by which an import finds them again. */
export function listFileText(
  entries: ImportedList["entries"],
  format: "csv" | "tsv",
  locale: Locale,
): string {
  return listText(entries, format, {
    code: describe({ key: "import.codeHeading", args: {} }, locale),
    name: describe({ key: "import.nameHeading", args: {} }, locale),
  });
}

/** The codes of a list with their names in a year, of its edition without one. */
export { entriesOf } from "../planning/dictionary";
