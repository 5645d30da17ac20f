import type { CellRange } from "../workbook/address";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import { MAX_CELLS } from "../workbook/snapshot";
import { ExcelError, isRefusal } from "./hostError";
import type { MeasuredSheet } from "./measureSheets";
import { LARGEST_PAYLOAD, payloadBytes } from "./payload";
import { readCells } from "./readCells";
import type { RangeContent } from "./readCells";
import type { RunBatch } from "./runBatch";

/** What is asked for beside the first cells, in the same round trip; gives what takes the answers in. */
export type Beside = (context: Excel.RequestContext) => () => void;

/** Whether a sheet that is too large for one part is wanted, by its beginning; every sheet is when left out. */
export type IsWanted = ((beginning: SheetSnapshot) => boolean) | undefined;

/** What reading cells gave: a snapshot of each sheet, without marks. */
export interface PartsReading {
  readonly sheets: readonly SheetSnapshot[];
  /** About how many bytes the answers took. */
  readonly bytes: number;
}

/** Four properties of a cell with a formatted amount: 1234567.89 twice, "#,##0.00" and "Double". */
const USUAL_BYTES_A_CELL = 44;

/** A sheet larger than one part is judged by this many rows: titles and headings stand within them. */
const BEGINNING_ROWS = 200;

/** A refusal without a name may be one of size; below so many cells it is not taken for such. */
const FEW_CELLS = 5000;

const CONTENT = "values,formulas,numberFormat,valueTypes,rowIndex,columnIndex";

/** How far the reading of one sheet has come. */
interface Progress {
  readonly sheet: MeasuredSheet;
  readonly rows: Map<number, ReadonlyMap<number, Cell>>;
  /** What has not been asked for; null once all has. */
  rest: CellRange | null;
  bytesACell: number;
  /** Undefined until it is known whether the sheet is wanted. */
  isWanted: boolean | undefined;
  unreadable: "tooLarge" | "refused" | "notWanted" | undefined;
}

interface Part {
  readonly of: Progress;
  readonly range: CellRange;
}

/**
 * Reads the cells of sheets, as many at a time as a response carries: one round trip for each 4 MB. What Excel refuses
 * for its size is asked for in halves; a sheet that it refuses otherwise is left unread and says so, and the others
 * are read. Throws ExcelError when Excel hands over nothing at all.
 * @param beside asked for in the first round trip; not taken in where that is refused
 */
export async function readParts(
  run: RunBatch,
  sheets: readonly MeasuredSheet[],
  isWanted: IsWanted,
  beside?: Beside,
): Promise<PartsReading> {
  const all = sheets.map((sheet) => begin(sheet, isWanted));
  const reading: Reading = { run, isWanted, beside, bytes: 0, hasRead: false, refusal: undefined };
  for (let group = nextGroup(all); group.length > 0; group = nextGroup(all)) await readGroup(reading, group);
  if (reading.refusal && !reading.hasRead) throw reading.refusal;
  // Nothing to read and yet something to ask for.
  if (reading.beside) await ask(reading, []).catch(passOver);
  return { sheets: all.map(snapshotOf), bytes: reading.bytes };
}

interface Reading {
  readonly run: RunBatch;
  readonly isWanted: IsWanted;
  beside: Beside | undefined;
  bytes: number;
  hasRead: boolean;
  refusal: ExcelError | undefined;
}

function begin(sheet: MeasuredSheet, isWanted: IsWanted): Progress {
  const { used, isRefused } = sheet;
  const isTooLarge = used !== null && cellsIn(used) > MAX_CELLS;
  return {
    sheet,
    rows: new Map(),
    rest: isTooLarge || isRefused ? null : used,
    bytesACell: USUAL_BYTES_A_CELL,
    isWanted: isWanted ? undefined : true,
    unreadable: isRefused ? "refused" : isTooLarge ? "tooLarge" : undefined,
  };
}

/**
 * The next parts, in the order of the sheets. A sheet that fits into one part is not cut; of a larger one of which it is
 * not known whether it is wanted the beginning alone is asked for, so that those of many sheets come together.
 */
function nextGroup(all: readonly Progress[]): Part[] {
  const group: Part[] = [];
  let room = LARGEST_PAYLOAD;
  for (const of of all) {
    const { rest, bytesACell } = of;
    if (!rest) continue;
    const bytesARow = columnsIn(rest) * bytesACell;
    const isToBeJudged = of.isWanted === undefined && rowsIn(rest) * bytesARow > LARGEST_PAYLOAD;
    const most = isToBeJudged ? BEGINNING_ROWS : Infinity;
    const count = Math.min(most, Math.max(1, Math.floor(room / bytesARow)));
    const isWhole = count >= rowsIn(rest) && bytesARow <= room;
    const isBeginning = isToBeJudged && count === most;
    if (!isWhole && !isBeginning && group.length > 0) break;
    const range = {
      ...rest,
      lastRow: isWhole ? rest.lastRow : Math.min(rest.lastRow, rest.firstRow + count - 1),
    };
    of.rest = range.lastRow === rest.lastRow ? null : { ...rest, firstRow: range.lastRow + 1 };
    group.push({ of, range });
    room -= rowsIn(range) * bytesARow;
    if (!isWhole && !isBeginning) break;
  }
  return group;
}

/** Reads some parts; what is refused is asked for part by part, then in halves. */
async function readGroup(reading: Reading, group: readonly Part[]): Promise<void> {
  const wanted = group.filter(({ of }) => of.unreadable === undefined);
  if (wanted.length === 0) return;
  let contents: readonly (RangeContent | null)[];
  try {
    contents = await ask(reading, wanted);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    reading.refusal = error;
    // What was asked for beside them may have been the trouble; it is asked for again elsewhere.
    const hadBeside = reading.beside !== undefined;
    reading.beside = undefined;
    if (hadBeside) await readGroup(reading, wanted);
    else if (wanted.length > 1) for (const part of wanted) await readGroup(reading, [part]);
    else await readHalves(reading, wanted[0] as Part, error);
    return;
  }
  for (const [index, content] of contents.entries()) {
    const part = wanted[index] as Part;
    // Near its limit Excel on the web gives null in place of the arrays, without an error (OfficeDev/office-js issue 6781).
    if (content) take(reading, part, content);
    else await readHalves(reading, part, new ExcelError("host.payloadTooLarge"));
  }
}

/** What the parts hold, null where Excel gives nothing; takes in what was asked for beside them. */
async function ask(reading: Reading, parts: readonly Part[]): Promise<readonly (RangeContent | null)[]> {
  const contents = await reading.run(async (context) => {
    const ranges = parts.map(({ of, range }) => {
      const { firstRow, firstColumn } = range;
      return context.workbook.worksheets
        .getItem(of.sheet.id)
        .getRangeByIndexes(firstRow, firstColumn, rowsIn(range), columnsIn(range))
        .load(CONTENT);
    });
    const answered = reading.beside?.(context);
    await context.sync();
    answered?.();
    return ranges.map((range): RangeContent | null => {
      const values = range.values as RangeContent["values"] | null;
      return values && { ...pick(range), values };
    });
  });
  reading.beside = undefined;
  return contents;
}

function pick({ rowIndex, columnIndex, formulas, numberFormat, valueTypes }: Excel.Range) {
  return { rowIndex, columnIndex, formulas, numberFormat, valueTypes };
}

/** Asks for half of a part at a time, rows before columns; a part that cannot be halved is refused with its sheet. */
async function readHalves(reading: Reading, { of, range }: Part, error: ExcelError): Promise<void> {
  const isOfSize =
    error.key === "host.payloadTooLarge" || (error.key === "host.unknown" && cellsIn(range) > FEW_CELLS);
  if (!isOfSize || cellsIn(range) === 1) {
    of.unreadable = "refused";
    of.rest = null;
    return;
  }
  of.bytesACell *= 2;
  for (const half of halvesOf(range)) await readGroup(reading, [{ of, range: half }]);
}

function halvesOf(range: CellRange): CellRange[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = range;
  const row = (firstRow + lastRow) >> 1;
  const column = (firstColumn + lastColumn) >> 1;
  return lastRow > firstRow
    ? [
        { ...range, lastRow: row },
        { ...range, firstRow: row + 1 },
      ]
    : [
        { ...range, lastColumn: column },
        { ...range, firstColumn: column + 1 },
      ];
}

/** Takes a part in, measures it, and asks whether the rest of its sheet is wanted. */
function take(reading: Reading, { of, range }: Part, content: RangeContent): void {
  const bytes = bytesOf(content);
  reading.bytes += bytes;
  reading.hasRead = true;
  // A little more than measured, as rows further down may hold longer texts.
  of.bytesACell = Math.max(USUAL_BYTES_A_CELL / 2, (bytes / cellsIn(range)) * 1.25);
  for (const [row, cells] of readCells(content)) {
    const known = of.rows.get(row);
    of.rows.set(row, known ? new Map([...known, ...cells]) : cells);
  }
  const firstRow = of.sheet.used?.firstRow ?? 0;
  if (of.isWanted !== undefined || !of.rest || range.lastRow - firstRow + 1 < BEGINNING_ROWS) return;
  of.isWanted = reading.isWanted?.(snapshotOf(of)) ?? true;
  if (of.isWanted) return;
  of.unreadable = "notWanted";
  of.rest = null;
}

function bytesOf({ values, formulas, numberFormat, valueTypes }: RangeContent): number {
  let bytes = 0;
  for (const grid of [values, formulas, numberFormat, valueTypes])
    for (const row of grid) for (const value of row) bytes += payloadBytes(value);
  return bytes;
}

function snapshotOf({ sheet, rows, unreadable }: Progress): SheetSnapshot {
  const { name, isProtected, isHidden, usedRange } = sheet;
  const common = { name, marks: [], isProtected, isHidden };
  return unreadable
    ? { ...common, rows: new Map(), unreadable: { reason: unreadable, usedRange } }
    : { ...common, rows };
}

function passOver(error: unknown): void {
  if (!isRefusal(error)) throw error;
}

function rowsIn({ firstRow, lastRow }: CellRange): number {
  return lastRow - firstRow + 1;
}

function columnsIn({ firstColumn, lastColumn }: CellRange): number {
  return lastColumn - firstColumn + 1;
}

function cellsIn(range: CellRange): number {
  return rowsIn(range) * columnsIn(range);
}
