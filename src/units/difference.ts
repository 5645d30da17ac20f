import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { entryKey } from "./entries";
import type { Entries, Entry } from "./entries";

/** A figure of the department beside those of its units. */
export interface Compared {
  readonly key: string;
  /** What is known of it: the department's own, or a unit's where the department has none. */
  readonly about: Entry;
  readonly department: Entry | undefined;
  /** By the unit's place. */
  readonly shares: ReadonlyMap<number, Entry>;
  /** Sum of the units, in 万元. */
  readonly sum: Decimal;
  /** The department's less the units', in 万元. */
  readonly difference: Decimal;
  /** What rounding of the printed figures may come to. */
  readonly slack: Decimal;
  /** Nothing stands below it in any of the books. */
  readonly isLeaf: boolean;
}

/** Compares figure by figure. Those that a book cannot be read in are left out, and given by number. */
export function compareEntries(
  department: Entries,
  units: readonly Entries[],
): { readonly compared: ReadonlyMap<string, Compared>; readonly unread: number } {
  const keys = new Set([...department.all.keys(), ...units.flatMap(({ all }) => [...all.keys()])]);
  const above = new Set<string>();
  for (const { all } of [department, ...units])
    for (const entry of all.values())
      if (entry.parent !== undefined) above.add(entryKey({ ...entry, row: entry.parent }));
  const compared = new Map<string, Compared>();
  let unread = 0;
  for (const key of keys) {
    if ([department, ...units].some((one) => one.unread.has(key))) {
      unread++;
      continue;
    }
    const own = department.all.get(key);
    const shares = new Map(
      units.flatMap(({ all }, index) => {
        const entry = all.get(key);
        return entry ? [[index, entry] as const] : [];
      }),
    );
    const [first] = shares.values();
    const about = own ?? first;
    if (!about) continue;
    const sum = [...shares.values()].reduce((total, { value }) => total.plus(value), ZERO);
    const halves = [...shares.values()].reduce((total, { half }) => total.plus(half), own?.half ?? ZERO);
    compared.set(key, {
      key,
      about,
      department: own,
      shares,
      sum,
      difference: (own?.value ?? ZERO).minus(sum),
      slack: halves,
      isLeaf: !above.has(key),
    });
  }
  return { compared, unread };
}

/** True where an amount is more than rounding may come to. */
export function isApart(amount: Decimal, slack: Decimal): boolean {
  return amount.abs().greaterThan(slack);
}
