import { namesIn } from "./codeLists";
import type { CodeKind } from "./codeLists";
import { listsInUse } from "./listsInUse";
import type { CodeLists } from "./listsInUse";

export interface Suggestion {
  readonly code: string;
  readonly name: string;
}

const MOST_SUGGESTIONS = 3;

/**
 * Codes that an unknown one may have been meant for, the likeliest first: those that bear the given name, then those of
 * the same length with one digit other, two neighbours exchanged, or one too many or too few, the longest common
 * beginning first. Looked up, not searched for: the work does not grow with the list.
 */
export function suggestCodes(
  kind: CodeKind,
  year: number | undefined,
  code: string,
  name = "",
  lists: CodeLists = listsInUse(),
): Suggestion[] {
  const { entries } = lists.get(kind, year);
  const named = new Set(name === "" ? [] : lists.names(kind, year).named(name));
  const near = oneSlipAway(code, LETTERED.has(kind) ? DIGITS + LETTERS : DIGITS);
  const found = [...new Set([...named, ...near])].flatMap((other) => {
    const entry = entries.get(other);
    const official = entry && namesIn(entry, year).at(-1);
    if (official === undefined) return [];
    const rank = (named.has(other) ? 200 : 0) + (near.has(other) ? 100 : 0) + commonStart(other, code);
    return { code: other, name: official, rank };
  });
  found.sort((a, b) => b.rank - a.rank || a.code.localeCompare(b.code));
  return found.slice(0, MOST_SUGGESTIONS).map((one) => ({ code: one.code, name: one.name }));
}

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Classifications whose codes begin with a letter. */
const LETTERED: ReadonlySet<CodeKind> = new Set(["procurement", "purchasedService"]);

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** One character typed wrong, two neighbours exchanged, one left out or typed twice. */
function oneSlipAway(code: string, characters: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let place = 0; place <= code.length; place++) {
    const [start, own, rest] = [code.slice(0, place), code[place] ?? "", code.slice(place + 1)];
    for (const character of characters) {
      found.add(start + character + own + rest);
      if (own !== "") found.add(start + character + rest);
    }
    if (own === "") continue;
    found.add(start + rest);
    if (rest !== "") found.add(start + rest[0] + own + rest.slice(1));
  }
  return found;
}
