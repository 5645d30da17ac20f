import { readPart } from "../../src/xlsx/package/openPackage";
import type { OfficePackage } from "../../src/xlsx/package/openPackage";
import type { WorkbookPart } from "../../src/xlsx/package/workbookPart";
import { isTrue } from "../../src/xlsx/package/workbookPart";
import { findChild, readOutline } from "../../src/xlsx/patch/outline";
import { scanXml } from "../../src/xlsx/xml/scanXml";
import type { StoredName, StoredSheet, WorkbookStore } from "../host/store";
import type { Reference } from "../../src/workbook/formula/references";
import { absoluteAddress, mapReferences, sheetInFormula } from "../../src/workbook/formula/references";

/** Names that Excel gives itself to what is printed. Source: ECMA-376 part 1, 18.2.5. */
export const PRINT_AREA = "_xlnm.Print_Area";
export const PRINT_TITLES = "_xlnm.Print_Titles";

/** A name as the workbook part lists it. */
export interface DefinedName {
  readonly name: string;
  /** Place of the only sheet that knows the name, counted from 0. */
  readonly position: number | undefined;
  /** What it stands for, without "=". */
  readonly text: string;
  readonly isHidden: boolean;
  readonly comment: string | undefined;
}

/** The names of a workbook part in their order. */
export function readDefinedNames(text: string, part: string): DefinedName[] {
  const list = findChild(readOutline(text, part, 2), "definedNames");
  return (list?.children ?? []).map(({ attributes, start, end }): DefinedName => {
    let words = "";
    scanXml(text.slice(start, end), part, { text: (piece) => void (words += piece) });
    const { name = "", localSheetId, hidden, comment } = attributes;
    const position = localSheetId === undefined ? undefined : Number(localSheetId);
    return { name, position, text: words, isHidden: isTrue(hidden), comment };
  });
}

/** Puts the names of a file into its store, those of what is printed into the sheets' page layouts. */
export function storeNames(file: OfficePackage, workbook: WorkbookPart, store: WorkbookStore): void {
  const text = readPart(file, workbook.part).text;
  for (const one of readDefinedNames(text, workbook.part)) {
    const scope = scopeOf(store, workbook, one.position);
    if (one.name === PRINT_AREA && scope) {
      const area = scope.pageLayout;
      area.printArea = only(one.text, scope.name) ?? area.printArea;
    } else if (one.name === PRINT_TITLES && scope) setTitles(scope, one.text);
    else if (!one.name.startsWith("_xlnm.")) {
      const stored = storedName(store, one, scope);
      if (stored) store.names.push(stored);
    }
  }
}

function scopeOf(store: WorkbookStore, workbook: WorkbookPart, position: number | undefined) {
  const entry = workbook.sheets.find((sheet) => sheet.position === position);
  return entry && store.sheets.find(({ name }) => name === entry.name);
}

/** The one reference that a text is, to cells of a sheet; undefined for anything else. */
function referenceIn(text: string): Reference | undefined {
  let found: Reference | undefined;
  const rest = mapReferences(text, (reference) => {
    found = reference;
    return "";
  });
  return rest === "" ? found : undefined;
}

function only(text: string, sheet: string): string | undefined {
  const reference = referenceIn(text);
  return reference?.sheet?.toLowerCase() === sheet.toLowerCase()
    ? absoluteAddress(reference.range)
    : undefined;
}

function setTitles(sheet: StoredSheet, text: string): void {
  // Columns and rows stand one after the other with a comma between; sheet names may hold commas too.
  const references: Reference[] = [];
  const rest = mapReferences(text, (reference) => {
    references.push(reference);
    return "";
  });
  if (rest.replace(",", "") !== "" || references.length > 2) return;
  for (const { kind, range } of references) {
    if (kind === "rows") sheet.pageLayout.titleRows = absoluteAddress(range);
    if (kind === "columns") sheet.pageLayout.titleColumns = absoluteAddress(range);
  }
}

function storedName(
  store: WorkbookStore,
  { name, text, isHidden, comment, position }: DefinedName,
  scope: StoredSheet | undefined,
): StoredName | undefined {
  // Known to one sheet alone, which the workbench does not show.
  if (position !== undefined && !scope) return undefined;
  const reference = referenceIn(text);
  const own = reference?.sheet?.toLowerCase();
  const sheet = store.sheets.find((one) => one.name.toLowerCase() === own);
  const isFixed = reference && Object.values(reference.fixed).every(Boolean);
  return {
    name,
    ...(sheet && reference && isFixed
      ? { sheet: sheet.name, range: reference.range }
      : { sheet: "", formula: `=${text}` }),
    ...(isHidden && { isHidden }),
    ...(comment !== undefined && { comment }),
    ...(scope && { scope: scope.id }),
  };
}

/** What a stored name stands for as a file has it, without "=". */
export function textOfName({ sheet, range, formula = "=#REF!" }: StoredName): string {
  return range ? `${sheetInFormula(sheet)}!${absoluteAddress(range)}` : formula.slice(1);
}
