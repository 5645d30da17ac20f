import { normaliseName } from "../codes/codeName";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";

/** A workbook of a unit or of the department, with its tables found. */
export interface UnitBook {
  /** The file's name, as reports name it. */
  readonly file: string;
  readonly packId: string;
  readonly setName: string;
  readonly tables: readonly RecognisedTable[];
  /** What the unit calls itself: by its own row, by 单位名称：…, else by the file. */
  readonly name: string;
  /** Codes of its rows of units: a unit may stand under several (156 and 156001). */
  readonly codes: readonly string[];
}

/** Which unit a book is of: the last row of a unit in it, else what is printed above its tables, else the file's name. */
export function identifyUnit(
  file: string,
  tables: readonly RecognisedTable[],
  printed: readonly string[],
): Pick<UnitBook, "name" | "codes"> {
  const rows = tables.flatMap(({ rows: all }) => all.filter(isUnitRow));
  const codes = [...new Set(rows.map(({ code }) => code).filter((code) => code !== ""))];
  const longest = rows.reduce<RecognisedRow | undefined>(
    (best, row) => (best && best.code.length >= row.code.length ? best : row),
    undefined,
  );
  const byFile = file.replace(/^.*[\\/]/, "").replace(/\.[^.]+$/, "");
  return { name: longest?.name ?? printed[0] ?? byFile, codes };
}

/** A row of a budget unit (预算单位) in a table that lists by unit. */
export function isUnitRow({ rule }: RecognisedRow): boolean {
  return rule.kind === UNIT;
}

/** The kind of such rows in every set of tables. */
export const UNIT = "单位";

/** The row of the unit a row belongs to, itself where it is one; undefined for totals over units. */
export function unitRowOf(row: RecognisedRow): RecognisedRow | undefined {
  for (let at: RecognisedRow | undefined = row; at; at = at.parent) if (isUnitRow(at)) return at;
  return undefined;
}

/** Tells by code or name which of the books a row of a unit is of; undefined where that is not clear. */
export function unitFinder(books: readonly UnitBook[]): (row: RecognisedRow) => number | undefined {
  const byCode = onlyOnes(books, ({ codes }) => codes);
  const byName = onlyOnes(books, ({ name }) => [normaliseName(name)]);
  return ({ code, name }) => byCode.get(code) ?? byName.get(normaliseName(name));
}

/** What belongs to just one of the books, by its place among them. */
function onlyOnes(
  books: readonly UnitBook[],
  keysOf: (book: UnitBook) => readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number | undefined>();
  books.forEach((book, index) => {
    for (const key of new Set(keysOf(book))) found.set(key, found.has(key) ? undefined : index);
  });
  return new Map([...found].flatMap(([key, index]) => (index === undefined ? [] : [[key, index] as const])));
}
