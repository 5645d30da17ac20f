import type { TextCheck } from "../../src/text/compareText";
import type { TextFinding } from "../../src/text/textFinding";
import type { MistakenText } from "./mistakesInPublished";
import type { PublishedFigure, PublishedText } from "./publishedText";

/** How the figures of a published text fared: how many were not read, which were read wrongly, what was said of it. */
export interface TextFare {
  readonly unread: number;
  readonly wrong: readonly string[];
  readonly told: readonly string[];
}

/** Compares what was read with what was meant. A sign before a rate (变动率为-5%) may count as a part of the figure. */
export function fareOf({ text, figures }: PublishedText, check: TextCheck): TextFare {
  const byPlace = new Map(check.figures.map((figure) => [figure.from, figure]));
  let unread = 0;
  const wrong: string[] = [];
  for (const meant of figures) {
    const figure = byPlace.get(meant.from) ?? byPlace.get(text.slice(0, meant.from).search(/[-+]\s*$/));
    if (!figure || figure.status === "unread") {
      unread++;
      continue;
    }
    const keys = figure.meanings.map(
      ({ what, item }) => what.replace(/·(总|本年)/, "") + (item ? `#${item.row}` : ""),
    );
    const isRight =
      figure.quantity === meant.quantity &&
      figure.year === meant.year &&
      keysOf(meant).some((key) => keys.includes(key));
    if (!isRight) wrong.push(`${text.slice(meant.from - 30, meant.to)}: ${keys.join("|")}, not ${meant.key}`);
  }
  const told = check.findings.filter(({ severity }) => severity !== "rounding");
  return { unread, wrong, told: told.map(({ rule, quote }) => `${rule}: ${quote}`) };
}

/** What it may be read as: 收、支总预算各增加…: the change of either side is that of both. */
function keysOf({ key, quantity }: PublishedFigure): string[] {
  const plain = key.replace(/·(总|本年)/, "");
  const isOfBoth = plain.startsWith("收支") && (quantity === "change" || quantity === "rate");
  return isOfBoth ? [plain, plain.replace("收支", "收入"), plain.replace("收支", "支出")] : [plain];
}

/** True when a finding or one of its suspects stands where the mistake is; a missing reason is told by its sentence. */
export function isFound({ text, from, to }: MistakenText, findings: readonly TextFinding[]): boolean {
  const isHere = (one: { readonly from: number | null; readonly to: number | null }) =>
    one.from !== null && one.to !== null && one.from <= to && one.to >= from;
  return findings.some(({ rule, quote, suspects, ...place }) => {
    const start = rule.startsWith("text.reason") ? text.indexOf(quote) : -1;
    const isSentence = start >= 0 && start <= from && start + quote.length >= from;
    return isHere(place) || isSentence || suspects.some(isHere);
  });
}
