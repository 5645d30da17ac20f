import type { SideDefinition, TableDefinition } from "../tables/definition";
import { getColumn } from "../tables/definition";

import { cellAt } from "../workbook/snapshot";
import { cellText } from "./grid";
import { CODE_LEVELS } from "./headingRow";
import type { HeaderMatch } from "./header";
import type { ColumnMatch, ColumnReading } from "./recognised";
import { codesByName } from "./nameCodes";
import type { NamedBy } from "./nameCodes";
import { parseCodeCell } from "./text";
import type { ReadSheet } from "./readSheet";

/** The rows under a heading of a table. */
interface Body {
  readonly sheet: ReadSheet;
  readonly definition: TableDefinition;
  readonly header: HeaderMatch;
  readonly bodyRows: readonly number[];
}

/**
 * Columns of codes and names that have no heading of their own: a code in three columns 类, 款, 项; code and name
 * together in one cell; no codes at all, but names that have them. Gives the columns of the heading with those added.
 */
export function completeCodeColumns(
  { sheet, definition, header, bodyRows }: Body,
  by: NamedBy,
): ReadonlyMap<number, ColumnMatch> {
  const columns = new Map(header.columns);
  for (const side of definition.sides) {
    const { codeColumn } = side;
    if (codeColumn === undefined) continue;
    const known = columns.get(codeColumn);
    if (known) columns.set(codeColumn, withLevels(known, columns, header));
    else addLevels(columns, definition, side, sheet, header);
    if (!columns.has(codeColumn) || !columns.has(side.nameColumn))
      addShared(columns, definition, side, codeColumn, sheet, header, bodyRows);
    const name = columns.get(side.nameColumn);
    if (columns.has(codeColumn) || !name || hasCodes(sheet, side, columns, header, bodyRows)) continue;
    const place = { sheet, column: name.sheetColumn, body: bodyRows };
    const codes = codesByName(definition, side, place, by);
    if (codes.size > 0)
      columns.set(
        codeColumn,
        match(definition, codeColumn, name.sheetColumn, sheet, header, { kind: "named", codes }),
      );
  }
  return new Map([...columns].sort(([a], [b]) => a - b));
}

/** 类, 款, 项 beside the side's names: lists side by side have such columns each. */
function addLevels(
  columns: Map<number, ColumnMatch>,
  definition: TableDefinition,
  { codeColumn = 0, nameColumn }: SideDefinition,
  sheet: ReadSheet,
  header: HeaderMatch,
): void {
  const name = columns.get(nameColumn)?.sheetColumn ?? Infinity;
  const groups = levelGroups(header);
  // Those nearest before the names; where names come first, those behind.
  const found = groups.findLast(([first = 0]) => first < name) ?? groups[0];
  if (!found) return;
  columns.set(
    codeColumn,
    match(definition, codeColumn, found[0] ?? 0, sheet, header, { kind: "levels", sheetColumns: found }),
  );
}

/** A column of codes that stands under 类 goes on in those of 款 and 项 beside it, unless the table has columns for these. */
function withLevels(
  known: ColumnMatch,
  columns: ReadonlyMap<number, ColumnMatch>,
  header: HeaderMatch,
): ColumnMatch {
  const levels = levelGroups(header).find(([first]) => first === known.sheetColumn);
  const taken = new Set([...columns.values()].map(({ sheetColumn }) => sheetColumn));
  if (!levels || levels.slice(1).some((column) => taken.has(column))) return known;
  return { ...known, reading: { kind: "levels", sheetColumns: levels } };
}

/** Columns under 类, 款 and 项 one behind the other; 类 and 款 alone are the levels of an economic classification. */
function levelGroups({ headings }: HeaderMatch): number[][] {
  const groups: number[][] = [];
  for (const [column, path] of [...headings].sort(([a], [b]) => a - b)) {
    const level = CODE_LEVELS.indexOf(path[path.length - 1] ?? "");
    if (level === 0) groups.push([column]);
    else if (level > 0 && groups.at(-1)?.length === level) groups.at(-1)?.push(column);
  }
  return groups.filter(({ length }) => length > 1);
}

function addShared(
  columns: Map<number, ColumnMatch>,
  definition: TableDefinition,
  { nameColumn }: SideDefinition,
  codeColumn: number,
  sheet: ReadSheet,
  header: HeaderMatch,
  bodyRows: readonly number[],
): void {
  const taken = new Set([...columns.values()].map(({ sheetColumn }) => sheetColumn));
  const known = columns.get(codeColumn)?.sheetColumn ?? columns.get(nameColumn)?.sheetColumn;
  const free = [...header.headings.keys()].filter((column) => !taken.has(column));
  const shared = [...(known === undefined ? free : [known])].find((column) =>
    holdsBoth(sheet, column, bodyRows),
  );
  if (shared === undefined) return;
  columns.set(codeColumn, match(definition, codeColumn, shared, sheet, header, { kind: "code" }));
  columns.set(nameColumn, match(definition, nameColumn, shared, sheet, header, { kind: "name" }));
}

/** A column before the amounts that no heading explains holds codes of the side's rows: names are no substitute for those. */
function hasCodes(
  sheet: ReadSheet,
  { rows: rules }: SideDefinition,
  columns: ReadonlyMap<number, ColumnMatch>,
  { headings }: HeaderMatch,
  rows: readonly number[],
): boolean {
  const taken = new Set([...columns.values()].map(({ sheetColumn }) => sheetColumn));
  const isCode = (text: string) => rules.some(({ code }) => code?.test(text));
  const amounts = [...columns.values()].filter(({ definition }) => definition.kind === "amount");
  const firstAmount = Math.min(...amounts.map(({ sheetColumn }) => sheetColumn));
  return [...headings.keys()].some((column) => {
    if (taken.has(column) || column > firstAmount) return false;
    const texts = rows
      .map((row) => cellText(cellAt(sheet, row, column)).trim())
      .filter((text) => text !== "");
    const codes = texts.filter(isCode);
    return codes.length > 0 && codes.length * 2 >= texts.length;
  });
}

/** Most filled cells of the column are a code with its name. */
function holdsBoth(sheet: ReadSheet, column: number, rows: readonly number[]): boolean {
  const texts = rows.map((row) => cellText(cellAt(sheet, row, column)).trim()).filter((text) => text !== "");
  const both = texts.filter((text) => {
    const { code, name } = parseCodeCell(text);
    return code.length >= 3 && name !== "";
  });
  return both.length > 0 && both.length * 2 >= texts.length;
}

function match(
  definition: TableDefinition,
  number: number,
  sheetColumn: number,
  sheet: ReadSheet,
  header: HeaderMatch,
  reading: ColumnReading,
): ColumnMatch {
  return {
    definition: getColumn(definition, number),
    sheetColumn,
    heading: [...new Set(header.headings.get(sheetColumn) ?? [])].join("/"),
    headingCell: { sheet: sheet.name, row: header.firstRow, column: sheetColumn },
    score: 0.5,
    by: "content",
    reading,
  };
}
