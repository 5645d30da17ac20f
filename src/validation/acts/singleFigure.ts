import { Decimal } from "../../amounts/decimal";
import type { CellAddress } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import type { CheckFinding } from "../checkFinding";
import type { ActKind, Suspect } from "../finding";
import { inUnit } from "../wording";
import type { Place, Scene } from "./scene";
import { isFormula } from "./scene";
import { amountIn } from "./supposition";

/** What speaks for a suspect, and the act it tells; the first that is among its reasons counts. */
const ACTS_OF_HINTS: readonly (readonly [hint: string, kind: ActKind])[] = [
  ["hint.formulaMisses", "sumMisses"],
  ["hint.formulaRepeats", "subtotalTwice"],
  ["hint.typedTotal", "formulaOverwritten"],
  ["hint.holdsTotal", "totalInChild"],
  ["hint.partTwice", "subtotalTwice"],
];

/** Digits an amount has at least that says where it comes from: 5.00 stands in many places. */
const LEAST_DIGITS = 3;

/** What the act of a single cell is told by. */
export interface SingleTask {
  readonly placeOf: Scene["placeOf"];
  /** True for a typed number where the cells like it have formulas. */
  readonly isOverwritten: (cell: CellAddress) => boolean;
  readonly workbook: WorkbookSnapshot;
}

/**
 * A finding about relations that blames one cell is an act as well, the smallest there is: one figure typed wrong, or what its
 * hints and its place tell of it. All others are given back as they are; what they say and how they are mended stays the same.
 */
export function withSingleAct(finding: CheckFinding, task: SingleTask): CheckFinding {
  const { act, verdict, suspects, rule } = finding;
  const [suspect] = suspects;
  if (act || rule === "joint" || verdict?.kind !== "one" || verdict.named !== 1 || !suspect) return finding;
  const { sheet, row } = suspect;
  return { ...finding, act: { kind: kindOf(suspect, task), rows: [{ sheet, row }], others: [] } };
}

function kindOf(suspect: Suspect, { placeOf, isOverwritten, workbook }: SingleTask): ActKind {
  const keys = new Set(suspect.why.map(({ key }) => key));
  const byHint = ACTS_OF_HINTS.find(([hint]) => keys.has(hint))?.[1];
  if (byHint === "sumMisses") return byHint;
  const place = placeOf(cellKey(suspect));
  if (place && holdsPartTwice(place, suspect)) return "subtotalTwice";
  if (isOverwritten(suspect)) return "formulaOverwritten";
  if (byHint) return byHint;
  return place && holdsTotal(place, suspect, workbook) ? "totalInChild" : "figure";
}

/** Whether a total has the amount of a part too much. */
function holdsPartTwice({ row, column, figure }: Place, suspect: Suspect): boolean {
  const now = amountIn(figure);
  return row.children.some((child) => {
    const own = child.figures.get(column);
    const part = own && amountIn(own);
    return now && part && isTelling(part) && isRight(now.minus(part), row, suspect);
  });
}

/** Whether a part holds what a row above it holds, or will hold once its formula has followed. */
function holdsTotal({ row, column, figure }: Place, suspect: Suspect, workbook: WorkbookSnapshot): boolean {
  const now = amountIn(figure);
  if (!now || !isTelling(now)) return false;
  for (let above = row.parent; above; above = above.parent) {
    const own = above.figures.get(column);
    const total = own && amountIn(own);
    if (!own || !total) continue;
    const isSame = isFormula({ workbook }, { figure: own })
      ? isRight(now.plus(now).minus(total), row, suspect)
      : total.equals(now);
    if (isSame) return true;
  }
  return false;
}

function isTelling(amount: Decimal): boolean {
  return (
    amount
      .abs()
      .toFixed()
      .replace(/\D/g, "")
      .replace(/^0+|0+$/g, "").length >= LEAST_DIGITS
  );
}

/** Whether an amount in 万元 is among those that a suspect may hold. */
function isRight(amount: Decimal, { table }: Place["row"], { low, high }: Suspect): boolean {
  const value = inUnit(amount, table.unit);
  return (
    low !== null &&
    high !== null &&
    value.greaterThanOrEqualTo(low) &&
    value.lessThanOrEqualTo(new Decimal(high))
  );
}
