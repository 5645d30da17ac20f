import type { CheckFinding } from "../checkFinding";
import type { ActKind, Suspect } from "../finding";

/** What speaks for a suspect, and the act it tells; the first that is among its reasons counts. */
const ACTS_OF_HINTS: readonly (readonly [hint: string, kind: ActKind])[] = [
  ["hint.formulaMisses", "sumMisses"],
  ["hint.formulaRepeats", "subtotalTwice"],
  ["hint.typedTotal", "formulaOverwritten"],
  ["hint.holdsTotal", "totalInChild"],
  ["hint.partTwice", "subtotalTwice"],
];

/**
 * A finding about relations that blames one cell is an act as well, the smallest there is: one figure typed wrong, or what its
 * hints tell of it. All others are given back as they are; what they say and how they are mended stays the same.
 */
export function withSingleAct(finding: CheckFinding): CheckFinding {
  const { act, verdict, suspects, rule } = finding;
  const [suspect] = suspects;
  if (act || rule === "joint" || verdict?.kind !== "one" || verdict.named !== 1 || !suspect) return finding;
  const { sheet, row } = suspect;
  return { ...finding, act: { kind: kindOf(suspect), rows: [{ sheet, row }], others: [] } };
}

function kindOf({ why }: Suspect): ActKind {
  const keys = new Set(why.map(({ key }) => key));
  return ACTS_OF_HINTS.find(([hint]) => keys.has(hint))?.[1] ?? "figure";
}
