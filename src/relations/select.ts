import { normaliseRowName } from "../recognition/text";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { JoinKey, RowSelector } from "../tables/notation";

/** The rows of a table a selector speaks of; `parent` narrows a [>…] selector to that row's children. */
export function selectRows(
  table: RecognisedTable,
  selector: RowSelector,
  parent?: RecognisedRow,
): RecognisedRow[] {
  const from = selector.isChild ? (parent?.children ?? []) : table.rows;
  return ofKind(from, selector, table).filter(
    ({ code }) =>
      selector.prefixes.length === 0 || selector.prefixes.some((prefix) => code.startsWith(prefix)),
  );
}

/** True when the table has rows of the selector's kinds at all, whatever their codes. */
export function hasKind(table: RecognisedTable, selector: RowSelector): boolean {
  return ofKind(table.rows, selector, table).length > 0;
}

function ofKind(
  rows: readonly RecognisedRow[],
  { kinds, below }: RowSelector,
  table: RecognisedTable,
): RecognisedRow[] {
  const tests = kinds.map((word) => rowTest(word, table));
  return rows.filter(
    (row) =>
      (kinds.length === 0 || tests.some((test) => test(row))) && (below === undefined || isBelow(row, below)),
  );
}

/** A selector's word is a kind of row; in a table without such a kind it is a name, with * for any characters, or a code. */
function rowTest(word: string, { definition }: RecognisedTable): (row: RecognisedRow) => boolean {
  const isKind = definition.sides.some(({ rows }) => rows.some(({ kind }) => kind === word));
  if (isKind) return (row) => row.rule.kind === word;
  const pattern = normaliseRowName(word).split("*").map(escapeRegExp).join(".*");
  const byName = new RegExp(`^${pattern}$`, "u");
  return (row) => byName.test(row.key) || row.code === word;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

function isBelow(row: RecognisedRow, kind: string): boolean {
  for (let above = row.parent; above; above = above.parent) if (above.rule.kind === kind) return true;
  return false;
}

/** What a row is matched by, e.g. "2010399" or "156001|电子政务经费"; undefined when it lacks a part of that. */
function joinKey(row: RecognisedRow, keys: readonly JoinKey[]): string | undefined {
  const parts = keys.map((key) => ({ code: row.code, unit: row.unit, name: row.key })[key]);
  return parts.every((part) => part !== "") ? parts.join("|") : undefined;
}

/** Rows by what they are matched by. Rows that lack it are left out. */
export function groupByKey(
  rows: readonly RecognisedRow[],
  keys: readonly JoinKey[],
): Map<string, RecognisedRow[]> {
  const groups = new Map<string, RecognisedRow[]>();
  for (const row of rows) {
    const key = joinKey(row, keys);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
