import { Decimal } from "../../amounts/decimal";
import { unitFactor } from "../../amounts/unit";
import type { AmountUnit } from "../../amounts/unit";
import type { Figure, RecognisedTable } from "../../recognition/recognised";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { byCell, tryReading } from "./reading";
import type { JudgementsByCell, Reading, ReadingOutcome } from "./reading";
import { shiftReadings } from "./shiftReadings";
import type { Shift } from "./shiftReadings";

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
): BlockMistakes {
  const blocks: BlockMistake[] = [];
  let rest = judgements;
  // Where one cell could be behind all that fails, nothing is simpler: most checks end here.
  while (blocks.length < MOST_BLOCKS && apart(rest.filter(isFailing)) > 1) {
    const relations = byCell(rest);
    const best =
      bestOf(tables.flatMap((table) => unitCandidates(table, rest, relations))) ??
      bestOf(tables.flatMap((table) => shiftCandidates(table, rest, relations, workbook)));
    if (!best) break;
    const { judged, mended, left } = best.outcome;
    blocks.push(best.mistake([...mended, ...left]));
    rest = rest.map((one) => judged.get(one) ?? one);
  }
  return { blocks, rest };
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
function apart(judgements: readonly Judgement[]): number {
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

function unitCandidates(
  table: RecognisedTable,
  judgements: readonly Judgement[],
  relations: JudgementsByCell,
): Candidate[] {
  const isAcross = ({ relation }: Judgement) =>
    relation.terms.some(({ row }) => row.table === table) &&
    relation.terms.some(({ row }) => row.table !== table);
  const failing = judgements.filter((one) => isFailing(one) && isAcross(one));
  if (failing.length < LEAST_MENDED.unit) return [];
  return UNITS.filter((unit) => unit !== table.unit).flatMap((unit): Candidate[] => {
    const reading = inUnit(table, unit);
    const outcome = tryReading(relations, reading);
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

/** The table as if its figures were in this unit, whatever it says. */
function inUnit(table: RecognisedTable, unit: AmountUnit): Reading {
  const factor = new Decimal(unitFactor(unit)).dividedBy(unitFactor(table.unit));
  const figures = new Map<string, Figure>();
  for (const row of table.rows)
    for (const figure of row.figures.values()) {
      if (figure.kind !== "amount" || figure.value.isZero()) continue;
      const { value, stored, step } = figure;
      const scaled = { value: value.times(factor), stored: stored.times(factor), step: step.times(factor) };
      figures.set(cellKey(figure.address), { ...figure, ...scaled });
    }
  return { figures, lost: [] };
}

function shiftCandidates(
  table: RecognisedTable,
  judgements: readonly Judgement[],
  relations: JudgementsByCell,
  workbook: WorkbookSnapshot,
): Candidate[] {
  return shiftReadings(table, judgements, relations, workbook).map(
    ({ shift, reading, outcome, unexplained }) => ({
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
    }),
  );
}
