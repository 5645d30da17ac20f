import { MARK_STYLES } from "../../workbook/edit";
import type { ReportCellStyle } from "../../workbook/edit";
import type { WorkbookPart } from "../package/workbookPart";
import type { PackageDraft } from "./draft";
import { argb } from "./markFormats";
import { findChild } from "./outline";
import { appendStyles, readStyles, removeLastStyles } from "./styleLists";
import type { StyleEntries } from "./styleLists";
import { ensureStylesPart } from "./stylesPart";

interface Look {
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly isUnderlined?: boolean;
  /** In points; REPORT_FONT_SIZE when left out. */
  readonly size?: number;
  readonly isWrapped: boolean;
}

/** Heading fill, grey and link blue are those of Excel's own cell styles. */
const LOOKS: Readonly<Record<ReportCellStyle, Look>> = {
  title: { isBold: true, size: 16, isWrapped: false },
  heading: { isBold: true, fill: "#D9E1F2", isWrapped: true },
  text: { isWrapped: true },
  error: { ...lookOf("error"), isWrapped: true },
  warning: { ...lookOf("warning"), isWrapped: true },
  muted: { colour: "#7F7F7F", isWrapped: false },
  link: { colour: "#0563C1", isUnderlined: true, isWrapped: true },
};
/** Of the report's text, in points; its sheet reckons row heights by it. */
const REPORT_FONT_SIZE = 11;

const STYLES = Object.keys(LOOKS) as ReportCellStyle[];

/** Built-in number format 49 is "@", text: what looks like a number or a code stays as it is when edited. */
const TEXT_FORMAT = 49;

function lookOf(severity: keyof typeof MARK_STYLES): Pick<Look, "isBold" | "colour" | "fill"> {
  const { font, fill, bold } = MARK_STYLES[severity];
  return { colour: font, fill, isBold: bold };
}

/** Adds the report's cell formats to the workbook's styles and gives their numbers. */
export function addReportStyles(
  draft: PackageDraft,
  workbook: WorkbookPart,
): Readonly<Record<ReportCellStyle, number>> {
  const part = ensureStylesPart(draft, workbook);
  let text = draft.read(part);
  const append = (list: "fonts" | "fills" | "cellXfs", entries: readonly string[]) => {
    const added = appendStyles(text, part, list, entries);
    text = added.text;
    return added.first;
  };
  const styles = readStyles(text, part);
  const fonts = append("fonts", fontEntries(styles));
  const fills = append("fills", fillEntries(styles.prefix));
  const first = append("cellXfs", formatEntries(readStyles(text, part), fonts, fills));
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
  const firstFont = styles.texts("fonts").length - fonts.length;
  const firstFill = styles.texts("fills").length - fills.length;
  const formats = formatEntries(styles, firstFont, firstFill);
  const firstFormat = styles.texts("cellXfs").length - formats.length;
  const areLast =
    endsWith(styles.texts("cellXfs"), formats) &&
    endsWith(styles.texts("fonts"), fonts) &&
    endsWith(styles.texts("fills"), fills);
  if (!areLast || areNamedByOthers(styles, firstFormat, firstFont, firstFill)) return;
  if (isCellFormatUsed(draft, workbook, firstFormat)) return;
  const shorter = removeLastStyles(text, part, "cellXfs", formats.length);
  const evenShorter = removeLastStyles(shorter, part, "fills", fills.length);
  draft.write(part, removeLastStyles(evenShorter, part, "fonts", fonts.length));
}

function fontEntries({ prefix: p, texts }: StyleEntries): string[] {
  // The workbook's own typeface, so that the report looks like its other sheets.
  const usual = texts("fonts")[0] ?? "";
  const typeface = ["name", "family", "charset", "scheme"].map(
    (tag) => new RegExp(`<(?:\\w+:)?${tag}\\s[^>]*/>`).exec(usual)?.[0] ?? "",
  );
  return STYLES.map((style) => {
    const { isBold, isUnderlined, size = REPORT_FONT_SIZE, colour }: Look = LOOKS[style];
    return (
      `<${p}font>${isBold ? `<${p}b/>` : ""}${isUnderlined ? `<${p}u/>` : ""}<${p}sz val="${size}"/>` +
      `${colour ? `<${p}color rgb="${argb(colour)}"/>` : ""}${typeface.join("")}</${p}font>`
    );
  });
}

function fillEntries(p: string): string[] {
  return STYLES.flatMap((style) => LOOKS[style].fill ?? []).map(
    (fill) =>
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
      `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
  );
}

function formatEntries({ prefix: p, root }: StyleEntries, firstFont: number, firstFill: number): string[] {
  // An index into a list that the workbook lacks would make the file damaged.
  const border = findChild(root, "borders") ? ` borderId="0"` : "";
  const parent = findChild(root, "cellStyleXfs") ? ` xfId="0"` : "";
  const withFill = STYLES.filter((style) => LOOKS[style].fill);
  return STYLES.map((style, index) => {
    const fill = LOOKS[style].fill ? firstFill + withFill.indexOf(style) : 0;
    return (
      `<${p}xf numFmtId="${TEXT_FORMAT}" fontId="${firstFont + index}" fillId="${fill}"${border}${parent} applyNumberFormat="1"` +
      ` applyFont="1" applyFill="1" applyAlignment="1">` +
      `<${p}alignment vertical="top"${LOOKS[style].isWrapped ? ` wrapText="1"` : ""}/></${p}xf>`
    );
  });
}

function endsWith(list: readonly string[], entries: readonly string[]): boolean {
  return (
    list.length >= entries.length &&
    entries.every((entry, index) => list.at(index - entries.length) === entry)
  );
}

/** True when a format that is not the report's uses one of its fonts or fills. */
function areNamedByOthers({ root }: StyleEntries, format: number, font: number, fill: number): boolean {
  const others = [
    ...(findChild(root, "cellXfs")?.children.slice(0, format) ?? []),
    ...(findChild(root, "cellStyleXfs")?.children ?? []),
  ];
  return others.some(
    ({ attributes }) =>
      Number(attributes["fontId"] ?? 0) >= font || Number(attributes["fillId"] ?? 0) >= fill,
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
