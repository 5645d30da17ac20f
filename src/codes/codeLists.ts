import department from "./data/economic-department-2020.tsv";
import government from "./data/economic-government-2020.tsv";
import functional from "./data/functional-2020.tsv";
import renames from "./data/functional-renames.tsv";
import income from "./data/income-2020.tsv";
import procurement from "./data/procurement-2013.tsv";
import purchasedService from "./data/purchased-services-guangzhou-baiyun-2020.tsv";
import { readRenames } from "./renames";
import { parseTsv } from "./tsv";

/**
 * The classifications: functional 支出功能分类, economicDepartment 部门预算支出经济分类, economicGovernment
 * 政府预算支出经济分类, income 收入分类, procurement 政府采购品目分类, purchasedService 政府购买服务指导性目录.
 */
export type CodeKind =
  "functional" | "economicDepartment" | "economicGovernment" | "income" | "procurement" | "purchasedService";

/**
 * How much of a classification the list has. complete: every code as far as known; broad: nearly every code, not proved;
 * partial: an unknown code says nothing; sample: only what one real budget prints.
 */
export type Coverage = "complete" | "broad" | "partial" | "sample";

/** A name of a code and the years in which it may have stood in the official list; open ends are undefined. */
export interface CodeName {
  readonly name: string;
  readonly firstYear: number | undefined;
  readonly lastYear: number | undefined;
}

export interface CodeEntry {
  readonly code: string;
  /** Newest last; more than one where the name changed. */
  readonly names: readonly CodeName[];
  /** The last year the code was in the list, when it was taken out, and where it went. */
  readonly removed?: { readonly lastYear: number; readonly movedTo: string | undefined };
}

export interface CodeList {
  readonly kind: CodeKind;
  /** The year whose official list the entries were taken from. */
  readonly edition: number;
  readonly entries: ReadonlyMap<string, CodeEntry>;
}

interface Source {
  readonly text: string;
  readonly edition: number;
  readonly coverage: Coverage;
  /** Years for which the coverage holds; in other years the list counts as partial. */
  readonly years: readonly [first: number, last: number];
}

/** The lists and what is known of them: docs/codes.md. */
const SOURCES: Readonly<Record<CodeKind, Source>> = {
  functional: { text: functional, edition: 2020, coverage: "broad", years: [2020, 2020] },
  economicDepartment: { text: department, edition: 2020, coverage: "complete", years: [2018, 2020] },
  economicGovernment: { text: government, edition: 2020, coverage: "complete", years: [2018, 2020] },
  income: { text: income, edition: 2020, coverage: "partial", years: [2020, 2020] },
  procurement: { text: procurement, edition: 2013, coverage: "partial", years: [2013, 2021] },
  purchasedService: { text: purchasedService, edition: 2020, coverage: "sample", years: [2020, 2020] },
};

const lists = new Map<CodeKind, CodeList>();

/** The list of a classification with all its names through the years; read from its data once. */
export function getCodeList(kind: CodeKind): CodeList {
  const known = lists.get(kind);
  if (known) return known;
  const { text, edition } = SOURCES[kind];
  const entries = new Map<string, CodeEntry>();
  for (const { code = "", name = "" } of parseTsv(text)) {
    entries.set(code, { code, names: [{ name, firstYear: undefined, lastYear: undefined }] });
  }
  if (kind === "functional")
    for (const entry of readRenames(renames, entries)) entries.set(entry.code, entry);
  const list: CodeList = { kind, edition, entries };
  lists.set(kind, list);
  return list;
}

/** How far an unknown code means anything: of the list's own years when no year is given. */
export function coverageOf(kind: CodeKind, year: number | undefined): Coverage {
  const { coverage, years } = SOURCES[kind];
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
