import { Decimal, ONE, ZERO } from "../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { RelationDefinition } from "../tables/definition";
import type { CellsTerm, RelationPattern, TermPattern } from "../tables/notation";
import type { Relation, RelationPart, RelationTerm, Side } from "./relation";
import { termColumns } from "./select";

/** A term of the sentence and the rows it was found in. */
export interface FoundTerm extends RelationPart {
  readonly rows: readonly RecognisedRow[];
}

export interface SidedTerm {
  readonly term: TermPattern;
  readonly side: Side;
}

/** The terms of both sides, left first. */
export function sidedTerms({ left, right }: RelationPattern): SidedTerm[] {
  return [
    ...left.map((term) => ({ term, side: "left" as const })),
    ...right.map((term) => ({ term, side: "right" as const })),
  ];
}

/** The terms that speak of cells. */
export function cellsTerms(pattern: RelationPattern): { readonly term: CellsTerm; readonly side: Side }[] {
  return sidedTerms(pattern).flatMap(({ term, side }) => (term.kind === "cells" ? [{ term, side }] : []));
}

export interface Source {
  readonly id: string;
  readonly pattern: RelationPattern;
  readonly table: RecognisedTable;
  readonly severity: RelationDefinition["severity"];
}

/**
 * One relation for each step of the columns (one when the sentence names single columns). Steps in which no cell says
 * anything are left out, and so are steps for which a column was not found in the sheet: `absent` names those columns.
 */
export function buildRelations(
  source: Source,
  found: readonly FoundTerm[],
  key = "",
): { relations: Relation[]; absent: number[] } {
  const steps = Math.max(0, ...found.map(({ pattern, rows }) => columnsOf(pattern, rows).length));
  const relations: Relation[] = [];
  const absent: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cells = found.map((part) => termCells(part, step));
    const missing = cells.flatMap(({ absentColumn }) => absentColumn ?? []);
    const terms = cells.flatMap((cell) => cell.terms);
    if (missing.length > 0) absent.push(...missing);
    else if (terms.some(({ figure }) => figure.kind !== "none"))
      relations.push(relation(source, found, terms, key));
  }
  return { relations, absent };
}

function columnsOf(term: CellsTerm, rows: readonly RecognisedRow[]): readonly number[] {
  const [first] = rows;
  return first ? termColumns(term, first) : [];
}

/** Most terms count once: those share one number, which sums know to need no multiplication. */
function coefficientOf(factor: string): Decimal {
  const number = new Decimal(factor);
  return number.equals(ONE) ? ONE : number;
}

function termCells(
  { pattern, side, rows }: FoundTerm,
  step: number,
): { terms: RelationTerm[]; absentColumn?: number } {
  const columns = columnsOf(pattern, rows);
  const column = columns.length === 1 ? columns[0] : columns[step];
  if (column === undefined) return { terms: [] };
  const terms: RelationTerm[] = [];
  const coefficient = coefficientOf(pattern.factor);
  for (const row of rows) {
    const figure = row.figures.get(column);
    if (!figure) return { terms: [], absentColumn: column };
    terms.push({ figure, coefficient, side, row, column });
  }
  return { terms };
}

function relation(
  { id, pattern, table, severity }: Source,
  found: readonly FoundTerm[],
  terms: readonly RelationTerm[],
  key: string,
): Relation {
  const numbers = (list: readonly TermPattern[]) =>
    list.reduce((sum, term) => (term.kind === "number" ? sum.plus(term.value) : sum), ZERO);
  return {
    id,
    table,
    operator: pattern.operator,
    terms,
    constant: numbers(pattern.right).minus(numbers(pattern.left)),
    parts: found.map((part) => ({
      pattern: part.pattern,
      side: part.side,
      table: part.table,
      parent: part.parent,
    })),
    key,
    ...(severity && { severity }),
  };
}
