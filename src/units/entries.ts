import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { normaliseName } from "../codes/codeName";
import type { Figure, RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { CellAddress } from "../workbook/address";
import { UNIT, unitRowOf } from "./unitBook";

/** A figure of a book by what it says, so that the same can be looked for in another: table, row, column. */
export interface Entry {
  readonly part: string;
  /** What the row is, from the total down, units left out; equal rows are added up. */
  readonly row: string;
  readonly column: number;
  /** What the row is called in messages. */
  readonly label: string;
  /** The row above; undefined for a line that stands alone. */
  readonly parent: string | undefined;
  readonly kind: string;
  /** In 万元. */
  readonly value: Decimal;
  /** Half of the printed steps of its cells: how far it may be off. */
  readonly half: Decimal;
  readonly cells: readonly (CellAddress & { readonly table: RecognisedTable })[];
}

/** Figures by part, row and column. */
export interface Entries {
  readonly all: ReadonlyMap<string, Entry>;
  /** Keys of figures one cell of which is no amount: nothing can be said of them. */
  readonly unread: ReadonlySet<string>;
}

/** The key of a figure. */
export function entryKey({ part, row, column }: Pick<Entry, "part" | "row" | "column">): string {
  return `${part}\n${row}\n${column}`;
}

/** What stands below a unit begins so, to be told from totals over all units by kind. */
const BELOW_UNIT = `${UNIT}/`;

/** Rows of a table that are counted: all, or those that are of one unit. */
export type RowTest = (row: RecognisedRow) => boolean;

/** The figures of these tables, of the rows that are wanted. */
export function entriesOf(tables: readonly RecognisedTable[], isWanted: RowTest = () => true): Entries {
  const all = new Map<string, Entry>();
  const unread = new Set<string>();
  for (const table of tables) {
    const pathOf = rowPaths(table);
    for (const row of table.rows) {
      if (!isWanted(row)) continue;
      for (const { path, parent } of placesOf(row, pathOf))
        for (const [column, figure] of row.figures) {
          const entry = { part: table.definition.id, row: path, column, parent, kind: row.rule.kind };
          const key = entryKey(entry);
          if (figure.kind === "bad") unread.add(key);
          const known = all.get(key);
          all.set(key, {
            ...entry,
            label: known?.label ?? labelOf(row),
            ...summed(known, figure),
            cells: [...(known?.cells ?? []), { ...figure.address, table }],
          });
        }
    }
  }
  return { all, unread };
}

/** A row by what it is; the total of a table of one unit that prints no row for it is that row as well. */
function placesOf(
  row: RecognisedRow,
  pathOf: (row: RecognisedRow) => string,
): { readonly path: string; readonly parent: string | undefined }[] {
  const path = pathOf(row);
  const own = { path, parent: row.parent && pathOf(row.parent) };
  const { definition, rows } = row.table;
  const standsForUnit =
    row.rule.level === 0 && listsUnits(definition.sides) && !rows.some(({ rule }) => rule.kind === UNIT);
  return standsForUnit ? [own, { path: BELOW_UNIT, parent: path }] : [own];
}

/** True for tables that list by unit. Trees of codes may print units above them; they are added up all the same. */
function listsUnits(sides: RecognisedTable["definition"]["sides"]): boolean {
  return sides.some(({ rows, parents }) => parents === "position" && rows.some(({ kind }) => kind === UNIT));
}

function summed(known: Entry | undefined, figure: Figure): Pick<Entry, "value" | "half"> {
  const value = known?.value ?? ZERO;
  const half = known?.half ?? ZERO;
  if (figure.kind !== "amount" || figure.value.isZero()) return { value, half };
  return { value: value.plus(figure.value), half: half.plus(figure.step.dividedBy(2)) };
}

function labelOf({ code, name, rule }: RecognisedRow): string {
  if (rule.kind === UNIT) return name;
  return [/^\d/.test(name) || name.startsWith("[") ? "" : code, name].filter((part) => part !== "").join(" ");
}

/** What each row of a table is, worked out once. In a table without rows of units all but its totals are of one unit. */
function rowPaths(table: RecognisedTable): (row: RecognisedRow) => string {
  const known = new Map<RecognisedRow, string>();
  const isListed = listsUnits(table.definition.sides);
  const hasUnits = isListed && table.rows.some(({ rule }) => rule.kind === UNIT);
  const isByCode = (row: RecognisedRow) => row.side.parents === "code";
  const pathOf = (row: RecognisedRow): string => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const path = isByCode(row) ? ownPart(row) : positioned(row);
    known.set(row, path);
    return path;
  };
  const positioned = (row: RecognisedRow): string => {
    if (row.rule.kind === UNIT) return BELOW_UNIT;
    const isTotal = row.rule.level === 0;
    const isBelow = hasUnits ? unitRowOf(row) !== undefined : isListed && !isTotal;
    const above = ancestors(row)
      .filter(({ rule }) => rule.kind !== UNIT && rule.level > 0)
      .map(ownPart);
    return `${isBelow ? BELOW_UNIT : ""}${[...above, ownPart(row)].join("/")}`;
  };
  return pathOf;
}

function ancestors({ parent }: RecognisedRow): RecognisedRow[] {
  return parent ? [...ancestors(parent), parent] : [];
}

/** Side and kind of a row; then its code where codes tell such rows, else code and name. */
function ownPart({ table, side, rule, code, key }: RecognisedRow): string {
  const place = table.definition.sides.indexOf(side);
  const own =
    rule.standsFor ??
    (rule.names || rule.level === 0
      ? ""
      : rule.code && isTree(rule.kind)
        ? code
        : `${code}|${normaliseName(key)}`);
  return `${place}:${rule.kind}:${own}`;
}

/** Classes of codes are told by the code alone, whatever they are called. */
function isTree(kind: string): boolean {
  return kind === "类" || kind === "款" || kind === "项";
}
