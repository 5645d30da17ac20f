import type { CodeKind } from "../codes/codeLists";
import { normaliseName } from "../codes/codeName";
import type { CodeLists } from "../codes/listsInUse";
import { functionalMoves } from "../codes/moves";
import type { CodeMove } from "../codes/moves";
import { parentCode } from "../codes/place";

/** A code with its name, as one year's tables print it. */
export interface CodedName {
  readonly code: string;
  readonly name: string;
}

/** Codes of both years whose amounts belong together: one each for most; several where codes were split or merged. */
export interface CodeGroup<T extends CodedName> {
  readonly now: readonly T[];
  readonly last: readonly T[];
}

/**
 * Puts the codes of two years together by code and meaning. In turn: the same code, unless its name says that the codes
 * were numbered anew; where the list or the known moves say a code went; the same name in the same 款; the same name
 * anywhere, where only one code bears it and it is no name that every 款 has (行政运行). Only codes of one level meet, but for a
 * 项 that became a 款 and the other way round, which meet 项 by 项. Each code is in just one group.
 */
export function matchCodes<T extends CodedName>(
  now: readonly T[],
  last: readonly T[],
  kind: CodeKind,
  lists: CodeLists,
): CodeGroup<T>[] {
  const pairs = new Pairs(now, last);
  const list = lists.get(kind, undefined);
  const namesOf = (code: string) =>
    list.entries.get(code)?.names.map(({ name }) => normaliseName(name)) ?? [];
  joinSameCodes(pairs, namesOf);
  const moves = kind === "functional" ? functionalMoves() : [];
  const wholes = new Map(
    moves.flatMap(({ from, to }) => (from.length === to.length ? [[from, to] as const] : [])),
  );
  for (const { code } of pairs.openLast()) {
    const to = list.entries.get(code)?.removed?.movedTo ?? wholes.get(code);
    if (to !== undefined) pairs.join(to, code);
  }
  joinSameNames(pairs, ({ code, name }) => `${parentCode(code) ?? ""}|${normaliseName(name)}`);
  for (const move of moves) joinMoved(pairs, move);
  const usual = commonNames(list.entries.values());
  joinSameNames(pairs, ({ code, name }) => {
    const plain = normaliseName(name);
    return usual.has(plain) ? "" : `${code.length}|${plain}`;
  });
  return pairs.groups();
}

/** Names that several codes of a list bear, such as 行政运行: alone they say nothing of what a code means. */
function commonNames(
  entries: Iterable<{ readonly names: readonly { readonly name: string }[] }>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const common = new Set<string>();
  for (const { names } of entries)
    for (const plain of new Set(names.map(({ name }) => normaliseName(name)))) {
      if (seen.has(plain)) common.add(plain);
      seen.add(plain);
    }
  return common;
}

/** A code that means something else by now is told by its old name, which another code of the same 款 bears. */
function joinSameCodes<T extends CodedName>(
  pairs: Pairs<T>,
  namesOf: (code: string) => readonly string[],
): void {
  const placeOf = ({ code, name }: CodedName) => `${parentCode(code) ?? ""}|${normaliseName(name)}`;
  const nowByName = new Set(pairs.now.map(placeOf));
  const lastByName = new Set(pairs.last.map(placeOf));
  for (const before of pairs.last) {
    const after = pairs.nowByCode.get(before.code);
    if (!after) continue;
    const names = [normaliseName(before.name), normaliseName(after.name)] as const;
    const known = namesOf(before.code);
    const isSame = names[0] === names[1] || names.includes("") || names.every((name) => known.includes(name));
    const isNumberedAnew = !isSame && (nowByName.has(placeOf(before)) || lastByName.has(placeOf(after)));
    if (!isNumberedAnew) pairs.join(after.code, before.code);
  }
}

/** Joins what stands alone in both years under the same key, where each year has just one such. */
function joinSameNames<T extends CodedName>(pairs: Pairs<T>, keyOf: (one: T) => string): void {
  const now = onlyOnes(pairs.openNow(), keyOf);
  for (const [key, before] of onlyOnes(pairs.openLast(), keyOf)) {
    const after = now.get(key);
    if (after) pairs.join(after.code, before.code);
  }
}

function onlyOnes<T extends CodedName>(all: readonly T[], keyOf: (one: T) => string): Map<string, T> {
  const found = new Map<string, T | undefined>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== "" && normaliseName(one.name) !== "") found.set(key, found.has(key) ? undefined : one);
  }
  return new Map([...found].flatMap(([key, one]) => (one ? [[key, one] as const] : [])));
}

/** What stood under one code and stands under another: item by item where the names agree, else all that is left. */
function joinMoved<T extends CodedName>(pairs: Pairs<T>, { from, to }: CodeMove): void {
  const left = pairs.openLast().filter(({ code }) => code === from || code.startsWith(from));
  if (left.length === 0) return;
  const there = pairs.now.filter(({ code }) => code === to || code.startsWith(to));
  const byName = new Map(there.map((one) => [`${one.code.length}|${normaliseName(one.name)}`, one]));
  const open: T[] = [];
  for (const one of left) {
    const same = byName.get(`${one.code.length}|${normaliseName(one.name)}`);
    if (same) pairs.join(same.code, one.code);
    else open.push(one);
  }
  // A whole 款 for a 款 of the same items: what bears another name is another item. A 项 and a 款 meet as a whole.
  if (from.length === to.length) {
    const whole = open.find(({ code }) => code === from);
    if (whole && !pairs.hadLast(to)) pairs.join(to, whole.code);
    return;
  }
  const length = Math.max(from.length, to.length);
  const targets = there.filter(({ code }) => code.length === length && pairs.isOpenNow(code));
  for (const one of open.filter(({ code }) => code.length === length))
    for (const target of targets) pairs.join(target.code, one.code);
}

/** Which codes of the two years belong together, as groups that grow. */
class Pairs<T extends CodedName> {
  readonly nowByCode: ReadonlyMap<string, T>;
  private readonly lastByCode: ReadonlyMap<string, T>;
  private readonly above = new Map<string, string>();

  constructor(
    readonly now: readonly T[],
    readonly last: readonly T[],
  ) {
    this.nowByCode = new Map(now.map((one) => [one.code, one]));
    this.lastByCode = new Map(last.map((one) => [one.code, one]));
  }

  private readonly joinedNow = new Set<string>();
  private readonly joinedLast = new Set<string>();

  /** Puts a code of this year and one of last year together; nothing where one of them is not there. */
  join(now: string, last: string): void {
    if (!this.nowByCode.has(now) || !this.lastByCode.has(last)) return;
    this.joinedNow.add(now);
    this.joinedLast.add(last);
    const [one, other] = [this.rootOf(`last ${last}`), this.rootOf(`now ${now}`)];
    if (one !== other) this.above.set(one, other);
  }

  /** True when last year had the code as well. */
  hadLast(code: string): boolean {
    return this.lastByCode.has(code);
  }

  isOpenNow(code: string): boolean {
    return this.nowByCode.has(code) && !this.joinedNow.has(code);
  }

  openNow(): T[] {
    return this.now.filter(({ code }) => !this.joinedNow.has(code));
  }

  openLast(): T[] {
    return this.last.filter(({ code }) => !this.joinedLast.has(code));
  }

  /** All groups: in the order of this year's codes, those that are gone behind. */
  groups(): CodeGroup<T>[] {
    const groups = new Map<string, { now: T[]; last: T[] }>();
    const put = (year: "now" | "last", one: T) => {
      const root = this.rootOf(`${year} ${one.code}`);
      const group = groups.get(root) ?? { now: [], last: [] };
      group[year].push(one);
      groups.set(root, group);
    };
    for (const one of this.now) put("now", one);
    for (const one of this.last) put("last", one);
    return [...groups.values()];
  }

  private rootOf(key: string): string {
    let root = key;
    for (let above = this.above.get(root); above !== undefined; above = this.above.get(root)) root = above;
    return root;
  }
}
