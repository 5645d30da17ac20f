import load from "highs";
import { amountOf } from "../../src/relations/balance";
import type { RelationTerm } from "../../src/relations/relation";
import { cellKey } from "../../src/validation/cellKey";
import type { Judgement } from "../../src/validation/outcome";

/**
 * Judges figures without the product's engine: each relation by its interval, and where all pass, all together by HiGHS's
 * linear programming in floating point. Only the readings of the cells are the product's.
 */
export async function independentOracle() {
  const highs = await load();
  return (judgements: readonly Judgement[]): "alone" | "together" | "none" => {
    const relations = judgements.flatMap(({ relation, balance }) => (balance ? [relation] : []));
    const lines: string[] = [];
    const bounds = new Map<string, { name: string; half: number }>();
    let isAlone = false;
    relations.forEach(({ terms, operator, constant }, index) => {
      let rest = constant;
      let slack = 0;
      const factors = new Map<string, number>();
      for (const term of terms) {
        const factor = term.side === "left" ? term.coefficient : term.coefficient.negated();
        rest = rest.minus(factor.times(amountOf(term)));
        const { name, half } = boundOf(term, bounds);
        slack += Math.abs(factor.toNumber()) * half;
        factors.set(name, (factors.get(name) ?? 0) + factor.toNumber());
      }
      // In half steps of 0.01 万元.
      const off = rest.times(200).toNumber();
      const excess = operator === "=" ? Math.abs(off) : operator === "<=" ? -off : off;
      if (excess > slack + 1e-6) isAlone = true;
      const sum = [...factors].map(
        ([name, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`,
      );
      lines.push(` r${index}: ${sum.join("\n  ")} ${operator} ${off}`);
    });
    if (isAlone) return "alone";
    const limits = [...bounds.values()].map(({ name, half }) => ` ${-half} <= ${name} <= ${half}`);
    const first = [...bounds.values()][0]?.name ?? "x";
    const text = ["Minimize", ` o: 0 ${first}`, "Subject To", ...lines, "Bounds", ...limits, "End", ""].join(
      "\n",
    );
    return highs.solve(text).Status === "Infeasible" ? "together" : "none";
  };
}

function boundOf({ figure }: RelationTerm, bounds: Map<string, { name: string; half: number }>) {
  const key = cellKey(figure.address);
  const known = bounds.get(key);
  if (known) return known;
  // A figure printed as zero is exactly zero, and a blank cell says nothing.
  const half = figure.kind === "amount" && !figure.value.isZero() ? figure.step.times(100).toNumber() : 0;
  const bound = { name: `x${bounds.size}`, half };
  bounds.set(key, bound);
  return bound;
}
