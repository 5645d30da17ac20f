import type { CodeCheck } from "./checkCodeName";
import { coverageIn, isWide, namesIn } from "./codeLists";
import type { CodeList, CodeName } from "./codeLists";

/**
 * How far what a list says of a code can be relied on in a year. official: the office's own list of that year; sure: the
 * year is one that the list is for, or documents of the years around it bear it out; likely: as far as known, but it may
 * have changed since; none: the list says nothing of that year.
 */
export type Certainty = "official" | "sure" | "likely" | "none";

/**
 * How sure it is that a code has, in a year, the names that the list gives it; of a code that it does not have, how sure it
 * is that there is none. Outside the years of a list the strength follows the evidence: what public documents of those
 * years print. Of codes that nobody has printed only those of an economic class (类) that is printed count as unknown for
 * sure: all economic codes seen agree with the list, whereas functional ones come and go each year.
 */
function certaintyOf(list: CodeList, year: number | undefined, code: string): Certainty {
  const coverage = coverageIn(list, year);
  if (coverage === "official") return "official";
  if (isWide(coverage) || (year === undefined && isWide(list.coverage))) return "sure";
  if (year === undefined || !isWide(list.coverage)) return "none";
  const entry = list.entries.get(code);
  // What the office itself has added to a list holds whatever the year.
  if (entry?.evidence?.startsWith("import") === true) return "sure";
  if (entry && namesIn(entry, year).length > 0)
    return entry.names.some((name) => isRightIn(name, year) && isBorneOut(name, year, list))
      ? "sure"
      : "likely";
  if (year < list.years[0] && list.isNumberedAnew === true) return "none";
  const isClassPrinted = list.entries
    .get(code.slice(0, CLASS_DIGITS))
    ?.names.some((name) => isBorneOut(name, year, list));
  return list.kind === "economicDepartment" && isClassPrinted === true ? "sure" : "likely";
}

const CLASS_DIGITS = 3;

/** How sure the list is of what a comparison of a code and its name has found wrong in a year. */
export function certaintyOfCheck(
  found: Exclude<CodeCheck, { status: "ok" }>,
  code: string,
  year: number | undefined,
  list: CodeList,
): Certainty {
  if (found.status === "unknownCode" || found.status === "nameDiffers") return certaintyOf(list, year, code);
  const now = found.status === "removedCode" ? (found.movedTo ?? "") : code;
  const certainty = certaintyOf(list, year, now);
  // The list itself bears out what had changed before its own year.
  const isOlder = found.lastYear < list.edition && year !== undefined && year >= list.years[0];
  return certainty === "likely" && isOlder ? "sure" : certainty;
}

/** The years in which public documents print the name that a code has in a year; empty where none does. */
export function printedYears(list: CodeList, year: number | undefined, code: string): readonly number[] {
  const names = list.entries.get(code)?.names ?? [];
  const right = names.filter((name) => year === undefined || isRightIn(name, year));
  const seen = right.flatMap(({ printed = [] }) => printed);
  return [...new Set(seen)].sort((a, b) => a - b);
}

function isRightIn({ firstYear, lastYear }: CodeName, year: number): boolean {
  return (firstYear === undefined || year >= firstYear) && (lastYear === undefined || year <= lastYear);
}

/** Printed on the same side of the list's own years as the year that is asked for, or told so by an official document. */
function isBorneOut(
  { printed = [], evidence, firstYear }: CodeName,
  year: number,
  { years }: CodeList,
): boolean {
  const [first, last] = years;
  const isSeen = printed.some((one) => (year > last ? one > last : one < first));
  const isDocumented = evidence?.includes("document") === true && firstYear !== undefined && firstYear > last;
  return isSeen || isDocumented;
}
