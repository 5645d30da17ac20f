import type { CodeEntry, CodeName } from "../codes/codeLists";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";

/** What is said of a code: where its row was seen and in which years its name is right. */
export interface CodeNote {
  readonly evidence: readonly string[];
  readonly confidence: string;
  readonly other: CodeName | undefined;
  readonly years: Pick<CodeName, "firstYear" | "lastYear">;
  readonly removed: CodeEntry["removed"] | undefined;
}

/** "依据：公开的预算文件；可信度高": where a row of a list was seen, so that the reader can judge. */
export function provenanceText({ evidence, confidence }: CodeNote, locale: Locale): string {
  if (evidence.length === 0) return "";
  // Nothing to rely on is no ground, and how sure it is says nothing more.
  if (evidence.every((one) => one === "recall"))
    return describe({ key: "codes.evidence.recall", args: {} }, locale);
  const sources = evidence.map((one) => describe({ key: `codes.evidence.${one}`, args: {} }, locale));
  const sure = confidence === "" ? "" : describe({ key: `codes.confidence.${confidence}`, args: {} }, locale);
  const args = { sources: sources.join(locale === "zh-CN" ? "、" : ", "), sure };
  return describe({ key: "codes.provenance", args }, locale);
}

/** What must be known of a name's years: that the query found another year's name, since when, until when. */
export function otherNameText({ other, years, removed }: CodeNote, locale: Locale): string {
  const year = (value: number | undefined) => (value === undefined ? "" : String(value));
  const told: string[] = [];
  if (other) {
    const key = other.lastYear === undefined ? "codes.laterName" : "codes.formerName";
    const args = { name: other.name, lastYear: year(other.lastYear), firstYear: year(other.firstYear) };
    told.push(describe({ key, args }, locale));
  }
  if (years.firstYear !== undefined)
    told.push(describe({ key: "codes.nameSince", args: { firstYear: year(years.firstYear) } }, locale));
  if (removed) {
    const args = { lastYear: year(removed.lastYear), movedTo: removed.movedTo ?? "" };
    told.push(describe({ key: "codes.removedAfter", args }, locale));
  }
  return told.join(locale === "zh-CN" ? "；" : "; ");
}
