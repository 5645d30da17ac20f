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

/** Renames a sheet as Excel does. Gives the sentence for the user when the name cannot be. */
export function giveName(store: WorkbookStore, id: string, name: string): string {
  const sheet = store.sheets.find((one) => one.id === id);
  if (!sheet) return "";
  try {
    requireFree(store, validName(name, "Worksheet.name"), id, "Worksheet.name");
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return error.code === "ItemAlreadyExists"
      ? `没有改名：已有名为“${name}”的工作表，请换一个名称。`
      : `没有改名：“${name}”不能作工作表名。名称不能为空，不超过 31 个字，不含 : \\ / ? * [ ]，首尾不用单引号。`;
  }
  renameSheet(store, sheet, name);
  show(store, sheet);
  return "";
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
