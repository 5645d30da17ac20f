import { legacyKindOf } from "./fileKind";
import type { LegacyKind } from "./fileKind";

/** A workbook as the bytes of an .xlsx file. */
export interface OpenableFile {
  readonly bytes: Uint8Array;
  /** What the file was before; undefined for one that is given back as it is. */
  readonly from: LegacyKind | undefined;
}

/**
 * Makes an .xlsx of a file in another format, told by what it holds: .xls, .et, the XML of Excel 2003, a web page with
 * tables (convert.ts). Anything else is given back as it is, for readWorkbook to read or to say why not. Throws
 * WorkbookFileError as toXlsx.
 */
export async function openableFile(bytes: Uint8Array): Promise<OpenableFile> {
  const from = legacyKindOf(bytes);
  if (from === undefined) return { bytes, from };
  const { toXlsx } = await import("./convert");
  return { bytes: await toXlsx(bytes, from), from };
}
