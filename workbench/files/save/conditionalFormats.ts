import { formatRange } from "../../../src/workbook/address";
import { MARK_SIGNATURE } from "../../../src/workbook/edit";
import type { TextSpan } from "../../../src/xlsx/patch/conditionalFormats";
import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { argb } from "../../../src/xlsx/patch/markFormats";
import { prefixOf } from "../../../src/xlsx/patch/outline";
import { placeForFormats, readSheetOutline } from "../../../src/xlsx/patch/sheetOutline";
import { appendStyles, readStyles } from "../../../src/xlsx/patch/styleLists";
import { ensureStylesPart } from "../../../src/xlsx/patch/stylesPart";
import type { WorkbookPart } from "../../../src/xlsx/package/workbookPart";
import { escapeText } from "../../../src/workbook/escapeXml";
import { spliceText } from "../../../src/xlsx/xml/splice";
import type { StoredConditionalFormat, StoredSheet } from "../../host/store";
import type { WorksheetText } from "./worksheetPart";

/** Formats with a formula that are no marks of this product: those go their own way. */
function ownFormats({ conditionalFormats }: StoredSheet): StoredConditionalFormat[] {
  return conditionalFormats.filter(
    ({ type, formula }) => type === "Custom" && formula !== "" && !formula.includes(MARK_SIGNATURE),
  );
}

function cellsOf({ range, moreRanges = [] }: StoredConditionalFormat): string {
  return [range, ...moreRanges].map(formatRange).join(" ");
}

function keyOf(format: StoredConditionalFormat): string {
  const { formula, stopIfTrue, fill, fontColor, isBold } = format;
  return JSON.stringify([cellsOf(format), formula, stopIfTrue, fill, fontColor, isBold ?? false]);
}

/** True when a kind of conditional format that is known by its type alone came, went or moved. */
export function areUnknownFormatsChanged(before: StoredSheet, sheet: StoredSheet): boolean {
  const unknown = ({ conditionalFormats }: StoredSheet) =>
    conditionalFormats
      .filter(({ type, formula }) => type !== "Custom" || formula === "")
      .map((format) => `${format.type} ${cellsOf(format)}`)
      .sort();
  return JSON.stringify(unknown(before)) !== JSON.stringify(unknown(sheet));
}

/** A worksheet's text with the conditional formats that have a formula as they now are; the others stay. */
export function writeFormats(
  sheet: WorksheetText,
  before: StoredSheet,
  now: StoredSheet,
  draft: PackageDraft,
  workbook: WorkbookPart,
): string {
  const was = ownFormats(before);
  const is = ownFormats(now);
  const [wasKeys, isKeys] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))];
  const gone = was.filter((format) => !isKeys.has(keyOf(format)));
  const added = is.filter((format) => !wasKeys.has(keyOf(format)));
  const { blocks } = readSheetOutline(sheet.text, sheet.part);
  const dropped = blocks.flatMap((block): readonly TextSpan[] => {
    if (block.isExtension) return [];
    const rules = block.rules.filter((rule) =>
      gone.some(
        (format) => cellsOf(format) === normal(block.cells) && rule.formulas[0] === format.formula.slice(1),
      ),
    );
    return rules.length === block.rules.length && rules.length > 0 ? [block] : rules;
  });
  const text = spliceText(
    sheet.text,
    dropped.map(({ start, end }) => ({ start, end, text: "" })),
  );
  if (added.length === 0) return text;
  const outline = readSheetOutline(text, sheet.part);
  const p = prefixOf(outline.root);
  const priorities = outline.blocks.flatMap(({ rules }) => rules.map(({ priority }) => priority || 0));
  const first = 1 + Math.max(0, ...priorities);
  const xml = added.map((format, index) => {
    const dxf = formatEntry(format, draft, workbook);
    const look = dxf === undefined ? "" : ` dxfId="${dxf}"`;
    return (
      `<${p}conditionalFormatting sqref="${cellsOf(format)}"><${p}cfRule type="expression"${look}` +
      ` priority="${first + index}"${format.stopIfTrue ? ` stopIfTrue="1"` : ""}>` +
      `<${p}formula>${escapeText(format.formula.slice(1))}</${p}formula></${p}cfRule></${p}conditionalFormatting>`
    );
  });
  const place = placeForFormats(outline.root);
  return spliceText(text, [{ start: place, end: place, text: xml.join("") }]);
}

function normal(cells: string): string {
  return cells.trim().split(/\s+/).join(" ").replaceAll("$", "");
}

/** The place of a look among the workbook's differential formats; undefined for one that changes nothing. */
function formatEntry(
  { fill, fontColor, isBold }: StoredConditionalFormat,
  draft: PackageDraft,
  workbook: WorkbookPart,
): number | undefined {
  if (fill === undefined && fontColor === undefined && !isBold) return undefined;
  const part = ensureStylesPart(draft, workbook);
  const text = draft.read(part);
  const { prefix: p, texts } = readStyles(text, part);
  const bold = isBold ? `<${p}b/>` : "";
  const color = fontColor === undefined ? "" : `<${p}color rgb="${argb(fontColor)}"/>`;
  const font = bold + color === "" ? "" : `<${p}font>${bold}${color}</${p}font>`;
  const filled =
    fill === undefined
      ? ""
      : `<${p}fill><${p}patternFill patternType="solid"><${p}bgColor rgb="${argb(fill)}"/></${p}patternFill></${p}fill>`;
  const entry = `<${p}dxf>${font}${filled}</${p}dxf>`;
  const known = texts("dxfs").indexOf(entry);
  if (known >= 0) return known;
  const added = appendStyles(text, part, "dxfs", [entry]);
  draft.write(part, added.text);
  return added.first;
}
