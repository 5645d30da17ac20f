import { columnLetters, formatA1 } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";
import { element } from "./element";

/** A cell as the grid shows it. */
export interface CellView {
  /** As printed by its number format. */
  readonly text: string;
  /** As the formula bar shows it: the formula, or the value unformatted. */
  readonly content: string;
  readonly align: "left" | "right" | "center";
  readonly fill?: string;
  readonly color?: string;
  readonly isBold?: boolean;
  readonly isWrapped?: boolean;
}

/** A sheet as the grid shows it: the size in cells, and what stands in them. */
export interface SheetView {
  readonly rowCount: number;
  readonly columnCount: number;
  cell(row: number, column: number): CellView | undefined;
  /** The merged area a cell belongs to. */
  merge(row: number, column: number): CellRange | undefined;
  /** The column's width in characters; undefined: as wide as its content needs. */
  width(column: number): number | undefined;
}

export interface Grid {
  show(sheet: SheetView): void;
  /** Outlines one cell and scrolls it into view. */
  select(row: number, column: number): void;
}

/** The grid draws plain table cells, so it stops where a browser would become slow. */
const MAX_ROWS_DRAWN = 1000;
const MAX_COLUMNS_DRAWN = 60;

/** Extra blank rows and columns around the content, as a spreadsheet has them. */
const MARGIN = 3;

/** A read-only spreadsheet grid in `place`; `onSelect` gets the cell chosen by mouse or arrow keys. */
export function createGrid(place: HTMLElement, onSelect: (row: number, column: number) => void): Grid {
  let selected: { row: number; column: number } | undefined;
  let size = { rows: 0, columns: 0 };

  place.addEventListener("mousedown", (event) => {
    const cell = (event.target as Element).closest("td");
    if (cell?.dataset["row"]) onSelect(Number(cell.dataset["row"]), Number(cell.dataset["column"]));
  });
  place.addEventListener("keydown", (event) => {
    const [down, right] = ARROWS[event.key] ?? [];
    if (down === undefined || right === undefined || !selected) return;
    event.preventDefault();
    onSelect(
      Math.min(Math.max(selected.row + down, 0), size.rows - 1),
      Math.min(Math.max(selected.column + right, 0), size.columns - 1),
    );
  });

  return {
    show: (sheet) => {
      size = {
        rows: Math.min(sheet.rowCount + MARGIN, MAX_ROWS_DRAWN),
        columns: Math.min(sheet.columnCount + MARGIN, MAX_COLUMNS_DRAWN),
      };
      const isCut = sheet.rowCount > MAX_ROWS_DRAWN || sheet.columnCount > MAX_COLUMNS_DRAWN;
      place.replaceChildren(
        drawTable(sheet, size.rows, size.columns),
        ...(isCut
          ? [
              element(
                "p",
                { className: "cut" },
                `这里只显示前 ${MAX_ROWS_DRAWN} 行、${MAX_COLUMNS_DRAWN} 列；校验不受影响。`,
              ),
            ]
          : []),
      );
    },
    select: (row, column) => {
      for (const old of place.querySelectorAll(".selected, .active"))
        old.classList.remove("selected", "active");
      selected = { row, column };
      const cell = place.querySelector(`[data-cell="${formatA1(row, column)}"]`);
      cell?.classList.add("selected");
      place.querySelector(`[data-head="${row + 1}"]`)?.classList.add("active");
      place.querySelector(`[data-head="${columnLetters(column)}"]`)?.classList.add("active");
      cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const HEADING_WIDTH = 44;

function drawTable(sheet: SheetView, rows: number, columns: number): HTMLTableElement {
  const head = element("tr", {}, element("th"));
  const widths = [HEADING_WIDTH];
  for (let column = 0; column < columns; column++) {
    const title = element("th", { scope: "col" }, columnLetters(column));
    title.dataset["head"] = columnLetters(column);
    head.append(title);
    const inCharacters = sheet.width(column);
    // Excel: seven pixels a character and five around, at its standard font.
    widths.push(inCharacters === undefined ? columnWidth(sheet, column, rows) : inCharacters * 7 + 5);
  }
  const body = element("tbody");
  for (let row = 0; row < rows; row++) body.append(drawRow(sheet, row, columns));
  const columnGroup = element(
    "colgroup",
    {},
    ...widths.map((width) => {
      const drawn = element("col");
      drawn.style.width = `${width}px`;
      return drawn;
    }),
  );
  const table = element("table", {}, columnGroup, element("thead", {}, head), body);
  table.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
  return table;
}

function drawRow(sheet: SheetView, row: number, columns: number): HTMLTableRowElement {
  const title = element("th", { scope: "row" }, String(row + 1));
  title.dataset["head"] = String(row + 1);
  const drawn = element("tr", {}, title);
  for (let column = 0; column < columns; column++) {
    const merge = sheet.merge(row, column);
    if (!merge) drawn.append(drawCell(sheet, row, column));
    else if (merge.firstRow === row && merge.firstColumn === column) {
      const place = drawCell(sheet, row, column);
      place.rowSpan = merge.lastRow - row + 1;
      place.colSpan = Math.min(merge.lastColumn, columns - 1) - column + 1;
      drawn.append(place);
    }
  }
  return drawn;
}

function drawCell(sheet: SheetView, row: number, column: number): HTMLTableCellElement {
  const cell = sheet.cell(row, column);
  const place = element("td", {}, cell?.text ?? "");
  Object.assign(place.dataset, { row, column, cell: formatA1(row, column) });
  if (!cell) return place;
  place.style.textAlign = cell.align;
  if (cell.isWrapped) place.classList.add("wrapped");
  else if (cell.align === "left" && !sheet.cell(row, column + 1)) place.classList.add("spills");
  if (cell.fill) place.style.backgroundColor = cell.fill;
  if (cell.color) place.style.color = cell.color;
  if (cell.isBold) place.style.fontWeight = "600";
  return place;
}

/** Wide enough for its figures and for short text; long text runs on or is cut, as in Excel. */
function columnWidth(sheet: SheetView, column: number, rows: number): number {
  let widest = 6;
  for (let row = 0; row < rows; row++) {
    const cell = sheet.cell(row, column);
    if (!cell) continue;
    const longest = Math.max(...cell.text.split("\n").map(textWidth));
    const limit = cell.align === "right" ? 24 : sheet.cell(row, column + 1) ? 34 : 14;
    widest = Math.max(widest, Math.min(longest, limit));
  }
  return Math.round(widest * 7 + 16);
}

/** In Latin characters; a Chinese character is about as wide as two. */
function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char > "\u2e7f" ? 1.9 : 1;
  return width;
}
