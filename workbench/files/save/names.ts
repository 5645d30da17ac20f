import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { findChild, prefixOf, readOutline } from "../../../src/xlsx/patch/outline";
import type { WorkbookPart } from "../../../src/xlsx/package/workbookPart";
import { encodeExcelString } from "../../../src/xlsx/xml/excelString";
import { escapeAttribute, escapeText } from "../../../src/workbook/escapeXml";
import { spliceText } from "../../../src/xlsx/xml/splice";
import type { StoredSheet, WorkbookStore } from "../../host/store";
import { mapReferences, sheetInFormula } from "../../../src/workbook/formula/references";
import { PRINT_AREA, PRINT_TITLES, readDefinedNames, textOfName } from "../definedNames";
import type { MovedTo } from "./sheetList";
import { withAttributes } from "./worksheetPart";

/** What may stand before the list of names. Source: ECMA-376 part 1, 18.2.27, CT_Workbook. */
const BEFORE_NAMES = ["sheets", "functionGroups", "externalReferences"];

interface WantedName {
  readonly name: string;
  /** Id of the only sheet that knows the name. */
  readonly scope: string | undefined;
  readonly text: string;
  readonly isHidden: boolean;
  readonly comment: string;
}

/** Old sheet names → new ones, for texts that the workbench does not keep itself. */
export type Renames = ReadonlyMap<string, string>;

/** A formula's text with sheets named as they are now. */
export function renamed(text: string, renames: Renames): string {
  return mapReferences(text, (reference) => {
    const name = reference.sheet === undefined ? undefined : renames.get(reference.sheet.toLowerCase());
    return name === undefined ? undefined : { ...reference, sheet: name };
  });
}

/** Gives a workbook the names of the workbench: of ranges and formulas, and of what each sheet prints. */
export function writeNames(
  draft: PackageDraft,
  workbook: WorkbookPart,
  before: WorkbookStore,
  now: WorkbookStore,
  movedTo: MovedTo,
  renames: Renames,
): void {
  const was = namesOf(before);
  const is = namesOf(now);
  const text = draft.read(workbook.part);
  const root = readOutline(text, workbook.part, 2);
  const list = findChild(root, "definedNames");
  const known = readDefinedNames(text, workbook.part);
  const isMoved = workbook.sheets.some(({ position }) => movedTo(position) !== position);
  if (JSON.stringify(was) === JSON.stringify(is) && !isMoved && renames.size === 0) return;

  const p = prefixOf(root);
  const done = new Set<string>();
  const kept = known.flatMap((one, index) => {
    const element = list?.children[index];
    const position = one.position === undefined ? undefined : movedTo(one.position);
    if (!element || (one.position !== undefined && position === undefined)) return [];
    const entry = workbook.sheets.find((sheet) => sheet.position === one.position);
    const scope = entry && before.sheets.find(({ name }) => name === entry.name)?.id;
    const key = keyOf({ name: one.name, scope });
    const old = was.find((name) => keyOf(name) === key);
    const current = is.find((name) => keyOf(name) === key);
    if (old && !current) return [];
    done.add(key);
    const tag = withAttributes(text.slice(element.start, element.startTagEnd), {
      localSheetId: position === undefined ? undefined : String(position),
      ...(current && current.isHidden !== old?.isHidden && { hidden: current.isHidden ? "1" : undefined }),
    });
    const own =
      current && current.text !== old?.text ? current.text : old ? one.text : renamed(one.text, renames);
    return [`${tag}${escapeText(encodeExcelString(own))}</${element.name}>`];
  });
  const places = new Map(
    now.sheets.map(({ id }) => [id, placeOf(id, before, now, workbook, movedTo)] as const),
  );
  const added = is
    .filter((name) => !done.has(keyOf(name)))
    .map(({ name, scope, text: own, isHidden, comment }) => {
      const local = scope === undefined ? "" : ` localSheetId="${places.get(scope) ?? 0}"`;
      return (
        `<${p}definedName name="${escapeAttribute(name)}"${local}${isHidden ? ` hidden="1"` : ""}` +
        `${comment === "" ? "" : ` comment="${escapeAttribute(comment)}"`}>${escapeText(encodeExcelString(own))}</${p}definedName>`
      );
    });
  const all = [...kept, ...added].join("");
  const xml = all === "" ? "" : `<${p}definedNames>${all}</${p}definedNames>`;
  const behind = root.children.findLast(({ tag }) => BEFORE_NAMES.includes(tag))?.end ?? root.endTagStart;
  const splice = list ? { start: list.start, end: list.end } : { start: behind, end: behind };
  draft.write(workbook.part, spliceText(text, [{ ...splice, text: xml }]));
}

/** The place of a sheet of the workbench in the file as it is written. */
function placeOf(
  id: string,
  before: WorkbookStore,
  now: WorkbookStore,
  workbook: WorkbookPart,
  movedTo: MovedTo,
): number {
  const was = before.sheets.find((sheet) => sheet.id === id);
  const entry = was && workbook.sheets.find(({ name, isWorksheet }) => isWorksheet && name === was.name);
  const moved = entry && movedTo(entry.position);
  if (moved !== undefined) return moved;
  // Sheets that are not shown stand before it as before its neighbour.
  const index = now.sheets.findIndex((sheet) => sheet.id === id);
  const neighbour = now.sheets[index - 1];
  return neighbour ? placeOf(neighbour.id, before, now, workbook, movedTo) + 1 : 0;
}

function keyOf({ name, scope }: { readonly name: string; readonly scope: string | undefined }): string {
  return `${name.toLowerCase()}|${scope ?? ""}`;
}

function namesOf(store: WorkbookStore): WantedName[] {
  const own = store.names.map((one): WantedName => {
    const { name, scope, isHidden = false, comment = "" } = one;
    return { name, scope, text: textOfName(one), isHidden, comment };
  });
  return [...own, ...store.sheets.flatMap(printNames)];
}

function printNames({ id, name: sheet, pageLayout }: StoredSheet): WantedName[] {
  const named = (name: string, areas: readonly (string | undefined)[]) => {
    const texts = areas.flatMap((area) => (area === undefined ? [] : [`${sheetInFormula(sheet)}!${area}`]));
    return texts.length === 0
      ? []
      : [{ name, scope: id, text: texts.join(","), isHidden: false, comment: "" }];
  };
  return [
    ...named(PRINT_AREA, [pageLayout.printArea]),
    ...named(PRINT_TITLES, [pageLayout.titleColumns, pageLayout.titleRows]),
  ];
}
