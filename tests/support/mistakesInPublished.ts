import type { PublishedFigure, PublishedText } from "./publishedText";
import { withChangedDigit } from "./changedText";
import type { Chooser } from "./random";

/** Kinds of mistakes put into a published text, one at a time. */
export const PUBLISHED_MISTAKES = [
  "figure",
  "change",
  "rate",
  "share",
  "direction",
  "word",
  "item",
  "unit",
  "emptyReason",
  "noReason",
] as const;
export type PublishedMistake = (typeof PUBLISHED_MISTAKES)[number];

/** A text with one mistake, and where it stands. */
export interface MistakenText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  增加: "减少",
  减少: "增加",
  增长: "下降",
  下降: "增长",
  降低: "增长",
  上升: "下降",
  增幅: "降幅",
  降幅: "增幅",
};

/** Makes one mistake; undefined where the text has no place for it or rounding leaves it room. */
export function withPublishedMistake(
  published: PublishedText,
  mistake: PublishedMistake,
  choose: Chooser,
): MistakenText | undefined {
  const { text, figures, reasons, unit } = published;
  if (mistake === "emptyReason" || mistake === "noReason") {
    if (reasons.length === 0) return undefined;
    const { from, to } = choose.pick(reasons);
    const left = mistake === "noReason" ? "" : "，主要原因是";
    return { text: text.slice(0, from) + left + text.slice(to), from: from - 1, to: from + left.length };
  }
  const isReal = ({ from, to }: PublishedFigure) => /[1-9]/.test(text.slice(from, to));
  const fits = figures.filter((figure) => isReal(figure) && isOf(figure, mistake, text));
  if (fits.length === 0) return undefined;
  const figure = choose.pick(fits);
  if (mistake === "direction" || mistake === "word") return turned(published, figure, mistake);
  if (mistake === "unit") {
    const wrong = unit === "元" ? "万元" : "元";
    const at = figure.to - unit.length;
    return {
      text: text.slice(0, at) + wrong + text.slice(figure.to),
      from: figure.from,
      to: at + wrong.length,
    };
  }
  const to = figure.to - (/(?:万元|元|[%％])$/.exec(text.slice(figure.from, figure.to))?.[0].length ?? 0);
  const changed = withChangedDigit(text, { from: figure.from, to }, choose);
  const number = (from: string) => Number(from.slice(figure.from, to).replace(/[^\d.]/g, ""));
  const gap = Math.abs(number(changed) - number(text));
  return gap <= roomOf(figure, unit) ? undefined : { text: changed, from: figure.from, to: figure.to };
}

/** Rates and shares may be cut instead of rounded; tables in 万元 do not tell what is below 100 元. */
function roomOf({ quantity }: PublishedFigure, unit: string): number {
  return quantity === "rate" || quantity === "share" ? 0.011 : unit === "元" ? 200 : 0.021;
}

function isOf({ quantity, from }: PublishedFigure, mistake: PublishedMistake, text: string): boolean {
  if (mistake === "figure" || mistake === "unit") return quantity === "amount";
  if (mistake === "item")
    return quantity === "amount" && text.slice(Math.max(0, from - 120), from).includes("其中");
  if (mistake === "direction" || mistake === "word") return quantity === "change";
  return quantity === mistake;
}

/** direction: the change and its rate turned together; word: the word before the change alone. */
function turned(
  { text, figures }: PublishedText,
  figure: PublishedFigure,
  mistake: PublishedMistake,
): MistakenText | undefined {
  const next = figures[figures.indexOf(figure) + 1];
  const rate = mistake === "direction" && next?.quantity === "rate" ? [next] : [];
  let changed = text;
  for (const { from } of [figure, ...rate]) {
    const at = changed.slice(0, from).trimEnd().length - 2;
    const word = OPPOSITE[changed.slice(at, at + 2)];
    if (word === undefined) return undefined;
    changed = changed.slice(0, at) + word + changed.slice(at + 2);
  }
  return { text: changed, from: figure.from - 2, to: figure.to };
}
