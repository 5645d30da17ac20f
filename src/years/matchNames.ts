import { normaliseName } from "../codes/codeName";
import type { ListRow } from "./amounts";

/** Rows of both years that are the same; one of them is missing for what is new or gone. */
export interface NamePair {
  readonly now: ListRow | undefined;
  readonly last: ListRow | undefined;
}

/** What a row is told by; "" or one that ends in | tells nothing. */
export type RowKey = (row: ListRow) => string;

/** Years and their ordinals in the names of projects, which change each year: 2024年办公设备购置, （第二年）. */
const YEARS = /(19|20)\d{2}(年度?|[-—~至]+(19|20)?\d{2}(年度?)?)?|第[一二三四五六七八九十\d]+(年|期|批)/g;

/**
 * Puts rows of both years together that bear the same key, by each key in turn: only what is left, and only where one row of
 * each year bears it.
 */
export function matchNames(
  now: readonly ListRow[],
  last: readonly ListRow[],
  keys: readonly RowKey[],
): NamePair[] {
  const lastOf = new Map<ListRow, ListRow>();
  const taken = new Set<ListRow>();
  for (const keyOf of keys) {
    const open = onlyOnes(
      last.filter((row) => !taken.has(row)),
      keyOf,
    );
    for (const [key, row] of onlyOnes(
      now.filter((one) => !lastOf.has(one)),
      keyOf,
    )) {
      const before = open.get(key);
      if (!before) continue;
      lastOf.set(row, before);
      taken.add(before);
    }
  }
  return [
    ...now.map((row) => ({ now: row, last: lastOf.get(row) })),
    ...last.filter((row) => !taken.has(row)).map((row) => ({ now: undefined, last: row })),
  ];
}

const plain = ({ name }: ListRow) => normaliseName(name);
const undated = ({ name }: ListRow) => normaliseName(name.replace(YEARS, ""));

/** Projects: of the same unit before those of any, of the same code before those of another, names as they are before undated ones. */
export const PROJECT_KEYS: readonly RowKey[] = [
  (row) => `${row.unit}|${row.code}|${plain(row)}`,
  (row) => `${row.unit}|${plain(row)}`,
  (row) => `${row.unit}|${undated(row)}`,
  plain,
  undated,
];

/** Units: by their code, whatever they are called by now; then by their name. */
export const UNIT_KEYS: readonly RowKey[] = [({ code }) => code, plain];

function onlyOnes(rows: readonly ListRow[], keyOf: RowKey): Map<string, ListRow> {
  const found = new Map<string, ListRow | undefined>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!key.endsWith("|") && key !== "") found.set(key, found.has(key) ? undefined : row);
  }
  return new Map([...found].flatMap(([key, row]) => (row ? [[key, row] as const] : [])));
}
