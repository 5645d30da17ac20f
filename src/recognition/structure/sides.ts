import type { ReadSheet } from "../readSheet";
import { normaliseRowName } from "../text";
import type { BodyColumn } from "./bodyColumns";
import { rowContent } from "./content";
import { isNameHeading, isTotalWord } from "./words";

/** The columns of one list of a table: what its rows are called, and their amounts. */
export interface SideColumns {
  readonly code: BodyColumn | undefined;
  /** The code's own column where one cell holds both. */
  readonly name: BodyColumn | undefined;
  /** Words before the amounts that are neither: what a row says of itself where it has no name. */
  readonly heads: readonly BodyColumn[];
  /** Columns of codes with those of their names, where these stand beside them. */
  readonly codeNames: readonly (readonly [code: BodyColumn, name: BodyColumn])[];
  /** Whatever else stands there, measures and further codes too. */
  readonly texts: readonly BodyColumn[];
  readonly amounts: readonly BodyColumn[];
}

const LEAST_DISTINCT = 0.6;
/** A column that names rows has so many words at least for each of the one that has most. */
const LEAST_FILLED = 0.7;

/**
 * Cuts the columns of a table into its lists: one that names rows, to the right of amounts and to the left of others, begins
 * another list beside the first.
 */
export function findSides(
  sheet: ReadSheet,
  rows: readonly number[],
  columns: readonly BodyColumn[],
): SideColumns[] {
  const words = wordsByColumn(sheet, rows);
  const filled = filledByColumn(sheet, rows);
  const opens = (column: BodyColumn) => {
    if (column.kind === "code" || column.kind === "codeAndName") return true;
    const own = words.get(column.column) ?? [];
    const isVaried = new Set(own).size >= Math.max(2, own.length * LEAST_DISTINCT);
    if (column.kind !== "text" || !isVaried) return false;
    return isNameHeading(column.heading.split("/").at(-1) ?? "") || namesNext(sheet, rows, columns, column);
  };
  const sides: { leading: BodyColumn[]; amounts: BodyColumn[]; trailing: BodyColumn[] }[] = [];
  let open: (typeof sides)[number] = { leading: [], amounts: [], trailing: [] };
  columns.forEach((column, at) => {
    if (column.kind === "ordinal") return;
    if (column.kind === "amount") return void open.amounts.push(column);
    const hasMore = columns.slice(at + 1).some(({ kind }) => kind === "amount");
    if (open.amounts.length > 0 && hasMore && opens(column)) {
      sides.push(open);
      open = { leading: [column], amounts: [], trailing: [] };
    } else if (open.amounts.length > 0) open.trailing.push(column);
    else open.leading.push(column);
  });
  return [...sides, open]
    .filter(({ amounts }) => amounts.length > 0)
    .map(({ leading, amounts, trailing }): SideColumns => {
      const codeNames = codeNamesOf(leading, filled);
      const { code, name } = namesOf(leading, words, new Map(codeNames));
      const further = leading.filter((column) => column !== code && column !== name);
      // Words before shares and years: 2026年 says which of its rows a unit goes on with.
      const heads = [
        ...further.filter(({ kind }) => kind === "text" || kind === "codeAndName"),
        ...further.filter(({ kind }) => kind === "measure"),
      ];
      return { code, name, heads, codeNames, texts: [...further, ...trailing], amounts };
    });
}

/**
 * Columns of codes with the column to their right, where its heading is that of names and it has a word in nearly every row
 * with a code: 功能科目编码, 功能科目名称.
 */
function codeNamesOf(
  leading: readonly BodyColumn[],
  filled: ReadonlyMap<number, ReadonlySet<number>>,
): (readonly [BodyColumn, BodyColumn])[] {
  const rowsOf = ({ column }: BodyColumn) => filled.get(column) ?? new Set<number>();
  return leading.flatMap((code, at): (readonly [BodyColumn, BodyColumn])[] => {
    const next = leading[at + 1];
    if (code.kind !== "code" || next?.kind !== "text" || !isCodeName(next.heading)) return [];
    const [coded, named] = [rowsOf(code), rowsOf(next)];
    const both = [...coded].filter((row) => named.has(row)).length;
    return both > 0 && both >= coded.size * LEAST_NAMED ? [[code, next]] : [];
  });
}

function isCodeName(heading: string): boolean {
  return /(科目|分类|名称)$/.test(
    heading
      .split("/")
      .at(-1)
      ?.replace(/\([^()]*\)$/, "") ?? "",
  );
}

/** The share of the amounts beside a column that it must name. */
const LEAST_NAMED = 0.9;

/** Nearly every row with an amount in the column beside has a word here. */
function namesNext(
  sheet: ReadSheet,
  rows: readonly number[],
  columns: readonly BodyColumn[],
  { column }: BodyColumn,
): boolean {
  const next = columns.find((other) => other.column > column && other.kind === "amount")?.column;
  let amounts = 0;
  let named = 0;
  for (const row of rows) {
    const cells = rowContent(sheet, row);
    const isAmount = cells.some((cell) => cell.column === next && /^(amount|digits)$/.test(cell.content));
    if (!isAmount) continue;
    amounts++;
    if (cells.some((cell) => cell.column === column && cell.content === "word")) named++;
  }
  return amounts > 1 && named >= amounts * LEAST_NAMED;
}

type Words = ReadonlyMap<number, readonly string[]>;

function namesOf(
  leading: readonly BodyColumn[],
  words: Words,
  codeNames: ReadonlyMap<BodyColumn, BodyColumn>,
): Pick<SideColumns, "code" | "name"> {
  const shared = leading.filter(({ kind }) => kind === "codeAndName");
  const hasTotal = ({ column }: BodyColumn) => words.get(column)?.some(isTotalWord) === true;
  const code = leading.find(({ kind }) => kind === "code") ?? shared.find(hasTotal) ?? shared[0];
  if (code?.kind === "codeAndName") return { code, name: code };
  const own = code && codeNames.get(code);
  if (own) return { code, name: own };
  const texts = leading.filter(({ kind }) => kind === "text");
  const count = ({ column }: BodyColumn) => words.get(column)?.length ?? 0;
  const most = Math.max(0, ...texts.map(count));
  const filled = texts.filter((text) => count(text) >= most * LEAST_FILLED);
  const behind = code && filled.find(({ column }) => column > code.column);
  return { code, name: behind ?? filled[0] };
}

/** The rows of each column in which words or digits stand, totals left out. */
function filledByColumn(sheet: ReadSheet, rows: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
  const filled = new Map<number, Set<number>>();
  for (const row of rows)
    for (const { column, content, text } of rowContent(sheet, row)) {
      if ((content !== "word" && content !== "digits") || isTotalWord(text)) continue;
      const own = filled.get(column);
      if (own) own.add(row);
      else filled.set(column, new Set([row]));
    }
  return filled;
}

function wordsByColumn(sheet: ReadSheet, rows: readonly number[]): Words {
  const words = new Map<number, string[]>();
  for (const row of rows)
    for (const { column, content, text } of rowContent(sheet, row)) {
      if (content !== "word") continue;
      const own = words.get(column);
      if (own) own.push(normaliseRowName(text));
      else words.set(column, [normaliseRowName(text)]);
    }
  return words;
}
