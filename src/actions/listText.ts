import type { Cell, WorkbookSnapshot } from "../workbook/snapshot";
import { readDelimitedList } from "./importCodes";

/** A text file with rows (.csv, .tsv, .txt) as a workbook of one sheet of texts. */
export function textAsWorkbook(bytes: Uint8Array, name: string): WorkbookSnapshot {
  const rows = readDelimitedList(bytes).rows.map(({ number, cells }) => {
    const filled = cells.flatMap((text, column): [number, Cell][] =>
      text === "" ? [] : [[column, { value: text, numberFormat: "General" }]],
    );
    return [number - 1, new Map(filled)] as const;
  });
  const sheet = { rows: new Map(rows), marks: [], isProtected: false, isHidden: false };
  return { name, sheets: [{ ...sheet, name: name.replace(/\.\w+$/, "") }] };
}

/** True for the name of a text file; anything else has to be a workbook. */
export function isTextFile(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name);
}
