import type { ColumnDefinition } from "../../tables/definition";
import type { BodyTemplate } from "../../tables/insertion";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../../workbook/sheetDesign";
import type { CodeLists } from "./codeSheet";
import { whenSomethingIsTyped } from "./figures";
import type { InsertOptions } from "./options";
import type { Row, Table } from "../table";
import type { TablePlan } from "./planTable";
import { fittedHeights } from "./rowHeights";
import { NOTE } from "./sheetNotes";

/** Width of a column in characters, by what it holds. */
const WIDTHS: Readonly<Record<ColumnDefinition["kind"], number>> = {
  code: 12,
  name: 32,
  codeAndName: 26,
  amount: 13,
  text: 14,
};

/** Height of the title's row and of a heading's, in points. */
const TITLE_HEIGHT = 30;
const HEADING_HEIGHT = 24;

/** A figure's formula with where it comes from. */
export interface Figure {
  readonly formula: string;
  readonly style: Extract<SheetCellStyle, "sum" | "linked">;
  /** What the formula gives as the workbook stands; 0, for there is nothing to add up yet, when left out. */
  readonly result?: number;
}

/** A figure that is known and stands as a number. */
export interface KnownFigure {
  readonly value: number;
}

type FigureOf = (row: Row, column: number) => Figure | KnownFigure | undefined;

/** What a sheet takes from outside of its table. */
export interface SheetParts {
  /** The formula of a figure; one without is typed. */
  readonly figureOf: FigureOf;
  /** The workbook's name for its cells. */
  readonly name: string;
  readonly lists: Pick<CodeLists, "of">;
}

/** The sheet of a planned table. */
export function sheetOfTable(
  { table, heading }: TablePlan,
  options: InsertOptions,
  { figureOf, name, lists }: SheetParts,
): SheetDesign {
  const { definition, insertion, firstBodyRow, noteRow, columns } = table;
  const last = columns.size - 1;
  const wide = (row: number) => ({ firstRow: row, firstColumn: 0, lastRow: row, lastColumn: last });
  const unit = insertion.unit ?? options.unit;
  const headed: DesignCell[] = [
    { row: 0, column: 0, content: { value: `${options.year}年${definition.title}` }, style: "title" },
    { row: 1, column: 0, content: { value: `部门名称：${options.department}` }, style: "department" },
    { row: 1, column: last, content: { value: `单位：${unit}` }, style: "unit" },
  ];
  const note: DesignCell = { row: noteRow, column: 0, content: { value: NOTE }, style: "note" };
  const area = wide(noteRow);
  const cells = [...headed, ...heading.cells, ...numbers(table), ...bodyCells(table, figureOf), note];
  const merges = [wide(0), ...heading.merges, wide(noteRow)];
  const columnWidths = heading.columns.map(({ number, kind }) => insertion.widths?.[number] ?? WIDTHS[kind]);
  const usualHeights = new Map([
    [0, TITLE_HEIGHT],
    ...Array.from({ length: heading.height }, (_, index) => [2 + index, HEADING_HEIGHT] as const),
  ]);
  return {
    name: table.sheet,
    cells,
    merges,
    columnWidths,
    rowHeights: fittedHeights(usualHeights, cells, merges, columnWidths),
    frozenRows: firstBodyRow,
    frozenColumns: frozenColumns(heading.columns),
    page: {
      isLandscape: true,
      isOnePage: insertion.sides.every((side) => side.every(isFixed)),
      titleRows: { first: table.firstHeadingRow, last: firstBodyRow - 1 },
      area: { ...area, firstRow: 0 },
      footer: "第 &P 页，共 &N 页",
    },
    names: [{ name, range: { ...area, firstRow: 0 } }],
    lists: heading.columns.flatMap((column, place) =>
      noteRow > firstBodyRow ? (lists.of(column, place, firstBodyRow, noteRow - 1) ?? []) : [],
    ),
    isHidden: false,
  };
}

/** A line that is printed as it is, with none under it whose number is not known. */
function isFixed(template: BodyTemplate): boolean {
  return "align" in template || ("line" in template && (template.under ?? []).every(isFixed));
}

/** Code and name stay in sight beside wide tables; the two-sided statements have names on both sides. */
function frozenColumns(columns: readonly ColumnDefinition[]): number {
  const first = columns.findIndex(({ kind }) => kind === "amount");
  return columns.length > 7 ? Math.min(first, 2) : 0;
}

function numbers({ insertion, firstBodyRow, columns }: Table): DesignCell[] {
  if (!insertion.hasColumnNumbers) return [];
  return [...columns].map(([number, column]) => ({
    row: firstBodyRow - 1,
    column,
    content: { value: String(number) },
    style: "heading",
  }));
}

function bodyCells(table: Table, figureOf: FigureOf): DesignCell[] {
  const { definition, columns, firstBodyRow, noteRow, rows } = table;
  const cells: DesignCell[] = [];
  for (const side of definition.sides) {
    const bySheetRow = new Map(rows.filter((row) => row.side === side).map((row) => [row.sheetRow, row]));
    const own = definition.sides.length > 1 ? [side.nameColumn, ...side.amountColumns] : [...columns.keys()];
    for (let sheetRow = firstBodyRow; sheetRow < noteRow; sheetRow++) {
      const row = bySheetRow.get(sheetRow);
      for (const number of own) {
        const column = columns.get(number);
        if (column === undefined) continue;
        const place = { row: sheetRow, column };
        cells.push(
          side.amountColumns.includes(number)
            ? amountCell(table, row, place, row && figureOf(row, number))
            : wordCell(table, row, place, number),
        );
      }
    }
  }
  return cells;
}

type Place = Pick<DesignCell, "row" | "column">;

function amountCell(
  table: Table,
  row: Row | undefined,
  place: Place,
  figure: Figure | KnownFigure | undefined,
): DesignCell {
  if (!row || !figure) return { ...place, content: null, style: row ? "input" : "text" };
  if ("value" in figure) return { ...place, content: { value: figure.value }, style: "input" };
  const { formula, style, result = 0 } = figure;
  return row.isBlank
    ? { ...place, content: { formula: whenSomethingIsTyped(table, row, formula) }, style, result: "" }
    : { ...place, content: { formula }, style, result };
}

function wordCell(table: Table, row: Row | undefined, place: Place, number: number): DesignCell {
  const text = row?.texts.get(number);
  const isCode = table.definition.sides.some(({ codeColumn }) => codeColumn === number);
  const isStrong = row !== undefined && !row.isBlank && (row.rule.level === 0 || row.rule.required === true);
  const isName = number === row?.side.nameColumn;
  return {
    ...place,
    content: text === undefined ? null : { value: text },
    style: isStrong && isName ? "strong" : isCode ? "code" : isName ? "name" : "text",
    ...(isName && row && row.indent > 0 ? { indent: row.indent } : {}),
  };
}
