import type { StoredName, StoredSheet, WorkbookStore } from "../store";
import { newId } from "../store";
import { changeFormulas } from "./formulas";
import { goneSheet, mapReferences } from "../../../src/workbook/formula/references";

/** Gives a sheet another name; formulas and names that speak of it follow, as in Excel. */
export function renameSheet(store: WorkbookStore, sheet: StoredSheet, name: string): void {
  const before = sheet.name.toLowerCase();
  sheet.name = name;
  changeFormulas(store, (formula) =>
    mapReferences(formula, (reference) =>
      reference.sheet?.toLowerCase() === before ? { ...reference, sheet: name } : undefined,
    ),
  );
  store.names.forEach((one, index) => {
    if (one.sheet.toLowerCase() === before) store.names[index] = { ...one, sheet: name };
  });
}

/** Takes a sheet out of the workbook: references to it become #REF!, names that only it knew go with it. */
export function removeSheet(store: WorkbookStore, sheet: StoredSheet): void {
  const gone = sheet.name.toLowerCase();
  store.sheets.splice(store.sheets.indexOf(sheet), 1);
  changeFormulas(store, (formula) =>
    mapReferences(formula, (reference) =>
      reference.sheet?.toLowerCase() === gone ? goneSheet(reference) : undefined,
    ),
  );
  const names = store.names
    .filter(({ scope }) => scope !== sheet.id)
    .map((one): StoredName => {
      if (one.sheet.toLowerCase() !== gone || !one.range) return one;
      const rest = { ...one };
      delete rest.range;
      return { ...rest, sheet: "", formula: "=#REF!" };
    });
  store.names.splice(0, store.names.length, ...names);
}

/** True when a formula of the sheet names the sheet itself: what a copy of it would speak of is not known. */
export function namesItself(sheet: StoredSheet): boolean {
  const formulas = [
    ...[...sheet.cells.values()].flatMap((row) => [...row.values()].map(({ formula }) => formula ?? "")),
    ...sheet.conditionalFormats.map(({ formula }) => formula),
  ];
  let isNamed = false;
  for (const formula of formulas) {
    mapReferences(formula, (reference) => {
      isNamed ||= reference.sheet?.toLowerCase() === sheet.name.toLowerCase();
      return undefined;
    });
  }
  return isNamed;
}

/** A copy of a sheet under another name, not yet in the workbook. An engine takes it over as a new sheet. */
export function copySheet(store: WorkbookStore, sheet: StoredSheet, name: string): StoredSheet {
  const copy = structuredClone(sheet);
  delete copy.written;
  return {
    ...copy,
    id: newId(store),
    name,
    conditionalFormats: copy.conditionalFormats.map((format) => ({ ...format, id: newId(store) })),
    ...(copy.comments && { comments: copy.comments.map((one) => ({ ...one, id: newId(store) })) }),
  };
}
