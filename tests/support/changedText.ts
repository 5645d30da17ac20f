import type { TextFigure } from "../../src/text/figure";
import type { Chooser } from "./random";

/** The text with one figure written with another digit, never a leading zero for another; undefined for a plain 0. */
export function withChangedDigit(
  text: string,
  { from, to }: Pick<TextFigure, "from" | "to">,
  choose: Chooser,
): string {
  const written = text.slice(from, to);
  const places = [...written.matchAll(/\d/g)].map(({ index }) => index);
  const at = choose.pick(places);
  const isFirst = at === places[0];
  const digits = [..."0123456789"].filter((digit) => digit !== written[at] && !(isFirst && digit === "0"));
  return text.slice(0, from + at) + choose.pick(digits) + text.slice(from + at + 1);
}
