import type { WorkBook } from "@e965/xlsx";
import { WorkbookFileError } from "../fileError";
import type { LegacyKind } from "./fileKind";
import { decodeMarkup } from "./readText";

/**
 * Makes an .xlsx of a workbook in another format. Values, formulas, number formats, merged areas, widths and hidden sheets
 * are kept; fonts, borders and colours are not. What reads such files is loaded only when one comes.
 * Throws WorkbookFileError: file.encrypted for one that opens with a password, file.legacyXls for one that cannot be read.
 */
export async function toXlsx(bytes: Uint8Array, from: LegacyKind): Promise<Uint8Array> {
  const library = await import("@e965/xlsx");
  // Files of before Excel 97 are in the code page of their computer, mostly GBK; what knows code pages comes apart.
  if (from === "xls") library.set_cptable(await import("@e965/xlsx/dist/cpexcel"));
  let book: WorkBook;
  try {
    book = read(library, bytes, from);
  } catch (error) {
    throw unreadable(error);
  }
  if (from === "htmlTable") for (const sheet of Object.values(book.Sheets)) typeAmounts(sheet);
  const written: unknown = library.write(book, {
    bookType: "xlsx",
    type: "array",
    compression: true,
    cellStyles: true,
  });
  return new Uint8Array(written as ArrayBuffer);
}

type Library = typeof import("@e965/xlsx");

function read({ read: readBook, CFB }: Library, bytes: Uint8Array, kind: LegacyKind): WorkBook {
  const options = { cellFormula: true, cellNF: true, cellStyles: true, cellText: false, cellHTML: false };
  if (kind === "xls") {
    requireWhole(CFB, bytes);
    return readBook(bytes, { ...options, type: "array" });
  }
  // Left as text: a library that takes "05" for the number 5 would change a code in silence.
  return readBook(decodeMarkup(bytes), { ...options, type: "string", raw: kind === "htmlTable" });
}

/** Throws where the stream with the cells is shorter than it says: of a file cut off the rest would be read in silence. */
function requireWhole({ read: open, find }: Library["CFB"], bytes: Uint8Array): void {
  const file = open(bytes, { type: "array" });
  const stream = find(file, "/Workbook") ?? find(file, "/Book");
  if (stream && stream.content.length < stream.size) throw new Error("its end is missing");
}

/** An amount as it is printed: with a decimal point or separators of thousands, so that no code looks like one. */
const PRINTED_AMOUNT = /^-?\d{1,3}(,\d{3})+(\.\d+)?$|^-?(0|[1-9]\d*)\.\d+$/;

/** The cells of a web page are texts; those that are printed as amounts become numbers that print the same. */
function typeAmounts(sheet: WorkBook["Sheets"][string]): void {
  for (const [place, cell] of Object.entries(sheet)) {
    if (place.startsWith("!") || typeof cell !== "object") continue;
    const text: unknown = cell.v;
    if (typeof text !== "string" || !PRINTED_AMOUNT.test(text.trim())) continue;
    const plain = text.trim();
    const decimals = plain.split(".")[1] ?? "";
    const point = decimals === "" ? "" : `.${"0".repeat(decimals.length)}`;
    Object.assign(cell, {
      t: "n",
      v: Number(plain.replace(/,/g, "")),
      z: (plain.includes(",") ? "#,##0" : "0") + point,
    });
  }
}

function unreadable(error: unknown): WorkbookFileError {
  const why = error instanceof Error ? error.message : String(error);
  return why.includes("password-protected")
    ? new WorkbookFileError(
        "file.encrypted",
        "the workbook is protected by a password",
        { by: "workbook" },
        error,
      )
    : new WorkbookFileError("file.legacyXls", `the file cannot be read: ${why}`, {}, error);
}
