import type { Decimal } from "../amounts/decimal";
import { PLACE } from "../recognition/figureGrid";
import type { Figure, RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { Evidence, SideDefinition } from "../tables/definition";
import type { RelationOperator } from "../tables/notation";
import type { Relation, RelationPart, RelationTerm } from "./relation";
import type { Sentence } from "./sentence";

/** The rows that each term of a sentence has found, in the order of its terms; one row alone is that of all terms. */
export type RowsOfTerms = RecognisedRow | readonly (readonly RecognisedRow[])[];

/** Called with each cell of a relation: its row, its place in the grid, and its term. */
type VisitCell = (row: RecognisedRow, column: number, term: number) => void;

/** Sums larger than this may have lost digits. Source: ECMA-262, Number.MAX_SAFE_INTEGER. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * What a relation comes to in whole steps of its sentence (Sentence.places). untold: only decimals tell. bad: a cell of it is
 * no amount. Else left − right, with twice the slack of rounded figures in the same steps (see outcome.ts).
 */
export interface CountedSums {
  kind: "told" | "untold" | "bad";
  deviation: number;
  /** Twice the slack, figures printed as zero left out, and with them. */
  twiceSlack: number;
  twiceLooseSlack: number;
}

/** Where the sums of relations are to be written, one after the other. */
export function newSums(): CountedSums {
  return { kind: "told", deviation: 0, twiceSlack: 0, twiceLooseSlack: 0 };
}

/**
 * A relation that a sentence makes of rows: no more than where its cells lie. Most relations hold and nobody asks for their
 * terms, which are made when somebody does.
 */
export class CountedRelation implements Relation {
  #terms: readonly RelationTerm[] | undefined;

  constructor(
    readonly sentence: Sentence,
    private readonly rows: RowsOfTerms,
    /** Which column of each term, where it has several. */
    private readonly step: number,
    readonly key: string,
    private readonly parent: RecognisedRow | undefined,
  ) {}

  get id(): string {
    return this.sentence.id;
  }

  get table(): RecognisedTable {
    return this.sentence.table;
  }

  get operator(): RelationOperator {
    return this.sentence.pattern.operator;
  }

  get constant(): Decimal {
    return this.sentence.constant;
  }

  get severity(): "warning" | undefined {
    return this.sentence.severity;
  }

  get purpose(): string | undefined {
    return this.sentence.purpose;
  }

  get evidence(): Evidence | undefined {
    return this.sentence.evidence;
  }

  get parts(): readonly RelationPart[] {
    return this.sentence.terms.map(({ pattern, side, table }) => ({
      pattern,
      side,
      table,
      parent: pattern.rows?.isChild ? this.parent : undefined,
    }));
  }

  get terms(): readonly RelationTerm[] {
    if (this.#terms) return this.#terms;
    const terms: RelationTerm[] = [];
    this.visit((row, column, index) => {
      const { coefficient, side, table } = this.sentence.terms[index] as Sentence["terms"][number];
      const figure = table.grid.figureAt(row.index, column) as Figure;
      terms.push({ figure, coefficient, side, row, column: table.grid.numbers[column] as number });
    });
    return (this.#terms = terms);
  }

  /** Goes through its cells, those of the left side first. */
  visit(each: VisitCell): void {
    const { terms } = this.sentence;
    for (let index = 0; index < terms.length; index++) {
      if (!Array.isArray(this.rows)) {
        const row = this.rows as RecognisedRow;
        each(row, this.columnIn(index, row), index);
        continue;
      }
      const rows = this.rows[index] as readonly RecognisedRow[];
      let side: SideDefinition | undefined;
      let column = -1;
      for (const row of rows) {
        // A list that goes on beside itself has columns of its own there.
        if (row.side !== side) column = this.columnIn(index, row);
        side = row.side;
        if (column >= 0) each(row, column, index);
      }
    }
  }

  /** Where the column of a term lies in the grid of its table; -1 where the term has none at this step. */
  private columnIn(index: number, row: RecognisedRow): number {
    const columns = (this.sentence.terms[index] as Sentence["terms"][number]).columnsFor(row.side);
    return (columns.length === 1 ? columns[0] : columns[this.step]) ?? -1;
  }

  /** Adds up its counts. Every relation of a workbook comes by here: nothing is made for one that holds. */
  sums(into: CountedSums): void {
    const { terms, constantCount } = this.sentence;
    const { rows } = this;
    let deviation = -constantCount;
    let size = Math.abs(constantCount);
    let isBad = false;
    for (let index = 0; index < terms.length; index++) {
      const { table, weight } = terms[index] as Sentence["terms"][number];
      const { grid } = table;
      const own = Array.isArray(rows) ? (rows[index] as readonly RecognisedRow[]) : undefined;
      const first = own ? own[0] : (rows as RecognisedRow);
      let column = first ? this.columnIn(index, first) : -1;
      if (!first || column < 0) continue;
      let { side } = first;
      const count = own ? own.length : 1;
      for (let at = 0; at < count; at++) {
        const one = own ? (own[at] as RecognisedRow) : first;
        if (one.side !== side) {
          side = one.side;
          column = this.columnIn(index, one);
        }
        const row = one.index;
        if (grid.kindAt(row, column) === PLACE.bad) isBad = true;
        const share = weight * grid.countAt(row, column);
        deviation += share;
        size += share < 0 ? -share : share;
      }
    }
    into.deviation = deviation;
    // Not a number where one of them is none.
    into.kind = isBad ? "bad" : size <= MOST ? "told" : "untold";
    if (into.kind === "told" && deviation !== 0) this.slacks(into);
  }

  private slacks(into: CountedSums): void {
    into.twiceSlack = 0;
    into.twiceLooseSlack = 0;
    this.visit((row, column, index) => {
      const { table, weight } = this.sentence.terms[index] as Sentence["terms"][number];
      const { grid } = table;
      if (grid.kindAt(row.index, column) === PLACE.none) return;
      const twice = Math.abs(weight) * grid.stepAt(row.index, column);
      into.twiceLooseSlack += twice;
      if (grid.countAt(row.index, column) !== 0) into.twiceSlack += twice;
    });
    if (!(into.twiceLooseSlack <= MOST)) into.kind = "untold";
  }
}
