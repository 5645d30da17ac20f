/**
 * Why Excel did not do what was asked. The wording for users is found by this key elsewhere; args are given in brackets.
 * - host.cellEditMode: a cell is being edited
 * - host.protected: a sheet or the workbook is protected, or open for reading only
 * - host.sheetProtected (sheets): these sheets are protected
 * - host.busy: Excel gave the request up
 * - host.inactiveWorkbook: another workbook has the focus
 * - host.payloadTooLarge: the workbook holds more than Excel hands over at a time
 * - host.apiNotFound: this Excel is too old
 * - host.insertConflict: rows cannot come or go there, as tables, spilled or array formulas stand in the way
 * - host.offSheet: rows cannot come, as content would be pushed off the sheet
 * - host.merged: merged cells stand in the way
 * - host.filtered: filtered rows stand in the way
 * - host.formulaTooLong: a formula is longer than Excel takes
 * - host.unsupported: this kind of sheet or workbook does not let it be done
 * - host.changed: a sheet, mark or cell asked for is gone, or a note is already there
 * - host.sheetMissing (sheet), host.sheetHidden (sheet), host.rowHidden (sheet, row), host.columnHidden (sheet, column): a cell there cannot be seen
 * - host.halfDone (sheets): new sheets were begun and could not be taken away again
 * - host.unknown (code, for the log alone): anything else
 */
export type HostErrorKey =
  | "host.cellEditMode"
  | "host.protected"
  | "host.sheetProtected"
  | "host.busy"
  | "host.inactiveWorkbook"
  | "host.payloadTooLarge"
  | "host.apiNotFound"
  | "host.insertConflict"
  | "host.offSheet"
  | "host.merged"
  | "host.filtered"
  | "host.formulaTooLong"
  | "host.unsupported"
  | "host.changed"
  | "host.sheetMissing"
  | "host.sheetHidden"
  | "host.rowHidden"
  | "host.columnHidden"
  | "host.halfDone"
  | "host.unknown";

/** A refusal by Excel; key and args are a message to be worded, `message` and `cause` are for the log. */
export class ExcelError extends Error {
  readonly key: HostErrorKey;
  readonly args: Readonly<Record<string, string | readonly string[]>>;
  /** Of a change that takes several requests: some of them had been carried out before. */
  isMidway = false;

  constructor(
    key: HostErrorKey,
    args: Readonly<Record<string, string | readonly string[]>> = {},
    cause?: unknown,
  ) {
    super([key, ...Object.values(args)].join(" "), cause === undefined ? undefined : { cause });
    this.name = "ExcelError";
    this.key = key;
    this.args = args;
  }
}

/**
 * Source: office-js-docs, docs/testing/application-specific-api-error-handling.md; Excel.ErrorCodes. GeneralException has no
 * key of its own: Excel gives it for anything, another workbook in front among it (docs/excel/excel-add-ins-troubleshooting.md).
 */
const KEYS: Readonly<Record<string, HostErrorKey>> = {
  InvalidOperationInCellEditMode: "host.cellEditMode",
  AccessDenied: "host.protected",
  ActivityLimitReached: "host.busy",
  Conflict: "host.busy",
  RequestAborted: "host.busy",
  ServiceNotAvailable: "host.busy",
  InactiveWorkbook: "host.inactiveWorkbook",
  InvalidSelection: "host.inactiveWorkbook",
  InsertDeleteConflict: "host.insertConflict",
  PivotTableRangeConflict: "host.insertConflict",
  NonBlankCellOffSheet: "host.offSheet",
  MergedRangeConflict: "host.merged",
  FilteredRangeConflict: "host.filtered",
  FormulaLengthExceedsLimit: "host.formulaTooLong",
  RangeExceedsLimit: "host.payloadTooLarge",
  OperationCellsExceedLimit: "host.payloadTooLarge",
  UnsupportedOperation: "host.unsupported",
  UnsupportedFeature: "host.unsupported",
  UnsupportedSheet: "host.unsupported",
  RequestPayloadSizeLimitExceeded: "host.payloadTooLarge",
  ResponsePayloadSizeLimitExceeded: "host.payloadTooLarge",
  ApiNotFound: "host.apiNotFound",
  InvalidReference: "host.changed",
  ItemAlreadyExists: "host.changed",
  ItemNotFound: "host.changed",
};

/** What the client itself throws when it is used wrongly: no refusal by Excel. Source: OfficeExtension.ErrorCodes. */
const DEFECTS: ReadonlySet<string> = new Set(["PropertyNotLoaded", "ValueNotLoaded", "RunMustReturnPromise"]);

/** The error of Office.js in the product's terms. Gives back what is none (a defect of ours) as it is. */
export function hostError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined || DEFECTS.has(code)) return error;
  const key = KEYS[code] ?? "host.unknown";
  return new ExcelError(key, key === "host.unknown" ? { code } : {}, error);
}

/** The code of an error of Office.js, undefined for any other error. Its message is localised and never compared. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof OfficeExtension.Error ? error.code : undefined;
}

/** Keys of refusals that asking for something else, or for less, does not get round. */
const FINAL: ReadonlySet<string> = new Set<HostErrorKey>(["host.cellEditMode", "host.inactiveWorkbook"]);

/** True for a refusal by Excel of what was asked for, which a smaller question may avoid. */
export function isRefusal(error: unknown): error is ExcelError {
  return error instanceof ExcelError && !FINAL.has(error.key);
}
