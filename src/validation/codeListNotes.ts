import { coverageIn, isWide } from "../codes/codeLists";
import type { CodeKind, CodeList } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import type { Finding } from "./finding";

/** The classifications that stand in the tables of a year. */
export type KindsByYear = ReadonlyMap<number, ReadonlySet<CodeKind>>;

/** The names by which sentences know the lists: both economic classifications are of one edition. */
const ARGUMENTS: Partial<Record<CodeKind, "functional" | "economic" | "procurement">> = {
  functional: "functional",
  economicDepartment: "economic",
  economicGovernment: "economic",
  procurement: "procurement",
};

/**
 * codes.list: by which lists the codes of a year were checked where none of them is complete for it, and that the year's
 * own can be imported. One a year; nothing is said of a year whose lists are there, or of classifications that are never
 * checked as a whole.
 */
export function listNotes(kinds: KindsByYear, lists: CodeLists): Finding[] {
  return [...kinds].flatMap(([year, own]) => {
    const incomplete = [...own].map((kind) => lists.get(kind, year)).filter((list) => isPast(list, year));
    return incomplete.length === 0 ? [] : note(year, incomplete);
  });
}

/** A list that is used in a year that it was not made for. */
function isPast(list: CodeList, year: number): boolean {
  return isWide(list.coverage) && !isWide(coverageIn(list, year));
}

function note(year: number, lists: readonly CodeList[]): Finding {
  const editions = { functional: "", economic: "", procurement: "" };
  for (const { kind, edition } of lists) {
    const name = ARGUMENTS[kind];
    if (name !== undefined) editions[name] = String(edition);
  }
  return {
    severity: "info",
    rule: "codes.list",
    table: null,
    sheet: "",
    cell: null,
    message: { key: "codes.incomplete", args: { year: String(year), ...editions } },
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    suspects: [],
  };
}
