import { Decimal } from "../../amounts/decimal";
import { unitFactor } from "../../amounts/unit";
import type { AmountUnit } from "../../amounts/unit";
import type { Figure, RecognisedTable } from "../../recognition/recognised";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import type { JudgementsAt } from "../judgementsAt";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { Effort } from "../system/effort";
import { tryReading } from "./reading";
import type { Reading, ReadingOutcome } from "./reading";
import type { Judging, Rejudging } from "./rejudging";
import { shiftReadings } from "./shiftReadings";
import type { Shift, ShiftTask } from "./shiftReadings";
import { gridOf } from "./tableGrid";
import type { TableGrid } from "./tableGrid";

/** A mistake that is one act though many cells show it: a block put one row or column off, a table in another unit. */
export type BlockMistake = {
  readonly table: RecognisedTable;
  /** Relations that fail because of it. */
  readonly failing: readonly Judgement[];
} & (
  | {
      readonly kind: "shift";
      readonly shift: Shift;
      /** What the cells should hold, those that were written over included where it can be worked out. */
      readonly figures: readonly Figure[];
    }
  | { readonly kind: "unit"; readonly unit: AmountUnit }
);

export interface BlockMistakes {
  readonly blocks: readonly BlockMistake[];
  /** The relations as they stand once the blocks are read as they should be. */
  readonly rest: readonly Judgement[];
}

const UNITS: readonly AmountUnit[] = ["元", "万元", "亿元"];

/** Blocks told of one workbook: each is looked for anew in what is left. */
const MOST_BLOCKS = 4;

/** Cells that may be read otherwise in looking for blocks (Effort). */
const MOST_READ = 30_000;

/** Failing relations looked at before a whole table is read in another unit. */
const LOOKED = 8;

/** Sides no further apart than this many times are of one order; units are 10,000 apart. */
const ONE_ORDER = 100;

/** Relations that a block has to put right, beyond those used up for what it wrote over. */
const LEAST_MENDED = { shift: 3, unit: 2 };

/**
 * Looks for blocks of figures that stand one row or column off, and for tables whose figures are in another unit than
 * they say. Such a reading is taken only when no relation speaks against it that holds as the workbook stands, and
 * when single cells would have to be wrong in several places at once.
 */
export function findBlocks(
  judgements: readonly Judgement[],
  tables: readonly RecognisedTable[],
  workbook: WorkbookSnapshot,
  { judgementsAt, rejudging }: Judging,
): BlockMistakes {
  const blocks: BlockMistake[] = [];
  const effort = new Effort(MOST_READ);
  const read = new Map<Judgement, Judgement>();
  const nowAt: JudgementsAt = (cell) => judgementsAt(cell).map((one) => read.get(one) ?? one);
  const now = () => judgements.map((one) => read.get(one) ?? one);
  const before = new Map<Judgement, Judgement>();
  const grids = new Map<RecognisedTable, TableGrid>();
  const tableGrid = (table: RecognisedTable) => {
    const grid = grids.get(table) ?? gridOf(table, workbook);
    grids.set(table, grid);
    return grid;
  };
  // Where one cell could be behind all that fails, nothing is simpler: most checks end here.
  for (let failing = now().filter(isFailing); blocks.length < MOST_BLOCKS && apart(failing) > 1;) {
    const task = { failing, judgementsAt: nowAt, rejudging, gridOf: tableGrid, effort };
    const best =
      bestOf(tables.flatMap((table) => unitCandidates(table, task))) ??
      bestOf(tables.flatMap((table) => shiftCandidates(table, task)));
    if (!best) break;
    const { judged, mended, left } = best.outcome;
    blocks.push(best.mistake([...mended, ...left]));
    for (const [one, after] of judged) {
      const first = before.get(one) ?? one;
      before.set(after, first);
      read.set(first, after);
    }
    failing = now().filter(isFailing);
  }
  return { blocks, rest: now() };
}

/** A reading that may be what happened. */
interface Candidate {
  readonly outcome: ReadingOutcome;
  /** Cells read otherwise: of readings that explain as much the smallest is taken. */
  readonly size: number;
  /** Relations it puts right that count as evidence, and how many it takes. */
  readonly net: number;
  readonly least: number;
  /** Single mistakes it leaves to be told beside it. */
  readonly besides: number;
  mistake(failing: readonly Judgement[]): BlockMistake;
}

/** Equations put right beyond those used up; an inequality that comes to hold proves little. */
function netOfShift({ mended, found }: ReadingOutcome): number {
  return mended.filter(({ relation }) => relation.operator === "=").length - found.length;
}

/** Relations put right; an inequality says something of a unit when its sides come to be of one order. */
function netOfUnit({ mended, judged }: ReadingOutcome): number {
  return mended.filter((before) => {
    const sums = judged.get(before)?.balance;
    if (before.relation.operator === "=" || !sums || sums.right.isZero()) return sums !== undefined;
    const ratio = sums.left.dividedBy(sums.right).abs();
    return ratio.lessThan(ONE_ORDER) && ratio.times(ONE_ORDER).greaterThan(1);
  }).length;
}

/** The reading that explains most, of those that explain as much the one that changes least. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates
    .filter(isSimpler)
    .sort((a, b) => b.net - a.net || b.outcome.mended.length - a.outcome.mended.length || a.size - b.size)[0];
}

/** Whether single cells would have to be wrong in more places than one block and what it wrote over. */
function isSimpler({ outcome, net, least, besides }: Candidate): boolean {
  const { mended, left } = outcome;
  if (net < least || left.length * 4 > mended.length) return false;
  return apart(mended) > (outcome.found.length > 0 ? 2 : 1) + besides;
}

/** Relations of which no two share a cell: at least as many cells would have to be wrong. */
export function apart(judgements: readonly Judgement[]): number {
  const taken = new Set<string>();
  let count = 0;
  for (const { relation } of [...judgements].sort(
    (a, b) => a.relation.terms.length - b.relation.terms.length,
  )) {
    const keys = relation.terms.map(({ figure }) => cellKey(figure.address));
    if (keys.some((key) => taken.has(key))) continue;
    keys.forEach((key) => taken.add(key));
    count++;
  }
  return count;
}

function unitCandidates(table: RecognisedTable, task: ShiftTask): Candidate[] {
  const { failing, rejudging } = task;
  const isAcross = ({ relation }: Judgement) =>
    relation.terms.some(({ row }) => row.table === table) &&
    relation.terms.some(({ row }) => row.table !== table);
  const across = failing.filter(isAcross);
  if (across.length < LEAST_MENDED.unit) return [];
  return UNITS.filter((unit) => unit !== table.unit).flatMap((unit): Candidate[] => {
    const scaled = figureInUnit(table, unit);
    if (!isLikelyUnit(across, table, scaled, rejudging)) return [];
    const figures = figuresBy(
      table.rows.flatMap((row) => [...row.figures.values()]),
      scaled,
    );
    const reading: Reading = { figures, lost: [] };
    const outcome = tryReading(task, reading);
    const size = reading.figures.size;
    return outcome
      ? [
          {
            outcome,
            size,
            net: netOfUnit(outcome),
            least: LEAST_MENDED.unit,
            besides: 0,
            mistake: (failing) => ({ kind: "unit", unit, table, failing }),
          },
        ]
      : [];
  });
}

/** A quick look before a whole table is read otherwise: some of the failing relations hold once their own figures are. */
function isLikelyUnit(
  across: readonly Judgement[],
  table: RecognisedTable,
  scaled: Scaled,
  rejudging: Rejudging,
): boolean {
  const every = Math.ceil(across.length / LOOKED);
  const looked = across.filter((_, place) => place % every === 0);
  const holds = looked.filter((judgement) => {
    const own = judgement.relation.terms.flatMap(({ row, figure }) => (row.table === table ? [figure] : []));
    return !isFailing(rejudging.judge(judgement, figuresBy(own, scaled)));
  });
  return holds.length * 2 >= looked.length;
}

/** A figure read in another unit; undefined for what is no amount, and for zero. */
type Scaled = (figure: Figure) => Figure | undefined;

function figuresBy(own: readonly Figure[], scaled: Scaled): Map<string, Figure> {
  return new Map(
    own.flatMap((figure) => {
      const other = scaled(figure);
      return other ? [[cellKey(figure.address), other] as const] : [];
    }),
  );
}

/** The figures of a table as if they were in this unit, whatever it says. */
function figureInUnit(table: RecognisedTable, unit: AmountUnit): Scaled {
  const factor = new Decimal(unitFactor(unit)).dividedBy(unitFactor(table.unit));
  let finest: Decimal | undefined;
  return (figure) => {
    if (figure.kind !== "amount" || figure.value.isZero()) return undefined;
    finest ??= new Decimal(10).pow(-decimalsIn(table, factor));
    const { value, stored, step } = figure;
    const scaled = { value: value.times(factor), stored: stored.times(factor) };
    const itsStep = step.times(factor);
    return { ...figure, ...scaled, step: itsStep.lessThan(finest) ? finest : itsStep };
  };
}

/** Figures that were rounded before they were multiplied say no more than their own digits. */
function decimalsIn({ rows }: RecognisedTable, factor: Decimal): number {
  let most = 0;
  for (const row of rows)
    for (const one of row.figures.values())
      if (one.kind === "amount") most = Math.max(most, one.value.times(factor).decimalPlaces());
  return most;
}

function shiftCandidates(table: RecognisedTable, task: ShiftTask): Candidate[] {
  return shiftReadings(table, task).map(({ shift, reading, outcome, unexplained }) => ({
    outcome,
    besides: unexplained,
    size: reading.figures.size,
    net: netOfShift(outcome),
    least: LEAST_MENDED.shift,
    mistake: (failing) => ({
      kind: "shift",
      shift,
      table,
      failing,
      figures: [...reading.figures.values(), ...outcome.found],
    }),
  }));
}
