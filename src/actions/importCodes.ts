import { parseCodeList } from "../codes/codeLists";
import type { CodeKind, CodeList } from "../codes/codeLists";
import { compareLists } from "../codes/import/compareLists";
import type { CodeAndName, ListComparison } from "../codes/import/compareLists";
import { readDelimited } from "../codes/import/delimited";
import type { TextRow } from "../codes/import/delimited";
import { settingKey, writeImported } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { readList } from "../codes/import/readList";
import type { ListProblem, ReadList } from "../codes/import/readList";
import type { MessageRef } from "../messages/messageRef";
import type { WriteSetting } from "../workbook/edit";
import { columnLetters } from "../workbook/address";
import { isErrorValue } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";

export interface ImportOptions {
  /** The classification; told by the codes when left out. */
  readonly kind?: CodeKind;
  /** The year the list is for; found in its title when left out. */
  readonly year?: number;
  /** Default true: a code that is not in the list is an error. */
  readonly isAuthoritative?: boolean;
  /** Shipped lists loaded on demand: the list is compared with the edition it has most codes of. */
  readonly largeLists?: readonly CodeList[];
}

/** A list that may be kept: what it holds and how it differs from the shipped one. */
export interface ImportPreview {
  readonly list: ImportedList;
  readonly comparison: ListComparison;
  /** The shipped edition it was compared with. */
  readonly shipped: Pick<CodeList, "title" | "edition">;
  /** Letters of the columns in which codes and names were found. */
  readonly columns: { readonly code: readonly string[]; readonly name: readonly string[] };
  /** The sheet it was read from, null for a text file. */
  readonly sheet: string | null;
  /** Row numbers, from 1, that held no code: headings in between, totals, notes. */
  readonly skipped: readonly number[];
}

export type { CodeAndName, CodeKind, ImportedList, ListComparison };

/** Either a list, or why there is none; nothing is ever changed by reading. */
export type Imported = { readonly preview: ImportPreview } | { readonly problems: readonly MessageRef[] };

/** A source of rows: a text file, or one sheet of a workbook. */
export interface ListSource {
  /** Name of the sheet, null for a text file. */
  readonly sheet: string | null;
  readonly rows: readonly TextRow[];
}

/** The filled cells of a sheet as rows of text with their numbers in Excel. */
export function rowsOfSheet({ name, rows }: SheetSnapshot): ListSource {
  const texts = [...rows].map(([row, cells]): TextRow => {
    const last = Math.max(-1, ...cells.keys());
    return {
      number: row + 1,
      cells: Array.from({ length: last + 1 }, (_, column) => {
        const value = cells.get(column)?.value;
        return value === undefined || isErrorValue(value) ? "" : String(value);
      }),
    };
  });
  return { sheet: name, rows: texts };
}

/** The rows of a .csv or .tsv file, in UTF-8, UTF-16 or GBK. */
export function readDelimitedList(bytes: Uint8Array): ListSource {
  return { sheet: null, rows: readDelimited(bytes) };
}

/**
 * Reads a list of codes from the source of several that has most of them. Refused, with the numbers of the rows, when a
 * code is malformed, stands twice or has no name.
 * @param title what the list is called: the name of its file
 */
export function importCodes(
  sources: readonly ListSource[],
  title: string,
  options: ImportOptions = {},
): Imported {
  const read = sources.map((source) => ({ source, found: readList(source.rows, options.kind) }));
  const [most] = read.sort((a, b) => sizeOf(b.found) - sizeOf(a.found));
  const kind = most?.found.kind;
  if (!most || !kind || sizeOf(most.found) === 0) {
    return { problems: [{ key: "import.noCodes", args: { title } }] };
  }
  const { source, found } = most;
  if (found.problems.length > 0)
    return { problems: found.problems.map((one) => wordProblem(one, source.sheet)) };
  const year = options.year ?? yearIn(title, source.rows);
  const entries = found.rows.map(({ code, name }) => ({ code, name }));
  const shipped = editionOf(kind, entries, options.largeLists ?? []);
  return {
    preview: {
      list: { kind, title, year, isAuthoritative: options.isAuthoritative ?? true, entries },
      comparison: compareLists(entries, shipped, year),
      shipped: { title: shipped.title, edition: shipped.edition },
      columns: {
        code: found.columns.code.map(columnLetters),
        name: found.columns.name.map(columnLetters),
      },
      sheet: source.sheet,
      skipped: found.skipped,
    },
  };
}

/** The edit that keeps a list with a workbook. */
export function planKeepList(list: ImportedList): WriteSetting {
  return { kind: "writeSetting", key: settingKey(list.kind), value: writeImported(list) };
}

/** The edit that takes the list of a classification out of a workbook again. */
export function planForgetList(kind: CodeKind): WriteSetting {
  return { kind: "writeSetting", key: settingKey(kind), value: null };
}

/** The shipped list with the most of these codes: the procurement catalogues of 2013 and 2022 have none in common. */
function editionOf(kind: CodeKind, entries: readonly CodeAndName[], large: readonly CodeList[]): CodeList {
  const common = ({ entries: own }: CodeList) => entries.filter(({ code }) => own.has(code)).length;
  const editions = [parseCodeList(kind), ...large.filter((list) => list.kind === kind)];
  return editions.reduce((best, list) => (common(list) > common(best) ? list : best));
}

function sizeOf({ rows, problems }: ReadList): number {
  return rows.length + problems.length;
}

function wordProblem(one: ListProblem, sheet: string | null): MessageRef {
  const place = { sheet: sheet ?? "", row: String(one.row), code: one.code };
  switch (one.problem) {
    case "malformed":
      return { key: "import.malformed", args: { ...place, name: one.name } };
    case "duplicate":
      return { key: "import.duplicate", args: { ...place, firstRow: String(one.firstRow) } };
    case "noName":
      return { key: "import.noName", args: place };
  }
}

/** 2020年政府收支分类科目.xlsx, or the same in a title of the list. */
function yearIn(title: string, rows: readonly TextRow[]): number | undefined {
  const titles = [title, ...rows.slice(0, 5).flatMap(({ cells }) => cells)];
  for (const text of titles) {
    const year = /(?<!\d)(20\d{2})\s*年?/.exec(text)?.[1];
    if (year !== undefined && (text === title || text.includes("年"))) return Number(year);
  }
  return undefined;
}
