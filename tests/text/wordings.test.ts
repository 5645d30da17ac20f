import { LEXICON } from "../../src/text/lexicon";
import { paragraphsOf } from "../../src/text/paragraphs";
import { readText } from "../../src/text/readText";
import { indexWords } from "../../src/text/tokens";
import { Chooser, randomFrom } from "../support/random";
import { FRESH_WORDINGS, OTHER_WORDINGS, WORDINGS, wordedText } from "../support/wordedText";
import type { MeantFigure, Wordings } from "../support/wordedText";
import type { TextFigure } from "../../src/text/figure";

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

function tally(wordings: Wordings, seed: number) {
  const choose = new Chooser(randomFrom(seed));
  const wrong: string[] = [];
  let all = 0;
  let unread = 0;
  for (let index = 0; index < 200; index++) {
    const { text, figures } = wordedText(wordings, choose, YEAR);
    const reading = readText(paragraphsOf(text), words, YEAR);
    const byPlace = new Map(reading.figures.map((figure) => [figure.from, figure]));
    for (const meant of figures) {
      const figure = byPlace.get(meant.from);
      all++;
      if (!figure || figure.meanings.length === 0) unread++;
      else if (!isRight(figure, meant)) wrong.push(text.slice(meant.from - 30, meant.from + 12));
    }
  }
  return { all, unread: unread / all, wrong };
}

describe("200 texts in other words, verbs, order, units and commas", () => {
  test("have no figure read wrongly and hardly one unread", () => {
    const { all, unread, wrong } = tally(WORDINGS, 11);
    expect(all).toBeGreaterThan(6000);
    expect(wrong).toEqual([]);
    expect(unread).toBeLessThan(0.02);
  });

  test.each([
    ["a second set", OTHER_WORDINGS],
    ["a third", FRESH_WORDINGS],
  ])(
    "of %s, made apart from the reader, have none read wrongly either, and at most one in ten unread",
    (_set, wordings) => {
      const { all, unread, wrong } = tally(wordings, 12);
      expect(all).toBeGreaterThan(3000);
      expect(wrong).toEqual([]);
      expect(unread).toBeLessThanOrEqual(0.1);
    },
  );
});
