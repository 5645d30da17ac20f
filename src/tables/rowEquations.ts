import type { TableDefinition } from "./definition";
import { parseRelation } from "./notation";
import type { TermPattern } from "./notation";

/** A column of a row with how often it counts. */
export interface ColumnTerm {
  readonly number: number;
  readonly factor: number;
}

/** An equation between columns that holds in every row of a table: c3 = c4 + c5. */
export interface RowEquation {
  readonly left: readonly ColumnTerm[];
  readonly right: readonly ColumnTerm[];
}

/** The equations of a table that hold in each of its rows, column by column; those with other than whole factors are left out. */
export function rowEquations({ relations }: Pick<TableDefinition, "relations">): readonly RowEquation[] {
  return relations.flatMap(({ text }) => {
    const { left, operator, right } = parseRelation(text);
    const [one, other] = [columnTerms(left), columnTerms(right)];
    return operator === "=" && one && other ? [{ left: one, right: other }] : [];
  });
}

/** Those that make one column the sum of others. */
export function summedColumns(
  definition: Pick<TableDefinition, "relations">,
): readonly { readonly sum: number; readonly parts: readonly number[] }[] {
  return rowEquations(definition).flatMap(({ left, right }) => {
    const [total, ...others] = left;
    const isSum = total && others.length === 0 && [total, ...right].every(({ factor }) => factor === 1);
    return isSum ? [{ sum: total.number, parts: right.map(({ number }) => number) }] : [];
  });
}

/** Undefined where a term is no single column of the row. */
function columnTerms(terms: readonly TermPattern[]): readonly ColumnTerm[] | undefined {
  const found = terms.flatMap((term) => {
    if (term.kind === "number" || term.table !== undefined || term.rows || term.isSum) return [];
    const [number, ...others] = term.columns;
    const factor = Number(term.factor);
    return number === undefined || others.length > 0 || !Number.isSafeInteger(factor)
      ? []
      : [{ number, factor }];
  });
  return found.length === terms.length ? found : undefined;
}
