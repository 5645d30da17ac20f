import type { TextFigure } from "../../src/text/figure";
import { withChangedDigit } from "./changedText";
import type { Chooser } from "./random";

export const MISTAKES = [
  "figure",
  "change",
  "rate",
  "direction",
  "word",
  "item",
  "unit",
  "reason",
  "noReason",
] as const;
export type Mistake = (typeof MISTAKES)[number];

/** A text with one mistake, and where it was made. */
export interface Planted {
  readonly text: string;
  readonly mistake: Mistake;
  readonly from: number;
  readonly to: number;
}

const TURNED: Readonly<Record<string, string>> = { 增加: "减少", 减少: "增加", 增长: "下降", 下降: "增长" };

/** Makes one mistake of a kind in a text whose figures are known; undefined when the text has no place for it. */
export function withMistake(
  text: string,
  figures: readonly TextFigure[],
  mistake: Mistake,
  choose: Chooser,
): Planted | undefined {
  const lists = text.split("其中：").length > 1 ? text.indexOf("其中：") : text.length;
  const fits = figures.filter(({ quantity, value, from }) => {
    if (mistake === "figure" || mistake === "unit") return quantity === "amount" && !value.isZero();
    if (mistake === "item") return quantity === "amount" && from > lists && !value.isZero();
    if (mistake === "rate") return quantity === "rate" || quantity === "share";
    return quantity === "change";
  });
  if (fits.length === 0) return undefined;
  const figure = choose.pick(fits);
  const { from, to } = figure;
  if (mistake === "direction" || mistake === "word") {
    const rate =
      mistake === "direction"
        ? figures.find((one) => one.quantity === "rate" && one.subject === figure.subject)
        : undefined;
    const turned = [figure, ...(rate ? [rate] : [])].reduce((all, one) => turnedBefore(all, one.from), text);
    return { text: turned, mistake, from, to };
  }
  if (mistake === "unit")
    return { text: `${text.slice(0, to - 2)}元${text.slice(to)}`, mistake, from, to: to - 1 };
  if (mistake === "reason" || mistake === "noReason") {
    const reason = /，主要原因是[^。；]*/.exec(text.slice(to));
    if (!reason) return undefined;
    const start = to + reason.index;
    const left = mistake === "reason" ? "，主要原因是" : "";
    return { text: text.slice(0, start) + left + text.slice(start + reason[0].length), mistake, from, to };
  }
  return { text: withChangedDigit(text, figure, choose), mistake, from, to };
}

function turnedBefore(text: string, from: number): string {
  const word = text.slice(from - 2, from);
  return text.slice(0, from - 2) + (TURNED[word] ?? word) + text.slice(from);
}
