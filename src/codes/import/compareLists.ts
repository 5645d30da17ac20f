import { namesIn } from "../codeLists";
import type { CodeList } from "../codeLists";
import { isSameName } from "../codeName";

export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** How an imported list differs from the shipped one. */
export interface ListComparison {
  readonly added: readonly CodeAndName[];
  /** The same code under another name; `before` is the shipped one. */
  readonly changed: readonly (CodeAndName & { readonly before: string })[];
  /** Codes of the shipped edition that the imported list does not have. */
  readonly missing: readonly CodeAndName[];
  /** How many codes have the same name in both. */
  readonly same: number;
}

/** Compares an imported list with the shipped one, whose names of `year` count, of its own edition without a year. */
export function compareLists(
  imported: readonly CodeAndName[],
  shipped: CodeList,
  year: number | undefined,
): ListComparison {
  const nameOf = (code: string) => {
    const entry = shipped.entries.get(code);
    return entry ? namesIn(entry, year ?? shipped.edition) : [];
  };
  const added: CodeAndName[] = [];
  const changed: (CodeAndName & { before: string })[] = [];
  let same = 0;
  for (const { code, name } of imported) {
    const names = nameOf(code);
    const before = names[names.length - 1];
    if (before === undefined) added.push({ code, name });
    else if (names.some((one) => isSameName(one, name))) same++;
    else changed.push({ code, name, before });
  }
  const own = new Set(imported.map(({ code }) => code));
  const missing = [...shipped.entries.keys()].flatMap((code) => {
    const names = own.has(code) ? [] : nameOf(code);
    const name = names[names.length - 1];
    return name === undefined ? [] : [{ code, name }];
  });
  return { added, changed, missing, same };
}
