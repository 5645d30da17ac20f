import { powerOfTen, safeCount, UNTOLD } from "../amounts/count";
import { Decimal, ONE, ZERO } from "../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { ownColumn } from "../tables/definition";
import type { RelationDefinition, SideDefinition } from "../tables/definition";
import type { CellsTerm, RelationPattern, TermPattern } from "../tables/notation";
import type { Side } from "./relation";

/** A term of a sentence that speaks of cells, with the table it speaks of. */
export interface SentenceTerm {
  readonly pattern: CellsTerm;
  readonly side: Side;
  readonly table: RecognisedTable;
  /** Signed as written. */
  readonly coefficient: Decimal;
  /** Where its columns lie in the grid of its table, for rows of a side; -1 where the sheet lacks one. */
  readonly columnsFor: (side: SideDefinition) => readonly number[];
  /** How often a count of the table's grid counts in a sum of the sentence, positive on the left; UNTOLD where no whole number says so. */
  readonly weight: number;
}

/** A sentence as it applies to the tables of a workbook. Amounts are in 万元. */
export interface Sentence {
  /** "T06.c3=c4+c5", "X09". Many relations share one. */
  readonly id: string;
  readonly pattern: RelationPattern;
  /** The table of its left side: where its findings belong. */
  readonly table: RecognisedTable;
  readonly severity: RelationDefinition["severity"];
  readonly evidence: RelationDefinition["evidence"];
  readonly purpose: RelationDefinition["purpose"];
  readonly terms: readonly SentenceTerm[];
  /** Plain numbers of the right side minus those of the left. */
  readonly constant: Decimal;
  /** The same in whole steps of 10^-places, the finest in which a table of it is counted; UNTOLD where it is no whole number of them. */
  readonly constantCount: number;
  readonly places: number;
}

/** Terms that speak of cells, those of the left side first. */
export function cellsTerms({
  left,
  right,
}: RelationPattern): { readonly term: CellsTerm; readonly side: Side }[] {
  const of = (terms: readonly TermPattern[], side: Side) =>
    terms.flatMap((term) => (term.kind === "cells" ? [{ term, side }] : []));
  return [...of(left, "left"), ...of(right, "right")];
}

/** Puts a sentence over the tables that its terms name. */
export function sentenceOver(
  { id, severity, evidence, purpose }: Pick<RelationDefinition, "id" | "severity" | "evidence" | "purpose">,
  pattern: RelationPattern,
  tableOf: (id: string | undefined) => RecognisedTable,
): Sentence {
  const terms = cellsTerms(pattern).map(({ term, side }) => ({
    pattern: term,
    side,
    table: tableOf(term.table),
  }));
  const places = Math.max(...terms.map(({ table }) => table.grid.places));
  const constant = sumOf(pattern.right).minus(sumOf(pattern.left));
  return {
    id,
    pattern,
    table: tableOf(terms[0]?.pattern.table),
    severity,
    evidence,
    purpose,
    terms: terms.map(({ pattern: own, side, table }): SentenceTerm => {
      const coefficient = coefficientOf(own.factor);
      const weight = weightOf(table, side, coefficient, places);
      return { pattern: own, side, table, coefficient, columnsFor: columnsOf(own, table), weight };
    }),
    constant,
    constantCount: wholeOf(constant, places),
    places,
  };
}

/** The columns of a term, by printed number: those it names, or that stand for them, else all of the row's side. */
export function termColumns(
  { columns }: CellsTerm,
  { side }: Pick<RecognisedRow, "side">,
): readonly number[] {
  if (columns.length === 0) return side.amountColumns;
  return side.continues ? columns.map((number) => ownColumn(side, number)) : columns;
}

function columnsOf(pattern: CellsTerm, { grid }: RecognisedTable): SentenceTerm["columnsFor"] {
  const inGrid = (numbers: readonly number[]) => numbers.map((number) => grid.column(number));
  const named = inGrid(pattern.columns);
  const bySide = new Map<SideDefinition, readonly number[]>();
  return (side) => {
    if (named.length > 0 && !side.continues) return named;
    const known = bySide.get(side) ?? inGrid(termColumns(pattern, { side }));
    bySide.set(side, known);
    return known;
  };
}

function sumOf(terms: readonly TermPattern[]): Decimal {
  return terms.reduce((sum, term) => (term.kind === "number" ? sum.plus(term.value) : sum), ZERO);
}

/** Most terms count once: those share one number, which sums know to need no multiplication. */
function coefficientOf(factor: string): Decimal {
  return factor === "1" ? ONE : new Decimal(factor);
}

function weightOf(table: RecognisedTable, side: Side, coefficient: Decimal, places: number): number {
  if (!coefficient.isInteger()) return UNTOLD;
  const scale = powerOfTen(places - table.grid.places);
  return safeCount(coefficient.toNumber() * scale * (side === "left" ? 1 : -1));
}

function wholeOf(constant: Decimal, places: number): number {
  if (constant.isZero()) return 0;
  return constant.decimalPlaces() <= places
    ? safeCount(Math.round(constant.toNumber() * powerOfTen(Math.max(0, places))))
    : UNTOLD;
}
