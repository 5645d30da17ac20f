import { formatA1 } from "../../../src/workbook/address";
import { prefixOf } from "../../../src/xlsx/patch/outline";
import { readSheetCells } from "../../../src/xlsx/patch/cells/sheetCells";
import type { PlacedRow } from "../../../src/xlsx/patch/cells/sheetCells";
import { spliceText } from "../../../src/xlsx/xml/splice";
import type { Splice } from "../../../src/xlsx/xml/splice";
import { fromCellData, toCellData, toStyle } from "../../engine/cellData";
import type { StoredCell, StoredSheet } from "../../host/store";
import type { CellLook, CellStyles, LookProperty } from "./cellStyles";
import type { WorksheetText } from "./worksheetPart";
import { setAttributes } from "./worksheetPart";

/** A cell whose look became another, and in what. */
export interface ChangedLook {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
  readonly properties: readonly LookProperty[];
}

const PROPERTIES: readonly LookProperty[] = [
  "numberFormat",
  "fill",
  "fontColor",
  "fontName",
  "fontSize",
  "isBold",
  "isItalic",
  "isUnderlined",
  "isStruckOut",
  "horizontal",
  "vertical",
  "isWrapped",
  "indent",
  "borders",
  "isLocked",
];

const PLAIN: CellLook = { numberFormat: "General" };

/** The cells of a sheet that look otherwise than in the file, as far as the grid can show the difference. */
export function changedLooks(before: StoredSheet, sheet: StoredSheet): ChangedLook[] {
  const changes: ChangedLook[] = [];
  for (const row of new Set([...before.cells.keys(), ...sheet.cells.keys()])) {
    const was = before.cells.get(row);
    const now = sheet.cells.get(row);
    for (const column of new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const [old, cell] = [was?.get(column), now?.get(column)];
      const properties = PROPERTIES.filter((name) => textOf(old?.[name]) !== textOf(cell?.[name]));
      if (properties.length === 0 || JSON.stringify(shown(old)) === JSON.stringify(shown(cell))) continue;
      changes.push({ row, column, look: cell ?? PLAIN, properties });
    }
  }
  return changes;
}

function textOf(value: unknown): string {
  if (value === "General" || value === undefined || value === false) return value === false ? "false" : "";
  // The sides of a border may stand in any order.
  return typeof value === "object" && value !== null
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);
}

/** A look after the engine has had it: what the grid cannot show is not taken for a change. Locking is the host's own. */
function shown(cell: StoredCell | undefined): unknown {
  const blank: StoredCell = { ...PLAIN, ...cell };
  delete blank.value;
  delete blank.formula;
  const look = fromCellData(toCellData(blank), toStyle(blank), undefined);
  const parts = PROPERTIES.map((name) => textOf(look?.[name]));
  return [...parts, cell?.isLocked === false];
}

/** A worksheet's text with the looks of cells changed; cells that are not there are made. */
export function writeLooks(
  sheet: WorksheetText,
  changes: readonly ChangedLook[],
  styles: CellStyles,
): string {
  if (changes.length === 0) return sheet.text;
  const rows = new Map<number, ChangedLook[]>();
  for (const change of changes) {
    const own = rows.get(change.row);
    if (own) own.push(change);
    else rows.set(change.row, [change]);
  }
  const { data, rows: known } = readSheetCells(sheet.text, sheet.part, new Set(rows.keys()));
  const p = prefixOf(data);
  const places = new Map(known.map((row) => [row.row, row]));
  const splices: Splice[] = [];
  const cellXml = ({ row, column, look, properties }: ChangedLook) =>
    `<${p}c r="${formatA1(row, column)}" s="${styles.with(undefined, look, properties)}"/>`;
  const made = new Map<number, string>();
  for (const [row, own] of rows) {
    own.sort((a, b) => a.column - b.column);
    const place = places.get(row);
    if (place) splices.push(...changeRow(sheet.text, place, own, styles, cellXml));
    else made.set(row, `<${p}row r="${row + 1}">${own.map(cellXml).join("")}</${p}row>`);
  }
  splices.push(...insertRows(data, known, made));
  return spliceText(sheet.text, splices);
}

function changeRow(
  text: string,
  row: PlacedRow,
  changes: readonly ChangedLook[],
  styles: CellStyles,
  cellXml: (change: ChangedLook) => string,
): Splice[] {
  const splices: Splice[] = [];
  const behind: string[] = [];
  for (const change of changes) {
    const cell = row.cells.find(({ column }) => column === change.column);
    if (cell) {
      const own = cell.attributes["s"] === undefined ? undefined : Number(cell.attributes["s"]);
      const style = styles.with(own, change.look, change.properties);
      splices.push(setAttributes(text, cell, { s: String(style) }));
      continue;
    }
    const next = row.cells.find(({ column }) => column > change.column);
    if (next) splices.push({ start: next.start, end: next.start, text: cellXml(change) });
    else behind.push(cellXml(change));
  }
  if (behind.length > 0) splices.push(...appendTo(row, behind.join("")));
  return splices;
}

/** Rows that are not in the part yet, before the first row below them. */
function insertRows(
  data: Parameters<typeof appendTo>[0],
  known: readonly PlacedRow[],
  made: ReadonlyMap<number, string>,
): Splice[] {
  const splices: Splice[] = [];
  let behind = "";
  for (const [row, xml] of [...made].sort(([a], [b]) => a - b)) {
    const next = known.find((one) => one.row > row);
    if (next) splices.push({ start: next.start, end: next.start, text: xml });
    else behind += xml;
  }
  return behind === "" ? splices : [...splices, ...appendTo(data, behind)];
}

function appendTo(
  element: {
    readonly name: string;
    readonly isSelfClosing: boolean;
    readonly startTagEnd: number;
    readonly endTagStart: number;
  },
  content: string,
): Splice[] {
  return element.isSelfClosing
    ? [{ start: element.startTagEnd - 2, end: element.startTagEnd, text: `>${content}</${element.name}>` }]
    : [{ start: element.endTagStart, end: element.endTagStart, text: content }];
}

/**
 * A worksheet's text with rows given a height in points or hidden; undefined is the usual height. Rows that are not
 * there are made.
 */
export function writeRows(
  sheet: WorksheetText,
  rows: ReadonlyMap<number, { readonly points: number | undefined; readonly isHidden: boolean }>,
): string {
  if (rows.size === 0) return sheet.text;
  const { data, rows: known } = readSheetCells(sheet.text, sheet.part, new Set());
  const p = prefixOf(data);
  const made = new Map<number, string>();
  const splices: Splice[] = [];
  for (const [row, { points, isHidden }] of rows) {
    const size = {
      ht: points === undefined ? undefined : String(points),
      customHeight: points === undefined ? undefined : "1",
      hidden: isHidden ? "1" : undefined,
    };
    const place = known.find((one) => one.row === row);
    if (place) splices.push(setAttributes(sheet.text, place, size));
    else {
      const written = Object.entries(size).flatMap(([name, value]) => (value ? ` ${name}="${value}"` : []));
      made.set(row, `<${p}row r="${row + 1}"${written.join("")}/>`);
    }
  }
  return spliceText(sheet.text, [...splices, ...insertRows(data, known, made)]);
}
