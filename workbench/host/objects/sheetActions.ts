import { recordChange } from "../changes";
import { HostError, invalidArgument, notImplemented } from "../hostError";
import type { Argument, HostObject, Method, Scalar } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { SheetVisibility, StoredSheet, WorkbookStore } from "../store";
import { findSheet } from "../store";
import { copySheet, namesItself, removeSheet, renameSheet } from "../structure/sheets";
import type { Json } from "../wire";
import type { SheetTarget } from "./notes";
import { boolean, color, number } from "./rangeTarget";
import { selectOn } from "./selectOn";
import { worksheetType } from "./worksheet";

const FIRST_CELL = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };

const gridlines: Scalar<SheetTarget> = {
  since: "1.8",
  get: ({ sheet }) => sheet.hasGridlines,
  set: ({ sheet }, value) => {
    sheet.hasGridlines = boolean(value, "Worksheet.showGridlines");
  },
};

/** What can be set on a sheet. Source: Excel JavaScript API reference, Excel.Worksheet. */
export const sheetScalars: Readonly<Record<string, Scalar<SheetTarget>>> = {
  id: { get: ({ sheet }) => sheet.id },
  name: {
    get: ({ sheet }) => sheet.name,
    set: ({ store, sheet }, value) => {
      const name = validName(value, "Worksheet.name");
      requireFree(store, name, sheet.id, "Worksheet.name");
      renameSheet(store, sheet, name);
    },
  },
  position: {
    get: ({ store, sheet }) => store.sheets.indexOf(sheet),
    set: ({ store, sheet }, value) => {
      const place = number(value, "Worksheet.position", 0, store.sheets.length - 1);
      store.sheets.splice(store.sheets.indexOf(sheet), 1);
      store.sheets.splice(place, 0, sheet);
    },
  },
  visibility: { get: ({ sheet }) => sheet.visibility, set: setVisibility },
  tabColor: {
    since: "1.7",
    // "" where the tab has no colour of its own.
    get: ({ sheet }) => sheet.tabColor ?? "",
    set: ({ sheet }, value) => {
      if (value === "") delete sheet.tabColor;
      else sheet.tabColor = color(value, "Worksheet.tabColor");
    },
  },
  showGridlines: gridlines,
  // The runtime's client writes showGridlines by this name.
  gridlines,
};

/** What can be done with a sheet as a whole. */
export const sheetMethods: Readonly<Record<string, Method<SheetTarget>>> = {
  activate: {
    call: ({ store, sheet }) => {
      const isShown = store.activeSheet === sheet.id;
      selectOn(store, sheet, isShown ? store.selection : FIRST_CELL, "Worksheet.activate");
      return undefined;
    },
  },
  delete: { call: deleteSheet },
  copy: { since: "1.7", call: copy },
  // Cells are always calculated by the time they are read.
  calculate: { since: "1.6", call: () => undefined },
};

function visibleSheets(store: WorkbookStore): number {
  return store.sheets.filter(({ visibility }) => visibility === "Visible").length;
}

function setVisibility({ store, sheet }: SheetTarget, value: Json): void {
  const location = "Worksheet.visibility";
  if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") throw invalidArgument(location);
  if (value !== "Visible" && (store.activeSheet === sheet.id || visibleSheets(store) === 1)) {
    throw notImplemented(location, "of the sheet that is shown is not known to this host");
  }
  sheet.visibility = value satisfies SheetVisibility;
}

/** "If the worksheet's visibility is set to VeryHidden, the delete operation will fail with InvalidOperation." */
function deleteSheet({ store, sheet }: SheetTarget): undefined {
  const location = "Worksheet.delete";
  if (sheet.visibility === "VeryHidden")
    throw new HostError("InvalidOperation", "The operation is invalid.", location);
  if (sheet.visibility === "Visible" && visibleSheets(store) === 1) {
    throw notImplemented(location, "of the last sheet shown is not known to this host");
  }
  const place = store.sheets.indexOf(sheet);
  removeSheet(store, sheet);
  recordChange(store, { kind: "deleted", sheet: sheet.id });
  if (store.activeSheet !== sheet.id) return undefined;
  // Excel shows the next sheet, or the one before when there is none.
  const isVisible = ({ visibility }: StoredSheet) => visibility === "Visible";
  const next = store.sheets.slice(place).find(isVisible) ?? store.sheets.slice(0, place).findLast(isVisible);
  store.activeSheet = next?.id ?? "";
  store.selection = FIRST_CELL;
  recordChange(store, { kind: "activated", sheet: store.activeSheet, before: sheet.id });
  return undefined;
}

/** "表1" is copied as "表1 (2)", to the beginning when no place is given (Excel.Worksheet.copy). */
function copy({ store, sheet }: SheetTarget, [position, relativeTo]: readonly Argument[]): HostObject {
  const location = "Worksheet.copy";
  if (namesItself(sheet)) {
    throw notImplemented(location, "of a sheet whose formulas name it is not known to this host");
  }
  const place = placeOf(store, position ?? "None", relativeTo, location);
  const made = copySheet(store, sheet, copyName(store, sheet.name));
  store.sheets.splice(place, 0, made);
  recordChange(store, { kind: "added", sheet: made.id });
  return hostObject(worksheetType, { store, sheet: made });
}

function placeOf(
  store: WorkbookStore,
  position: Argument,
  relativeTo: Argument | undefined,
  location: string,
): number {
  if (position === "None" || position === "Beginning") return 0;
  if (position === "End") return store.sheets.length;
  const isSheet = isHostObject(relativeTo) && relativeTo.type === worksheetType;
  if ((position !== "Before" && position !== "After") || !isSheet) throw invalidArgument(location);
  const at = store.sheets.indexOf((relativeTo.target as SheetTarget).sheet);
  return position === "Before" ? at : at + 1;
}

function copyName(store: WorkbookStore, name: string): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = `${stem.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    if (!findSheet(store, candidate)) return candidate;
  }
}

const LONGEST_NAME = 31;

/**
 * A sheet name has 1 to 31 characters, none of : \ / ? * [ ], no apostrophe at either end, and is not "History", which
 * Excel keeps for itself. Source: Microsoft, "Rename a worksheet".
 */
export function validName(value: Argument | undefined, location: string): string {
  const isName =
    typeof value === "string" &&
    value.length <= LONGEST_NAME &&
    /^[^:\\/?*[\]]+$/.test(value) &&
    !/^'|'$/.test(value) &&
    value.trim() !== "" &&
    value.toLowerCase() !== "history";
  if (!isName) throw invalidArgument(location);
  return value;
}

/** Throws ItemAlreadyExists when another sheet has the name. */
export function requireFree(
  store: WorkbookStore,
  name: string,
  exceptId: string | undefined,
  location: string,
): void {
  const other = findSheet(store, name);
  if (!other || other.id === exceptId) return;
  throw new HostError("ItemAlreadyExists", "The resource being created already exists.", location);
}
