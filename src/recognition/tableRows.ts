import { listsOf } from "../tables/definition";
import type { RowRule, SideDefinition } from "../tables/definition";
import { linkFamily } from "./family";
import type { Figure, RecognisedRow, RecognisedTable } from "./recognised";
import type { RowDraft } from "./rows";

/** Builds the typed rows of a table with their parents and units; their figures lie in its grid, in the order of the rows. */
export function buildRows(table: RecognisedTable, drafts: readonly RowDraft[]): RecognisedRow[] {
  const rows = drafts.map((draft, index) => new TableRow(table, draft, index));
  for (const list of listsOf(table.definition.sides)) {
    const [first] = list;
    const own = list.flatMap((side) => rows.filter((row) => row.side === side));
    if (first) linkFamily(own, first);
    // A total stands for no unit, wherever it is printed; any other parent comes before its children.
    for (const row of own) row.unit = row.rule.kind === "单位" ? row.code : (row.parent?.unit ?? "");
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
  #figures: ReadonlyMap<number, Figure> | undefined;

  constructor(
    readonly table: RecognisedTable,
    draft: RowDraft,
    readonly index: number,
  ) {
    this.side = draft.side;
    this.rule = draft.rule;
    this.sheet = draft.sheet.name;
    this.sheetRow = draft.sheetRow;
    this.code = draft.code;
    this.name = draft.name;
    this.key = draft.key;
  }

  get figures(): ReadonlyMap<number, Figure> {
    this.#figures ??= new Map(
      this.side.amountColumns.flatMap((number) => {
        const figure = this.table.grid.figureAt(this.index, this.table.grid.column(number));
        return figure ? [[number, figure] as const] : [];
      }),
    );
    return this.#figures;
  }
}
