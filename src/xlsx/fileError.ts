/**
 * Why a file cannot be used. The wording for users is found by this code elsewhere.
 * - file.empty: no bytes at all
 * - file.notZip: neither a zip nor an OLE container with a workbook (a text, a picture, an HTML page named .xlsx)
 * - file.truncated: a zip whose end is missing, as after a broken download or copy
 * - file.encrypted: opens only with a password; details.by is "workbook" or "zip"
 * - file.legacyXls: the binary format of Excel 97-2003
 * - file.bomb: unpacks to more than the limits allow; details.limit says which
 * - file.notWorkbook: a zip without a worksheet-based workbook (docx, ods, xlsb, any archive)
 * - file.rowsFixed.…: rows that cannot come or go, with sheet, row and range: inside an array formula, the first of a merged
 *   area, a heading of a table, under a pivot table, or for want of room
 * - file.damaged: details.part names what is missing or not well-formed
 */
export type FileErrorCode =
  | "file.empty"
  | "file.notZip"
  | "file.truncated"
  | "file.encrypted"
  | "file.legacyXls"
  | "file.bomb"
  | "file.notWorkbook"
  | "file.damaged"
  | "file.rowsFixed.array"
  | "file.rowsFixed.merge"
  | "file.rowsFixed.table"
  | "file.rowsFixed.pivot"
  | "file.rowsFixed.full";

/** A file that is not a readable workbook. `message` is English and meant for developers. */
export class WorkbookFileError extends Error {
  readonly code: FileErrorCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: FileErrorCode, message: string, details: Record<string, string> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "WorkbookFileError";
    this.code = code;
    this.details = details;
  }
}

/** The error for a part that is missing, not well-formed or contradicts itself. */
export function damaged(part: string, why: string, cause?: unknown): WorkbookFileError {
  return new WorkbookFileError("file.damaged", `${part}: ${why}`, { part, why }, cause);
}
