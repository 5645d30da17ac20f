import { combined } from "./features";
import type { Features } from "./features";
import type { Term } from "./lexicon";
import type { Token } from "./tokens";

/** What the words before a figure say. */
export interface Phrase {
  readonly features: Features;
  /** No word without a meaning, no contradiction: only then is the phrase believed. */
  readonly isUnderstood: boolean;
  readonly roles: ReadonlySet<Term["role"]>;
  /** Years named, and the words for them. */
  readonly years: ReadonlySet<number>;
  readonly base: "budget" | "actual";
  /** True when 货物, 工程, 服务 stand alone: they are purchases only where purchases are spoken of. */
  readonly needsPurchases: boolean;
  /** What the words next to the figure say, behind the last one without a meaning; undefined when all were understood. */
  readonly end: Phrase | undefined;
}

const BARE_PURCHASES: ReadonlySet<string> = new Set(["货物", "工程", "服务", "货物类", "工程类", "服务类"]);

/** Reads the words from one sign to the next figure. Takes tokens without figures. */
export function readPhrase(tokens: readonly Token[]): Phrase {
  let features: Features | undefined = {};
  let needsPurchases = false;
  let isUnderstood = true;
  const roles = new Set<Term["role"]>();
  const years = new Set<number>();
  let base: "budget" | "actual" = "budget";
  for (const token of tokens) {
    if (token.kind === "year") years.add(token.year);
    else if (token.kind === "unknown" || token.kind === "digits") isUnderstood = false;
    else if (token.kind === "term") {
      const { term } = token;
      roles.add(term.role);
      if (term.role === "compare" && term.base === "actual") base = "actual";
      if (term.role === "none" || term.role === "purpose") isUnderstood = false;
      if (term.role === "subject") {
        if (BARE_PURCHASES.has(token.text)) needsPurchases = true;
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
    base,
    needsPurchases,
  };
}
