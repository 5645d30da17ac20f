import type { RelationTerm } from "../relations/relation";
import { cellKey } from "./cellKey";
import type { CheckFinding } from "./checkFinding";
import type { Judgement } from "./outcome";
import { isCounted, relationFinding } from "./relationFindings";

/**
 * Differences of just as much as half steps come to, which rounding half up never makes (outcome `edge`): a warning each,
 * since published tables have them where a total was balanced by hand. Relations over the same figures, zeros aside, are
 * told once.
 */
export function edgeFindings(judgements: readonly Judgement[]): CheckFinding[] {
  const bySameFigures = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    if (judgement.outcome !== "edge") continue;
    const key = judgement.relation.terms.filter(isCounted).map(figureKey).sort().join();
    const known = bySameFigures.get(key);
    if (known) known.push(judgement);
    else bySameFigures.set(key, [judgement]);
  }
  return [...bySameFigures.values()].map((same) =>
    relationFinding(same, { severity: "warning", suspects: [] }),
  );
}

function figureKey({ figure }: RelationTerm): string {
  return cellKey(figure.address);
}
