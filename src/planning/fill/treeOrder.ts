import { parentCode } from "../../codes/place";

/** A row of a code tree as order sees it: the codes its name allows; undefined when anything, or no code, may stand. */
export type PossibleCodes = readonly string[] | undefined;

/**
 * What is left of each row's codes when the rows stand in tree order (ascending, each under its parent), or undefined
 * when no choice brings them into such an order, so that their places say nothing. A row that allows anything may be any
 * code of the list or none at all. Levels that no row is known to have (a table without 类 rows) are not asked for.
 * @param list every code of the classification
 */
export function narrowByOrder(
  rows: readonly PossibleCodes[],
  list: readonly string[],
): readonly PossibleCodes[] | undefined {
  const printed = new Set(
    rows.flatMap((codes) => {
      const lengths = new Set((codes ?? []).map(({ length }) => length));
      return lengths.size === 1 ? [...lengths] : [];
    }),
  );
  const follows = (before: string, code: string) => {
    const parent = parentCode(code);
    if (code <= before) return false;
    return (
      parent === undefined || !printed.has(parent.length) || before === parent || before.startsWith(parent)
    );
  };
  // Forward: the codes at which the rows so far can end.
  const ends: Set<string>[] = [];
  let before = new Set([""]);
  for (const codes of rows) {
    const now = new Set<string>();
    for (const code of codes ?? list) {
      for (const one of before) {
        if (!follows(one, code)) continue;
        now.add(code);
        break;
      }
    }
    if (codes === undefined) for (const one of before) now.add(one);
    if (now.size === 0) return undefined;
    ends.push(now);
    before = now;
  }
  // Backward: of these, the ones from which the rest can go on.
  const left: PossibleCodes[] = [];
  let after: ReadonlySet<string> | undefined;
  let isAfterOpen = false;
  for (let index = rows.length - 1; index >= 0; index--) {
    const going: ReadonlySet<string> | undefined = after;
    const isOpen = isAfterOpen;
    const codes = [...(ends[index] ?? [])].filter(
      (code) => !going || (isOpen && going.has(code)) || [...going].some((one) => follows(code, one)),
    );
    left[index] = rows[index] === undefined ? undefined : codes;
    isAfterOpen = rows[index] === undefined;
    after = new Set(codes);
  }
  return left;
}
