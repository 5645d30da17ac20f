import { namesIn } from "./codeLists";
import type { CodeKind } from "./codeLists";
import { isSameName } from "./codeName";
import { SHIPPED_LISTS } from "./listsInUse";
import type { CodeLists } from "./listsInUse";

export interface Suggestion {
  readonly code: string;
  readonly name: string;
}

const MOST_SUGGESTIONS = 3;

/**
 * Codes that an unknown one may have been meant for, the likeliest first: those that bear the given name, then those of
 * the same length with one digit other, two neighbours exchanged, or one too many or too few, the longest common
 * beginning first.
 */
export function suggestCodes(
  kind: CodeKind,
  year: number | undefined,
  code: string,
  name = "",
  lists: CodeLists = SHIPPED_LISTS,
): Suggestion[] {
  const found: (Suggestion & { rank: number })[] = [];
  for (const entry of lists.get(kind, year).entries.values()) {
    const names = namesIn(entry, year);
    const official = names[names.length - 1];
    if (official === undefined) continue;
    const isNamed = name !== "" && names.some((one) => isSameName(one, name));
    const isNear = isOneSlipAway(entry.code, code);
    if (!isNamed && !isNear) continue;
    const rank = (isNamed ? 200 : 0) + (isNear ? 100 : 0) + commonStart(entry.code, code);
    found.push({ code: entry.code, name: official, rank });
  }
  found.sort((a, b) => b.rank - a.rank || a.code.localeCompare(b.code));
  return found.slice(0, MOST_SUGGESTIONS).map((one) => ({ code: one.code, name: one.name }));
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** One digit typed wrong, two neighbours exchanged, one digit left out or typed twice. */
function isOneSlipAway(a: string, b: string): boolean {
  const start = commonStart(a, b);
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (a.length === b.length) {
    const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return restA.slice(1) === restB.slice(1) || isSwap;
  }
  return restA.slice(1) === restB || restA === restB.slice(1);
}
