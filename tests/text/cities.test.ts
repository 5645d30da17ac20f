import { textWorkbook } from "../../src/actions/textTables";
import { compareText } from "../../src/text/compareText";
import { explainedBudget } from "../support/explainedBudget";
import { publishedText } from "../support/publishedText";
import { Chooser, randomFrom } from "../support/random";
import { CITIES } from "../support/cityWordings";
import { fareOf } from "../support/textFare";

/** Budgets that each way of saying it is tried with. */
const BUDGETS = 2;

test.each(CITIES.map((section) => [section.heading, section] as const))(
  "%s in the words of further offices is read right, and nothing is said of it",
  (_heading, { heading, ways }) => {
    const choose = new Chooser(randomFrom(heading.length));
    const all = { figures: 0, unread: 0, wrong: [] as string[], told: [] as string[] };
    for (let budget = 0; budget < BUDGETS; budget++) {
      const { now, last } = explainedBudget(choose);
      const [tables, lastYear] = [textWorkbook(now), textWorkbook(last)];
      for (const way of ways) {
        const published = publishedText(tables, lastYear, choose, [{ heading, ways: [way] }]);
        const fare = fareOf(published, compareText(published.text, { tables, lastYear, departments: [] }));
        all.figures += published.figures.length;
        all.unread += fare.unread;
        all.wrong.push(...fare.wrong);
        all.told.push(...fare.told);
      }
    }
    expect(all.figures).toBeGreaterThan(ways.length);
    expect(all.wrong).toEqual([]);
    expect(all.told).toEqual([]);
    expect(all.unread / all.figures).toBeLessThanOrEqual(0.1);
  },
);
