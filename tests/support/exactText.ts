import type { CellRange } from "../../src/workbook/address";
import { moveFormula } from "../../src/workbook/formula/shift";
import type { StoredCell, StoredSheet, WorkbookStore } from "../../workbench/host/store";

/** Height of a row that nobody has set, in pixels. */
const USUAL_HEIGHT = 20;

/**
 * All that a user can find in a workbook, as a text: contents, formats, heights, merged areas, lists, conditional formats,
 * names, how it prints, order of sheets, and what is kept out of sight. Marks of this product are left out. How areas of
 * rules and lists are cut up is nobody's business: they are told cell by cell.
 */
export function exactText(store: WorkbookStore): string {
  return JSON.stringify(
    [
      store.sheets.map(sheetText),
      store.names
        .map(({ name, sheet, formula, range, scope }) => [name, sheet, formula, range, scope])
        .sort(),
      store.customXml.map(({ xml }) => xml),
    ],
    null,
    1,
  );
}

function sheetText(sheet: StoredSheet): unknown {
  const { name, visibility, pageLayout, merges, notes } = sheet;
  const cells = [...sheet.cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, cell]) => {
      const own = cellText(cell);
      return own === undefined ? [] : [[row, column, own] as const];
    }),
  );
  const lines = new Set(
    [...sheet.cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, cell]) => linesOf(row, column, cell)),
    ),
  );
  const heights = [...sheet.rowHeights].filter(([, height]) => height !== USUAL_HEIGHT);
  const rules = sheet.conditionalFormats
    .filter(({ formula }) => !formula.includes("gouji-mark"))
    .flatMap(({ range, moreRanges = [], formula, fill, fontColor, isBold, stopIfTrue }) =>
      [range, ...moreRanges].flatMap((area) =>
        cellsOf(area).map(([row, column]) => [
          row,
          column,
          moveFormula(formula, row - range.firstRow, column - range.firstColumn),
          [fill, fontColor, isBold, stopIfTrue],
        ]),
      ),
    );
  const lists = sheet.validations.flatMap(({ range, id: _id, ...list }) =>
    cellsOf(range).map(([row, column]) => [
      row,
      column,
      {
        ...list,
        title: list.title ?? "",
        message: list.message ?? "",
        showsError: list.showsError ?? true,
        ignoresBlanks: list.ignoresBlanks ?? true,
      },
    ]),
  );
  return {
    name,
    visibility,
    cells: cells.sort(byPlace),
    lines: [...lines].sort(),
    heights: heights.sort(byPlace),
    hidden: [...sheet.hiddenRows].sort(),
    merges: merges.map((merge) => JSON.stringify(sorted(merge))).sort(),
    rules: rules.map((rule) => JSON.stringify(rule)).sort(),
    lists: lists.map((list) => JSON.stringify(sorted(list))).sort(),
    notes,
    pageLayout,
  };
}

/** A line between two cells is one line, whichever of them has it. */
function linesOf(row: number, column: number, { borders = {} }: StoredCell): string[] {
  const at = {
    top: [row - 1, column, "bottom"],
    left: [row, column - 1, "right"],
    bottom: [row, column, "bottom"],
    right: [row, column, "right"],
  };
  return Object.entries(borders).map(([side, { style, color }]) =>
    JSON.stringify([...at[side as keyof typeof at], style, color]),
  );
}

function cellText({ value, formula, borders: _lines, ...look }: StoredCell): unknown {
  const content = formula ?? value;
  const own = Object.entries(look)
    .filter(([key, one]) => one !== undefined && !isUsual(key, one))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return content === undefined && own.length === 0 ? undefined : [content, own];
}

/** What a cell has that says nothing, as hosts that are told everything anew keep it. */
const USUAL: Readonly<Record<string, unknown>> = {
  numberFormat: "General",
  fontColor: "#000000",
  fontName: "等线",
  fontSize: 11,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruckOut: false,
  isWrapped: false,
  isLocked: true,
  indent: 0,
  vertical: "bottom",
};

function isUsual(key: string, value: unknown): boolean {
  return USUAL[key] === value;
}

function cellsOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): [number, number][] {
  const cells: [number, number][] = [];
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + 400); row++)
    for (let column = firstColumn; column <= lastColumn; column++) cells.push([row, column]);
  return cells;
}

function byPlace(a: readonly unknown[], b: readonly unknown[]): number {
  return Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
}

/** Keys in order, whatever order they were set in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
