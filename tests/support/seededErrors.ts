import { Decimal } from "../../src/amounts/decimal";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { AmountFigure, Figure } from "../../src/recognition/recognised";
import { relate } from "../../src/relations/relate";
import { withTerms } from "../../src/relations/relation";
import type { Relation, RelationTerm } from "../../src/relations/relation";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { cellKey } from "../../src/validation/cellKey";
import { judge } from "../../src/validation/outcome";
import type { Judgement } from "../../src/validation/outcome";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Chooser } from "./random";

/** Relations of a workbook with their judgements, ready for figures to be changed one at a time. */
export interface Prepared {
  readonly workbook: WorkbookSnapshot;
  readonly judgements: readonly Judgement[];
  /** Cells that stand in relations and hold an amount, with the places of their relations. */
  readonly cells: readonly { readonly term: RelationTerm; readonly relations: readonly number[] }[];
}

export function prepare(workbook: WorkbookSnapshot): Prepared {
  const { tables } = recogniseWorkbook(workbook, GUANGZHOU);
  const { relations } = relate(tables, GUANGZHOU);
  const cells = new Map<string, { term: RelationTerm; relations: number[] }>();
  relations.forEach((relation, index) => {
    for (const term of relation.terms) {
      if (term.figure.kind !== "amount") continue;
      const key = cellKey(term.figure.address);
      const known = cells.get(key) ?? { term, relations: [] };
      known.relations.push(index);
      cells.set(key, known);
    }
  });
  return { workbook, judgements: relations.map(judge), cells: [...cells.values()] };
}

/** The judgements after some figures were replaced; the others are kept as they are. */
export function judgeChanged(prepared: Prepared, changes: ReadonlyMap<string, Decimal>): Judgement[] {
  const touched = new Set(
    prepared.cells
      .filter(({ term }) => changes.has(cellKey(term.figure.address)))
      .flatMap(({ relations }) => relations),
  );
  return prepared.judgements.map((judgement, index) =>
    touched.has(index) ? judge(withFigures(judgement.relation, changes)) : judgement,
  );
}

function withFigures(relation: Relation, changes: ReadonlyMap<string, Decimal>): Relation {
  const terms = relation.terms.map((term) => {
    const value = changes.get(cellKey(term.figure.address));
    if (!value || term.figure.kind !== "amount") return term;
    const figure: Figure = {
      ...(term.figure as AmountFigure & Figure),
      kind: "amount",
      value,
      stored: value,
    };
    return { ...term, figure };
  });
  return withTerms(relation, terms);
}

/** The eight ways in which a figure goes wrong. */
export const KINDS = [
  "digits exchanged",
  "sign",
  "point",
  "yuan",
  "digit wrong",
  "digit lost",
  "part left out",
  "neighbour's amount",
] as const;
export type Kind = (typeof KINDS)[number];

/** A wrong value for the cell, undefined where this kind of error would not change it. */
export function wrongValue(
  kind: Kind,
  { figure }: RelationTerm,
  prepared: Prepared,
  choose: Chooser,
): Decimal | undefined {
  if (figure.kind !== "amount") return undefined;
  const { value, step } = figure;
  const count = value.dividedBy(step).abs().round();
  const digits = count.toFixed();
  const sign = value.isNegative() ? -1 : 1;
  const from = (text: string) => new Decimal(text).times(step).times(sign);
  const at = choose.below(Math.max(1, digits.length - 1));
  const result = {
    "digits exchanged": () =>
      digits.length > 1
        ? from(digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2))
        : undefined,
    sign: () => value.negated(),
    point: () => value.times(choose.pick([10, 100])),
    yuan: () => value.times(10000),
    "digit wrong": () =>
      from(
        digits.slice(0, at) + String((Number(digits[at]) + 1 + choose.below(9)) % 10) + digits.slice(at + 1),
      ),
    "digit lost": () => (digits.length > 1 ? from(digits.slice(0, at) + digits.slice(at + 1)) : undefined),
    "part left out": () => value.minus(amountNear(prepared, choose)),
    "neighbour's amount": () => amountNear(prepared, choose),
  }[kind]();
  return result === undefined || result.equals(value) ? undefined : result;
}

function amountNear({ cells }: Prepared, choose: Chooser): Decimal {
  const { figure } = choose.pick(cells).term;
  return figure.kind === "amount" ? figure.value : new Decimal(0);
}
