import type { IBorderData, ICellData, IDocumentData, IStyleData, Nullable } from "@univerjs/core";
import { isErrorValue, NOT_CALCULATED } from "../../src/workbook/snapshot";
import type { CellValue } from "../../src/workbook/snapshot";
import type { BorderSide, BorderStyle, HorizontalPlace, StoredCell, VerticalPlace } from "../host/store";

/** Univer's numbers for kinds of values. A forced text is one that looks like something else. */
const VALUE_TYPE = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/** Error values of Excel; a cell of Univer holds them as text. */
const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;

/** The places of a list are Univer's numbers. */
const HORIZONTAL: readonly (HorizontalPlace | undefined)[] = [
  undefined,
  "left",
  "center",
  "right",
  "justify",
  "justify",
  "distributed",
];
const VERTICAL: readonly (VerticalPlace | undefined)[] = [undefined, "top", "center", "bottom"];
const BORDERS: readonly (BorderStyle | undefined)[] = [
  undefined,
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
];
const SIDES: readonly (readonly [BorderSide, keyof IBorderData & ("t" | "b" | "l" | "r")])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];
const WRAP = 3;
/** Pixels of padding that show one step of indentation. */
const INDENT = 9;
const USUAL_PADDING = 2;

/** A cell as Univer keeps it, content and look whole: what it had before is replaced. A null empties it. */
export function toCellData(cell: StoredCell | undefined): ICellData {
  const empty = { v: null, t: null, f: null, si: null, p: null };
  if (!cell) return { ...empty, s: null };
  const formula = cell.formula === undefined ? {} : { f: cell.formula };
  return { ...empty, ...toValue(cell.value), ...formula, s: toStyle(cell) };
}

function toValue(value: CellValue | undefined): Partial<ICellData> {
  if (value === undefined) return {};
  if (typeof value === "number") return { v: value, t: VALUE_TYPE.number };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: VALUE_TYPE.boolean };
  if (isErrorValue(value))
    return value.error === NOT_CALCULATED ? {} : { v: value.error, t: VALUE_TYPE.text };
  return { v: value, t: ERROR.test(value) ? VALUE_TYPE.forcedText : VALUE_TYPE.text };
}

/** A look with every property named: one that the cell has not is null, which takes it away in Univer. */
export function toStyle(cell: StoredCell): IStyleData {
  const { horizontal, vertical, borders } = cell;
  return {
    n: cell.numberFormat === "General" ? null : { pattern: cell.numberFormat },
    bg: cell.fill === undefined ? null : { rgb: cell.fill },
    cl: cell.fontColor === undefined ? null : { rgb: cell.fontColor },
    ff: cell.fontName ?? null,
    ...nullable("fs", cell.fontSize),
    ...nullable("bl", flag(cell.isBold)),
    ...nullable("it", flag(cell.isItalic)),
    ...nullable("ul", cell.isUnderlined ? { s: 1 } : undefined),
    ...nullable("st", cell.isStruckOut ? { s: 1 } : undefined),
    ht: horizontal === undefined ? null : Math.max(HORIZONTAL.indexOf(horizontal), 0) || null,
    vt: vertical === undefined ? null : Math.max(VERTICAL.indexOf(vertical), 0) || null,
    tb: cell.isWrapped ? WRAP : null,
    pd: cell.indent ? { l: USUAL_PADDING + cell.indent * INDENT } : null,
    bd: borders
      ? Object.fromEntries(
          SIDES.map(([side, key]) => {
            const border = borders[side];
            return [key, border ? { s: BORDERS.indexOf(border.style), cl: { rgb: border.color } } : null];
          }),
        )
      : null,
  } as IStyleData;
}

function nullable<K extends string, V>(key: K, value: V | undefined): Record<K, V | null> {
  return { [key]: value ?? null } as Record<K, V | null>;
}

function flag(value: boolean | undefined): 1 | undefined {
  return value ? 1 : undefined;
}

/**
 * A cell as the host keeps it; undefined for one without content and look.
 * @param style the cell's own look; @param formula where Univer shares one formula among cells, its text here
 */
export function fromCellData(
  data: Nullable<ICellData>,
  style: Nullable<IStyleData>,
  formula: string | undefined,
): StoredCell | undefined {
  // A formula may come to "", which is a value; a cell without a formula that holds "" is blank.
  const value = formula && data?.v === "" ? "" : data ? fromValue(data) : undefined;
  const cell: StoredCell = {
    ...(value === undefined ? {} : { value }),
    ...(formula ? { formula, ...(value === undefined && { value: { error: NOT_CALCULATED } }) } : {}),
    numberFormat: patternOf(style),
    ...fromStyle(style),
  };
  const isPlain = Object.keys(cell).length === 1 && cell.numberFormat === "General";
  return isPlain ? undefined : cell;
}

function patternOf(style: Nullable<IStyleData>): string {
  const pattern = style?.n?.pattern;
  return pattern === undefined || pattern === "" || /^general$/i.test(pattern) ? "General" : pattern;
}

function fromValue({ v, t, p }: ICellData): CellValue | undefined {
  if (p) {
    const text = plainText(p);
    return text === "" ? undefined : text;
  }
  if (v === undefined || v === null || v === "") return undefined;
  if (t === VALUE_TYPE.boolean) return v === true || v === 1 || v === "1" || v === "TRUE";
  if (typeof v !== "string") return v;
  if (t === VALUE_TYPE.number && Number.isFinite(Number(v))) return Number(v);
  return ERROR.test(v) && t !== VALUE_TYPE.forcedText ? { error: v } : v;
}

/** Text with line breaks or mixed looks is a small document in Univer: paragraphs end in \r, the whole in \r\n. */
function plainText({ body }: IDocumentData): string {
  return (body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r/g, "\n");
}

/** The properties of a look that the host knows, where they are not the usual ones. */
function fromStyle(style: Nullable<IStyleData>): Omit<StoredCell, "numberFormat"> {
  if (!style) return {};
  const look: Omit<StoredCell, "numberFormat"> = {};
  const fill = hexColor(style.bg?.rgb);
  const fontColor = hexColor(style.cl?.rgb);
  const horizontal = HORIZONTAL[style.ht ?? 0];
  const vertical = VERTICAL[style.vt ?? 0];
  const borders = fromBorders(style.bd);
  const padding = style.pd?.l ?? 0;
  if (fill) look.fill = fill;
  if (fontColor) look.fontColor = fontColor;
  if (style.ff) look.fontName = style.ff;
  if (style.fs) look.fontSize = style.fs;
  if (style.bl) look.isBold = true;
  if (style.it) look.isItalic = true;
  if (style.ul?.s) look.isUnderlined = true;
  if (style.st?.s) look.isStruckOut = true;
  if (horizontal) look.horizontal = horizontal;
  if (vertical) look.vertical = vertical;
  if (style.tb === WRAP) look.isWrapped = true;
  if (padding > USUAL_PADDING) look.indent = Math.round((padding - USUAL_PADDING) / INDENT);
  if (borders) look.borders = borders;
  return look;
}

function fromBorders(data: Nullable<IBorderData>): StoredCell["borders"] {
  const borders: NonNullable<StoredCell["borders"]> = {};
  for (const [side, key] of SIDES) {
    const line = data?.[key];
    const style = BORDERS[line?.s ?? 0];
    if (line && style) borders[side] = { style, color: hexColor(line.cl?.rgb) ?? "#000000" };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

/** Univer writes colours as "#ffc7ce", "#abc" or "rgb(255, 199, 206)". */
export function hexColor(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const [, short] = /^#([\da-f]{3})$/i.exec(color) ?? [];
  if (short) return `#${[...short].map((digit) => digit + digit).join("")}`.toUpperCase();
  if (/^#[\da-f]{6}/i.test(color)) return color.slice(0, 7).toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color)?.slice(1);
  return (
    parts && `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase()
  );
}
