import { PLACE } from "../../src/recognition/figureGrid";
import { CountedRelation } from "../../src/relations/countedRelation";
import type { Relation } from "../../src/relations/relation";

/** A linear form over cells: "表1!3!2" → how often it counts, blanks left out, since they count as nothing. */
export type Form = ReadonlyMap<string, number>;

/** The form that a relation sets to nothing; undefined where a cell of it holds no whole coefficient. */
export function formOf(relation: Relation): Form | undefined {
  if (!(relation instanceof CountedRelation)) return undefined;
  const form = new Map<string, number>();
  relation.visit((row, column, index) => {
    const { table, side, coefficient } = relation.sentence.terms[
      index
    ] as (typeof relation.sentence.terms)[number];
    const kind = table.grid.kindAt(row.index, column);
    if (kind === PLACE.none || kind === PLACE.absent) return;
    const {
      sheet,
      row: at,
      column: place,
    } = (
      table.grid.figureAt(row.index, column) as { address: { sheet: string; row: number; column: number } }
    ).address;
    const key = `${sheet}!${at}!${place}`;
    form.set(key, (form.get(key) ?? 0) + coefficient.toNumber() * (side === "left" ? 1 : -1));
  });
  for (const [key, count] of form) if (count === 0) form.delete(key);
  return form.size === 0 ? undefined : form;
}

/** Larger than any coefficient, and its products are whole numbers still. */
const PRIME = 1_000_003;

/**
 * What follows from some forms: those that are sums of them. Elimination modulo a prime, which may take a form for one that
 * follows by an accident of one in a million.
 */
export class Span {
  private readonly pivots = new Map<string, Map<string, number>>();

  constructor(forms: readonly Form[]) {
    for (const form of forms) this.add(form);
  }

  /** Whether a form follows from those of the span. */
  has(form: Form): boolean {
    return this.reduced(form).size === 0;
  }

  private add(form: Form): void {
    const rest = this.reduced(form);
    const [first] = rest;
    if (!first) return;
    const scale = inverse(first[1]);
    this.pivots.set(first[0], new Map([...rest].map(([key, count]) => [key, (count * scale) % PRIME])));
  }

  private reduced(form: Form): Map<string, number> {
    const rest = new Map([...form].map(([key, count]) => [key, ((count % PRIME) + PRIME) % PRIME]));
    for (;;) {
      const key = [...rest.keys()].find((one) => this.pivots.has(one));
      if (key === undefined) return rest;
      const factor = rest.get(key) ?? 0;
      for (const [own, count] of this.pivots.get(key) ?? []) {
        const left = ((rest.get(own) ?? 0) - factor * count) % PRIME;
        if (left === 0) rest.delete(own);
        else rest.set(own, (left + PRIME) % PRIME);
      }
    }
  }
}

function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power >>= 1) {
    if (power & 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
