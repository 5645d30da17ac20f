import type { RelationTerm } from "../../relations/relation";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import type { JudgementsAt } from "../judgementsAt";
import { isWithinSlack } from "../outcome";
import type { Judgement } from "../outcome";
import type { Doubt, WeighCell } from "./jointSystem";

/**
 * How unlikely it is that a figure is the wrong one. Every cell weighs from 0.95 to less than 1.45, so that one cell to blame
 * is always better than two; the rest puts those who could each be it in order.
 */
const WEIGHTS = {
  base: 1,
  /** A formula computes what it is given; a number is typed. */
  formula: 0.2,
  /** A formula that does not add up what it should is likelier wrong than any number. */
  wrongFormula: -0.05,
  /** For each relation that agrees with the figure as it stands, up to MOST_AGREEING. */
  agreeing: 0.04,
} as const;

const MOST_AGREEING = 5;

/** Sets of cells heavier than the lightest by no more than this are named too: the same number of cells, less likely. */
export const WEIGHT_BAND = 0.49;

/** Weighs the cells of a workbook by what it holds and by the relations that agree with them, looked up when asked for. */
export function weighCells(workbook: WorkbookSnapshot, judgementsAt: JudgementsAt): WeighCell {
  return ({ figure }: RelationTerm, doubt?: Doubt) => {
    const isFormula = cellAtAddress(workbook, figure.address)?.formula !== undefined;
    const computed = doubt?.isWrong ? WEIGHTS.wrongFormula : isFormula ? WEIGHTS.formula : 0;
    const count = doubt?.agreeing ?? judgementsAt(figure.address).filter(isAgreeing).length;
    return WEIGHTS.base + computed + Math.min(count, MOST_AGREEING) * WEIGHTS.agreeing;
  };
}

function isAgreeing(judgement: Judgement): boolean {
  return judgement.outcome === "exact" || isWithinSlack(judgement);
}
