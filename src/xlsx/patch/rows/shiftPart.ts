import { formatA1, formatRange, parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { RowEdit } from "../../../workbook/edit";
import { rowShift, shiftedRow } from "../../../workbook/formula/rowShift";
import { moveFormula, shiftFormula, shiftRange } from "../../../workbook/formula/shift";
import { escapeText } from "../../../workbook/escapeXml";
import { scanXml } from "../../xml/scanXml";
import type { XmlElement, XmlEnd } from "../../xml/scanXml";
import { spliceText } from "../../xml/splice";
import type { Splice } from "../../xml/splice";
import { changeAttribute } from "../outline";
import type { PlaceKind, PlaceRules } from "./placeRules";

/** Elements that stay although everything in them went. */
const KEPT_EMPTY = new Set(["sheetData", "row", "worksheet", "commentList", "comments", "c", "workbook"]);

interface Frame {
  readonly element: XmlElement;
  /** Of its children: how many there were, how many are gone. */
  children: number;
  gone: number;
  isGone: boolean;
  words: string;
  /** Rows by which the first cell of its ranges moved up because cells above went: its formulas are read from there. */
  step: number;
}

/**
 * A part's text once rows have come or gone in a sheet: places, ranges and formulas follow, elements about cells that are
 * gone go. What does not speak of those rows keeps its letters.
 * @param sheet the sheet on which the part's formulas stand; "" for none
 */
export function shiftPart(
  text: string,
  part: string,
  rules: PlaceRules,
  edit: RowEdit,
  sheet: string,
): string {
  const shift = rowShift(edit);
  let splices: Splice[] = [];
  const open: Frame[] = [];
  const drop = (frame: Frame, end: number) => {
    const { start } = frame.element;
    splices = splices.filter((splice) => splice.start < start);
    splices.push({ start, end, text: "" });
    const parent = open.at(-1);
    if (parent) parent.gone += 1;
  };
  const retext = (frame: Frame, end: XmlEnd, words: string) => {
    if (frame.children === 0 && words !== frame.words)
      splices.push({ start: frame.element.startTagEnd, end: end.endTagStart, text: escapeText(words) });
  };
  scanXml(text, part, {
    open(element) {
      const parent = open.at(-1);
      if (parent) parent.children += 1;
      const frame: Frame = {
        element,
        children: 0,
        gone: 0,
        isGone: false,
        words: "",
        step: parent?.step ?? 0,
      };
      open.push(frame);
      for (const [name, kind] of Object.entries(rules.places[element.tag] ?? {})) {
        const before = element.attributes[name];
        if (before === undefined) continue;
        if (kind === "ranges") frame.step = stepOf(before, edit);
        const after = shiftedPlace(before, kind, edit);
        if (after === undefined) frame.isGone = true;
        else if (after !== before) splices.push(...changeAttribute(text, outlined(element), name, after));
      }
      if (element.tag === "brk" && parent?.element.tag === "rowBreaks")
        shiftBreak(text, frame, edit, splices);
    },
    text(words) {
      const frame = open.at(-1);
      if (frame) frame.words += words;
    },
    close(element, end) {
      const frame = open.pop() as Frame;
      const isEmptied = frame.gone > 0 && frame.gone === frame.children && !KEPT_EMPTY.has(element.tag);
      if (frame.isGone || isEmptied) {
        drop(frame, end.end);
        return;
      }
      if (rules.formulas.has(element.tag) && frame.words !== "") {
        retext(frame, end, shiftFormula(moveFormula(frame.words, frame.step, 0), sheet, shift));
      } else if (rules.rangeTexts.has(element.tag)) {
        const ranges = shiftedPlace(frame.words.trim(), "ranges", edit);
        const parent = open.at(-1);
        if (ranges === undefined && parent) parent.isGone = true;
        else if (ranges !== undefined && ranges !== frame.words.trim()) retext(frame, end, ranges);
      } else if (rules.rowTexts.has(element.tag) && /^\d+$/.test(frame.words)) {
        retext(frame, end, String(shiftedRow(Number(frame.words), edit) ?? edit.row));
      }
      if (frame.gone > 0) recount(text, frame, splices);
    },
  });
  return spliceText(text, splices);
}

/** A place once rows have come or gone; undefined when its cells are gone. */
function shiftedPlace(before: string, kind: PlaceKind, edit: RowEdit): string | undefined {
  switch (kind) {
    case "row": {
      const row = shiftedRow(Number(before) - 1, edit);
      return row === undefined ? undefined : String(row + 1);
    }
    case "cell": {
      const range = parseRange(before);
      return range ? formatA1(shiftedRow(range.firstRow, edit) ?? edit.row, range.firstColumn) : before;
    }
    case "range":
      return shiftedRange(before, edit);
    case "ranges": {
      const left = before
        .split(/\s+/)
        .filter((one) => one !== "")
        .flatMap((one) => shiftedRange(one, edit) ?? []);
      return left.length > 0 ? left.join(" ") : undefined;
    }
  }
}

/** What cannot be read as a range (whole columns) speaks of no row. */
function shiftedRange(before: string, edit: RowEdit): string | undefined {
  const range = parseRange(before);
  if (!range) return before;
  const after = shiftRange(range, rowShift(edit));
  if (after === range) return before;
  return after && formatRange(after);
}

/** Formats and rules are read from the first cell of their first range; when it goes, from the next that stays. */
function stepOf(ranges: string, edit: RowEdit): number {
  const first: CellRange | undefined = parseRange(ranges.trim().split(/\s+/)[0] ?? "");
  if (!first || edit.kind === "insertRows") return 0;
  const end = edit.row + edit.count;
  const isCut = first.firstRow >= edit.row && first.firstRow < end && first.lastRow >= end;
  return isCut ? end - first.firstRow : 0;
}

/** A page break stands below the row whose number it carries, counted from 1. */
function shiftBreak(text: string, frame: Frame, edit: RowEdit, splices: Splice[]): void {
  const { element } = frame;
  const id = Number(element.attributes["id"]);
  const below = shiftedRow(id, edit);
  if (below === undefined) frame.isGone = true;
  else if (below !== id) splices.push(...changeAttribute(text, outlined(element), "id", String(below)));
}

/** Lists that say how many entries they have. */
function recount(text: string, { element, children, gone }: Frame, splices: Splice[]): void {
  for (const name of ["count", "manualBreakCount"]) {
    const before = Number(element.attributes[name]);
    if (before === children)
      splices.push(...changeAttribute(text, outlined(element), name, String(children - gone)));
  }
}

/** As the functions of outline.ts take an element; none of them looks inside. */
function outlined(element: XmlElement) {
  return element as Parameters<typeof changeAttribute>[1];
}
