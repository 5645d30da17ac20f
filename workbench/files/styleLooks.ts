import { isTrue } from "../../src/xlsx/package/workbookPart";
import { readPartInPieces } from "../../src/xlsx/package/openPackage";
import type { OfficePackage } from "../../src/xlsx/package/openPackage";
import { scanXml } from "../../src/xlsx/xml/scanXml";
import type { BorderSide, StoredBorder, StoredCell } from "../host/store";
import type { Theme } from "./colors";
import { readColor } from "./colors";

/** A cell's look beyond its number format. */
export type Look = Partial<Omit<StoredCell, "value" | "formula" | "numberFormat">>;

export interface StyleLooks {
  /** By the number that a cell has as its style (cellXfs). */
  readonly cells: readonly Look[];
  /** By the number that a conditional format has (dxfs). */
  readonly differential: readonly Look[];
}

const HORIZONTAL = ["left", "center", "right", "fill", "justify", "centerContinuous", "distributed"];
const VERTICAL = ["top", "center", "justify", "distributed"];
const SIDES = ["top", "bottom", "left", "right"];

/**
 * The looks that a workbook's style part lists. Source: ECMA-376 part 1, 18.8. Throws file.damaged for a part that is
 * not well-formed.
 */
export function readStyleLooks(file: OfficePackage, part: string, theme: Theme): StyleLooks {
  const fonts: Look[] = [];
  const fills: Look[] = [];
  const borders: Look[] = [];
  const cells: Look[] = [];
  const differential: Look[] = [];
  const path: string[] = [];
  let side: BorderSide | undefined;
  let isSolid = false;

  const current = (list: string | undefined, inDxf: boolean): Look | undefined =>
    inDxf
      ? differential.at(-1)
      : list === "fonts"
        ? fonts.at(-1)
        : list === "fills"
          ? fills.at(-1)
          : borders.at(-1);

  scanXml(readPartInPieces(file, part), part, {
    open({ tag, attributes }) {
      const list = path[1];
      const parent = path.at(-1);
      path.push(tag);
      const inDxf = list === "dxfs";
      if (list === "fonts" && tag === "font") fonts.push({});
      else if (list === "fills" && tag === "fill") fills.push({});
      else if (list === "borders" && tag === "border") borders.push({});
      else if (inDxf && tag === "dxf") differential.push({});
      else if (list === "cellXfs" && tag === "xf") {
        cells.push({
          ...fonts[Number(attributes["fontId"] ?? 0)],
          ...fills[Number(attributes["fillId"] ?? 0)],
          ...borders[Number(attributes["borderId"] ?? 0)],
        });
      } else if (list === "cellXfs" && tag === "alignment") {
        Object.assign(cells.at(-1) ?? {}, alignment(attributes));
      } else if (list === "cellXfs" && tag === "protection") {
        if (attributes["locked"] === "0") Object.assign(cells.at(-1) ?? {}, { isLocked: false });
      } else {
        const look = current(list, inDxf);
        if (!look) return;
        if (parent === "font") Object.assign(look, fontPart(tag, attributes, theme));
        if (tag === "patternFill") {
          // A conditional format's fill needs no pattern named; its colour is then the background's.
          isSolid = attributes["patternType"] === "solid" || (inDxf && attributes["patternType"] !== "none");
        }
        const isFill = tag === (inDxf ? "bgColor" : "fgColor") || (inDxf && tag === "fgColor" && !look.fill);
        const color = isFill && isSolid ? readColor(attributes, theme) : undefined;
        if (color !== undefined) look.fill = color;
        if (SIDES.includes(tag) && parent === "border") {
          side = attributes["style"] === undefined ? undefined : (tag as BorderSide);
          const style = attributes["style"] as StoredBorder["style"] | "none" | undefined;
          if (side && style && style !== "none")
            look.borders = { ...look.borders, [side]: { style, color: "#000000" } };
        }
        const line =
          tag === "color" && side !== undefined && parent === side ? look.borders?.[side] : undefined;
        const lineColor = line && readColor(attributes, theme);
        if (line && side && lineColor)
          look.borders = { ...look.borders, [side]: { ...line, color: lineColor } };
      }
    },
    close() {
      path.pop();
    },
  });
  return { cells, differential };
}

function fontPart(tag: string, attributes: Readonly<Record<string, string>>, theme: Theme): Look {
  const value = attributes["val"];
  const isOn = isTrue(value ?? "1");
  if (tag === "name" && value) return { fontName: value };
  if (tag === "sz" && Number(value) > 0) return { fontSize: Number(value) };
  if (tag === "b" && isOn) return { isBold: true };
  if (tag === "i" && isOn) return { isItalic: true };
  if (tag === "strike" && isOn) return { isStruckOut: true };
  if (tag === "u" && value !== "none") return { isUnderlined: true };
  const color = tag === "color" ? readColor(attributes, theme) : undefined;
  return color !== undefined && color !== "#000000" ? { fontColor: color } : {};
}

function alignment({ horizontal, vertical, wrapText, indent }: Readonly<Record<string, string>>): Look {
  return {
    ...(horizontal &&
      HORIZONTAL.includes(horizontal) && { horizontal: horizontal as Look["horizontal"] & string }),
    ...(vertical && VERTICAL.includes(vertical) && { vertical: vertical as Look["vertical"] & string }),
    ...(isTrue(wrapText) && { isWrapped: true }),
    ...(Number(indent) > 0 && { indent: Number(indent) }),
  };
}
