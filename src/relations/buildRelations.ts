import { PLACE } from "../recognition/figureGrid";
import type { RecognisedRow } from "../recognition/recognised";
import { CountedRelation } from "./countedRelation";
import type { Relation } from "./relation";
import { termColumns } from "./sentence";
import type { Sentence } from "./sentence";

/** The rows that a sentence speaks of at one place: for each of its terms, in their order. */
export interface FoundRows {
  readonly rows: readonly (readonly RecognisedRow[])[];
  /** The row whose children a [>…] term sums. */
  readonly parent?: RecognisedRow | undefined;
  /** What the rows were matched by. */
  readonly key?: string;
}

/**
 * One relation for each step of the columns (one when the sentence names single columns). Steps in which no cell says
 * anything are left out, and so are steps for which a column was not found in the sheet: `absent` names those columns.
 */
export function buildRelations(
  sentence: Sentence,
  { rows, parent, key = "" }: FoundRows,
): { relations: Relation[]; absent: number[] } {
  const columns = sentence.terms.map(({ pattern }, index) => {
    const [first] = rows[index] ?? [];
    return first ? termColumns(pattern, first) : [];
  });
  const steps = Math.max(0, ...columns.map(({ length }) => length));
  const relations: Relation[] = [];
  const absent: number[] = [];
  for (let step = 0; step < steps; step++) {
    let isSaid = false;
    const missing = new Set<number>();
    columns.forEach((own, index) => {
      const number = own.length === 1 ? own[0] : own[step];
      if (number === undefined) return;
      const { table, columnsFor } = sentence.terms[index] as Sentence["terms"][number];
      const { grid } = table;
      const place = own.length === 1 ? 0 : step;
      for (const row of rows[index] ?? []) {
        const kind = grid.kindAt(row.index, columnsFor(row.side)[place] ?? -1);
        if (kind === PLACE.absent) missing.add(number);
        else if (kind !== PLACE.none) isSaid = true;
      }
    });
    if (missing.size > 0) absent.push(...missing);
    else if (isSaid) relations.push(new CountedRelation(sentence, rows, step, key, parent));
  }
  return { relations, absent };
}
