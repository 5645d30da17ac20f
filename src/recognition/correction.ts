import { columnPaths } from "../tables/definition";
import type { TableDefinition } from "../tables/definition";
import { fieldsOf, isRecord, keptJson } from "../workbook/keptJson";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { cellText, filledRows } from "./grid";
import type { HeaderMatch } from "./header";
import type { ColumnMatch } from "./recognised";
import type { ReadSheet } from "./readSheet";
import type { RowDraft } from "./rows";
import { draftOfKind } from "./rows";
import { normaliseHeading, normaliseText } from "./text";

/** The key under which corrections are kept with the workbook (WriteSetting). */
export const CORRECTIONS_KEY = "recognition";

/**
 * What the user said of how one sheet is to be read. It holds for the sheet of that name, and but for `rows` for every
 * other sheet whose heading has the same shape. Rows and columns count from 0.
 */
export interface TableCorrection {
  readonly sheet: string;
  /** The heading as it was when the user said so (headerShape). */
  readonly shape: string;
  /** Id of the table; null: there is none on this sheet. */
  readonly table: string | null;
  readonly headerRows?: { readonly first: number; readonly last: number };
  /** Printed column number → sheet column; null: the sheet has no such column. */
  readonly columns?: Readonly<Record<string, number | null>>;
  /** Kinds of rows, told by the texts of the row, so that they hold after rows were put in above. */
  readonly rows?: readonly RowCorrection[];
}

export interface RowCorrection {
  readonly row: number;
  /** The texts of the row (rowTexts). */
  readonly text: string;
  /** A kind of the definition such as 合计; null: no row of the table. */
  readonly kind: string | null;
}

/** The corrections kept with a workbook; what is not understood is passed over, since it may be of a later version. */
export function readCorrections(workbook: WorkbookSnapshot): readonly TableCorrection[] {
  const { sheets } = fieldsOf(keptJson(workbook.settings?.[CORRECTIONS_KEY]));
  return Array.isArray(sheets) ? sheets.filter(isCorrection) : [];
}

/** The text that keeps corrections; null when there are none. */
export function writeCorrections(corrections: readonly TableCorrection[]): string | null {
  return corrections.length === 0 ? null : JSON.stringify({ version: 1, sheets: corrections });
}

function isCorrection(value: unknown): value is TableCorrection {
  const { sheet, shape, table, headerRows, columns, rows } = fieldsOf(value);
  const areRows =
    headerRows === undefined ||
    (isRecord(headerRows) && isPlace(headerRows["first"]) && isPlace(headerRows["last"]));
  const areColumns =
    columns === undefined ||
    (isRecord(columns) && Object.values(columns).every((column) => column === null || isPlace(column)));
  const areKinds =
    rows === undefined ||
    (Array.isArray(rows) &&
      rows.every((entry: unknown) => {
        const { row, text, kind } = fieldsOf(entry);
        return isPlace(row) && typeof text === "string" && (kind === null || typeof kind === "string");
      }));
  return (
    typeof sheet === "string" &&
    typeof shape === "string" &&
    (table === null || typeof table === "string") &&
    areRows &&
    areColumns &&
    areKinds
  );
}

function isPlace(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/**
 * The corrections that speak of a sheet: those made on it, or else those made on another sheet whose heading has the
 * same shape, without what holds for single rows. Where that sheet has a title of its own, another sheet's table does
 * not hold for it; recognition sees to that.
 */
export function correctionsFor(
  sheet: SheetSnapshot,
  corrections: readonly TableCorrection[],
): { readonly corrections: readonly TableCorrection[]; readonly isOwn: boolean } {
  const own = corrections.filter((correction) => correction.sheet === sheet.name);
  if (own.length > 0 || corrections.length === 0) return { corrections: own, isOwn: true };
  const shape = headerShape(sheet);
  const alike = corrections.filter((correction) => shape !== "" && correction.shape === shape);
  return { corrections: alike.map(({ rows: _, ...rest }) => rest), isOwn: false };
}

/** The most rows at the top of a sheet that are looked at for its shape. */
const TOP_ROWS = 15;

/**
 * The heading of a sheet as one text: rows of words in at least two cells, with their columns, before the first row that
 * holds figures. Titles, units and names above it do not count, so that the sheets of two years or offices agree.
 */
export function headerShape(sheet: SheetSnapshot): string {
  const rows: string[] = [];
  const last = Math.max(-1, ...filledRows(sheet, 0, TOP_ROWS));
  for (const row of filledRows(sheet, 0, last)) {
    const cells = [...(sheet.rows.get(row) ?? [])].map(
      ([column, cell]) => [column, normaliseHeading(cellText(cell))] as const,
    );
    const words = cells.filter(([, text]) => text !== "");
    if (words.some(([, text]) => /^-?[\d,]+\.\d+$|^\d{3,}$/.test(text))) break;
    if (words.length < 2 || words.some(([, text]) => text.includes(":"))) continue;
    rows.push(words.map(([column, text]) => `${column}=${text}`).join(","));
  }
  return rows.join(";");
}

/** The texts of a row by which a correction of it is found again. */
export function rowTexts(sheet: SheetSnapshot, row: number): string {
  return [...(sheet.rows.get(row)?.values() ?? [])]
    .filter(({ value }) => typeof value === "string")
    .map((cell) => normaliseText(cellText(cell)))
    .filter((text) => text !== "")
    .join("|");
}

/**
 * The columns with those the user set. A sheet column that he gave to one is taken from any other, which gets the one that
 * has become free: he mends one half of an exchange, and without its other half more would be wrong than before.
 */
export function correctColumns(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  header: HeaderMatch,
  found: ReadonlyMap<number, ColumnMatch>,
  correction: TableCorrection | undefined,
): ReadonlyMap<number, ColumnMatch> {
  const set = Object.entries(correction?.columns ?? {});
  if (set.length === 0) return found;
  const columns = new Map(found);
  const taken = new Set(set.map(([, column]) => column));
  const said = new Set(set.map(([number]) => Number(number)));
  const paths = new Map(columnPaths(definition.header).map((path) => [path.column.number, path]));
  const put = (number: number, sheetColumn: number, how: Pick<ColumnMatch, "by" | "score">) => {
    const path = paths.get(number);
    if (!path) return;
    columns.set(number, {
      definition: path.column,
      sheetColumn,
      heading: [...new Set(header.headings.get(sheetColumn) ?? [])].join("/"),
      headingCell: { sheet: sheet.name, row: header.lastRow, column: sheetColumn },
      ...how,
    });
  };
  for (const [number, { sheetColumn, reading }] of found) {
    if (!taken.has(sheetColumn) || reading !== undefined || said.has(number)) continue;
    columns.delete(number);
    const [by] = set.find(([, column]) => column === sheetColumn) ?? [];
    const free = found.get(Number(by));
    if (free && free.reading === undefined && !taken.has(free.sheetColumn))
      put(number, free.sheetColumn, { by: "exchange", score: 0 });
  }
  for (const [number, sheetColumn] of set) {
    if (!paths.has(Number(number))) continue;
    columns.delete(Number(number));
    if (sheetColumn !== null) put(Number(number), sheetColumn, { by: "user", score: 1 });
  }
  return new Map([...columns].sort(([a], [b]) => a - b));
}

/** The rows with the kinds the user set. */
export function correctRows(
  drafts: readonly RowDraft[],
  sheet: ReadSheet,
  definition: TableDefinition,
  columns: ReadonlyMap<number, ColumnMatch>,
  body: readonly number[],
  correction: TableCorrection | undefined,
): readonly RowDraft[] {
  if (!correction?.rows) return drafts;
  let corrected = [...drafts];
  for (const { row, text, kind } of correction.rows) {
    const at =
      rowTexts(sheet, row) === text ? row : onlyOne(body.filter((each) => rowTexts(sheet, each) === text));
    if (at === undefined) continue;
    const [side] = definition.sides.filter(({ rows }) => rows.some((rule) => rule.kind === kind));
    corrected = corrected.filter(({ sheetRow, side: own }) => sheetRow !== at || (side && own !== side));
    const rule = side?.rows.find((each) => each.kind === kind);
    if (side && rule) corrected.push(draftOfKind(sheet, columns, side, rule, at));
  }
  return corrected.sort((a, b) => a.sheetRow - b.sheetRow);
}

function onlyOne(rows: readonly number[]): number | undefined {
  return rows.length === 1 ? rows[0] : undefined;
}
