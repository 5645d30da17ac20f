import type { RowRule } from "../../tables/definition";
import type { RowFacts } from "./rowFacts";

/** The kinds of rows that head others, from the highest down. */
const HEAD_KINDS = ["大类", "中类", "小类"] as const;
/** The kind of a row that heads those below it. */
export const HIGHEST = HEAD_KINDS[0];

/** A kind of row that heads others and has no code of a classification. */
export function isHeadKind(kind: string): boolean {
  return HEAD_KINDS.some((head) => head === kind);
}

/** Rows that head others, those of each tier together, from the highest down: departments, their units. */
export type Tiers = readonly (readonly RowFacts[])[];

/**
 * The tiers of a list in which rows head those below them. Heads directly below each other are of one tier each, the last
 * one of the lowest: a department, its first unit, rows, its second unit, rows. Undefined where the list does not begin with
 * a head, or one heads nothing.
 * @param own the rows of the list without its totals
 */
export function tiersOf(own: readonly RowFacts[], isHead: (row: RowFacts) => boolean): Tiers | undefined {
  const runs: RowFacts[][] = [];
  let open: RowFacts[] | undefined;
  for (const row of own) {
    if (!isHead(row)) open = undefined;
    else if (open) open.push(row);
    else runs.push((open = [row]));
  }
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last || !isHead(first) || isHead(last)) return undefined;
  const depth = Math.max(...runs.map(({ length }) => length));
  if (depth > HEAD_KINDS.length) return undefined;
  const tiers = Array.from({ length: depth }, (): RowFacts[] => []);
  for (const run of runs) run.forEach((row, at) => tiers[depth - run.length + at]?.push(row));
  return tiers;
}

/**
 * How the rows of each tier are told: those of one tier are whatever else has no code, as another year's list has other
 * units; those of several by their names, of two with one name the first is the higher. Undefined where that does not tell.
 */
export function headRules(tiers: Tiers): RowRule[] | undefined {
  const kindAt = (at: number) => ({ kind: HEAD_KINDS[at] ?? "", level: at + 1 });
  const upper = tiers.slice(0, -1);
  const below = (at: number) => new Set(tiers.slice(at + 1).flatMap((tier) => tier.map(({ key }) => key)));
  const rules = upper.map((tier, at): RowRule | undefined => {
    const names = [...new Set(tier.map(({ key }) => key))];
    const shared = names.filter((name) => below(at).has(name));
    if (shared.length === 0) return { ...kindAt(at), names };
    return tier.length === 1 ? { ...kindAt(at), names, isOnce: true } : undefined;
  });
  return rules.includes(undefined)
    ? undefined
    : [...rules.flatMap((rule) => rule ?? []), kindAt(tiers.length - 1)];
}
