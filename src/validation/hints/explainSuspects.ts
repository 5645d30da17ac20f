import { Decimal } from "../../amounts/decimal";
import { plainAmount } from "../../amounts/format";
import { convertAmount } from "../../amounts/unit";
import { COMMON_UNIT } from "../../recognition/figures";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { Finding, MessageRef, Suspect } from "../finding";
import type { JudgementsAt } from "../judgementsAt";
import { amountOf } from "../../relations/balance";
import type { RelationTerm } from "../../relations/relation";
import { inUnit } from "../wording";
import { findSlip } from "./digits";
import type { Slip } from "./digits";
import type { HintContext } from "./hintContext";
import { hintContext } from "./hintContext";
import { neighbourHint } from "./place";
import { sumHints, typedTotalHint } from "./sums";

/**
 * The findings with what may have happened added to each suspect's reasons: each hint is a test on the numbers or on the
 * formula at hand, and none is given where the test does not say so. A suspect whose digits tell the right figure has it
 * proposed; those with a hint come first, those that would have to turn negative last. Changes nothing else.
 */
export function explainSuspects<T extends Finding>(
  findings: readonly T[],
  judgementsAt: JudgementsAt,
  workbook: WorkbookSnapshot,
): T[] {
  if (findings.every(({ suspects }) => suspects.length === 0)) return [...findings];
  const context = hintContext(judgementsAt, workbook);
  return findings.map((finding) => {
    const explained = finding.suspects.map((suspect) => explain(suspect, context));
    return { ...finding, suspects: inOrder(explained).map(({ suspect }) => suspect) };
  });
}

/** A suspect with its hints, and its place in the order: the smaller, the likelier. */
interface Explained {
  readonly suspect: Suspect;
  readonly rank: number;
}

/** After what its surroundings and its digits tell, by chance (Slip): nothing told; would have to turn negative. */
const RANKS = { told: 0, untold: 3, negative: 4 } as const;

/** Suspects that must be changed together stay side by side. */
function inOrder(explained: readonly Explained[]): readonly Explained[] {
  const isTogether = explained.some(({ suspect }) =>
    suspect.why.some(({ key }) => key === "suspect.together" || key === "suspect.act"),
  );
  return isTogether ? explained : [...explained].sort((a, b) => a.rank - b.rank);
}

function explain(suspect: Suspect, context: HintContext): Explained {
  const term = context.placesOf(suspect)[0]?.term;
  if (!term) return { suspect, rank: RANKS.untold };
  const hints = placeHints(suspect, term, context);
  const slip = slipFor(suspect, term);
  const why = [...suspect.why, ...unique(slip ? [...hints, slip.hint] : hints)];
  const suggested = slip ? plainAmount(slip.right) : suspect.suggested;
  const isTyped = context.cellOf(suspect)?.formula === undefined;
  const ranks = [
    ...(hints.length > 0 ? [RANKS.told] : []),
    ...(slip && isTyped ? [slip.chance] : []),
    turnsNegative(suspect, term) ? RANKS.negative : RANKS.untold,
  ];
  const rank = Math.min(...ranks);
  return { suspect: { ...suspect, suggested, why }, rank };
}

/** What an act tells of a cell stands; its digits may say the same. */
function slipFor(suspect: Suspect, term: RelationTerm): Slip | undefined {
  const isTold = suspect.why.some(({ key }) => key === "suspect.act");
  return isTold
    ? slipOf({ ...suspect, low: suspect.suggested, high: suspect.suggested }, term)
    : slipOf(suspect, term);
}

/** Whether a figure that is not negative could only be right below zero. */
function turnsNegative({ high }: Suspect, term: RelationTerm): boolean {
  return high !== null && new Decimal(high).isNegative() && !amountOf(term).isNegative();
}

/** What may have happened to one suspect, the most telling first; empty when no test says so. */
export function suspectHints(suspect: Suspect, context: HintContext): MessageRef[] {
  const term = context.placesOf(suspect)[0]?.term;
  if (!term) return [];
  const slip = slipOf(suspect, term);
  return unique([...placeHints(suspect, term, context), ...(slip ? [slip.hint] : [])]);
}

/** Hints by what stands around the cell and by its formula. */
function placeHints(suspect: Suspect, { row }: RelationTerm, context: HintContext): MessageRef[] {
  const hints = [...sumHints(suspect, context), ...typedTotalHint(suspect, context)];
  if (suspect.low === null || suspect.high === null) return hints;
  const common = (amount: string) => convertAmount(new Decimal(amount), row.table.unit, COMMON_UNIT);
  const wanted = { low: common(suspect.low), high: common(suspect.high) };
  const neighbour = neighbourHint(suspect, wanted, context);
  return neighbour ? [...hints, neighbour] : hints;
}

/** Hint by the digits of the figure itself. */
function slipOf({ low, high, suggested }: Suspect, term: RelationTerm): Slip | undefined {
  if (low === null || high === null || term.figure.kind !== "amount") return undefined;
  const present = inUnit(amountOf(term), term.row.table.unit);
  const decimals = Math.max(0, term.figure.decimals);
  return findSlip(
    { present, decimals, low: new Decimal(low), high: new Decimal(high) },
    suggested === null ? undefined : new Decimal(suggested),
  );
}

function unique(hints: readonly MessageRef[]): MessageRef[] {
  return [...new Map(hints.map((one) => [JSON.stringify(one), one])).values()];
}
