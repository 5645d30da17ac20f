import type { AmountUnit } from "../amounts/unit";
import type { RowRule, SideDefinition } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import { readFigures } from "./figures";
import type { FigureCell } from "./figures";
import { columnText } from "./columnText";
import { normaliseRowName, parseCodeCell, saysNothing } from "./text";
import type { ColumnMatch, Figure, RecognisedRow, RecognisedTable } from "./recognised";

/** A body row before it has parents and figures. */
export interface RowDraft {
  readonly side: SideDefinition;
  readonly rule: RowRule;
  readonly sheet: SheetSnapshot;
  readonly sheetRow: number;
  readonly code: string;
  readonly name: string;
  readonly key: string;
}

interface MutableRow extends Omit<RecognisedRow, "parent" | "children" | "unit" | "figures"> {
  unit: string;
  parent: MutableRow | undefined;
  children: MutableRow[];
  figures: Map<number, Figure>;
}

/**
 * Classifies one sheet row for one side of a table; undefined when it is none of the side's kinds of row. `rest` is what
 * the rows below add to a name that was cut at the end of a line.
 */
export function classifyRow(
  sheet: SheetSnapshot,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: SideDefinition,
  sheetRow: number,
  rest = "",
): RowDraft | undefined {
  const nameText = columnText(sheet, columns, side.nameColumn, sheetRow) + rest;
  const codeText = columnText(sheet, columns, side.codeColumn, sheetRow);
  // A merged 合计 over the code and name columns stands in the code column.
  const spoken = nameText === "" && parseCodeCell(codeText).code === "" ? codeText : nameText;
  const key = normaliseRowName(spoken);
  for (const rule of side.rows) {
    if (rule.names && !rule.names.some((name) => normaliseRowName(name) === key)) continue;
    if (rule.filled?.every((number) => saysNothing(columnText(sheet, columns, number, sheetRow)))) continue;
    const codeCells = (rule.codeColumns ?? [side.codeColumn]).map((number) =>
      parseCodeCell(columnText(sheet, columns, number, sheetRow)),
    );
    const found = codeCells.find(({ code }) => (rule.code ? rule.code.test(code) : code !== ""));
    if (rule.code && found === undefined) continue;
    if (!rule.names && !rule.code && !rule.filled && key === "") continue;
    const own = rule.names && !rule.codeColumns ? "" : (found?.code ?? "");
    // Where code and name share a cell, the name is that of the code and not of a neighbour.
    const isNamedByCode = found && found.name !== "" && rule.codeColumns?.includes(side.nameColumn);
    const name = isNamedByCode ? found.name : spoken;
    return { side, rule, sheet, sheetRow, code: rule.standsFor ?? own, name, key: normaliseRowName(name) };
  }
  return undefined;
}

/** A row under another name. */
export function withName(draft: RowDraft, name: string): RowDraft {
  return { ...draft, name, key: normaliseRowName(name) };
}

/** A row of a kind that the user named, whatever it looks like. */
export function draftOfKind(
  sheet: SheetSnapshot,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: SideDefinition,
  rule: RowRule,
  sheetRow: number,
): RowDraft {
  const code = columnText(sheet, columns, side.codeColumn, sheetRow);
  const name = columnText(sheet, columns, side.nameColumn, sheetRow) || code;
  const own = rule.standsFor ?? (rule.names ? "" : parseCodeCell(code).code);
  return { side, rule, sheet, sheetRow, code: own, name, key: normaliseRowName(name) };
}

/**
 * What a row adds to the name above it, which was cut at the end of a line: it has a name and neither code nor figures;
 * other texts beside it are cut as well.
 */
export function restOfName(
  sheet: SheetSnapshot,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: SideDefinition,
  sheetRow: number,
): string {
  const match = columns.get(side.nameColumn);
  if (!match) return "";
  const texts = new Set(
    [...columns.values()]
      .filter(({ definition }) => definition.kind === "text")
      .map((column) => column.sheetColumn),
  );
  const [...filled] = sheet.rows.get(sheetRow)?.keys() ?? [];
  if (!filled.includes(match.sheetColumn)) return "";
  if (filled.some((column) => column !== match.sheetColumn && !texts.has(column))) return "";
  const text = columnText(sheet, columns, side.nameColumn, sheetRow);
  // 填表人：… below a table is no part of a name.
  return /[:：]/.test(text) || saysNothing(text) ? "" : text;
}

/** Builds the typed rows of a table with their parents, units and figures. */
export function buildRows(
  table: RecognisedTable,
  drafts: readonly RowDraft[],
  unit: AmountUnit,
): RecognisedRow[] {
  const rows: MutableRow[] = drafts.map((draft) => ({
    ...draft,
    sheet: draft.sheet.name,
    table,
    unit: "",
    parent: undefined,
    children: [],
    figures: new Map(),
  }));
  for (const side of table.definition.sides) {
    linkParents(
      rows.filter((row) => row.side === side),
      side,
    );
  }
  const sheets = new Map(drafts.map(({ sheet }) => [sheet.name, sheet]));
  fillFigures(rows, table, sheets, unit);
  return rows;
}

function linkParents(rows: readonly MutableRow[], side: SideDefinition): void {
  const total = rows.find(({ rule }) => rule.level === 0);
  const open: MutableRow[] = [];
  for (const row of rows) {
    if (row === total) continue;
    if (row.rule.kind === "单位") open.length = 0;
    while (open.length > 0 && !mayBeParent(open[open.length - 1] as MutableRow, row, side)) open.pop();
    const above = open[open.length - 1];
    row.parent = above ?? (side.rows.some(({ level }) => level === 0) ? total : undefined);
    row.parent?.children.push(row);
    row.unit = row.rule.kind === "单位" ? row.code : (above?.unit ?? "");
    open.push(row);
  }
}

/** Codes decide where both rows have one of the same system; otherwise depth does. */
function mayBeParent(above: MutableRow, row: MutableRow, side: SideDefinition): boolean {
  if (above.rule.level >= row.rule.level) return false;
  const isTree = side.parents === "code" || (above.rule.kind === "类" && row.rule.kind === "款");
  return !isTree || above.rule.kind === "单位" || row.code.startsWith(above.code);
}

function fillFigures(
  rows: readonly MutableRow[],
  table: RecognisedTable,
  sheets: ReadonlyMap<string, SheetSnapshot>,
  unit: AmountUnit,
): void {
  const places: { row: MutableRow; number: number; cell: FigureCell }[] = [];
  for (const row of rows) {
    for (const number of row.side.amountColumns) {
      const match = table.columns.get(number);
      if (!match) continue;
      const address = { sheet: row.sheet, row: row.sheetRow, column: match.sheetColumn };
      const sheet = sheets.get(row.sheet);
      const cell = sheet && cellAt(sheet, row.sheetRow, match.sheetColumn);
      places.push({ row, number, cell: { address, cell } });
    }
  }
  const figures = readFigures(
    places.map(({ cell }) => cell),
    unit,
  );
  places.forEach(({ row, number }, index) => row.figures.set(number, figures[index] as Figure));
}
