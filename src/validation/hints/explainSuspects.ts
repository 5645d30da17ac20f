import { Decimal } from "../../amounts/decimal";
import { convertAmount } from "../../amounts/unit";
import { COMMON_UNIT } from "../../recognition/figures";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { Finding, MessageRef, Suspect } from "../finding";
import type { Judgement } from "../outcome";
import { amountOf } from "../../relations/balance";
import { inUnit } from "../wording";
import { digitSlip } from "./digits";
import type { HintContext } from "./hintContext";
import { hintContext } from "./hintContext";
import { neighbourHint } from "./place";
import { sumHints, typedTotalHint } from "./sums";

/**
 * The findings with what may have happened added to each suspect's reasons: each hint is a test on the numbers or on the
 * formula at hand, and none is given where the test does not say so. Changes nothing else.
 */
export function explainSuspects<T extends Finding>(
  findings: readonly T[],
  judgements: readonly Judgement[],
  workbook: WorkbookSnapshot,
): T[] {
  if (findings.every(({ suspects }) => suspects.length === 0)) return [...findings];
  const context = hintContext(judgements, workbook);
  return findings.map((finding) => ({
    ...finding,
    suspects: finding.suspects.map((suspect) => ({
      ...suspect,
      why: [...suspect.why, ...suspectHints(suspect, context)],
    })),
  }));
}

/** What may have happened to one suspect, the most telling first; empty when no test says so. */
export function suspectHints(suspect: Suspect, context: HintContext): MessageRef[] {
  const term = context.placesOf(suspect)[0]?.term;
  if (!term) return [];
  const hints = [...sumHints(suspect, context), ...typedTotalHint(suspect, context)];
  if (suspect.low === null || suspect.high === null) return unique(hints);
  const { unit } = term.row.table;
  const [low, high] = [new Decimal(suspect.low), new Decimal(suspect.high)];
  const common = (amount: Decimal) => convertAmount(amount, unit, COMMON_UNIT);
  const neighbour = neighbourHint(suspect, { low: common(low), high: common(high) }, context);
  if (neighbour) hints.push(neighbour);
  if (term.figure.kind === "amount") {
    const present = inUnit(amountOf(term), unit);
    const right = suspect.suggested === null ? { low, high } : exactly(new Decimal(suspect.suggested));
    const slip =
      digitSlip({ present, decimals: term.figure.decimals, ...right }) ??
      digitSlip({ present, decimals: term.figure.decimals, low, high });
    if (slip) hints.push(slip);
  }
  return unique(hints);
}

function exactly(value: Decimal): { readonly low: Decimal; readonly high: Decimal } {
  return { low: value, high: value };
}

function unique(hints: readonly MessageRef[]): MessageRef[] {
  return [...new Map(hints.map((one) => [JSON.stringify(one), one])).values()];
}
