import { recordChange } from "../changes";
import { allSheets, eventMethods, placeOfEvent } from "../events";
import { itemNotFound } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredSheet, WorkbookStore } from "../store";
import { addSheet, findSheet } from "../store";
import { application } from "./application";
import { commentCollection } from "./comments";
import { customXmlParts } from "./customXml";
import { namedItemCollection } from "./names";
import { rangeType } from "./range";
import { settingCollection } from "./settings";
import { requireFree, validName } from "./sheetActions";
import { worksheetType } from "./worksheet";

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
    ...eventMethods(
      {
        added: "1.7",
        deleted: "1.7",
        activated: "1.7",
        deactivated: "1.7",
        calculated: "1.8",
        changed: "1.9",
        selectionChanged: "1.9",
      },
      allSheets,
    ),
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
        const valid = name == null ? freeName(store) : validName(name, location);
        requireFree(store, valid, undefined, location);
        const sheet = addSheet(store, valid);
        recordChange(store, { kind: "added", sheet: sheet.id });
        return sheetObject(store, sheet);
      },
    },
  },
};

/** "If you don't specify a name, Excel determines the name": Sheet2 and so on. */
function freeName(store: WorkbookStore): string {
  let number = 1;
  while (findSheet(store, `Sheet${number}`)) number++;
  return `Sheet${number}`;
}

function end(store: WorkbookStore, sheet: StoredSheet | undefined): HostObject {
  if (!sheet) throw itemNotFound("WorksheetCollection.getFirst");
  return sheetObject(store, sheet);
}

/** Source: Excel JavaScript API reference, Excel.Workbook. */
export const workbookType: ObjectType<WorkbookStore> = {
  name: "Workbook",
  scalars: { name: { since: "1.7", get: ({ name }) => name } },
  children: {
    worksheets: { get: (store) => hostObject(worksheetCollection, store) },
    application: { get: (store) => hostObject(application, store) },
    comments: { since: "1.10", get: (store) => hostObject(commentCollection, { store, only: undefined }) },
    names: { get: (store) => hostObject(namedItemCollection, { store, scope: undefined }) },
    settings: { since: "1.4", get: (store) => hostObject(settingCollection, store) },
    customXmlParts: { since: "1.5", get: (store) => hostObject(customXmlParts, store) },
  },
  methods: {
    getSelectedRange: { call: (store) => selected(store, false) },
    getActiveCell: { since: "1.7", call: (store) => selected(store, true) },
    // The range of an event, as its handler asks for it.
    _GetRangeForEventByReferenceId: {
      since: "1.8",
      call: (store, [id]) => {
        const range = eventRange(store, id);
        if (!range) throw itemNotFound("WorksheetChangedEventArgs.getRange");
        return range;
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      since: "1.8",
      call: (store, [id]) => eventRange(store, id),
    },
  },
};

function eventRange(store: WorkbookStore, id: Argument | undefined): HostObject | null {
  const place = placeOfEvent(store, id);
  const sheet = place && store.sheets.find((one) => one.id === place.sheet);
  return sheet ? hostObject(rangeType, { store, sheet, range: { ...place.range } }) : null;
}

function selected(store: WorkbookStore, isCell: boolean): HostObject {
  const sheet = activeSheet(store, "Workbook.getSelectedRange");
  const { firstRow, firstColumn } = store.selection;
  const cell = { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn };
  return hostObject(rangeType, { store, sheet, range: isCell ? cell : store.selection });
}
