import type { RestoreRows } from "../workbook/edit";
import type { RowLook } from "../workbook/kept";
import { payloadBytes, payloadGroups } from "./payload";
import { askForLooks, LOOK_BYTES_A_CELL } from "./rowLook";
import type { KeptList, KeptLook } from "./rowLook";

/** About how many bytes the larger of two requests takes: the one that asks how some rows look, and the one that says it. */
export function lookBytes(looks: readonly RowLook[]): number {
  return looks.reduce((bytes, look) => {
    const { cells } = look as unknown as KeptLook;
    return (
      bytes + Math.max((cells.length + 1) * LOOK_BYTES_A_CELL, 2000 + payloadBytes(JSON.stringify(look)))
    );
  }, 0);
}

/** The same rows in pieces of which none is too much for one request. */
export function piecesOf(edit: RestoreRows): RestoreRows[] {
  let { row } = edit;
  return payloadGroups(edit.looks, (look) => lookBytes([look])).map((looks) => {
    const piece = { ...edit, row, looks };
    row += looks.length;
    return piece;
  });
}

/**
 * Asks for rows to look as they were kept; the next sync after this does it. One round trip to see how they look now:
 * only what differs is set. A line between two cells is one, whichever of them has it, and Excel gives it to the cell
 * that it was set for last (OfficeDev/office-js issue 1920): a line that is there already must stay with the row that has
 * it, or it would later move and go with the wrong one.
 * @param sheets those that the edits name; all rows have come already
 */
export async function queueLooks(
  context: Excel.RequestContext,
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  edits: readonly RestoreRows[],
): Promise<void> {
  if (edits.length === 0) return;
  const asked = edits.map(({ sheet: name, row, looks }) => {
    const sheet = sheets.get(name) as Excel.Worksheet;
    const kept = looks as unknown as readonly KeptLook[];
    const width = Math.max(1, ...kept.map(({ cells }) => cells.length));
    return {
      sheet,
      row,
      kept,
      read: askForLooks(sheet, { firstRow: row, lastRow: row + kept.length - 1 }, width),
    };
  });
  await context.sync();
  for (const { sheet, row, kept, read } of asked) {
    const now = read();
    const wanted = withoutTwice(
      kept.map(({ cells }) => cells),
      linesAreLowers(now),
    );
    kept.forEach((look, index) => {
      const is = now[index];
      if (!is) return;
      queueCellLooks(sheet, row + index, { look, is, wanted: wanted[index] ?? [] });
      queueLists(sheet, row + index, look.lists, is.lists);
      const line = sheet.getRangeByIndexes(row + index, 0, 1, 1);
      if (look.height !== is.height) line.format.rowHeight = look.height;
      if (look.isHidden !== is.isHidden) line.rowHidden = look.isHidden;
    });
  }
}

function queueCellLooks(
  sheet: Excel.Worksheet,
  row: number,
  {
    look,
    is,
    wanted,
  }: { readonly look: KeptLook; readonly is: KeptLook; readonly wanted: readonly Excel.CellProperties[] },
): void {
  if (wanted.length === 0) return;
  const range = sheet.getRangeByIndexes(row, 0, 1, wanted.length);
  if (!isSame(look.formats, is.formats.slice(0, look.formats.length)))
    range.numberFormat = [[...look.formats]];
  const changes = wanted.map((cell, column) => {
    const own = is.cells[column] ?? {};
    // White is a fill too: a cell without one is told by its pattern alone.
    if (!isFilled(cell) && isFilled(own)) sheet.getRangeByIndexes(row, column, 1, 1).format.fill.clear();
    return changeOf(cell, own);
  });
  if (changes.some((change) => Object.keys(change).length > 0)) range.setCellProperties([changes]);
}

/** What has to be set for a cell to look as it is wanted: a colour would draw a line, or a fill, where there is none. */
function changeOf(wanted: Excel.CellProperties, is: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, borders, ...others } = wanted.format ?? {};
  const lines = Object.entries(borders ?? {}).flatMap(([side, line]) => {
    const own = is.format?.borders?.[side as keyof Excel.CellBorderCollection];
    return isSameLine(line as Excel.CellBorder, own) ? [] : [[side, settableLine(line as Excel.CellBorder)]];
  });
  const differing = Object.entries(others).filter(
    ([name, one]) => !isSame(one, is.format?.[name as keyof typeof others]),
  );
  const isFillNew = isFilled(wanted) && !isSame(fill, is.format?.fill);
  const format = {
    ...(Object.fromEntries(differing) as typeof others),
    ...(lines.length > 0 && { borders: Object.fromEntries(lines) as Excel.CellBorderCollection }),
    ...(isFillNew && { fill }),
  };
  const { hyperlink } = wanted;
  return {
    ...(Object.keys(format).length > 0 && { format }),
    ...(hyperlink && !isSame(hyperlink, is.hyperlink) && { hyperlink }),
  };
}

/**
 * By column: whether the lines of rows that have just come back are to be those of the lower cells. Excel does not tell which
 * of two cells has the line between them, so it is told by the rows beside: the one below has a line at its top, and the
 * one above, as which new rows look, has none at its bottom.
 */
function linesAreLowers(now: readonly KeptLook[]): (column: number) => boolean {
  const [first, last] = [now[0], now.at(-1)];
  return (column) =>
    isLine(last?.cells[column]?.format?.borders?.bottom) &&
    !isLine(first?.cells[column]?.format?.borders?.top);
}

/**
 * The cells of rows below one another, each line between two of them left to one: to the left one, and to the upper one or
 * the lower, as long as both tell the same of it; else to the one that has it.
 */
function withoutTwice(
  rows: readonly (readonly Excel.CellProperties[])[],
  isLowers: (column: number) => boolean,
): Excel.CellProperties[][] {
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      const { borders } = cell.format ?? {};
      if (!borders) return cell;
      const own = { ...borders };
      const drop = (
        side: "top" | "bottom" | "left" | "right",
        other: Excel.CellProperties | undefined,
        opposite: typeof side,
      ) => {
        const line = other?.format?.borders?.[opposite];
        if (line === undefined) return;
        const isTheirs = side === "left" || side === (isLowers(column) ? "bottom" : "top");
        if (isSameLine(own[side], line) ? isTheirs : !isLine(own[side])) delete own[side];
      };
      drop("top", rows[row - 1]?.[column], "bottom");
      drop("bottom", rows[row + 1]?.[column], "top");
      drop("left", cells[column - 1], "right");
      drop("right", cells[column + 1], "left");
      return { ...cell, format: { ...cell.format, borders: own } };
    }),
  );
}

function isLine(line: Excel.CellBorder | undefined): boolean {
  return line?.style !== undefined && line.style !== "None";
}

function isSameLine(a: Excel.CellBorder | undefined, b: Excel.CellBorder | undefined): boolean {
  return isLine(a) && isLine(b) ? isSame(a, b) : isLine(a) === isLine(b);
}

function settableLine(line: Excel.CellBorder): Excel.CellBorder {
  return isLine(line) ? line : { style: "None" };
}

function isFilled({ format }: Excel.CellProperties): boolean {
  const pattern = format?.fill?.pattern;
  return pattern !== undefined && pattern !== "None";
}

/** Lists of allowed entries: those that have grown over the rows go, those that were kept come. */
function queueLists(
  sheet: Excel.Worksheet,
  row: number,
  kept: readonly KeptList[],
  now: readonly KeptList[],
): void {
  const at = (column: number) => sheet.getRangeByIndexes(row, column, 1, 1).dataValidation;
  const columns = new Set(kept.map(({ column }) => column));
  for (const { column } of now) if (!columns.has(column)) at(column).clear();
  for (const list of kept) {
    if (now.some((one) => isSame(one, list))) continue;
    const { column, rule, errorAlert, prompt, ignoreBlanks } = list;
    const validation = at(column);
    validation.rule = withoutBlanks(rule);
    validation.ignoreBlanks = ignoreBlanks;
    validation.errorAlert = errorAlert;
    if (prompt.message || prompt.title) validation.prompt = prompt;
  }
}

/** What Excel gives of a rule has null for all that it is not. */
function withoutBlanks(rule: Excel.DataValidationRule): Excel.DataValidationRule {
  return Object.fromEntries(Object.entries(rule).filter(([, part]) => part !== null && part !== undefined));
}

/** The same plain data, in whatever order its parts were told. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [own, other] = [Object.entries(a), Object.entries(b)];
  const others = b as Readonly<Record<string, unknown>>;
  return own.length === other.length && own.every(([name, one]) => name in b && isSame(one, others[name]));
}
