import { SHEET_STYLES, USUAL_SIZE } from "../../workbook/sheetDesign";
import type { DesignCell, SheetCellLook, SheetDesign } from "../../workbook/sheetDesign";
import type { WorkbookPart } from "../package/workbookPart";
import type { PackageDraft } from "../patch/draft";
import { argb } from "../patch/markFormats";
import { findChild } from "../patch/outline";
import { appendStyles, readStyles } from "../patch/styleLists";
import { ensureStylesPart } from "../patch/stylesPart";

/** Built-in number formats. Source: ECMA-376 part 1, 18.8.30. */
const NUMBER_FORMATS: Readonly<Record<SheetCellLook["numberFormat"], number>> = {
  General: 0,
  "#,##0": 3,
  "#,##0.00": 4,
  "@": 49,
};

const SIDES = ["left", "right", "top", "bottom"];

/** The number of the cell format that a cell of a design has in the file. */
export type FormatOf = (cell: Pick<DesignCell, "style" | "indent">) => number;

/** Adds the cell formats that designs use to the workbook's styles. */
export function addDesignStyles(
  draft: PackageDraft,
  workbook: WorkbookPart,
  designs: readonly SheetDesign[],
): FormatOf {
  const part = ensureStylesPart(draft, workbook);
  const looks = new Map<string, { look: SheetCellLook; indent: number }>();
  for (const { style, indent = 0 } of designs.flatMap(({ cells }) => cells))
    looks.set(keyOf(style, indent), { look: SHEET_STYLES[style], indent });
  let text = draft.read(part);
  const append = (list: Parameters<typeof appendStyles>[2], entries: readonly string[]) => {
    const added = appendStyles(text, part, list, entries);
    text = added.text;
    return added.first;
  };
  const { prefix: p, texts, root } = readStyles(text, part);
  const typeface = typefaceOf(texts("fonts")[0] ?? "");
  const all = [...looks.values()];
  const fonts = new Entries(all.map(({ look }) => fontXml(p, look, typeface)));
  const fills = new Entries(all.flatMap(({ look }) => (look.fill ? fillXml(p, look.fill) : [])));
  const firstFont = append("fonts", fonts.list);
  const firstFill = fills.list.length > 0 ? append("fills", fills.list) : 0;
  const border = append("borders", [borderXml(p)]);
  const parent = findChild(root, "cellStyleXfs") ? ` xfId="0"` : "";
  const formats = all.map(({ look, indent }) => {
    const font = firstFont + fonts.placeOf(fontXml(p, look, typeface));
    const fill = look.fill ? firstFill + fills.placeOf(fillXml(p, look.fill)) : 0;
    return (
      `<${p}xf numFmtId="${NUMBER_FORMATS[look.numberFormat]}" fontId="${font}" fillId="${fill}"` +
      ` borderId="${look.hasBorders ? border : 0}"${parent} applyNumberFormat="1" applyFont="1" applyFill="1"` +
      ` applyBorder="1" applyAlignment="1"><${p}alignment horizontal="${look.horizontal}" vertical="center"` +
      `${look.isWrapped ? ` wrapText="1"` : ""}${indent > 0 ? ` indent="${indent}"` : ""}/></${p}xf>`
    );
  });
  const first = append("cellXfs", formats);
  draft.write(part, text);
  const places = new Map([...looks.keys()].map((key, index) => [key, first + index]));
  return ({ style, indent = 0 }) => places.get(keyOf(style, indent)) ?? 0;
}

function keyOf(style: string, indent: number): string {
  return `${style}|${indent}`;
}

/** Entries of a list, each once. */
class Entries {
  readonly list: readonly string[];

  constructor(entries: readonly string[]) {
    this.list = [...new Set(entries)];
  }

  placeOf(entry: string): number {
    return this.list.indexOf(entry);
  }
}

/** The workbook's own typeface, so that new sheets look like its others. */
function typefaceOf(font: string): string {
  return ["name", "family", "charset", "scheme"]
    .map((tag) => new RegExp(`<(?:\\w+:)?${tag}\\s[^>]*/>`).exec(font)?.[0] ?? "")
    .join("");
}

function fontXml(p: string, { isBold, size = USUAL_SIZE, color }: SheetCellLook, typeface: string): string {
  return (
    `<${p}font>${isBold ? `<${p}b/>` : ""}<${p}sz val="${size}"/>` +
    `${color ? `<${p}color rgb="${argb(color)}"/>` : ""}${typeface}</${p}font>`
  );
}

function fillXml(p: string, fill: string): string {
  return (
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
    `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  );
}

function borderXml(p: string): string {
  const sides = SIDES.map((side) => `<${p}${side} style="thin"><${p}color auto="1"/></${p}${side}>`);
  return `<${p}border>${sides.join("")}<${p}diagonal/></${p}border>`;
}
