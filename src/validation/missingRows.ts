import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { UnlistedKey } from "../relations/relation";
import type { Finding, MessageRef } from "./finding";

/** A row that a table should have and has not. */
export type MissingRow = {
  readonly table: RecognisedTable;
  /** What it would be called: "总计", "20103", "2010301 行政运行", "156003". */
  readonly label: string;
} & (
  | { readonly kind: "total" }
  | {
      /**
       * parent: rows with codes under it are there. code, unit: another table has an amount under this code, or for this
       * unit.
       */
      readonly kind: "parent" | "code" | "unit";
      readonly key: string;
      /** The name that another table has for it; "" where none has. */
      readonly name: string;
      /** The row of another table, where one has it. */
      readonly seenIn?: RecognisedRow;
    }
);

/** Levels of classification codes from the top: a 款 belongs under a 类, a 项 under a 款. */
const CODE_LEVELS = ["类", "款", "项"];

/** All rows missing from the tables found, each once: totals, parents of codes, and keys that other tables know. */
export function findMissingRows(
  tables: readonly RecognisedTable[],
  unlisted: readonly UnlistedKey[],
): MissingRow[] {
  const ofTable = new Map<RecognisedTable, UnlistedKey[]>();
  for (const one of unlisted) {
    const known = ofTable.get(one.table);
    if (known) known.push(one);
    else ofTable.set(one.table, [one]);
  }
  const rowsWith = rowsByCode(tables);
  return tables.flatMap((table) => {
    const keys = missingKeys(table, ofTable.get(table) ?? [], rowsWith);
    const known = new Set(keys.flatMap((row) => (row.kind === "code" ? [row.key] : [])));
    const parents = missingParents(table, rowsWith).filter(
      (row) => row.kind !== "parent" || !known.has(row.key),
    );
    return [...missingTotals(table), ...parents, ...keys, ...missingBelow(table, rowsWith, known)];
  });
}

/** A table without a single row says that there is nothing of its kind; only one with rows lacks its total. */
function missingTotals(table: RecognisedTable): MissingRow[] {
  if (table.rows.length === 0) return [];
  return table.definition.sides.flatMap((side) =>
    side.rows
      .filter((rule) => rule.required && !table.rows.some((row) => row.rule === rule))
      .map((rule) => ({ kind: "total", table, label: rule.kind }) as const),
  );
}

/** A code whose parent row is absent although the table has rows of that level. Source: X15. */
function missingParents(table: RecognisedTable, rowsWith: RowsByCode): MissingRow[] {
  const used = new Set(table.rows.map(({ rule }) => rule.kind));
  const found = new Map<string, MissingRow>();
  for (const { rule, parent, code, unit } of table.rows) {
    const above = CODE_LEVELS[CODE_LEVELS.indexOf(rule.kind) - 1];
    if (above === undefined || !used.has(above) || parent?.rule.kind === above) continue;
    const key = code.slice(0, -2);
    const seenIn = rowsWith(above, key).find((row) => row.table !== table);
    found.set(`${unit}|${key}`, {
      kind: "parent",
      table,
      key,
      label: key,
      name: seenIn?.name ?? "",
      ...(seenIn && { seenIn }),
    });
  }
  return [...found.values()];
}

/**
 * Rows under a code that has none though all others of its level have: those that another table has under it, where it
 * holds the same amount for the code itself.
 */
function missingBelow(
  table: RecognisedTable,
  rowsWith: RowsByCode,
  known: ReadonlySet<string>,
): MissingRow[] {
  return table.rows.flatMap((row): MissingRow[] => {
    if (row.children.length > 0 || row.side.parents !== "code" || !isAboveOthers(row)) return [];
    const other = rowsWith(row.rule.kind, row.code).find(
      (one) => one.table !== table && one.children.length > 0 && holdsSame(row, one),
    );
    return other ? below(other).flatMap((one) => missingAs(table, one, known)) : [];
  });
}

function missingAs(table: RecognisedTable, row: RecognisedRow, known: ReadonlySet<string>): MissingRow[] {
  const { code: key } = row;
  const name = row.name.replace(/\s+/g, "");
  if (known.has(key) || table.rows.some(({ code }) => code === key)) return [];
  return [{ kind: "code", table, key, name, seenIn: row, label: `${key} ${name}`.trim() }];
}

/** Whether all other rows of its level have rows under them, and some are there. */
function isAboveOthers({ rule, table, index }: RecognisedRow): boolean {
  if (!CODE_LEVELS.slice(0, -1).includes(rule.kind)) return false;
  const others = table.rows.filter((one) => one.rule === rule && one.index !== index);
  return others.length > 0 && others.every(({ children }) => children.length > 0);
}

function holdsSame(row: RecognisedRow, other: RecognisedRow): boolean {
  const amounts = (one: RecognisedRow) =>
    [...one.figures.values()].flatMap((figure) =>
      figure.kind === "amount" && !figure.value.isZero() ? [figure.value] : [],
    );
  const its = amounts(other);
  return amounts(row).some((one) => its.some((amount) => amount.equals(one)));
}

function below(row: RecognisedRow): RecognisedRow[] {
  return row.children.flatMap((one) => [one, ...below(one)]);
}

/** The rows of a kind with a code, in the order of their tables. */
type RowsByCode = (kind: string, code: string) => readonly RecognisedRow[];

/** Gone through when first asked for: most workbooks lack no row. */
function rowsByCode(tables: readonly RecognisedTable[]): RowsByCode {
  let known: Map<string, RecognisedRow[]> | undefined;
  const nameOf = (kind: string, code: string) => `${kind} ${code}`;
  const index = () => {
    const found = new Map<string, RecognisedRow[]>();
    for (const row of tables.flatMap(({ rows }) => rows)) {
      const name = nameOf(row.rule.kind, row.code);
      const own = found.get(name);
      if (own) own.push(row);
      else found.set(name, [row]);
    }
    return found;
  };
  return (kind, code) => (known ??= index()).get(nameOf(kind, code)) ?? [];
}

function missingKeys(
  table: RecognisedTable,
  unlisted: readonly UnlistedKey[],
  rowsWith: RowsByCode,
): MissingRow[] {
  const found = new Map<string, MissingRow>();
  for (const { keyKind, key, seenIn } of unlisted) {
    if (found.has(key)) continue;
    const name = nameOf(key, seenIn, rowsWith).replace(/\s+/g, "");
    found.set(key, { kind: keyKind, table, key, name, seenIn, label: `${key} ${name}`.trim() });
  }
  return [...found.values()];
}

/** A project stands under the code of what it is spent on: its name is none of that code's. */
function nameOf(key: string, seenIn: RecognisedRow, rowsWith: RowsByCode): string {
  const level = CODE_LEVELS[(key.length - 3) / 2];
  if (seenIn.code === key && (level === undefined || seenIn.rule.kind === level)) return seenIn.name;
  return (level !== undefined && rowsWith(level, key)[0]?.name) || "";
}

/** Rows named in one finding; the rest are counted. */
const MOST_ROWS_NAMED = 12;

/** One finding a table, since one lost page loses many rows. */
export function missingRowFindings(missing: readonly MissingRow[]): Finding[] {
  const byTable = new Map<RecognisedTable, MissingRow[]>();
  for (const row of missing) {
    const known = byTable.get(row.table);
    if (known) known.push(row);
    else byTable.set(row.table, [row]);
  }
  return [...byTable].map(([table, rows]): Finding => {
    const above = placeAbove(table, rows);
    return {
      severity: "error",
      rule: "rows.missing",
      table: table.definition.id,
      sheet: table.sheet,
      cell: above?.figures.values().next().value?.address ?? null,
      message: missingMessage(table, rows),
      expected: null,
      actual: null,
      difference: null,
      cells: [],
      suspects: [],
      ...(above && {
        act: { kind: "rowDeleted", rows: [{ sheet: above.sheet, row: above.sheetRow }], others: [] },
      }),
    };
  });
}

/** The row under which rows with codes are missing; undefined where that cannot be told. */
function placeAbove({ rows }: RecognisedTable, missing: readonly MissingRow[]): RecognisedRow | undefined {
  const keys = missing.flatMap((one) => (one.kind === "code" || one.kind === "parent" ? [one.key] : []));
  const [key] = keys.sort();
  if (key === undefined || keys.length < missing.length) return undefined;
  const above = rows.filter(({ code }) => code !== "" && code.length < key.length && key.startsWith(code));
  return above.sort((a, b) => b.code.length - a.code.length)[0] ?? rows.find(({ parent }) => !parent);
}

/** The sentence about rows that a table lacks: which, and the tables that have them. */
export function missingMessage(table: RecognisedTable, rows: readonly MissingRow[]): MessageRef {
  const labels = [...new Set(rows.map(({ label }) => label))];
  const isShort = labels.length <= MOST_ROWS_NAMED;
  const seenIn = new Set(
    rows.flatMap((row) =>
      row.kind !== "total" && row.kind !== "parent" && row.seenIn ? [row.seenIn.table.definition.label] : [],
    ),
  );
  return {
    key: `rows.missing.${isShort ? "some" : "many"}${seenIn.size > 0 ? ".seen" : ""}`,
    args: {
      table: table.definition.label,
      rows: labels.slice(0, MOST_ROWS_NAMED),
      count: String(labels.length),
      seenIn: [...seenIn],
    },
  };
}
