import { dropCalculationOrder } from "../../../src/xlsx/patch/cells/recalculation";
import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { findChild, prefixOf, readOutline } from "../../../src/xlsx/patch/outline";
import type { OutlineElement } from "../../../src/xlsx/patch/outline";
import {
  addPart,
  dialectOf,
  freePartName,
  freeRelationshipId,
  removePart,
} from "../../../src/xlsx/patch/partLists";
import { folderOf } from "../../../src/xlsx/package/partNames";
import { readWorkbookPart } from "../../../src/xlsx/package/workbookPart";
import type { SheetEntry } from "../../../src/xlsx/package/workbookPart";
import { encodeExcelString } from "../../../src/xlsx/xml/excelString";
import { escapeAttribute } from "../../../src/workbook/escapeXml";
import { spliceText } from "../../../src/xlsx/xml/splice";
import type { StoredSheet, WorkbookStore } from "../../host/store";
import { setAttributes, withAttributes } from "./worksheetPart";

/** Where a sheet of the file is now: undefined when it was removed. Places count from 0. */
export type MovedTo = (position: number) => number | undefined;

interface Listed {
  /** The sheet of the file, and its element in the list. */
  readonly entry?: { readonly sheet: SheetEntry; readonly element: OutlineElement };
  /** The sheet of the workbench; none for one that it does not show (a chart sheet). */
  readonly now?: StoredSheet;
  readonly before?: StoredSheet;
}

/**
 * Gives the list of sheets of a file the sheets, names, order and visibility of the workbench: removed sheets go with
 * their parts, new ones are blank. Sheets that the workbench does not show stay behind the one they stood behind.
 * @param before the store that opening the file gives; sheets are known again by their ids
 */
export function arrangeSheets(draft: PackageDraft, before: WorkbookStore, now: WorkbookStore): MovedTo {
  const workbook = readWorkbookPart(draft.file);
  const text = draft.read(workbook.part);
  const root = readOutline(text, workbook.part, 2);
  const list = findChild(root, "sheets");
  if (!list) throw new RangeError("the workbook has no list of sheets");
  const elements = list.children.filter(({ tag }) => tag === "sheet");
  const entries = workbook.sheets.map((sheet, index): Listed => {
    const element = elements[index] as OutlineElement;
    const known = sheet.isWorksheet ? before.sheets.find(({ name }) => name === sheet.name) : undefined;
    const still = known && now.sheets.find(({ id }) => id === known.id);
    return { entry: { sheet, element }, ...(known && { before: known }), ...(still && { now: still }) };
  });
  const kept = entries.filter((one) => !one.before || one.now);
  const listed = inOrder(kept, now.sheets);
  const movedTo: MovedTo = (position) => {
    const place = listed.findIndex(({ entry }) => entry?.sheet.position === position);
    return place < 0 ? undefined : place;
  };
  const isSame =
    listed.length === entries.length &&
    listed.every(
      ({ entry, now: sheet, before: was }, index) =>
        entry?.sheet.position === index && sheet?.name === was?.name && sheet?.visibility === was?.visibility,
    );
  if (isSame) return movedTo;

  const { main, relationships } = dialectOf(draft, workbook.part);
  const r = list.scope.prefixOf(relationships);
  let sheetId = Math.max(0, ...elements.map(({ attributes }) => Number(attributes["sheetId"]) || 0));
  const written = listed.map(({ entry, now: sheet, before: was }) => {
    if (entry) {
      const tag = text.slice(entry.element.start, entry.element.end);
      if (!sheet || !was) return tag;
      return withAttributes(tag, {
        ...(sheet.name !== was.name && { name: escapeAttribute(encodeExcelString(sheet.name)) }),
        ...(sheet.visibility !== was.visibility && { state: stateOf(sheet) }),
      });
    }
    const part = freePartName(
      draft,
      `${folderOf(workbook.part)}worksheets/sheet`,
      workbook.sheets.length + 1,
    );
    const id = freeRelationshipId(draft, workbook.part, "rIdGoujiSheet");
    addPart(draft, workbook.part, { part, kind: "worksheet", id, text: blankSheet(main) });
    const binding = r === undefined ? { "xmlns:r": relationships } : {};
    return withAttributes(`<${prefixOf(list)}sheet/>`, {
      [`${r ?? "r"}:id`]: id,
      ...binding,
      state: sheet && stateOf(sheet),
      sheetId: String(++sheetId),
      name: escapeAttribute(encodeExcelString(sheet?.name ?? "")),
    });
  });
  const isGone = ({ before: was, now: sheet }: Listed) => was !== undefined && sheet === undefined;
  for (const { entry } of entries.filter(isGone)) {
    const id = entry?.element.scope.attribute(entry.element.attributes, "r:id");
    if (entry && id !== undefined) removePart(draft, workbook.part, entry.sheet.part, id);
  }
  // The order of calculation names sheets.
  if (entries.some(isGone)) dropCalculationOrder(draft, workbook);
  draft.write(
    workbook.part,
    spliceText(text, [
      { start: list.startTagEnd, end: list.endTagStart, text: written.join("") },
      ...moveViews(text, root, listed, movedTo),
    ]),
  );
  return movedTo;
}

function stateOf({ visibility }: StoredSheet): string | undefined {
  return { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" }[visibility];
}

function blankSheet(main: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    `<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<sheetData/></worksheet>`
  );
}

/** The sheets in the order of the workbench; one that it does not show stays behind its neighbour of the file. */
function inOrder(kept: readonly Listed[], sheets: readonly StoredSheet[]): Listed[] {
  const order: Listed[] = sheets.map(
    (sheet) => kept.find(({ now }) => now?.id === sheet.id) ?? { now: sheet },
  );
  kept.forEach((one, index) => {
    if (one.now) return;
    const neighbour = kept[index - 1];
    order.splice(neighbour ? order.indexOf(neighbour) + 1 : 0, 0, one);
  });
  return order;
}

/** The sheet in front and the first tab in sight are counted by place. */
function moveViews(text: string, root: OutlineElement, listed: readonly Listed[], movedTo: MovedTo) {
  const firstVisible = listed.findIndex(({ now, entry }) =>
    now ? now.visibility === "Visible" : entry?.sheet.isHidden === false,
  );
  return (findChild(root, "bookViews")?.children ?? []).map((view) => {
    const place = (name: string) => {
      const was = view.attributes[name];
      return was === undefined ? {} : { [name]: String(movedTo(Number(was)) ?? Math.max(firstVisible, 0)) };
    };
    return setAttributes(text, view, { ...place("activeTab"), ...place("firstSheet") });
  });
}
