import { textWorkbook } from "../../src/actions/textTables";
import { compareText } from "../../src/text/compareText";
import { explainedBudget } from "../support/explainedBudget";
import { PUBLISHED_MISTAKES, withPublishedMistake } from "../support/mistakesInPublished";
import { publishedText } from "../support/publishedText";
import { Chooser, randomFrom } from "../support/random";
import { fareOf, isFound } from "../support/textFare";

/** Texts in the words of other provinces with the figures of their tables; the benchmark has 200 of them. */
const TEXTS = 20;

test("a text in other words, with the figures of its tables, is read right and has nothing to be said", () => {
  const choose = new Chooser(randomFrom(143));
  const all = { figures: 0, unread: 0, wrong: [] as string[], told: [] as string[] };
  for (let index = 0; index < TEXTS; index++) {
    const { now, last } = explainedBudget(choose);
    const [tables, lastYear] = [textWorkbook(now), textWorkbook(last)];
    const published = publishedText(tables, lastYear, choose);
    const fare = fareOf(published, compareText(published.text, { tables, lastYear, departments: [] }));
    all.figures += published.figures.length;
    all.unread += fare.unread;
    all.wrong.push(...fare.wrong);
    all.told.push(...fare.told);
  }
  expect(all.wrong).toEqual([]);
  expect(all.told).toEqual([]);
  expect(all.unread / all.figures).toBeLessThanOrEqual(0.02);
});

test.each(PUBLISHED_MISTAKES)("one mistake in it (%s) is one finding at its place", (mistake) => {
  const choose = new Chooser(randomFrom(PUBLISHED_MISTAKES.indexOf(mistake) + 7));
  const missed: string[] = [];
  let all = 0;
  for (let index = 0; index < 4; index++) {
    const { now, last } = explainedBudget(choose);
    const sides = { tables: textWorkbook(now), lastYear: textWorkbook(last), departments: [] };
    const planted = withPublishedMistake(
      publishedText(sides.tables, sides.lastYear, choose),
      mistake,
      choose,
    );
    if (!planted) continue;
    all++;
    const { findings } = compareText(planted.text, sides);
    const told = findings.filter(({ severity }) => severity !== "rounding");
    if (told.length !== 1 || !isFound(planted, told))
      missed.push(
        `${planted.text.slice(planted.from - 40, planted.to)}: ${told.map(({ rule }) => rule).join()}`,
      );
  }
  expect(all).toBeGreaterThan(0);
  expect(missed).toEqual([]);
});
