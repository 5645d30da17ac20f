import { HostError } from "../host/hostError";
import { requireFree, validName } from "../host/objects/sheetActions";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { addSheet, findSheet } from "../host/store";
import { removeSheet, renameSheet } from "../host/structure/sheets";

const FIRST_CELL = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };

/** Adds a blank sheet behind another (behind all when left out) and shows it: "Sheet15", the first number that is free. */
export function addBlankSheet(store: WorkbookStore, behind?: string): StoredSheet {
  let number = store.sheets.length + 1;
  while (findSheet(store, `Sheet${number}`)) number++;
  const sheet = addSheet(store, `Sheet${number}`);
  const place = store.sheets.findIndex(({ id }) => id === behind);
  if (place >= 0) store.sheets.splice(place + 1, 0, ...store.sheets.splice(-1));
  show(store, sheet);
  return sheet;
}

/** Renames a sheet as Excel does. Gives why not when the name cannot be: another sheet has it, or it is none for a sheet. */
export function giveName(store: WorkbookStore, id: string, name: string): "taken" | "invalid" | undefined {
  const sheet = store.sheets.find((one) => one.id === id);
  if (!sheet) return undefined;
  try {
    requireFree(store, validName(name, "Worksheet.name"), id, "Worksheet.name");
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return error.code === "ItemAlreadyExists" ? "taken" : "invalid";
  }
  renameSheet(store, sheet, name);
  show(store, sheet);
  return undefined;
}

/** Takes a sheet out and shows the one beside it. The last one to be seen stays. */
export function takeSheetOut(store: WorkbookStore, id: string): void {
  const place = store.sheets.findIndex((one) => one.id === id);
  const sheet = store.sheets[place];
  const others = store.sheets.filter((one) => one.id !== id && one.visibility === "Visible");
  if (!sheet || others.length === 0) return;
  const isVisible = (one: StoredSheet) => one.visibility === "Visible";
  const neighbour = store.sheets.slice(place + 1).find(isVisible) ?? others.at(-1);
  if (store.activeSheet === id && neighbour) show(store, neighbour);
  removeSheet(store, sheet);
}

function show(store: WorkbookStore, { id }: StoredSheet): void {
  store.activeSheet = id;
  store.selection = FIRST_CELL;
}
