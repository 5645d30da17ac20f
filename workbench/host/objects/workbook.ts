import { invalidArgument, itemNotFound, notImplemented } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredName, StoredSheet, WorkbookStore } from "../store";
import { addSheet, findSheet } from "../store";
import { customXmlParts } from "./customXml";
import { rangeType } from "./range";
import { requireFree, validName, worksheetType } from "./worksheet";

function sheetObject(store: WorkbookStore, sheet: StoredSheet): HostObject {
  return hostObject(worksheetType, { store, sheet });
}

/** By name or id, as getItem takes both. */
function sheetBy(store: WorkbookStore, key: Argument | undefined): StoredSheet | undefined {
  return typeof key === "string"
    ? (store.sheets.find(({ id }) => id === key) ?? findSheet(store, key))
    : undefined;
}

function activeSheet(store: WorkbookStore, location: string): StoredSheet {
  const sheet = sheetBy(store, store.activeSheet);
  if (!sheet) throw itemNotFound(location);
  return sheet;
}

function shown(store: WorkbookStore, visibleOnly: Argument | undefined): StoredSheet[] {
  return store.sheets.filter(({ visibility }) => visibleOnly !== true || visibility === "Visible");
}

/** Source: Excel JavaScript API reference, Excel.WorksheetCollection. */
const worksheetCollection: ObjectType<WorkbookStore> = {
  name: "WorksheetCollection",
  items: (store) => store.sheets.map((sheet) => sheetObject(store, sheet)),
  methods: {
    getItem: {
      call: (store, [key]) => {
        const sheet = sheetBy(store, key);
        if (!sheet) throw itemNotFound("WorksheetCollection.getItem");
        return sheetObject(store, sheet);
      },
    },
    getItemOrNullObject: {
      since: "1.4",
      call: (store, [key]) => {
        const sheet = sheetBy(store, key);
        return sheet ? sheetObject(store, sheet) : null;
      },
    },
    getActiveWorksheet: {
      call: (store) => sheetObject(store, activeSheet(store, "WorksheetCollection.getActiveWorksheet")),
    },
    getCount: { since: "1.4", call: (store, [visibleOnly]) => shown(store, visibleOnly).length },
    getFirst: { since: "1.5", call: (store, [visibleOnly]) => end(store, shown(store, visibleOnly)[0]) },
    getLast: { since: "1.5", call: (store, [visibleOnly]) => end(store, shown(store, visibleOnly).at(-1)) },
    // "The worksheet will be added at the end of existing worksheets"; it is not shown by that.
    add: {
      call: (store, [name]) => {
        const location = "WorksheetCollection.add";
        if (name == null) throw notImplemented(location, "without a name is not known to this host");
        const valid = validName(name, location);
        requireFree(store, valid, undefined, location);
        return sheetObject(store, addSheet(store, valid));
      },
    },
  },
};

function end(store: WorkbookStore, sheet: StoredSheet | undefined): HostObject {
  if (!sheet) throw itemNotFound("WorksheetCollection.getFirst");
  return sheetObject(store, sheet);
}

interface NameTarget {
  readonly store: WorkbookStore;
  readonly name: StoredName;
}

/** Source: Excel JavaScript API reference, Excel.NamedItem. Only names of one rectangle are kept. */
const namedItem: ObjectType<NameTarget> = {
  name: "NamedItem",
  identity: ({ name }) => ({ _Id: name.name }),
  scalars: {
    name: { get: ({ name }) => name.name },
    type: { get: () => "Range" },
  },
  methods: {
    getRange: {
      call: ({ store, name }) => {
        const sheet = findSheet(store, name.sheet);
        if (!sheet) throw invalidArgument("NamedItem.getRange");
        return hostObject(rangeType, { store, sheet, range: name.range });
      },
    },
  },
};

function nameBy(store: WorkbookStore, key: Argument | undefined): HostObject | undefined {
  const name = store.names.find((one) => one.name.toLowerCase() === String(key).toLowerCase());
  return name && hostObject(namedItem, { store, name });
}

const namedItemCollection: ObjectType<WorkbookStore> = {
  name: "NamedItemCollection",
  items: (store) => store.names.map((name) => hostObject(namedItem, { store, name })),
  methods: {
    getItem: {
      call: (store, [key]) => {
        const name = nameBy(store, key);
        if (!name) throw itemNotFound("NamedItemCollection.getItem");
        return name;
      },
    },
    getItemOrNullObject: { since: "1.4", call: (store, [key]) => nameBy(store, key) ?? null },
  },
};

/** Source: Excel JavaScript API reference, Excel.Workbook. */
export const workbookType: ObjectType<WorkbookStore> = {
  name: "Workbook",
  scalars: { name: { since: "1.7", get: ({ name }) => name } },
  children: {
    worksheets: { get: (store) => hostObject(worksheetCollection, store) },
    names: { get: (store) => hostObject(namedItemCollection, store) },
    customXmlParts: { since: "1.5", get: (store) => hostObject(customXmlParts, store) },
  },
  methods: {
    getSelectedRange: { call: (store) => selected(store, false) },
    getActiveCell: { since: "1.7", call: (store) => selected(store, true) },
  },
};

function selected(store: WorkbookStore, isCell: boolean): HostObject {
  const sheet = activeSheet(store, "Workbook.getSelectedRange");
  const { firstRow, firstColumn } = store.selection;
  const cell = { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn };
  return hostObject(rangeType, { store, sheet, range: isCell ? cell : store.selection });
}
