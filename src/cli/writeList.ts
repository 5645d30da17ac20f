import { extname } from "node:path";
import { listFileText } from "../actions/codeDictionary";
import type { CodeAndName } from "../actions/importCodes";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { SheetDesign } from "../workbook/sheetDesign";
import { writeNewWorkbook } from "../xlsx/write/newWorkbook";
import { writeProblem } from "./files";
import { writeWhole } from "./writeWhole";

/**
 * Writes a list of codes by the ending of the file's name: .xlsx as a sheet, .csv, anything else separated by tabs. Gives
 * the sentence about what went wrong.
 */
export async function writeList(
  output: string,
  entries: readonly CodeAndName[],
  design: () => SheetDesign,
  locale: Locale,
): Promise<MessageRef | undefined> {
  const ending = extname(output).toLowerCase();
  try {
    const bytes =
      ending === ".xlsx"
        ? writeNewWorkbook([design()])
        : new TextEncoder().encode(listFileText(entries, ending === ".csv" ? "csv" : "tsv", locale));
    await writeWhole(output, bytes);
    return undefined;
  } catch (error) {
    return writeProblem(output, error);
  }
}
