import type { Method, ObjectType, Scalar } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredCell } from "../store";
import type { Json } from "../wire";
import { autofitColumns, autofitRows } from "./autofit";
import { lineSizes } from "./lineSizes";
import { rangeBorders } from "./rangeBorders";
import type { RangeTarget } from "./rangeTarget";
import { boolean, color, common, number, oneOf, writeGrid } from "./rangeTarget";

/**
 * A property of cells that a range shows when all have it in common.
 * @param usual what a cell has that says nothing
 * @param check gives the stored value for a written one; undefined: as usual
 */
function cellScalar<K extends keyof StoredCell>(
  location: string,
  key: K,
  usual: Json,
  check: (value: Json, location: string) => StoredCell[K] | undefined,
  show: (value: NonNullable<StoredCell[K]>) => Json = (value) => value as Json,
): Scalar<RangeTarget> {
  return {
    get: (target) =>
      common(target, (cell) => {
        const value = cell?.[key];
        return value === undefined ? usual : show(value);
      }),
    set: (target, value) =>
      writeGrid(target, value, location, (cell, one) => {
        const checked = check(one, location);
        if (checked === undefined) delete cell[key];
        else cell[key] = checked;
      }),
  };
}

const flag = (value: Json, location: string) => boolean(value, location);

/** Source of the properties: Excel JavaScript API reference, Excel.RangeFill, Excel.RangeFont, Excel.RangeFormat. */
const rangeFill: ObjectType<RangeTarget> = {
  name: "RangeFill",
  // A cell without a fill reads as white.
  scalars: {
    color: cellScalar("RangeFill.color", "fill", "#FFFFFF", color),
    // Only whole fills are kept.
    pattern: {
      since: "1.9",
      get: (target) => common(target, (cell) => (cell?.fill === undefined ? "None" : "Solid")),
      set: (target, value) => {
        oneOf(value, "RangeFill.pattern", (text) => text === "Solid" || text === "None");
        if (value === "None") writeGrid(target, true, "RangeFill.pattern", (cell) => delete cell.fill);
      },
    },
  },
  methods: {
    clear: {
      call: (target) => {
        // Any value will do: it is only visited, not written.
        writeGrid(target, true, "RangeFill.clear", (cell) => delete cell.fill);
        return undefined;
      },
    },
  },
};

/** Fonts of a new workbook on a Chinese Windows. Source: Microsoft, "Change the default font in Excel"; zh-CN template. */
const USUAL_FONT = { name: "等线", size: 11 };

/** Excel's smallest and largest font, in points. Source: Excel.RangeFont.size and Excel's own dialog. */
const FONT_SIZES = [1, 409] as const;

const rangeFont: ObjectType<RangeTarget> = {
  name: "RangeFont",
  scalars: {
    bold: cellScalar("RangeFont.bold", "isBold", false, flag),
    italic: cellScalar("RangeFont.italic", "isItalic", false, flag),
    color: cellScalar("RangeFont.color", "fontColor", "#000000", color),
    name: cellScalar("RangeFont.name", "fontName", USUAL_FONT.name, (value, location) =>
      oneOf(value, location, (text) => text.length > 0 && text.length <= 31),
    ),
    size: cellScalar("RangeFont.size", "fontSize", USUAL_FONT.size, (value, location) =>
      number(value, location, ...FONT_SIZES),
    ),
    // Only one kind of underline is kept.
    underline: cellScalar(
      "RangeFont.underline",
      "isUnderlined",
      "None",
      (value, location) =>
        oneOf(value, location, (text) => text === "None" || text === "Single") === "Single",
      (value) => (value ? "Single" : "None"),
    ),
    strikethrough: { since: "1.9", ...cellScalar("RangeFont.strikethrough", "isStruckOut", false, flag) },
  },
};

const formatProtection: ObjectType<RangeTarget> = {
  name: "FormatProtection",
  scalars: { locked: { since: "1.2", ...cellScalar("FormatProtection.locked", "isLocked", true, flag) } },
};

const HORIZONTAL = {
  General: undefined,
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
} as const;

const VERTICAL = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
} as const;

/** The stored word for one of Excel's, or Excel's for a stored one. */
function word<V>(words: Readonly<Record<string, V>>, value: Json, location: string): V {
  return words[oneOf(value, location, (text) => Object.hasOwn(words, text))] as V;
}

function nameOf(words: Readonly<Record<string, unknown>>, stored: unknown): Json {
  return Object.keys(words).find((name) => words[name] === stored) ?? null;
}

const autofit: Readonly<Record<string, Method<RangeTarget>>> = {
  autofitColumns: { since: "1.2", call: autofitColumns },
  autofitRows: { since: "1.2", call: autofitRows },
};

/** Excel's largest indentation. Source: Excel.RangeFormat.indentLevel ("from 0 to 250"). */
const LARGEST_INDENT = 250;

export const rangeFormat: ObjectType<RangeTarget> = {
  name: "RangeFormat",
  scalars: {
    horizontalAlignment: cellScalar(
      "RangeFormat.horizontalAlignment",
      "horizontal",
      "General",
      (value, location) => word(HORIZONTAL, value, location),
      (stored) => nameOf(HORIZONTAL, stored),
    ),
    verticalAlignment: cellScalar(
      "RangeFormat.verticalAlignment",
      "vertical",
      "Bottom",
      (value, location) => word(VERTICAL, value, location),
      (stored) => nameOf(VERTICAL, stored),
    ),
    wrapText: cellScalar("RangeFormat.wrapText", "isWrapped", false, flag),
    indentLevel: {
      since: "1.9",
      ...cellScalar("RangeFormat.indentLevel", "indent", 0, (value, location) =>
        number(value, location, 0, LARGEST_INDENT),
      ),
    },
    ...lineSizes,
  },
  children: {
    fill: { get: (target) => hostObject(rangeFill, target) },
    font: { get: (target) => hostObject(rangeFont, target) },
    borders: { get: (target) => hostObject(rangeBorders, target) },
    protection: { since: "1.2", get: (target) => hostObject(formatProtection, target) },
  },
  methods: autofit,
};
