import { Decimal } from "../../amounts/decimal";
import type { RecognisedRow } from "../../recognition/recognised";
import { amountOf } from "../../relations/balance";
import type { Relation, RelationTerm } from "../../relations/relation";
import type { Checked } from "../../validation/checked";
import { isWithinSlack } from "../../validation/outcome";
import type { Judgement } from "../../validation/outcome";
import { cellKey } from "../../validation/cellKey";
import type { CellAddress } from "../../workbook/address";
import type { Cell } from "../../workbook/snapshot";
import type { IntegerConstraint, IntegerModel, IntegerVariable } from "./integerModel";

/** What may be done with a cell: moved by a step, follow as a formula by itself, or stay. */
export type CellRole = "movable" | "formula" | "fixed";

export interface RoundingCell {
  readonly address: CellAddress;
  readonly row: RecognisedRow;
  readonly term: RelationTerm;
  readonly role: CellRole;
  /** How many storeys of sums of its own table stand below it; 0 for a leaf. */
  readonly height: number;
}

/** Figures that hang together by relations; one that has a difference to be removed. */
export interface RoundingGroup {
  readonly judgements: readonly Judgement[];
  readonly cells: ReadonlyMap<string, RoundingCell>;
}

export interface RoundingRules {
  readonly cellOf: (address: CellAddress) => Cell | undefined;
  /** Cells that must stay: the user has locked them, or another authority has given them. */
  readonly isLocked: (address: CellAddress) => boolean;
}

/** Moving a total costs as much as moving this many of the figures one storey below: readers know the totals. */
const COST_OF_STOREY = 4;

/** Higher totals cost no more than these, so that costs stay comparable. */
const HIGHEST = 5;

/** A difference that stays costs more than any changes that would remove it. */
const COST_OF_DIFFERENCE = 100_000;

/** How far formulas may follow, in steps: each of their parts may move by one. */
const FORMULA_STEPS = 1000;

/**
 * Splits the relations around rounding differences that can be told into groups without a common cell. Those set aside
 * say nothing of their figures, and so bind none.
 */
export function roundingGroups({ judgements, index }: Checked, rules: RoundingRules): RoundingGroup[] {
  const rounded = judgements.flatMap((judgement, place) => (isWithinSlack(judgement) ? [place] : []));
  const told = index
    .partsOf(rounded)
    .flat()
    .flatMap((place) => judgements[place] ?? [])
    .filter(({ outcome }) => outcome !== "cannotTell");
  const byCell = new Map<string, Judgement[]>();
  for (const judgement of told)
    for (const key of keysOf(judgement)) {
      const others = byCell.get(key);
      if (others) others.push(judgement);
      else byCell.set(key, [judgement]);
    }
  const seen = new Set<Judgement>();
  const groups: RoundingGroup[] = [];
  for (const start of told) {
    if (seen.has(start)) continue;
    // The set grows while it is walked, until no relation shares a cell with those in it.
    const group = new Set([start]);
    for (const judgement of group)
      for (const key of keysOf(judgement)) for (const other of byCell.get(key) ?? []) group.add(other);
    group.forEach((judgement) => seen.add(judgement));
    groups.push({ judgements: [...group], cells: cellsOf([...group], rules) });
  }
  return groups;
}

function keysOf({ relation }: Judgement): string[] {
  return relation.terms.map(({ figure }) => cellKey(figure.address));
}

function cellsOf(judgements: readonly Judgement[], rules: RoundingRules): Map<string, RoundingCell> {
  const heightOf = heights(judgements);
  const cells = new Map<string, RoundingCell>();
  for (const { relation } of judgements) {
    for (const term of relation.terms) {
      const { address } = term.figure;
      const key = cellKey(address);
      if (cells.has(key)) continue;
      cells.set(key, { address, row: term.row, term, role: roleOf(term, rules), height: heightOf(key) });
    }
  }
  return cells;
}

/** The longest way down from a cell through the sums of its table. */
function heights(judgements: readonly Judgement[]): (key: string) => number {
  const parts = new Map<string, string[]>();
  for (const { relation } of judgements) {
    const [total, ...others] = relation.terms.filter(({ side }) => side === "left");
    const isOwnSum = relation.terms.every(({ row }) => row.table === relation.table);
    if (relation.operator !== "=" || !total || others.length > 0 || !isOwnSum) continue;
    const below = relation.terms
      .filter(({ side }) => side === "right")
      .map(({ figure }) => cellKey(figure.address));
    const key = cellKey(total.figure.address);
    parts.set(key, [...(parts.get(key) ?? []), ...below]);
  }
  const known = new Map<string, number>();
  const heightOf = (key: string): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    // Two sums may stand for each other (收入总计 = 支出总计); each then counts as a leaf of the other.
    known.set(key, 0);
    const height = Math.max(0, ...(parts.get(key) ?? []).map((part) => heightOf(part) + 1));
    known.set(key, height);
    return height;
  };
  return heightOf;
}

/** A printed zero is exactly zero and a blank says nothing: neither is ever made a figure. */
function roleOf({ figure }: RelationTerm, { cellOf, isLocked }: RoundingRules): CellRole {
  if (figure.kind !== "amount") return "fixed";
  if (cellOf(figure.address)?.formula !== undefined) return "formula";
  if (figure.value.isZero() || isLocked(figure.address)) return "fixed";
  return "movable";
}

/**
 * The group as a model: for each cell how many steps it goes up and down, for each relation that it holds exactly. A
 * rounding difference may stay where nothing removes it, but never grow, and no other relation may come to have one.
 */
export function toModel({ judgements, cells }: RoundingGroup): IntegerModel {
  const unit = finestStep(cells);
  const variables = new Map<string, IntegerVariable[]>();
  [...cells].forEach(([key, cell], index) => variables.set(key, variablesOf(cell, index)));
  const names = new Map([...variables].map(([key, list]) => [key, list.map(({ name }) => name)]));
  const slacks: IntegerVariable[] = [];
  const constraints = judgements.flatMap((judgement, index) => {
    const found = constraintOf(judgement.relation, names, unit);
    if (!found || !isWithinSlack(judgement)) return found ?? [];
    const { bound } = found;
    slacks.push({
      name: `s${index}`,
      low: Math.min(bound, 0),
      high: Math.max(bound, 0),
      cost: bound < 0 ? -COST_OF_DIFFERENCE : COST_OF_DIFFERENCE,
    });
    return { ...found, terms: [...found.terms, { variable: `s${index}`, coefficient: 1 }] };
  });
  return { variables: [...[...variables.values()].flat(), ...slacks], constraints };
}

function variablesOf({ role, height }: RoundingCell, index: number): IntegerVariable[] {
  if (role === "fixed") return [];
  if (role === "formula") return [{ name: `f${index}`, low: -FORMULA_STEPS, high: FORMULA_STEPS, cost: 0 }];
  const cost = COST_OF_STOREY ** Math.min(height, HIGHEST);
  return [
    { name: `u${index}`, low: 0, high: 1, cost },
    { name: `d${index}`, low: 0, high: 1, cost },
  ];
}

function finestStep(cells: RoundingGroup["cells"]): Decimal {
  const steps = [...cells.values()].flatMap(({ term: { figure } }) =>
    figure.kind === "amount" ? [figure.step] : [],
  );
  return Decimal.min(...(steps.length > 0 ? steps : [new Decimal(1)]));
}

function constraintOf(
  { terms, constant, operator }: Relation,
  names: ReadonlyMap<string, readonly string[]>,
  unit: Decimal,
): IntegerConstraint | undefined {
  const coefficients = new Map<string, Decimal>();
  let bound = constant;
  for (const term of terms) {
    const weight = term.side === "left" ? term.coefficient : term.coefficient.negated();
    bound = bound.minus(weight.times(amountOf(term)));
    if (term.figure.kind !== "amount") continue;
    const change = weight.times(term.figure.step);
    const [up, down] = names.get(cellKey(term.figure.address)) ?? [];
    if (up) coefficients.set(up, (coefficients.get(up) ?? new Decimal(0)).plus(change));
    if (down) coefficients.set(down, (coefficients.get(down) ?? new Decimal(0)).minus(change));
  }
  const spoken = [...coefficients].filter(([, change]) => !change.isZero());
  if (spoken.length === 0) return undefined;
  return {
    terms: spoken.map(([variable, change]) => ({
      variable,
      coefficient: change.dividedBy(unit).toNumber(),
    })),
    op: operator,
    bound: bound.dividedBy(unit).toNumber(),
  };
}

/** How many steps each cell moves in a solution; cells that stay are left out. */
export function stepsOf(
  { cells }: RoundingGroup,
  solution: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const value = (name: string) => Math.round(solution.get(name) ?? 0);
  const steps = new Map<string, number>();
  [...cells.keys()].forEach((key, index) => {
    const moved = value(`f${index}`) + value(`u${index}`) - value(`d${index}`);
    if (moved !== 0) steps.set(key, moved);
  });
  return steps;
}
