import { fieldsOf, keptJson } from "../workbook/keptJson";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { WriteCell, WriteSetting } from "../workbook/edit";

/** Under this key the workbook keeps the reasons of changes (WorkbookSnapshot.settings). */
const REASONS_KEY = "reasons";

/** Headings by which the change sheet is known again, whatever it is called. */
const CHANGE_SHEET_HEADINGS = { reason: "原因", number: "对照编号" } as const;

/** Reasons by the key of the change they explain. */
export type Reasons = ReadonlyMap<string, string>;

/**
 * The reasons kept with a workbook: those typed into its change sheet, and those of changes that the sheet does not list. An
 * emptied cell of the sheet is no reason. What cannot be read of the setting counts as none.
 */
export function reasonsIn(workbook: WorkbookSnapshot): Reasons {
  const kept = keptReasons(workbook);
  const sheet = changeSheetOf(workbook);
  if (sheet) for (const [key, reason] of typedReasons(sheet)) kept.set(key, reason);
  return new Map([...kept].filter(([, reason]) => reason !== ""));
}

function keptReasons({ settings }: WorkbookSnapshot): Map<string, string> {
  const kept = Object.entries(fieldsOf(keptJson(settings?.[REASONS_KEY])));
  return new Map(
    kept.flatMap(([key, reason]) => (typeof reason === "string" ? [[key, reason.trim()] as const] : [])),
  );
}

/** Keeps reasons with the workbook; the setting goes with the last of them. */
export function keepReasons(reasons: Reasons): WriteSetting {
  const filled = [...reasons].filter(([, reason]) => reason !== "").sort(([a], [b]) => (a < b ? -1 : 1));
  const value = filled.length > 0 ? JSON.stringify(Object.fromEntries(filled)) : null;
  return { kind: "writeSetting", key: REASONS_KEY, value };
}

/**
 * The edits that keep further reasons with the workbook: beside those kept, and in the change sheet's own column where it
 * lists their changes. An empty reason takes one away.
 */
export function planReasons(workbook: WorkbookSnapshot, given: Reasons): (WriteSetting | WriteCell)[] {
  const kept = new Map([...keptReasons(workbook), ...given]);
  const sheet = changeSheetOf(workbook);
  return [keepReasons(kept), ...(sheet ? reasonCells(sheet, given) : [])];
}

function reasonCells(sheet: SheetSnapshot, given: Reasons): WriteCell[] {
  const heading = headingOf(sheet);
  if (!heading) return [];
  return [...sheet.rows].flatMap(([row, cells]): WriteCell[] => {
    const reason = given.get(String(cells.get(heading.key)?.value ?? ""));
    if (row <= heading.row || reason === undefined) return [];
    const content = reason === "" ? null : { value: reason };
    return [{ kind: "writeCell", sheet: sheet.name, row, column: heading.reason, content }];
  });
}

/** The sheet of changes that this product has put into the workbook, the last of several; undefined where there is none. */
export function changeSheetOf({ sheets }: WorkbookSnapshot): SheetSnapshot | undefined {
  return sheets.findLast((sheet) => headingOf(sheet) !== undefined);
}

/** Rows in which the heading of the change sheet may stand. */
const TOP_ROWS = 8;

/** Where the heading of a change sheet stands, and the columns of reasons and keys. */
function headingOf(
  sheet: SheetSnapshot,
): { readonly row: number; readonly reason: number; readonly key: number } | undefined {
  for (let row = 0; row < TOP_ROWS; row++) {
    const cells = [...(sheet.rows.get(row) ?? [])];
    const columnOf = (heading: string) => cells.find(([, { value }]) => value === heading)?.[0];
    const reason = columnOf(CHANGE_SHEET_HEADINGS.reason);
    const key = columnOf(CHANGE_SHEET_HEADINGS.number);
    if (reason !== undefined && key !== undefined) return { row, reason, key };
  }
  return undefined;
}

function typedReasons(sheet: SheetSnapshot): [key: string, reason: string][] {
  const heading = headingOf(sheet);
  if (!heading) return [];
  return [...sheet.rows].flatMap(([row, cells]): [string, string][] => {
    const key = cells.get(heading.key)?.value;
    if (row <= heading.row || typeof key !== "string" || key === "") return [];
    const reason = cells.get(heading.reason)?.value ?? "";
    return [[key, isErrorValue(reason) ? "" : String(reason).trim()]];
  });
}

/** A reason that says nothing: 1, 无, 略, 系统原因, dashes. */
export function isEmptyReason(reason: string): boolean {
  return /^(\d|无|略|同上|系统原因|工作需要|详见附件|[-—.…·、。]*)[。.]?$/.test(reason.trim());
}
