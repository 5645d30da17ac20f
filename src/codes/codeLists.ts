import department from "./data/economic-department-2020.tsv";
import government from "./data/economic-government-2020.tsv";
import functional from "./data/functional-2020.tsv";
import renames from "./data/functional-renames.tsv";
import income from "./data/income-2020.tsv";
import observed from "./data/observed-by-year.tsv";
import procurement from "./data/procurement-2013.tsv";
import purchasedService from "./data/purchased-services-guangzhou-baiyun-2020.tsv";
import type { CodeKind } from "./codeKinds";
import { addObserved, numberedAnew } from "./observed";
import { readRenames } from "./renames";
import { parseTsv } from "./tsv";

export type { CodeKind } from "./codeKinds";

/**
 * How much of a classification the list has. official: a list the user imported and called authoritative, so that an
 * unknown code is wrong; complete: every code as far as known; broad: nearly every code, not proved;
 * partial: an unknown code says nothing; sample: only what one real budget prints.
 */
export type Coverage = "official" | "complete" | "broad" | "partial" | "sample";

/** Where a row of a list was seen, and how sure it is: docs/codes.md. */
export interface Provenance {
  /** seed, document, dataset, recall, import, or several of them joined by "+". */
  readonly evidence: string;
  readonly confidence: string;
}

/** A name of a code and the years in which it may have stood in the official list; open ends are undefined. */
export interface CodeName {
  readonly name: string;
  readonly firstYear: number | undefined;
  readonly lastYear: number | undefined;
  /** Where a name of other years was seen, as Provenance says it; left out for the names of the list itself. */
  readonly evidence?: string;
  /** Years of public budgets and final accounts that print the code with this name; left out where none was seen. */
  readonly printed?: readonly number[];
}

export interface CodeEntry extends Partial<Provenance> {
  readonly code: string;
  /** Newest last; more than one where the name changed. */
  readonly names: readonly CodeName[];
  /** The last year the code was in the list, when it was taken out, and where it went. */
  readonly removed?: { readonly lastYear: number; readonly movedTo: string | undefined };
}

export interface CodeList {
  /** Tells lists of one kind apart: "functional-2020". */
  readonly id: string;
  readonly kind: CodeKind;
  /** What the list is called, in the words of its publisher. */
  readonly title: string;
  /** The year whose official list the entries were taken from. */
  readonly edition: number;
  readonly coverage: Coverage;
  /** Years for which the coverage holds; in other years the list counts as partial. */
  readonly years: readonly [first: number, last: number];
  /** The codes were numbered anew in the first of these years: before, they may have meant something else. */
  readonly isNumberedAnew?: boolean;
  readonly entries: ReadonlyMap<string, CodeEntry>;
}

/** A list as it is shipped: all that is known of it but its entries. */
type Source = Omit<CodeList, "entries"> & { readonly text: string };

const source = (
  text: string,
  kind: CodeKind,
  edition: number,
  title: string,
  coverage: Coverage,
  years: readonly [number, number],
): Source => ({ text, id: `${kind}-${edition}`, kind, edition, title, coverage, years });

/** Since the reform of 2018 (财预〔2017〕98号) there are two economic classifications, numbered anew. */
const ECONOMIC_YEARS: readonly [number, number] = [2018, 2020];

/** The lists and what is known of them: docs/codes.md. */
const SOURCES: Readonly<Record<CodeKind, Source>> = {
  functional: source(functional, "functional", 2020, "支出功能分类科目", "broad", [2020, 2020]),
  economicDepartment: {
    ...source(department, "economicDepartment", 2020, "部门预算支出经济分类科目", "complete", ECONOMIC_YEARS),
    isNumberedAnew: true,
  },
  economicGovernment: {
    ...source(government, "economicGovernment", 2020, "政府预算支出经济分类科目", "complete", ECONOMIC_YEARS),
    isNumberedAnew: true,
  },
  income: source(income, "income", 2020, "收入分类科目", "partial", [2020, 2020]),
  procurement: source(procurement, "procurement", 2013, "政府采购品目分类目录", "partial", [2013, 2021]),
  purchasedService: source(
    purchasedService,
    "purchasedService",
    2020,
    "广州市白云区政府购买服务指导性目录",
    "sample",
    [2020, 2020],
  ),
};

/** What is known of the list of a classification that is always at hand, without reading it. */
export function aboutList(kind: CodeKind): Omit<CodeList, "entries"> {
  const { id, edition, title, coverage, years, isNumberedAnew } = SOURCES[kind];
  const about = { id, kind, edition, title, coverage, years };
  return isNumberedAnew === true ? { ...about, isNumberedAnew } : about;
}

/**
 * Reads the list of a classification from its data: one list for all years, in which each code and name has its life. It is
 * put together of the official list of one year, the known changes, and what documents of other years print. Each call reads anew: those who
 * ask more than once hold a ShippedLists (shippedLists.ts).
 */
export function parseCodeList(kind: CodeKind): CodeList {
  const entries = readEntries(SOURCES[kind].text);
  if (kind === "functional")
    for (const entry of readRenames(renames, entries)) entries.set(entry.code, entry);
  const about = aboutList(kind);
  addObserved(entries, about, observed);
  if (about.isNumberedAnew === true) numberedAnew(entries, about.years[0]);
  return { ...about, entries };
}

/** The entries of a list's data by their codes, each with where it was seen. */
export function readEntries(text: string): Map<string, CodeEntry> {
  const entries = new Map<string, CodeEntry>();
  for (const { code = "", name = "", evidence = "", confidence = "" } of parseTsv(text)) {
    const names = [{ name, firstYear: undefined, lastYear: undefined }];
    entries.set(code, { code, names, evidence, confidence });
  }
  return entries;
}

/** True for a list that has nearly every code, so that one it does not have means something. */
export function isWide(coverage: Coverage): boolean {
  return coverage === "official" || coverage === "complete" || coverage === "broad";
}

/** How far an unknown code means anything in a year: of the list's own years when none is given. */
export function coverageIn(
  { coverage, years }: Pick<CodeList, "coverage" | "years">,
  year: number | undefined,
): Coverage {
  return year === undefined || (year >= years[0] && year <= years[1]) ? coverage : "partial";
}

/** The names a code had in a year, all it ever had when no year is given; several where the change is not dated for certain. */
export function namesIn({ names, removed }: CodeEntry, year: number | undefined): readonly string[] {
  if (year === undefined) return names.map(({ name }) => name);
  if (removed && year > removed.lastYear) return [];
  return names
    .filter(
      ({ firstYear, lastYear }) =>
        (firstYear === undefined || year >= firstYear) && (lastYear === undefined || year <= lastYear),
    )
    .map(({ name }) => name);
}

/** The name to print beside a code: that of the year, else the last it had; undefined for a code that the list has not. */
export function printedName(
  { entries }: Pick<CodeList, "entries">,
  code: string,
  year: number | undefined,
): string | undefined {
  const entry = entries.get(code);
  return entry && (namesIn(entry, year).at(-1) ?? entry.names.at(-1)?.name);
}
