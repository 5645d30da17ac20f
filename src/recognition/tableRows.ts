import type { AmountUnit } from "../amounts/unit";
import type { RowRule, SideDefinition } from "../tables/definition";
import { readFigures } from "./figures";
import type { FigureCell } from "./figures";
import type { Figure, RecognisedRow, RecognisedTable } from "./recognised";
import type { RowDraft } from "./rows";

/**
 * Builds the typed rows of a table with their parents and units. Their figures, which are read together since how finely
 * a table prints shows in all of them, are read when the first is asked for.
 */
export function buildRows(
  table: RecognisedTable,
  drafts: readonly RowDraft[],
  unit: AmountUnit,
): RecognisedRow[] {
  const figures = new TableFigures(table, drafts, unit);
  const rows = drafts.map((draft, index) => new TableRow(table, draft, index, figures));
  for (const side of table.definition.sides) {
    linkParents(
      rows.filter((row) => row.side === side),
      side,
    );
  }
  return rows;
}

class TableRow implements RecognisedRow {
  readonly side: SideDefinition;
  readonly rule: RowRule;
  readonly sheet: string;
  readonly sheetRow: number;
  readonly code: string;
  readonly name: string;
  readonly key: string;
  unit = "";
  parent: TableRow | undefined;
  readonly children: TableRow[] = [];
  readonly #index: number;
  readonly #figures: TableFigures;

  constructor(
    readonly table: RecognisedTable,
    draft: RowDraft,
    index: number,
    figures: TableFigures,
  ) {
    this.side = draft.side;
    this.rule = draft.rule;
    this.sheet = draft.sheet.name;
    this.sheetRow = draft.sheetRow;
    this.code = draft.code;
    this.name = draft.name;
    this.key = draft.key;
    this.#index = index;
    this.#figures = figures;
  }

  get figures(): ReadonlyMap<number, Figure> {
    return this.#figures.ofRow(this.#index);
  }
}

/** The figures of a table's rows. */
class TableFigures {
  private known: readonly ReadonlyMap<number, Figure>[] | undefined;

  constructor(
    private readonly table: RecognisedTable,
    private readonly drafts: readonly RowDraft[],
    private readonly unit: AmountUnit,
  ) {}

  ofRow(index: number): ReadonlyMap<number, Figure> {
    this.known ??= this.read();
    return this.known[index] as ReadonlyMap<number, Figure>;
  }

  private read(): ReadonlyMap<number, Figure>[] {
    const columns = new Map(this.table.definition.sides.map((side) => [side, this.columnsOf(side)]));
    const cells: FigureCell[] = [];
    for (const { side, sheet, sheetRow } of this.drafts) {
      const filled = sheet.rows.get(sheetRow);
      for (const { column } of columns.get(side) ?? [])
        cells.push({ address: { sheet: sheet.name, row: sheetRow, column }, cell: filled?.get(column) });
    }
    const figures = readFigures(cells, this.unit);
    let next = 0;
    return this.drafts.map(
      ({ side }) =>
        new Map((columns.get(side) ?? []).map(({ number }) => [number, figures[next++] as Figure])),
    );
  }

  /** The amount columns of a side that the sheet has. */
  private columnsOf({ amountColumns }: SideDefinition): { number: number; column: number }[] {
    return amountColumns.flatMap((number) => {
      const match = this.table.columns.get(number);
      return match ? [{ number, column: match.sheetColumn }] : [];
    });
  }
}

function linkParents(rows: readonly TableRow[], side: SideDefinition): void {
  const total = rows.find(({ rule }) => rule.level === 0);
  const hasTotal = side.rows.some(({ level }) => level === 0);
  const open: TableRow[] = [];
  for (const row of rows) {
    if (row === total) continue;
    if (row.rule.kind === "单位") open.length = 0;
    while (open.length > 0 && !mayBeParent(open[open.length - 1] as TableRow, row, side)) open.pop();
    const above = open[open.length - 1];
    row.parent = above ?? (hasTotal ? total : undefined);
    row.parent?.children.push(row);
    row.unit = row.rule.kind === "单位" ? row.code : (above?.unit ?? "");
    open.push(row);
  }
}

/** Codes decide where both rows have one of the same system; otherwise depth does. */
function mayBeParent(above: TableRow, row: TableRow, side: SideDefinition): boolean {
  if (above.rule.level >= row.rule.level) return false;
  const isTree = side.parents === "code" || (above.rule.kind === "类" && row.rule.kind === "款");
  return !isTree || above.rule.kind === "单位" || row.code.startsWith(above.code);
}
