import { coverageIn, namesIn } from "./codeLists";
import type { CodeEntry, CodeKind, Coverage } from "./codeLists";
import { sameNameOf } from "./observed";
import { listsInUse } from "./listsInUse";
import type { CodeLists } from "./listsInUse";
import { suggestCodes } from "./suggest";
import type { Suggestion } from "./suggest";

export type CodeCheck =
  | { readonly status: "ok" }
  /** Not in the list of that year; what this means depends on the coverage. */
  | {
      readonly status: "unknownCode";
      readonly coverage: Coverage;
      readonly suggestions: readonly Suggestion[];
    }
  /** The code was taken out of the list. */
  | { readonly status: "removedCode"; readonly lastYear: number; readonly movedTo: string | undefined }
  /** The name is one the code had before; `lastYear` is the last in which it was right. */
  | { readonly status: "outdatedName"; readonly officialName: string; readonly lastYear: number }
  | { readonly status: "nameDiffers"; readonly officialName: string };

/**
 * Compares a code and its name with the official list of a year. An empty name checks the code alone; an undefined year
 * takes every name the code ever had as right.
 */
export function checkCodeName(
  kind: CodeKind,
  year: number | undefined,
  code: string,
  name = "",
  lists: CodeLists = listsInUse(),
): CodeCheck {
  const list = lists.get(kind, year);
  const entry = list.entries.get(code);
  const names = entry ? namesIn(entry, year) : [];
  if (entry?.removed && year !== undefined && year > entry.removed.lastYear) {
    return { status: "removedCode", ...entry.removed };
  }
  if (!entry || names.length === 0) {
    return {
      status: "unknownCode",
      coverage: coverageIn(list, year),
      suggestions: suggestCodes(kind, year, code, name, lists),
    };
  }
  const isSame = sameNameOf(kind, code);
  if (name === "" || names.some((official) => isSame(official, name))) return { status: "ok" };
  return wrongName(entry, names, name, isSame);
}

function wrongName(
  { names }: CodeEntry,
  right: readonly string[],
  name: string,
  isSame: (a: string, b: string) => boolean,
): CodeCheck {
  const officialName = right[right.length - 1] ?? "";
  const earlier = names.find((one) => one.lastYear !== undefined && isSame(one.name, name));
  return earlier?.lastYear !== undefined && !right.includes(earlier.name)
    ? { status: "outdatedName", officialName, lastYear: earlier.lastYear }
    : { status: "nameDiffers", officialName };
}
