import { formatA1 } from "../../workbook/address";
import type { AddMark, MarkSeverity } from "../../workbook/edit";
import { escapeAttribute, escapeText } from "../../workbook/escapeXml";
import { spliceText } from "../xml/splice";
import type { Splice } from "../xml/splice";
import { crc32 } from "../zip/crc32";
import { marksAmong } from "./findMarks";
import type { FoundMark } from "./findMarks";
import { markFormat } from "./markFormats";
import { appendInside, closeAgain, dropElement, prefixOf, wasSelfClosing } from "./outline";
import type { OutlineElement } from "./outline";
import { findFormatsExtension, FORMATS_EXTENSION, placeForFormats, readSheetOutline } from "./sheetOutline";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
/** The part of MARK_SIGNATURE that no way of writing XML changes. */
const MARK_WORD = "gouji-mark:";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";

/**
 * A worksheet's text without some of its marks: exactly the text from before addMarks when nobody else has changed it
 * and all go. What holds other conditional formats too stays.
 */
export function removeMarks(text: string, part: string, isRemoved: (mark: FoundMark) => boolean): string {
  // Most sheets have no mark, which is found out without reading them as XML.
  if (!text.includes(MARK_WORD)) return text;
  const sheet = readSheetOutline(text, part);
  const removed = marksAmong(sheet.blocks).filter(isRemoved);
  const blocks = new Map(
    [...new Set(removed.map(({ block }) => block))].map((block) => [block.start, block]),
  );
  const rules = new Set(removed.map(({ rule }) => rule));
  const isEmptied = (start: number) => blocks.get(start)?.rules.every((rule) => rules.has(rule)) ?? false;

  const splices: Splice[] = [];
  const { list, extension, formats } = findFormatsExtension(sheet.root);
  const isExtensionEmptied =
    !!formats?.children.length && formats.children.every(({ start }) => isEmptied(start));
  if (list && extension && isExtensionEmptied) splices.push(dropExtension(text, list, extension, formats));
  for (const block of blocks.values()) {
    if (block.isExtension && isExtensionEmptied) continue;
    if (isEmptied(block.start)) splices.push({ start: block.start, end: block.end, text: "" });
    else
      for (const { start, end } of block.rules.filter((rule) => rules.has(rule)))
        splices.push({ start, end, text: "" });
  }
  return spliceText(text, splices);
}

/** Drops the outermost of these that holds nothing else. */
function dropExtension(
  text: string,
  list: OutlineElement,
  extension: OutlineElement,
  formats: OutlineElement,
): Splice {
  if (extension.children.length > 1) return dropElement(formats);
  if (list.children.length > 1) return dropElement(extension);
  return wasSelfClosing(text, list) ? (closeAgain(list)[0] as Splice) : dropElement(list);
}

/** True for a formula that refers to another sheet; exclamation marks inside its texts and sheet names do not count. */
export function refersToOtherSheet(formula: string): boolean {
  return formula
    .replace(/"[^"]*"/g, "")
    .replace(/'[^']*'/g, "")
    .includes("!");
}

/**
 * A worksheet's text with marks added, one conditional format a cell. Each rule gets a priority behind all that the
 * sheet has: where a format of the user's sets the same property, his wins, and no number of his changes.
 *
 * A formula that refers to another sheet goes into the extension list, as Excel itself writes it: in the ordinary
 * place older Excels call the file damaged. Its format stands with it; the others name one of the workbook's list.
 * @param formatIds places in the workbook's list of differential formats, for each severity of the ordinary ones
 */
export function addMarks(
  text: string,
  part: string,
  marks: readonly AddMark[],
  formatIds: ReadonlyMap<MarkSeverity, number>,
): string {
  const { root: sheet, blocks } = readSheetOutline(text, part);
  const priorities = blocks
    .flatMap(({ rules }) => rules.map((rule) => rule.priority))
    .filter(Number.isFinite);
  let priority = priorities.reduce((highest, one) => Math.max(highest, one), 0);
  const p = prefixOf(sheet);

  const plain = new Map<string, string>();
  const extended = new Map<string, string>();
  for (const mark of marks) {
    const cell = formatA1(mark.row, mark.column);
    const formula = mark.formula.replace(/^=/, "");
    priority += 1;
    if (refersToOtherSheet(formula)) {
      const rule =
        `<x14:cfRule type="expression" priority="${priority}" id="${ruleId(mark)}"><xm:f>${escapeText(formula)}</xm:f>` +
        `<x14:dxf>${markFormat(mark.severity, p)}</x14:dxf></x14:cfRule>`;
      extended.set(cell, (extended.get(cell) ?? "") + rule);
    } else {
      const rule =
        `<${p}cfRule type="expression" dxfId="${formatIds.get(mark.severity)}" priority="${priority}">` +
        `<${p}formula>${escapeText(formula)}</${p}formula></${p}cfRule>`;
      plain.set(cell, (plain.get(cell) ?? "") + rule);
    }
  }

  const place = placeForFormats(sheet);
  const plainText = [...plain]
    .map(([cell, rules]) => `<${p}conditionalFormatting sqref="${cell}">${rules}</${p}conditionalFormatting>`)
    .join("");
  return spliceText(text, [
    { start: place, end: place, text: plainText },
    ...addExtended(sheet, p, extended),
  ]);
}

function addExtended(sheet: OutlineElement, p: string, rulesByCell: ReadonlyMap<string, string>): Splice[] {
  if (rulesByCell.size === 0) return [];
  const content = [...rulesByCell]
    .map(
      ([cell, rules]) =>
        `<x14:conditionalFormatting xmlns:x14="${X14}" xmlns:xm="${XM}">${rules}<xm:sqref>${cell}</xm:sqref>` +
        `</x14:conditionalFormatting>`,
    )
    .join("");
  const { list, formats } = findFormatsExtension(sheet);
  if (formats) return appendInside(formats, content);
  const extension =
    `<${p}ext xmlns:x14="${X14}" uri="${escapeAttribute(FORMATS_EXTENSION)}">` +
    `<x14:conditionalFormattings>${content}</x14:conditionalFormattings></${p}ext>`;
  if (!list) return appendInside(sheet, `<${p}extLst>${extension}</${p}extLst>`);
  // Excel keeps the extensions of a sheet in a fixed order in which the conditional formats come first.
  return list.isSelfClosing
    ? appendInside(list, extension)
    : [{ start: list.startTagEnd, end: list.startTagEnd, text: extension }];
}

/** A GUID that depends on the mark alone, so that equal marks give equal files. */
function ruleId({ sheet, row, column, formula }: AddMark): string {
  const text = `${sheet}!${formatA1(row, column)}${formula}`;
  const digits = [0, 1, 2, 3].map((salt) => hex(crc32(new TextEncoder().encode(`${salt}${text}`)))).join("");
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}}`;
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, "0");
}
