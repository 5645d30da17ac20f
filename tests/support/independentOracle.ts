import load from "highs";
import { amountOf } from "../../src/relations/balance";
import type { Relation, RelationTerm } from "../../src/relations/relation";
import { cellKey } from "../../src/validation/cellKey";
import type { Judgement } from "../../src/validation/outcome";

/** alone: a relation cannot hold by itself; together: each can, and all cannot; none: all can hold. */
export type Oracle = (judgements: readonly Judgement[]) => "alone" | "together" | "none";

/**
 * Judges figures without the product's engine: each relation by its interval, and where all pass, all together by HiGHS's
 * linear programming in floating point. Only the readings of the cells are the product's.
 */
export async function independentOracle(): Promise<Oracle> {
  const highs = await load();
  const known = new WeakMap<Relation, Sum>();
  return (judgements) => {
    const sums = judgements.flatMap(({ relation, balance }) => {
      if (!balance) return [];
      const sum = known.get(relation) ?? sumOf(relation);
      known.set(relation, sum);
      return [sum];
    });
    if (sums.some(({ isBroken }) => isBroken)) return "alone";
    const names = new Map<string, string>();
    const limits: string[] = [];
    const nameOf = (key: string, half: number) => {
      const name = names.get(key) ?? `x${names.size}`;
      if (!names.has(key)) limits.push(` ${-half} <= ${name} <= ${half}`);
      names.set(key, name);
      return name;
    };
    const lines = sums.map(({ parts, operator, off }, index) => {
      const text = parts.map(
        ({ key, factor, half }) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${nameOf(key, half)}`,
      );
      return ` r${index}: ${text.join("\n  ")} ${operator} ${off}`;
    });
    const head = ["Minimize", " o: 0 x0", "Subject To"];
    const text = [...head, ...lines, "Bounds", ...limits, "End", ""].join("\n");
    return highs.solve(text).Status === "Infeasible" ? "together" : "none";
  };
}

/** A relation over the differences between true amounts and printed figures, in half steps of 0.01 万元. */
interface Sum {
  readonly parts: readonly { readonly key: string; readonly factor: number; readonly half: number }[];
  readonly operator: Relation["operator"];
  readonly off: number;
  readonly isBroken: boolean;
}

function sumOf({ terms, operator, constant }: Relation): Sum {
  let rest = constant;
  let slack = 0;
  const parts = new Map<string, { key: string; factor: number; half: number }>();
  for (const term of terms) {
    const factor = term.side === "left" ? term.coefficient : term.coefficient.negated();
    rest = rest.minus(factor.times(amountOf(term)));
    const half = halfOf(term);
    slack += Math.abs(factor.toNumber()) * half;
    const key = cellKey(term.figure.address);
    const before = parts.get(key)?.factor ?? 0;
    parts.set(key, { key, factor: before + factor.toNumber(), half });
  }
  const off = rest.times(200).toNumber();
  const excess = operator === "=" ? Math.abs(off) : operator === "<=" ? -off : off;
  return { parts: [...parts.values()], operator, off, isBroken: excess > slack + 1e-6 };
}

/** A figure printed as zero is exactly zero, and a blank cell says nothing. */
function halfOf({ figure }: RelationTerm): number {
  return figure.kind === "amount" && !figure.value.isZero() ? figure.step.times(100).toNumber() : 0;
}
