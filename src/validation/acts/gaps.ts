import type { Decimal } from "../../amounts/decimal";
import { ZERO } from "../../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import type { RelationTerm } from "../../relations/relation";
import type { Checked } from "../checked";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { amountIn } from "./supposition";

/** By how much a sum exceeds its parts, column by column; negative where the parts are more. */
export interface Gap {
  /** Rows of the table among which a part is lacking or one too many. */
  readonly table: RecognisedTable;
  readonly parts: readonly RecognisedRow[];
  /** The row whose children they are; undefined where they have a code in common. */
  readonly parent: RecognisedRow | undefined;
  /** The code they have in common; "" where they are children. */
  readonly code: string;
  readonly columns: ReadonlyMap<number, { readonly by: Decimal; readonly slack: Decimal }>;
}

/** Sums that fail over the children of a row, and over rows that have a code in common, those set aside included. */
export function gapsOf({ judgements }: Checked): Gap[] {
  const found = new Map<string, Gap & { readonly columns: Map<number, { by: Decimal; slack: Decimal }> }>();
  for (const judgement of judgements) {
    if (!isFailing(judgement) && judgement.setAside !== "missingRow") continue;
    for (const sum of sumsIn(judgement)) {
      const key = `${sum.table.definition.id}|${sum.parent?.index ?? ""}|${sum.code}`;
      const known = found.get(key) ?? { ...sum, columns: new Map() };
      found.set(key, known);
      if (!known.columns.has(sum.column))
        known.columns.set(sum.column, { by: sum.by, slack: judgement.slack });
    }
  }
  return [...found.values()];
}

type SumAt = Omit<Gap, "columns"> & { readonly column: number; readonly by: Decimal };

function sumsIn({ relation, balance }: Judgement): SumAt[] {
  if (relation.operator !== "=" || !balance) return [];
  const part = relation.parts.find(({ parent, side }) => parent !== undefined && side === "right");
  const by = balance.deviation;
  const [left] = relation.terms;
  if (part?.parent) {
    const { parent, table } = part;
    return left ? [{ table, parent, parts: parent.children, code: "", column: left.column, by }] : [];
  }
  // By code: either side may be the one that lacks a row.
  if (!/^\d{7}$/.test(relation.key)) return [];
  return relation.parts.flatMap((one): SumAt[] => {
    const own = relation.terms.filter(({ row, side }) => row.table === one.table && side === one.side);
    const column = one.pattern.columns[0] ?? own[0]?.column;
    if (column === undefined) return [];
    const signed = one.side === "right" ? by : by.negated();
    return [
      { table: one.table, parent: undefined, parts: own.map(rowOf), code: relation.key, column, by: signed },
    ];
  });
}

function rowOf({ row }: RelationTerm): RecognisedRow {
  return row;
}

/** Whether a row accounts for a gap: in each of its columns the row has just what is too much (sign −1) or lacking (1). */
export function accountsFor(row: RecognisedRow, gap: Gap, sign: 1 | -1): boolean {
  return [...gap.columns].every(([column, { by, slack }]) => {
    const figure = row.figures.get(column);
    const own = (figure && amountIn(figure)) ?? ZERO;
    return !by.isZero() && own.times(sign).minus(by).abs().lessThanOrEqualTo(slack);
  });
}
