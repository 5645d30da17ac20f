import type { RecognisedTable } from "../recognition/recognised";
import { CountedRelation } from "../relations/countedRelation";
import type { Relation } from "../relations/relation";
import type { Sentence } from "../relations/sentence";
import type { CellAddress } from "../workbook/address";

/**
 * Which cells relations speak of, and which relations speak of a cell. Relations go by their place in the list given, cells
 * by a number: table by table, row by row. Built when first asked for, in one pass over the cells of all relations.
 */
export class RelationIndex {
  private readonly first = new Map<RecognisedTable, number>();
  private readonly firsts = new Map<Sentence, readonly number[]>();
  readonly cellCount: number;
  private readonly standing: () => Standing;
  private readonly rows: () => ReadonlyMap<string, readonly RowOfTable[]>;

  constructor(
    private readonly tables: readonly RecognisedTable[],
    private readonly relations: readonly Relation[],
  ) {
    let count = 0;
    for (const table of tables) {
      this.first.set(table, count);
      count += table.rows.length * table.grid.width;
    }
    this.cellCount = count;
    this.standing = once(() => this.stand());
    this.rows = once(() => rowsByPlace(this.tables));
  }

  /** The cells of a relation, each as often as it stands there. */
  cellsOf(relation: number): readonly number[] {
    const cells: number[] = [];
    this.visit(relation, (cell) => cells.push(cell));
    return cells;
  }

  /** The relations that a cell stands in, each once, in their order. */
  relationsOf(cell: number): readonly number[] {
    const { starts, relations } = this.standing();
    return [...relations.subarray(starts[cell] ?? 0, starts[cell + 1] ?? 0)];
  }

  /** Where a cell lies in the grid of its table. */
  gridPlaceOf(cell: number): GridPlace {
    let low = 0;
    let high = this.tables.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firstOf(middle) <= cell) low = middle;
      else high = middle - 1;
    }
    const table = this.tables[low] as RecognisedTable;
    const at = cell - this.firstOf(low);
    return { table, row: Math.floor(at / table.grid.width), column: at % table.grid.width };
  }

  private firstOf(table: number): number {
    return this.first.get(this.tables[table] as RecognisedTable) ?? 0;
  }

  /** The relations that speak of the cell at a place of the workbook, in their order. */
  relationsAt({ sheet, row, column }: CellAddress): readonly number[] {
    const found = new Set<number>();
    for (const { table, index } of this.rows().get(placeOf(sheet, row)) ?? [])
      table.grid.numbers.forEach((number, place) => {
        if (table.columns.get(number)?.sheetColumn !== column) return;
        const cell = (this.first.get(table) ?? 0) + index * table.grid.width + place;
        for (const relation of this.relationsOf(cell)) found.add(relation);
      });
    return [...found].sort((a, b) => a - b);
  }

  /** All relations connected with some by the cells they share, part by part; each part in the order of the list. */
  partsOf(relations: Iterable<number>): number[][] {
    const seen = new Uint8Array(this.relations.length);
    const parts: number[][] = [];
    for (const start of relations) {
      if (seen[start] === 1) continue;
      seen[start] = 1;
      const part = [start];
      // The list grows while it is gone through.
      for (const relation of part)
        this.visit(relation, (cell) => {
          const { starts, relations: standing } = this.standing();
          for (let at = starts[cell] as number; at < (starts[cell + 1] as number); at++) {
            const other = standing[at] as number;
            if (seen[other] === 1) continue;
            seen[other] = 1;
            part.push(other);
          }
        });
      parts.push(part.sort((a, b) => a - b));
    }
    return parts;
  }

  private visit(relation: number, each: (cell: number) => void): void {
    const counted = this.relations[relation];
    if (!(counted instanceof CountedRelation)) return;
    const firsts = this.firstsOf(counted.sentence);
    counted.visit((row, column, term) =>
      each((firsts[term] as number) + row.index * row.table.grid.width + column),
    );
  }

  /** The numbers of the first cells of the tables that the terms of a sentence speak of. */
  private firstsOf(sentence: Sentence): readonly number[] {
    let known = this.firsts.get(sentence);
    if (!known) {
      known = sentence.terms.map(({ table }) => this.first.get(table) ?? 0);
      this.firsts.set(sentence, known);
    }
    return known;
  }

  /** Writes down which cell stands in which relation, then sorts by cells, counting. */
  private stand(): Standing {
    const cells: number[] = [];
    const relationOf: number[] = [];
    const starts = new Int32Array(this.cellCount + 2);
    const last = new Int32Array(this.cellCount).fill(-1);
    for (let relation = 0; relation < this.relations.length; relation++)
      this.visit(relation, (cell) => {
        if (last[cell] === relation) return;
        last[cell] = relation;
        cells.push(cell);
        relationOf.push(relation);
        starts[cell + 2]!++;
      });
    for (let cell = 2; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
    const relations = new Int32Array(cells.length);
    cells.forEach((cell, at) => {
      relations[starts[cell + 1]!++] = relationOf[at] as number;
    });
    return { starts, relations };
  }
}

/** A place in the grid of a table: row and column count from 0. */
export interface GridPlace {
  readonly table: RecognisedTable;
  readonly row: number;
  readonly column: number;
}

/** The relations of cell n lie from starts[n] to starts[n + 1]. */
interface Standing {
  readonly starts: Int32Array;
  readonly relations: Int32Array;
}

interface RowOfTable {
  readonly table: RecognisedTable;
  readonly index: number;
}

function rowsByPlace(tables: readonly RecognisedTable[]): ReadonlyMap<string, readonly RowOfTable[]> {
  const found = new Map<string, RowOfTable[]>();
  for (const table of tables)
    for (const { sheet, sheetRow, index } of table.rows) {
      const place = placeOf(sheet, sheetRow);
      const known = found.get(place);
      if (known) known.push({ table, index });
      else found.set(place, [{ table, index }]);
    }
  return found;
}

function placeOf(sheet: string, row: number): string {
  return `${row},${sheet}`;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
