import { findTarget, readRelationships } from "../../src/xlsx/package/relationships";
import { readPartInPieces } from "../../src/xlsx/package/openPackage";
import type { OfficePackage } from "../../src/xlsx/package/openPackage";
import { scanXml } from "../../src/xlsx/xml/scanXml";

/** Colours of the theme by the numbers that cells use, as #RRGGBB. */
export type Theme = readonly (string | undefined)[];

/** Colours of the theme part in the order of its elements, as cells number them: the first two pairs are swapped. */
const ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** The first 64 of Excel's palette; two after them are the system's own text and background. ECMA-376 18.8.27. */
const PALETTE =
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333";

/** The theme of a workbook; empty where it has none. */
export function readTheme(file: OfficePackage, workbookPart: string): Theme {
  const part = findTarget(readRelationships(file, workbookPart), "theme");
  if (part === undefined || !file.findEntry(part)) return [];
  const colors = new Map<string, string>();
  let inside: string | undefined;
  scanXml(readPartInPieces(file, part), part, {
    open({ name, attributes }) {
      const local = name.slice(name.indexOf(":") + 1);
      if (ORDER.includes(local)) inside = local;
      const value = local === "srgbClr" ? attributes["val"] : local === "sysClr" && attributes["lastClr"];
      // The scheme comes first in the part; what follows uses the same names for other things.
      if (value && inside !== undefined && !colors.has(inside)) colors.set(inside, `#${value.toUpperCase()}`);
    },
    close({ name }) {
      if (name.slice(name.indexOf(":") + 1) === inside) inside = undefined;
    },
  });
  return ORDER.map((name) => colors.get(name));
}

/** A colour element's attributes → #RRGGBB; undefined for "automatic" and what is not known. ECMA-376 18.8.19. */
export function readColor(attributes: Readonly<Record<string, string>>, theme: Theme): string | undefined {
  const { rgb, indexed, tint } = attributes;
  const index = Number(indexed ?? -1);
  const base = /^[\da-f]{6,8}$/i.test(rgb ?? "")
    ? `#${rgb?.slice(-6).toUpperCase()}`
    : attributes["theme"] !== undefined
      ? theme[Number(attributes["theme"])]
      : index >= 0 && index < 64
        ? `#${PALETTE.slice(index * 6, index * 6 + 6)}`
        : undefined;
  return base === undefined || tint === undefined ? base : tinted(base, Number(tint));
}

/** Lighter for a positive tint, darker for a negative one: between −1 and 1. */
function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const mixed = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
