import type { Pack, Packs } from "../definition";
import { withSets } from "../withSets";
import { readSet } from "./readSet";

/** Settings of a workbook that hold a set of tables of the office's own begin with this; the set's id follows. */
const SETTING = "tableSet:";
/** The same of sets that the user, or the whole office, brings along: they are no part of the workbook. */
const BROUGHT = "tableSetBrought:";

type Settings = Readonly<Record<string, string>> | undefined;

/** A set of tables of the office's own, with the text of its file. */
export interface OwnSet {
  readonly pack: Pack;
  readonly text: string;
  /** Kept with the workbook itself. */
  readonly isKept: boolean;
}

/** The key under which a workbook keeps a set. */
export function setSettingKey(id: string): string {
  return `${SETTING}${id}`;
}

/** Texts of sets as settings that go with the picture of a workbook and are not kept with it. */
export function broughtSettings(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text, index) => [`${BROUGHT}${index}`, text]));
}

/**
 * The sets among the settings of a workbook, those that it keeps itself first; of two with one id the first. What cannot be
 * read, such as one of a later version, is left out: it was read before it was kept.
 */
export function setsIn(settings: Settings): readonly OwnSet[] {
  const found = new Map<string, OwnSet>();
  for (const prefix of [SETTING, BROUGHT])
    for (const [key, text] of Object.entries(settings ?? {})) {
      const read = key.startsWith(prefix) ? readSet(text) : undefined;
      if (read && "pack" in read && !found.has(read.pack.id))
        found.set(read.pack.id, { pack: read.pack, text, isKept: prefix === SETTING });
    }
  return [...found.values()];
}

/** The texts of sets that cannot be read, each with what it is called. */
export function unreadSets(settings: Settings): readonly { readonly name: string; readonly text: string }[] {
  return Object.entries(settings ?? {}).flatMap(([key, text]) => {
    const isSet = key.startsWith(SETTING) || key.startsWith(BROUGHT);
    return isSet && "problems" in readSet(text) ? [{ name: nameIn(text), text }] : [];
  });
}

/** The name that the text of a set gives itself; that of its file where it has none. */
function nameIn(text: string): string {
  return /"name"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? "office.json";
}

/** Reads the sets among settings, and gives the same objects for the same texts. */
export class KeptSets {
  private from: readonly string[] = [];
  private packs: readonly Pack[] = [];

  /** See setsIn. */
  of(settings: Settings): readonly Pack[] {
    const texts = Object.entries(settings ?? {}).flatMap(([key, text]) =>
      key.startsWith(SETTING) || key.startsWith(BROUGHT) ? [key, text] : [],
    );
    if (texts.length === this.from.length && texts.every((text, index) => text === this.from[index]))
      return this.packs;
    this.from = texts;
    return (this.packs = setsIn(settings).map(({ pack }) => pack));
  }
}

/** Standard sets with the tables that a workbook's own sets add; the very same sets where it has none. */
export function withOwnSets(standard: Packs, settings: Settings): Packs {
  const own = setsIn(settings).map(({ pack }) => pack);
  if (own.length === 0) return standard;
  const [first, ...others] = standard;
  return [withSets(first, own), ...others.map((pack) => withSets(pack, own))];
}
