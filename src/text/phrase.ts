import { combined } from "./features";
import type { Features, Topic } from "./features";
import { VEHICLE_WORDS } from "./lexicon";
import type { Term } from "./lexicon";
import type { Token } from "./tokens";

/** What the words before a figure say. */
export interface Phrase {
  readonly features: Features;
  /** No word without a meaning, no contradiction: only then is the phrase believed. */
  readonly isUnderstood: boolean;
  readonly roles: ReadonlySet<Term["role"]>;
  /** Years named. */
  readonly years: ReadonlySet<number>;
  /** Those of them that stand behind a word of comparison: 2020年预算较2019年减少. */
  readonly comparedYears: ReadonlySet<number>;
  /** A word of comparison says which year it is against: 较上年, 同比. */
  readonly namesLastYear: boolean;
  readonly base: "budget" | "actual";
  /** What has to be spoken of around it for a word of it to mean what it does: 货物 is a purchase only among purchases. */
  readonly needs: Topic | undefined;
  /** What the words next to the figure say, behind the last one without a meaning; undefined when all were understood. */
  readonly end: Phrase | undefined;
}

/** Words that mean one thing where a topic is spoken of, and anything elsewhere. */
const NEEDED: ReadonlyMap<string, Topic> = new Map([
  ...["货物", "工程", "服务", "货物类", "工程类", "服务类"].map((word): [string, Topic] => [word, "采购"]),
  ...VEHICLE_WORDS.map((word): [string, Topic] => [word, "公务用车"]),
]);

/** Reads the words from one sign to the next figure. Takes tokens without figures. */
export function readPhrase(tokens: readonly Token[]): Phrase {
  let features: Features | undefined = {};
  let needs: Topic | undefined;
  let isUnderstood = true;
  const roles = new Set<Term["role"]>();
  const years = new Set<number>();
  const comparedYears = new Set<number>();
  let namesLastYear = false;
  let base: "budget" | "actual" = "budget";
  for (const token of tokens) {
    if (token.kind === "year") {
      years.add(token.year);
      if (roles.has("compare")) comparedYears.add(token.year);
    } else if (token.kind === "unknown" || token.kind === "digits") isUnderstood = false;
    else if (token.kind === "term") {
      const { term } = token;
      roles.add(term.role);
      if (term.role === "compare" && term.base === "actual") base = "actual";
      if (term.role === "lastYear" || (term.role === "compare" && /[上去同]/.test(token.text)))
        namesLastYear = true;
      if (term.role === "none" || term.role === "purpose") isUnderstood = false;
      if (term.role === "subject") {
        needs ??= NEEDED.get(token.text);
        features = features && combined(features, term.features);
      }
    }
  }
  const gap = tokens.findLastIndex(({ kind }) => kind === "unknown" || kind === "digits");
  return {
    end: gap < 0 ? undefined : readPhrase(tokens.slice(gap + 1)),
    features: features ?? {},
    isUnderstood: isUnderstood && features !== undefined,
    roles,
    years,
    comparedYears,
    namesLastYear,
    base,
    needs,
  };
}

/** Whether what a change is against can only be the year before `year`: its own words say so, or name no year at all. */
export function isAgainstLastYear(
  { years, comparedYears, namesLastYear }: Phrase,
  year: number | undefined,
): boolean {
  if (years.size === 0) return true;
  if (year === undefined || [...years].some((named) => named !== year && named !== year - 1)) return false;
  return !comparedYears.has(year) && (namesLastYear || years.has(year - 1));
}
