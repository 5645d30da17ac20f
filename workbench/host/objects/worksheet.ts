import { HostError, invalidArgument, notImplemented } from "../hostError";
import type { Argument, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { SheetVisibility, WorkbookStore } from "../store";
import { findSheet, usedRange } from "../store";
import type { Json } from "../wire";
import type { SheetTarget } from "./notes";
import { noteCollection } from "./notes";
import { rangeType } from "./range";
import { rangeAt, rectangle, WHOLE_SHEET } from "./rangeTarget";
import { selectOn } from "./selectOn";

/** Source: Excel JavaScript API reference, Excel.WorksheetProtection. */
const protection: ObjectType<SheetTarget> = {
  name: "WorksheetProtection",
  scalars: { protected: { since: "1.2", get: ({ sheet }) => sheet.isProtected } },
};

/** Source: Excel JavaScript API reference, Excel.Worksheet. */
export const worksheetType: ObjectType<SheetTarget> = {
  name: "Worksheet",
  identity: ({ sheet }) => ({ Id: sheet.id }),
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: {
      get: ({ sheet }) => sheet.name,
      set: ({ store, sheet }, value) => {
        const name = validName(value, "Worksheet.name");
        requireFree(store, name, sheet.id, "Worksheet.name");
        sheet.name = name;
      },
    },
    position: { get: ({ store, sheet }) => store.sheets.indexOf(sheet) },
    visibility: { get: ({ sheet }) => sheet.visibility, set: setVisibility },
  },
  children: {
    protection: { since: "1.2", get: (target) => hostObject(protection, target) },
    notes: { since: "1.18", get: (target) => hostObject(noteCollection, target) },
  },
  methods: {
    activate: {
      call: ({ store, sheet }) => {
        const isShown = store.activeSheet === sheet.id;
        const first = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
        selectOn(store, sheet, isShown ? store.selection : first, "Worksheet.activate");
        return undefined;
      },
    },
    delete: { call: deleteSheet },
    getRange: {
      call: (target, [address]) =>
        rangeOn(target, address == null ? WHOLE_SHEET : rangeAt(address, "Worksheet.getRange")),
    },
    getRangeByIndexes: {
      since: "1.7",
      call: (target, args) => rangeOn(target, rectangle(args, "Worksheet.getRangeByIndexes")),
    },
    getCell: {
      call: (target, [row, column]) => rangeOn(target, rectangle([row, column, 1, 1], "Worksheet.getCell")),
    },
    // Of a blank sheet the used range is its top left cell.
    getUsedRange: {
      call: (target, [valuesOnly]) =>
        rangeOn(
          target,
          usedRange(target.sheet, valuesOnly === true) ?? rangeAt("A1", "Worksheet.getUsedRange"),
        ),
    },
    getUsedRangeOrNullObject: {
      since: "1.4",
      call: (target, [valuesOnly]) => {
        const range = usedRange(target.sheet, valuesOnly === true);
        return range ? rangeOn(target, range) : null;
      },
    },
  },
};

function rangeOn(target: SheetTarget, range: ReturnType<typeof rectangle>) {
  return hostObject(rangeType, { ...target, range });
}

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
  store.sheets.splice(store.sheets.indexOf(sheet), 1);
  if (store.activeSheet === sheet.id) {
    store.activeSheet = store.sheets.find(({ visibility }) => visibility === "Visible")?.id ?? "";
    store.selection = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
  }
  return undefined;
}

/** A sheet name has 1 to 31 characters, none of : \ / ? * [ ], no apostrophe at either end (Excel's own rule). */
export function validName(value: Argument | undefined, location: string): string {
  const isName =
    typeof value === "string" &&
    /^[^:\\/?*[\]]{1,31}$/.test(value) &&
    !/^'|'$/.test(value) &&
    value.trim() !== "";
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
