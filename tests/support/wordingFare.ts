import { LEXICON } from "../../src/text/lexicon";
import { paragraphsOf } from "../../src/text/paragraphs";
import { readText } from "../../src/text/readText";
import { indexWords } from "../../src/text/tokens";
import type { TextFigure } from "../../src/text/figure";
import { Chooser, randomFrom } from "./random";
import { wordedText } from "./wordedText";
import type { MeantFigure, Wordings } from "./wordedText";

const YEAR = 2024;
const words = indexWords([...LEXICON, ["某市财政局", { role: "noise" }]]);

/** 收、支总预算各增加…: the change of either side is that of both. */
function isSame(key: string | undefined, meant: MeantFigure): boolean {
  const isChange = meant.quantity === "change" || meant.quantity === "rate";
  return key === meant.key || (meant.key === "收支" && isChange && (key === "收入" || key === "支出"));
}

function isRight(figure: TextFigure, meant: MeantFigure): boolean {
  const key = figure.meanings[0]?.what.replace(/·(总|本年)/, "");
  const isSigned = meant.quantity === "change" || meant.quantity === "rate";
  const sign = figure.value.isNegative() ? -1 : 1;
  return (
    isSame(key, meant) &&
    figure.quantity === meant.quantity &&
    figure.year === meant.year &&
    (!isSigned || sign === meant.sign)
  );
}

/**
 * Reads so many texts without tables: how many figures they have, how many have no meaning and which have the wrong one. A
 * figure read in doubt counts as unread: only a cell could confirm it.
 */
export function wordingFare(wordings: Wordings, seed: number, texts: number) {
  const choose = new Chooser(randomFrom(seed));
  const wrong: string[] = [];
  let all = 0;
  let unread = 0;
  for (let index = 0; index < texts; index++) {
    const { text, figures } = wordedText(wordings, choose, YEAR);
    const reading = readText(paragraphsOf(text), words, YEAR);
    const byPlace = new Map(reading.figures.map((figure) => [figure.from, figure]));
    for (const meant of figures) {
      const figure = byPlace.get(meant.from);
      all++;
      if (!figure || figure.meanings.length === 0 || figure.doubt !== undefined) unread++;
      else if (!isRight(figure, meant)) wrong.push(text.slice(meant.from - 30, meant.from + 12));
    }
  }
  return { all, unread, wrong };
}
