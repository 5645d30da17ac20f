import type { Figure, RecognisedTable } from "../../recognition/recognised";
import { rowPlace } from "../../recognition/recognised";
import type { CellAddress } from "../../workbook/address";
import { cellKey } from "../cellKey";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import type { Effort } from "../system/effort";
import { tryReading } from "./reading";
import type { Reading, ReadingOutcome } from "./reading";
import type { Judging, Rejudging } from "./rejudging";
import { hasMoved, unexplainedCount } from "./shiftEvidence";
import { isWithin } from "./tableGrid";
import type { Block, TableGrid } from "./tableGrid";

/** Figures that stand one row or column away from where they belong. */
export interface Shift {
  readonly direction: "down" | "up" | "right" | "left";
  /** First and last cell of where the figures belong. */
  readonly first: CellAddress;
  readonly last: CellAddress;
}

export interface ShiftReading {
  readonly shift: Shift;
  readonly reading: Reading;
  readonly outcome: ReadingOutcome;
  /** Amounts in the cells left behind that no move accounts for: each is a mistake of its own beside the shift. */
  readonly unexplained: number;
}

/** How far a block may reach beyond the rows that show it: rows of zeros or of like figures show nothing. */
const BEYOND = 6;

/** Relations looked at before a shift is tried in earnest. */
const LOOKED = 4;

/** Failing relations of one table beyond which no block is looked for: whole tables that fail are no block in another place. */
const MOST_SIGNS = 2000;

/** Cells of a table that may be read otherwise in looking for a block (Effort). */
const MOST_READ = 10_000;

/** Relations of more rows of a table (totals) say little of where a block lies. */
const MOST_ROWS = 4;

/** What blocks are looked for in. */
export interface ShiftTask extends Judging {
  readonly failing: readonly Judgement[];
  /** The amount cells of a table, made once. */
  readonly gridOf: (table: RecognisedTable) => TableGrid;
  /** What may be read otherwise in all; a search that it ends gives what it has found. */
  readonly effort: Effort;
}

/** All shifts of blocks of this table that no relation speaks against, where relations of few rows fail. */
export function shiftReadings(table: RecognisedTable, task: ShiftTask): ShiftReading[] {
  if (!task.failing.some(({ relation }) => relation.terms.some(({ row }) => row.table === table))) return [];
  const grid = task.gridOf(table);
  const signs = signsOf(grid, task.failing);
  if (signs.length < 2 || signs.length > MOST_SIGNS) return [];
  return task.effort.within(MOST_READ, () => readingsOf(grid, signs, task));
}

function readingsOf(grid: TableGrid, signs: readonly Sign[], task: ShiftTask): ShiftReading[] {
  const { effort, rejudging } = task;
  const shown = grid.columns.flatMap((column, place) =>
    signs.some(({ columns }) => columns.includes(column)) ? [place] : [],
  );
  const found: ShiftReading[] = [];
  const directions = DIRECTIONS.map(([down, across]) => ({
    down,
    across,
    moved: movedTo(grid, down, across),
  }));
  for (const span of spansOf(Math.min(...shown), Math.max(...shown))) {
    const own = signsWithin(grid, signs, span);
    if (rowCount(own) < 2) continue;
    for (const direction of directions) {
      const { down, across } = direction;
      if (effort.isSpent) return found;
      effort.spend(LOOKED * (span.right - span.left + 1));
      if (!isLikely(grid, own, { ...span, ...direction }, rejudging)) continue;
      for (const block of blocksAt(grid, own, span, down)) {
        if (effort.isSpent) return found;
        effort.spend(sizeOf(block));
        const reading = readingOf(grid, block, direction);
        const outcome = reading && tryReading(task, reading);
        if (!reading || !outcome) continue;
        const settled = new Map(reading.figures);
        for (const figure of outcome.found) settled.set(cellKey(figure.address), figure);
        if (!hasMoved(grid, settled, { block, down, across }, reading)) continue;
        const unexplained = unexplainedCount(grid, settled, { block, down, across });
        const one = { shift: shiftOf(grid, block, down, across), reading, outcome, unexplained };
        // Nothing explains more, and larger blocks come later.
        const { mended, left } = outcome;
        const isWhole = left.length === 0 && unexplained === 0;
        if (isWhole && isAmong(signs, mended)) return [one];
        found.push(one);
      }
    }
  }
  return found;
}

function isAmong(signs: readonly Sign[], mended: readonly Judgement[]): boolean {
  const known = new Set(mended);
  return signs.every(({ judgement }) => known.has(judgement));
}

function sizeOf({ top, bottom, left, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Columns next to each other, by places in the grid, both ends included. */
type Span = Pick<Block, "left" | "right">;

/** All spans between two columns, the widest first. */
function spansOf(first: number, last: number): Span[] {
  const spans: Span[] = [];
  for (let left = first; left <= last; left++)
    for (let right = left; right <= last; right++) spans.push({ left, right });
  return spans.sort((a, b) => b.right - b.left - (a.right - a.left));
}

/** Where the figures lie from where they belong, in rows and columns. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** A failing relation that speaks of few rows of the table, by places in its grid: such show where a block lies. */
interface Sign {
  readonly judgement: Judgement;
  readonly rows: readonly number[];
  /** Sheet columns. */
  readonly columns: readonly number[];
}

function signsOf({ table, rows }: TableGrid, failing: readonly Judgement[]): Sign[] {
  const places = new Map(rows.map(({ sheet, row }, place) => [rowPlace(sheet, row), place]));
  return failing.flatMap((judgement): Sign[] => {
    const own = judgement.relation.terms.filter(({ row }) => row.table === table);
    const found = new Set(
      own.flatMap(({ figure: { address } }) => places.get(rowPlace(address.sheet, address.row)) ?? []),
    );
    if (found.size === 0 || found.size > MOST_ROWS) return [];
    const columns = own.map(({ figure }) => figure.address.column);
    return [{ judgement, rows: [...found].sort((a, b) => a - b), columns }];
  });
}

/** The signs in these columns; those of single rows alone where there are several, since they show best where a block lies. */
function signsWithin({ columns }: TableGrid, signs: readonly Sign[], { left, right }: Span): Sign[] {
  const inside = new Set(columns.slice(left, right + 1));
  const own = signs.filter((sign) => sign.columns.some((column) => inside.has(column)));
  const sharp = own.filter(({ rows }) => rows.length === 1);
  return rowCount(sharp) > 1 ? sharp : own;
}

function rowCount(signs: readonly Sign[]): number {
  return new Set(signs.flatMap(({ rows }) => rows)).size;
}

/** Blocks that begin and end about where the signs do, the smallest first; across columns just there. */
function blocksAt({ rows }: TableGrid, signs: readonly Sign[], { left, right }: Span, down: number): Block[] {
  const places = signs.flatMap((sign) => sign.rows);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (down === 0) return [{ top: first, bottom: last, left, right }];
  // A relation of several rows may reach beyond the block.
  const isSharp = signs.every((sign) => sign.rows.length === 1);
  const within = isSharp ? 1 : MOST_ROWS;
  const blocks: Block[] = [];
  for (let top = Math.max(0, first - BEYOND); top <= first + within; top++)
    for (let bottom = last - within; bottom <= Math.min(rows.length - 1, last + BEYOND); bottom++)
      if (top < bottom) blocks.push({ top, bottom, left, right });
  return blocks.sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
}

/** A quick look before blocks are tried: most of the signs hold once their rows are read one place away. */
function isLikely(
  grid: TableGrid,
  signs: readonly Sign[],
  { left, right, ...direction }: Span & Direction,
  rejudging: Rejudging,
): boolean {
  const { down } = direction;
  const places = signs.flatMap((sign) => sign.rows);
  // The figure that belongs to the row at the end was written over.
  const end = down > 0 ? Math.max(...places) : down < 0 ? Math.min(...places) : undefined;
  const looked = signs.filter(({ rows }) => end === undefined || !rows.includes(end)).slice(0, LOOKED);
  const fitting = looked.filter(({ judgement, rows }) => {
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    const reading = readingOf(grid, { top, bottom, left, right }, direction);
    if (!reading) return false;
    const lost = new Set(reading.lost.map(({ address }) => cellKey(address)));
    const isOpen = judgement.relation.terms.some(({ figure }) => lost.has(cellKey(figure.address)));
    return isOpen || !isFailing(rejudging.judge(judgement, reading.figures));
  });
  return fitting.length * 2 > looked.length;
}

/** A figure that lies one place away from its home: what its home would hold, by its cellKey. */
interface Moved {
  readonly key: string;
  readonly figure: Figure;
}

/** Says what would come home to a place from one place away; undefined for none, "bad" for what is no amount. Each made once. */
type MovedTo = (row: number, column: number) => Moved | "bad" | undefined;

function movedTo(grid: TableGrid, down: number, across: number): MovedTo {
  const known = new Map<number, ReturnType<MovedTo>>();
  const move = (row: number, column: number): ReturnType<MovedTo> => {
    const home = grid.figureAt(row, column);
    const content = grid.contentAt(row + down, column + across);
    if (content?.kind === "bad") return "bad";
    if (!home || !content) return undefined;
    return { key: cellKey(home.address), figure: { ...content, address: home.address } };
  };
  return (row, column) => {
    const at = row * grid.columns.length + column;
    if (!known.has(at)) known.set(at, move(row, column));
    return known.get(at);
  };
}

/** One place away, and what comes from there. */
interface Direction {
  readonly down: number;
  readonly across: number;
  readonly moved: MovedTo;
}

/**
 * The workbook as if the figures of a block lay where they belong; undefined where something that is no amount lies in
 * their place. What stood where the block has been put is lost.
 */
function readingOf(grid: TableGrid, block: Block, { down, across, moved }: Direction): Reading | undefined {
  const figures = new Map<string, Figure>();
  const lost: Figure[] = [];
  for (let row = block.top; row <= block.bottom; row++)
    for (let column = block.left; column <= block.right; column++) {
      const own = moved(row, column);
      if (own === "bad") return undefined;
      if (own) figures.set(own.key, own.figure);
      const covered = isWithin(block, row + down, column + across)
        ? undefined
        : grid.figureAt(row + down, column + across);
      if (covered) lost.push(covered);
    }
  return figures.size > 0 ? { figures, lost } : undefined;
}

function shiftOf({ rows, columns }: TableGrid, block: Block, down: number, across: number): Shift {
  const corner = (row: number, column: number): CellAddress => ({
    ...(rows[row] as TableGrid["rows"][number]),
    column: columns[column] as number,
  });
  return {
    direction: down > 0 ? "down" : down < 0 ? "up" : across > 0 ? "right" : "left",
    first: corner(block.top, block.left),
    last: corner(block.bottom, block.right),
  };
}
