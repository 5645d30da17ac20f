import { findChild, readOutline } from "../../../src/xlsx/patch/outline";
import type { OutlineElement } from "../../../src/xlsx/patch/outline";
import type { PackageDraft } from "../../../src/xlsx/patch/draft";
import { argb } from "../../../src/xlsx/patch/markFormats";
import type { StyleList } from "../../../src/xlsx/patch/styleLists";
import { appendStyles, readStyles } from "../../../src/xlsx/patch/styleLists";
import { ensureStylesPart } from "../../../src/xlsx/patch/stylesPart";
import type { WorkbookPart } from "../../../src/xlsx/package/workbookPart";
import { CellFormats } from "../../../src/xlsx/patch/cells/cellFormats";
import { escapeAttribute } from "../../../src/workbook/escapeXml";
import type { BorderSide, StoredCell } from "../../host/store";
import { withAttributes } from "./worksheetPart";

/** How a cell looks: all of it but what stands in it and where it leads. */
export type CellLook = Omit<StoredCell, "value" | "formula" | "hyperlink">;

export type LookProperty = keyof CellLook;

/** Order of the properties of a font. Source: ECMA-376 part 1, 18.8.22, as Excel insists on it. */
const FONT_ORDER =
  "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");
const SIDES: readonly BorderSide[] = ["left", "right", "top", "bottom"];
const BORDER_ORDER = ["start", "end", ...SIDES, "diagonal", "vertical", "horizontal"];

const FONT: readonly LookProperty[] = [
  "isBold",
  "isItalic",
  "isStruckOut",
  "isUnderlined",
  "fontSize",
  "fontColor",
  "fontName",
];
const ALIGNMENT: readonly LookProperty[] = ["horizontal", "vertical", "isWrapped", "indent"];

/**
 * Gives cells of a file another look: the cell format they have with some properties changed. What of a format is not
 * known here (rotated text, patterns, diagonal lines) stays as long as its own part of the format is not changed.
 */
export class CellStyles {
  private readonly made = new Map<string, number>();
  private readonly formats: CellFormats;

  constructor(
    private readonly draft: PackageDraft,
    private readonly workbook: WorkbookPart,
  ) {
    this.formats = new CellFormats(draft, workbook);
  }

  /**
   * The place among the workbook's cell formats of the one at `style` with the named properties as `look` has them.
   * @param style undefined: the workbook's usual format
   */
  with(style: number | undefined, look: CellLook, properties: readonly LookProperty[]): number {
    const wanted = Object.fromEntries(properties.map((name) => [name, look[name] ?? null]));
    const key = `${style ?? 0} ${JSON.stringify(wanted)}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const numbered = properties.includes("numberFormat")
      ? this.formats.withNumberFormat(style, look.numberFormat)
      : style;
    const place = this.shaped(numbered ?? 0, look, new Set(properties));
    this.made.set(key, place);
    return place;
  }

  private shaped(style: number, look: CellLook, changed: ReadonlySet<LookProperty>): number {
    const part = ensureStylesPart(this.draft, this.workbook);
    const has = (names: readonly LookProperty[]) => names.some((name) => changed.has(name));
    const isShaped = has(FONT) || has(ALIGNMENT) || has(["fill", "borders", "isLocked"]);
    if (!isShaped) return style;
    const text = this.draft.read(part);
    const root = readOutline(text, part, 4);
    const { prefix: p } = readStyles(text, part);
    const entries = (list: StyleList) => findChild(root, list)?.children ?? [];
    const xf = entries("cellXfs")[style];
    const entry = (list: StyleList, attribute: string) =>
      entries(list)[Number(xf?.attributes[attribute] ?? 0)];
    const usual = entries("fonts")[0];
    const attributes: Record<string, string> = {};
    if (has(FONT)) {
      const font = fontXml(text, p, entry("fonts", "fontId"), usual, look, changed);
      Object.assign(attributes, { fontId: this.add(part, "fonts", font), applyFont: "1" });
    }
    if (changed.has("fill")) {
      const fill = look.fill === undefined ? "0" : this.add(part, "fills", fillXml(p, look.fill));
      Object.assign(attributes, { fillId: fill, applyFill: "1" });
    }
    if (changed.has("borders")) {
      const border = borderXml(text, p, entry("borders", "borderId"), look);
      Object.assign(attributes, { borderId: this.add(part, "borders", border), applyBorder: "1" });
    }
    if (has(ALIGNMENT)) attributes["applyAlignment"] = "1";
    if (changed.has("isLocked")) attributes["applyProtection"] = "1";
    const tag = xf ? text.slice(xf.start, xf.startTagEnd) : `<${p}xf>`;
    const opened = withAttributes(tag, attributes).replace(/\s*\/?>$/, ">");
    const alignment = has(ALIGNMENT)
      ? alignmentXml(text, p, findChild(xf, "alignment"), look, changed)
      : textOf(text, findChild(xf, "alignment"));
    const protection = changed.has("isLocked")
      ? look.isLocked === false
        ? `<${p}protection locked="0"/>`
        : ""
      : textOf(text, findChild(xf, "protection"));
    const rest = (xf?.children ?? []).filter(
      ({ tag: name }) => name !== "alignment" && name !== "protection",
    );
    const inside = alignment + protection + rest.map((one) => textOf(text, one)).join("");
    return Number(this.add(part, "cellXfs", `${opened}${inside}</${p}xf>`));
  }

  /** The place of an entry in a list of the styles, where it is put unless it stands there. */
  private add(part: string, list: StyleList, entry: string): string {
    const text = this.draft.read(part);
    const known = readStyles(text, part).texts(list).indexOf(entry);
    if (known >= 0) return String(known);
    const added = appendStyles(text, part, list, [entry]);
    this.draft.write(part, added.text);
    return String(added.first);
  }
}

function textOf(text: string, element: OutlineElement | undefined): string {
  return element ? text.slice(element.start, element.end) : "";
}

function childrenOf(text: string, element: OutlineElement | undefined): Map<string, string> {
  return new Map((element?.children ?? []).map((child) => [child.tag, textOf(text, child)]));
}

function fontXml(
  text: string,
  p: string,
  font: OutlineElement | undefined,
  usual: OutlineElement | undefined,
  look: CellLook,
  changed: ReadonlySet<LookProperty>,
): string {
  const parts = childrenOf(text, font);
  const standard = childrenOf(text, usual);
  const set = (tag: string, xml: string | undefined) => (xml ? parts.set(tag, xml) : parts.delete(tag));
  const flag = (name: LookProperty, tag: string) =>
    changed.has(name) && set(tag, look[name] === true ? `<${p}${tag}/>` : undefined);
  flag("isBold", "b");
  flag("isItalic", "i");
  flag("isStruckOut", "strike");
  flag("isUnderlined", "u");
  if (changed.has("fontSize"))
    set("sz", look.fontSize === undefined ? standard.get("sz") : `<${p}sz val="${look.fontSize}"/>`);
  if (changed.has("fontColor"))
    set(
      "color",
      look.fontColor === undefined ? standard.get("color") : `<${p}color rgb="${argb(look.fontColor)}"/>`,
    );
  if (changed.has("fontName")) {
    for (const tag of ["family", "charset", "scheme"])
      set(tag, look.fontName === undefined ? standard.get(tag) : undefined);
    set(
      "name",
      look.fontName === undefined
        ? standard.get("name")
        : `<${p}name val="${escapeAttribute(look.fontName)}"/>`,
    );
  }
  return `<${p}font>${inOrder(parts, FONT_ORDER)}</${p}font>`;
}

function inOrder(parts: ReadonlyMap<string, string>, order: readonly string[]): string {
  return [...parts]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([, xml]) => xml)
    .join("");
}

function fillXml(p: string, fill: string): string {
  return (
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
    `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  );
}

function borderXml(
  text: string,
  p: string,
  border: OutlineElement | undefined,
  { borders }: CellLook,
): string {
  const parts = childrenOf(text, border);
  for (const side of SIDES) {
    const line = borders?.[side];
    parts.set(
      side,
      line
        ? `<${p}${side} style="${line.style}"><${p}color rgb="${argb(line.color)}"/></${p}${side}>`
        : `<${p}${side}/>`,
    );
  }
  return `<${p}border>${inOrder(parts, BORDER_ORDER)}</${p}border>`;
}

function alignmentXml(
  text: string,
  p: string,
  alignment: OutlineElement | undefined,
  look: CellLook,
  changed: ReadonlySet<LookProperty>,
): string {
  const attributes: Record<string, string | undefined> = {};
  if (changed.has("horizontal")) attributes["horizontal"] = look.horizontal;
  if (changed.has("vertical")) attributes["vertical"] = look.vertical;
  if (changed.has("isWrapped")) attributes["wrapText"] = look.isWrapped ? "1" : undefined;
  if (changed.has("indent")) attributes["indent"] = look.indent ? String(look.indent) : undefined;
  return withAttributes(textOf(text, alignment) || `<${p}alignment/>`, attributes);
}
