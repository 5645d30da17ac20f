import { isFailing } from "../outcome";
import type { Candidate } from "./act";
import type { Scene } from "./scene";
import { isFormula } from "./scene";
import { amountIn, Supposition } from "./supposition";

/** Figures kept as text that the sums over them pass over: with them every formula above comes to what it should. */
export function textFigures(scene: Scene): Candidate[] {
  const texts = new Map(
    scene.failing
      .flatMap(({ relation }) => relation.terms)
      .filter(({ figure }) => figure.kind === "amount" && figure.isText)
      .map((term) => [term.figure, term] as const),
  );
  return [...texts.values()].flatMap((place): Candidate[] => {
    const amount = amountIn(place.figure);
    if (!amount || amount.isZero()) return [];
    const supposition = new Supposition(scene, { withFormulas: true });
    for (const judgement of scene.judgementsAt(place.figure.address)) {
      const [total, ...others] = judgement.relation.terms.filter(({ side }) => side === "left");
      if (!isFailing(judgement) || !total || others.length > 0 || !isFormula(scene, total)) continue;
      const by = supposition.wanted(total, judgement);
      if (by && by.minus(amount).abs().lessThanOrEqualTo(judgement.slack)) supposition.change(total, amount);
    }
    const supposed = supposition.settle() ? supposition.outcome() : undefined;
    if (!supposed || supposed.mended.length === 0) return [];
    const { row, column } = place;
    return [
      {
        kind: "textFigure",
        table: row.table,
        rows: [row],
        columns: [column],
        cells: [place],
        supposed: { ...supposed, figures: new Map(supposed.figures) },
        free: 0,
        cost: 1,
      },
    ];
  });
}
