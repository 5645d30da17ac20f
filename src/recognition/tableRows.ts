import { listsOf } from "../tables/definition";
import type { RowRule, SideDefinition } from "../tables/definition";
import type { Figure, RecognisedRow, RecognisedTable } from "./recognised";
import type { RowDraft } from "./rows";

/** Builds the typed rows of a table with their parents and units; their figures lie in its grid, in the order of the rows. */
export function buildRows(table: RecognisedTable, drafts: readonly RowDraft[]): RecognisedRow[] {
  const rows = drafts.map((draft, index) => new TableRow(table, draft, index));
  for (const list of listsOf(table.definition.sides)) {
    const [first] = list;
    const own = list.flatMap((side) => rows.filter((row) => row.side === side));
    if (first) linkParents(own, first);
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
