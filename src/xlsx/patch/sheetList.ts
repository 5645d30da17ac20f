import { spliceText } from "../xml/splice";
import type { Splice } from "../xml/splice";
import { changeAttribute, dropElement, findChild, readOutline } from "./outline";
import type { OutlineElement } from "./outline";

/**
 * The workbook part without one sheet. Defined names that belong to the sheet go with it; those of later sheets, the
 * active tab and the first visible tab, which are counted by place, follow.
 * @param position the sheet's place in tab order, counted from 0
 * @returns the new text and the id of the sheet's relationship
 */
export function removeSheetFromList(
  text: string,
  part: string,
  position: number,
): { readonly text: string; readonly id: string | undefined } {
  const root = readOutline(text, part, 2);
  const sheets = findChild(root, "sheets")?.children.filter(({ tag }) => tag === "sheet") ?? [];
  const sheet = sheets[position];
  if (!sheet) return { text, id: undefined };
  const splices = [
    dropElement(sheet),
    ...renumberNames(text, root, position),
    ...renumberViews(text, root, position, sheets),
  ];
  return { text: spliceText(text, splices), id: sheet.scope.attribute(sheet.attributes, "r:id") };
}

function renumberNames(text: string, root: OutlineElement, position: number): Splice[] {
  const list = findChild(root, "definedNames");
  if (!list) return [];
  const isOfSheet = ({ attributes }: OutlineElement) => attributes["localSheetId"] === String(position);
  if (list.children.length > 0 && list.children.every(isOfSheet)) return [dropElement(list)];
  return list.children.flatMap((name) => {
    if (isOfSheet(name)) return [dropElement(name)];
    const place = Number(name.attributes["localSheetId"] ?? -1);
    return place > position ? changeAttribute(text, name, "localSheetId", String(place - 1)) : [];
  });
}

function renumberViews(
  text: string,
  root: OutlineElement,
  position: number,
  sheets: readonly OutlineElement[],
): Splice[] {
  const views = findChild(root, "bookViews")?.children ?? [];
  return views.flatMap((view) => {
    const active = Number(view.attributes["activeTab"] ?? 0);
    const first = Number(view.attributes["firstSheet"] ?? 0);
    const next = active === position ? nearestVisible(sheets, position) : active;
    return [
      ...(next === active && active < position ? [] : changeTab(text, view, "activeTab", next, position)),
      ...(first < position ? [] : changeTab(text, view, "firstSheet", first, position)),
    ];
  });
}

/** Writes a tab's place as it is once the sheet at `removed` has gone. */
function changeTab(
  text: string,
  view: OutlineElement,
  name: string,
  place: number,
  removed: number,
): Splice[] {
  return changeAttribute(
    text,
    view,
    name,
    String(Math.max(0, place >= removed && place > 0 ? place - 1 : place)),
  );
}

/** The visible sheet before a place, or else the one behind it. */
function nearestVisible(sheets: readonly OutlineElement[], position: number): number {
  const isVisible = ({ attributes }: OutlineElement) => (attributes["state"] ?? "visible") === "visible";
  const before = sheets.findLastIndex((sheet, index) => index < position && isVisible(sheet));
  return before >= 0 ? before : sheets.findIndex((sheet, index) => index > position && isVisible(sheet));
}
