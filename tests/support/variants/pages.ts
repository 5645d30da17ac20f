import type { Sketch } from "./makeVariant";
import type { KindRow, Row } from "./rows";

/** The rows of one sheet, with the kinds of those that are rows of the table. */
export interface Page {
  readonly rows: Map<number, Row>;
  readonly kinds: Map<number, readonly string[]>;
}

/**
 * A sketch as rows of a sheet, or of several where the table runs on: at page breaks its heading is printed again, with
 * or without the title and the total.
 */
export function onPages(sketch: Sketch): Page[] {
  const { body, definition, habits, notes } = sketch;
  const isStatement = definition.sides.length > 1;
  const isLong = body.length > 12;
  const hasNoTotal = habits.has("total absent", 0);
  const isOverSheets =
    isLong && !isStatement && !hasNoTotal && hasTotal(sketch) && habits.has("over several sheets", 0.06);
  const isPaged = isOverSheets || (isLong && habits.has("page breaks", 0.15));
  const length = isPaged ? Math.max(6 + habits.choose.below(10), Math.ceil(body.length / 6)) : body.length;
  const withTitle = isPaged && !isStatement && habits.has("titles repeated", 0.4);
  const withTotal = isPaged && !isStatement && hasTotalFirst(sketch) && habits.has("total repeated", 0.2);
  const [first] = body.filter(({ kinds }) => kinds.length > 0);

  const pages: Page[] = [newPage()];
  let at = write(pages[0] as Page, 0, [...sketch.titles, ...sketch.headings]);
  const pieces = cut(body, length);
  pieces.forEach((piece, index) => {
    let page = pages.at(-1) as Page;
    if (index > 0) {
      if (isOverSheets) {
        page = newPage();
        pages.push(page);
        at = 0;
      }
      at = write(page, at, [...(withTitle || isOverSheets ? sketch.titles : []), ...sketch.headings]);
      if (withTotal && first) at = write(page, at, [first.cells]);
    }
    for (const { cells, kinds } of piece) {
      page.rows.set(at, new Map(cells));
      if (kinds.length > 0) page.kinds.set(at, kinds);
      at++;
    }
  });
  write(pages.at(-1) as Page, at, notes);
  return pages;
}

function newPage(): Page {
  return { rows: new Map(), kinds: new Map() };
}

function write(page: Page, at: number, rows: readonly Row[]): number {
  rows.forEach((row, index) => page.rows.set(at + index, new Map(row)));
  return at + rows.length;
}

/** Pieces of so many rows of the table; what belongs to a row stays with it. */
function cut(body: readonly KindRow[], length: number): KindRow[][] {
  const pieces: KindRow[][] = [[]];
  let count = 0;
  for (const row of body) {
    if (row.kinds.length > 0 && count > 0 && count % length === 0) pieces.push([]);
    if (row.kinds.length > 0) count++;
    pieces.at(-1)?.push(row);
  }
  return pieces;
}

const isTotalRow = ({ kinds }: KindRow) => kinds.some((kind) => kind === "合计" || kind === "总计");

function hasTotal({ body }: Sketch): boolean {
  return body.some(isTotalRow);
}

function hasTotalFirst({ body }: Sketch): boolean {
  const first = body.find(({ kinds }) => kinds.length > 0);
  return first !== undefined && isTotalRow(first);
}
