import type { ReportCellStyle } from "../../workbook/edit";
import { REPORT_LINE, REPORT_LOOKS } from "../../workbook/reportLooks";
import type { WorkbookPart } from "../package/workbookPart";
import type { PackageDraft } from "./draft";
import { argb } from "./markFormats";
import { findChild } from "./outline";
import { appendStyles, readStyles, removeLastStyles } from "./styleLists";
import type { StyleEntries, StyleList } from "./styleLists";
import { ensureStylesPart } from "./stylesPart";

/** Of the report's text, in points; its sheet reckons row heights by it. */
const REPORT_FONT_SIZE = 11;

const STYLES = Object.keys(REPORT_LOOKS) as ReportCellStyle[];

/** Built-in number format 49 is "@", text: what looks like a number or a code stays as it is when edited. */
const TEXT_FORMAT = 49;

/** Adds the report's cell formats to the workbook's styles and gives their numbers. */
export function addReportStyles(
  draft: PackageDraft,
  workbook: WorkbookPart,
): Readonly<Record<ReportCellStyle, number>> {
  const part = ensureStylesPart(draft, workbook);
  let text = draft.read(part);
  const append = (list: StyleList, entries: readonly string[]) => {
    const added = appendStyles(text, part, list, entries);
    text = added.text;
    return added.first;
  };
  const styles = readStyles(text, part);
  const fonts = append("fonts", fontEntries(styles));
  const fills = append("fills", fillEntries(styles.prefix));
  const border = append("borders", [borderEntry(styles.prefix)]);
  const first = append("cellXfs", formatEntries(readStyles(text, part), { fonts, fills, border }));
  draft.write(part, text);
  return Object.fromEntries(STYLES.map((style, index) => [style, first + index])) as Record<
    ReportCellStyle,
    number
  >;
}

/**
 * Takes the report's cell formats off the ends of the workbook's lists. They stay when anything has been added behind
 * them, or a cell of a remaining sheet uses one, since then numbers of others would change.
 */
export function removeReportStyles(draft: PackageDraft, workbook: WorkbookPart): void {
  const part = workbook.stylesPart;
  if (part === undefined || !draft.has(part)) return;
  const text = draft.read(part);
  const styles = readStyles(text, part);
  const fonts = fontEntries(styles);
  const fills = fillEntries(styles.prefix);
  const borders = [borderEntry(styles.prefix)];
  const firsts = {
    fonts: styles.texts("fonts").length - fonts.length,
    fills: styles.texts("fills").length - fills.length,
    border: styles.texts("borders").length - borders.length,
  };
  const formats = formatEntries(styles, firsts);
  const firstFormat = styles.texts("cellXfs").length - formats.length;
  const areLast =
    endsWith(styles.texts("cellXfs"), formats) &&
    endsWith(styles.texts("fonts"), fonts) &&
    endsWith(styles.texts("fills"), fills) &&
    endsWith(styles.texts("borders"), borders);
  if (!areLast || areNamedByOthers(styles, firstFormat, firsts)) return;
  if (isCellFormatUsed(draft, workbook, firstFormat)) return;
  const shorter = removeLastStyles(text, part, "cellXfs", formats.length);
  const withoutBorders = removeLastStyles(shorter, part, "borders", borders.length);
  const withoutFills = removeLastStyles(withoutBorders, part, "fills", fills.length);
  draft.write(part, removeLastStyles(withoutFills, part, "fonts", fonts.length));
}

function fontEntries({ prefix: p, texts }: StyleEntries): string[] {
  // The workbook's own typeface, so that the report looks like its other sheets.
  const usual = texts("fonts")[0] ?? "";
  const typeface = ["name", "family", "charset", "scheme"].map(
    (tag) => new RegExp(`<(?:\\w+:)?${tag}\\s[^>]*/>`).exec(usual)?.[0] ?? "",
  );
  return STYLES.map((style) => {
    const { isBold, isUnderlined, size = REPORT_FONT_SIZE, color } = REPORT_LOOKS[style];
    return (
      `<${p}font>${isBold ? `<${p}b/>` : ""}${isUnderlined ? `<${p}u/>` : ""}<${p}sz val="${size}"/>` +
      `${color ? `<${p}color rgb="${argb(color)}"/>` : ""}${typeface.join("")}</${p}font>`
    );
  });
}

function fillEntries(p: string): string[] {
  return STYLES.flatMap((style) => REPORT_LOOKS[style].fill ?? []).map(
    (fill) =>
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
      `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
  );
}

/** Thin lines on all sides. */
function borderEntry(p: string): string {
  const sides = ["left", "right", "top", "bottom"].map(
    (side) => `<${p}${side} style="thin"><${p}color rgb="${argb(REPORT_LINE)}"/></${p}${side}>`,
  );
  return `<${p}border>${sides.join("")}<${p}diagonal/></${p}border>`;
}

/** Where the report's own entries begin in the lists of the workbook. */
interface FirstEntries {
  readonly fonts: number;
  readonly fills: number;
  readonly border: number;
}

function formatEntries({ prefix: p, root }: StyleEntries, { fonts, fills, border }: FirstEntries): string[] {
  // An index into a list that the workbook lacks would make the file damaged.
  const parent = findChild(root, "cellStyleXfs") ? ` xfId="0"` : "";
  const withFill = STYLES.filter((style) => REPORT_LOOKS[style].fill);
  return STYLES.map((style, index) => {
    const { fill, isWrapped, hasBorders } = REPORT_LOOKS[style];
    return (
      `<${p}xf numFmtId="${TEXT_FORMAT}" fontId="${fonts + index}"` +
      ` fillId="${fill ? fills + withFill.indexOf(style) : 0}" borderId="${hasBorders ? border : 0}"${parent}` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<${p}alignment vertical="top"${isWrapped ? ` wrapText="1"` : ""}/></${p}xf>`
    );
  });
}

function endsWith(list: readonly string[], entries: readonly string[]): boolean {
  return (
    list.length >= entries.length &&
    entries.every((entry, index) => list.at(index - entries.length) === entry)
  );
}

/** True when a format that is not the report's uses one of its fonts, fills or lines. */
function areNamedByOthers({ root }: StyleEntries, format: number, firsts: FirstEntries): boolean {
  const others = [
    ...(findChild(root, "cellXfs")?.children.slice(0, format) ?? []),
    ...(findChild(root, "cellStyleXfs")?.children ?? []),
  ];
  return others.some(
    ({ attributes }) =>
      Number(attributes["fontId"] ?? 0) >= firsts.fonts ||
      Number(attributes["fillId"] ?? 0) >= firsts.fills ||
      Number(attributes["borderId"] ?? 0) >= firsts.border,
  );
}

function isCellFormatUsed(draft: PackageDraft, { sheets }: WorkbookPart, first: number): boolean {
  for (const { part } of sheets) {
    if (!draft.has(part)) continue;
    for (const match of draft.matches(part, /\s(?:s|style)\s*=\s*["'](\d+)["']/g)) {
      if (Number(match[1]) >= first) return true;
    }
  }
  return false;
}
