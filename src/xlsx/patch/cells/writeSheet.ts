import { formatA1, formatRange, parseRange } from "../../../workbook/address";
import type { WriteCell } from "../../../workbook/edit";
import { needsTextFormat } from "../../../workbook/textInput";
import { moveFormula } from "../../../workbook/formula/shift";
import { escapeText } from "../../../workbook/escapeXml";
import { spliceText } from "../../xml/splice";
import type { Splice } from "../../xml/splice";
import { appendInside, changeAttribute, prefixOf } from "../outline";
import type { CellFormats } from "./cellFormats";
import { cellXml } from "./cellXml";
import { readSheetCells } from "./sheetCells";
import type { Placed, PlacedCell, PlacedRow, SheetCells } from "./sheetCells";

export interface WrittenSheet {
  readonly text: string;
  /** True when a cell had a formula or has one now. */
  readonly isFormulaChanged: boolean;
}

/**
 * A worksheet's text with content put into cells. Cells keep their place in the list of cell formats unless the content
 * asks for another number format; missing rows and cells are made in order, with the look of their row or column. Where
 * a cell goes that others take their filled-down formula from, these get it written out.
 * Throws RangeError for a cell inside an array formula of several cells, which Excel lets nobody change in part.
 */
export function writeSheet(
  text: string,
  part: string,
  writes: readonly WriteCell[],
  formats: CellFormats,
): WrittenSheet {
  const byRow = grouped(writes);
  const cells = readSheetCells(text, part, new Set(byRow.keys()));
  const p = prefixOf(cells.data);
  refuseAreas(cells, writes);
  const splices: Splice[] = [...freeSharedFormulas(cells, writes), ...growDimension(text, cells, writes)];
  const atEnd: string[] = [];
  let isFormulaChanged = writes.some(({ content }) => content !== null && "formula" in content);

  for (const [row, wanted] of [...byRow].sort(([a], [b]) => a - b)) {
    const known = cells.rows.find((one) => one.row === row);
    const xml = (write: WriteCell, cell: PlacedCell | undefined) =>
      cellXml(write, p, styleOf(write, cell, known, cells, formats));
    if (!known) {
      const filled = wanted.filter(({ content }) => content !== null);
      if (filled.length === 0) continue;
      const made = `<${p}row r="${row + 1}">${filled.map((write) => xml(write, undefined)).join("")}</${p}row>`;
      insertBefore(
        cells.rows.find((one) => one.row > row),
        made,
        String,
        splices,
        atEnd,
      );
      continue;
    }
    const rowEnd: string[] = [];
    for (const write of wanted) {
      const cell = known.cells.find(({ column }) => column === write.column);
      if (cell) {
        isFormulaChanged ||= cell.hasFormula;
        splices.push({ start: cell.start, end: cell.end, text: xml(write, cell) });
      } else if (write.content !== null) {
        const next = known.cells.find(({ column }) => column > write.column);
        const isReplaced = next && wanted.some(({ column }) => column === next.column);
        const reference = () => (next && !isReplaced ? formatA1(row, next.column) : "");
        insertBefore(next, xml(write, undefined), reference, splices, rowEnd);
      }
    }
    if (rowEnd.length > 0) splices.push(...appendInside(outlined(known), rowEnd.join("")));
    splices.push(...growSpans(text, known, wanted));
  }
  if (atEnd.length > 0) splices.push(...appendInside(outlined(cells.data), atEnd.join("")));
  return { text: spliceText(text, splices), isFormulaChanged };
}

/** The last of several writes to one cell, by row, columns ascending. */
function grouped(writes: readonly WriteCell[]): Map<number, WriteCell[]> {
  const last = new Map(writes.map((write) => [`${write.row},${write.column}`, write]));
  const rows = new Map<number, WriteCell[]>();
  for (const write of last.values()) rows.set(write.row, [...(rows.get(write.row) ?? []), write]);
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** Puts text in front of a row or cell, which is given its number when it counted on its place in the file. */
function insertBefore(
  next: PlacedRow | PlacedCell | undefined,
  made: string,
  reference: (number: number) => string,
  splices: Splice[],
  atEnd: string[],
): void {
  if (!next) {
    atEnd.push(made);
    return;
  }
  splices.push({ start: next.start, end: next.start, text: made });
  const number = reference(next.row + 1);
  if (next.attributes["r"] !== undefined || number === "") return;
  const place = next.start + 1 + next.name.length;
  if (splices.some(({ start, end }) => start === place && end === place)) return;
  splices.push({ start: place, end: place, text: ` r="${number}"` });
}

function styleOf(
  { column, content, numberFormat }: WriteCell,
  cell: PlacedCell | undefined,
  row: PlacedRow | undefined,
  { columns }: SheetCells,
  formats: CellFormats,
): number | undefined {
  const inherited =
    row?.attributes["customFormat"] === "1"
      ? row.attributes["s"]
      : columns.find(({ attributes: { min, max } }) => Number(min) <= column + 1 && column + 1 <= Number(max))
          ?.attributes["style"];
  const own = cell ? cell.attributes["s"] : inherited;
  const style = own === undefined ? undefined : Number(own);
  const isText =
    content !== null &&
    "value" in content &&
    typeof content.value === "string" &&
    needsTextFormat(content.value);
  const wanted = numberFormat ?? (isText ? "@" : undefined);
  return wanted === undefined ? style : formats.withNumberFormat(style, wanted);
}

function refuseAreas({ wideFormulas }: SheetCells, writes: readonly WriteCell[]): void {
  for (const { kind, reference } of wideFormulas) {
    const area = kind === "area" ? parseRange(reference) : undefined;
    if (!area || formatRange(area) === formatA1(area.firstRow, area.firstColumn)) continue;
    const inside = writes.find(
      ({ row, column }) =>
        row >= area.firstRow &&
        row <= area.lastRow &&
        column >= area.firstColumn &&
        column <= area.lastColumn,
    );
    if (inside)
      throw new RangeError(
        `${formatA1(inside.row, inside.column)} is part of an array formula (${reference})`,
      );
  }
}

function freeSharedFormulas({ wideFormulas }: SheetCells, writes: readonly WriteCell[]): Splice[] {
  const written = new Set(writes.map(({ row, column }) => `${row},${column}`));
  const isWritten = ({ row, column }: { row: number; column: number }) => written.has(`${row},${column}`);
  const shared = wideFormulas.filter(({ kind }) => kind === "shared");
  const lost = shared.filter((formula) => formula.text !== "" && isWritten(formula));
  return lost.flatMap((master) =>
    shared
      .filter((one) => one.sharedId === master.sharedId && one.text === "" && !isWritten(one))
      .map((one): Splice => {
        const moved = moveFormula(master.text, one.row - master.row, one.column - master.column);
        return { start: one.start, end: one.end, text: `<${one.name}>${escapeText(moved)}</${one.name}>` };
      }),
  );
}

function growDimension(text: string, { dimension }: SheetCells, writes: readonly WriteCell[]): Splice[] {
  const range = dimension && parseRange(dimension.attributes["ref"] ?? "");
  if (!range) return [];
  const filled = writes.filter(({ content }) => content !== null);
  const grown = {
    firstRow: Math.min(range.firstRow, ...filled.map(({ row }) => row)),
    firstColumn: Math.min(range.firstColumn, ...filled.map(({ column }) => column)),
    lastRow: Math.max(range.lastRow, ...filled.map(({ row }) => row)),
    lastColumn: Math.max(range.lastColumn, ...filled.map(({ column }) => column)),
  };
  return formatRange(grown) === formatRange(range)
    ? []
    : changeAttribute(text, outlined(dimension), "ref", formatRange(grown));
}

/** The hint of a row how far it is filled (spans="1:8"), counted from 1. */
function growSpans(text: string, row: PlacedRow, writes: readonly WriteCell[]): Splice[] {
  const match = /^(\d+):(\d+)$/.exec(row.attributes["spans"] ?? "");
  if (!match) return [];
  const columns = writes.map(({ column }) => column + 1);
  const grown = `${Math.min(Number(match[1]), ...columns)}:${Math.max(Number(match[2]), ...columns)}`;
  return grown === match[0] ? [] : changeAttribute(text, outlined(row), "spans", grown);
}

/** As the functions of outline.ts take an element; none of them looks inside. */
function outlined(element: Placed) {
  return element as Parameters<typeof appendInside>[0];
}
