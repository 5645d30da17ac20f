import { textWorkbook } from "../../src/actions/textTables";
import { compareText } from "../../src/text/compareText";
import { LAYOUT } from "../../src/text/write/layout";
import { writeText } from "../../src/text/write/writeText";
import { explainedBudget } from "../support/explainedBudget";
import { MISTAKES, withMistake } from "../support/plantedMistakes";
import { Chooser, randomFrom } from "../support/random";

/** Texts written from invented budgets, checked as they are and with one mistake each; 200 of them take a minute. */
const TEXTS = Number(process.env["TEXTS"] ?? 45);

test("a text written from its tables has nothing to be said, and of mistakes planted in it 97 of 100 are found", () => {
  const choose = new Chooser(randomFrom(22));
  const unclean: string[] = [];
  const missed: string[] = [];
  const foreign: string[] = [];
  let all = 0;
  let first = 0;
  for (let index = 0; index < TEXTS; index++) {
    const { now, last } = explainedBudget(choose);
    const [tables, lastYear] = [textWorkbook(now), textWorkbook(last)];
    const text = writeText(LAYOUT, { tables, lastYear, year: 2020, reasonOf: () => "工作任务有变化" });
    const sides = { tables, lastYear, departments: [] };
    const clean = compareText(text, sides);
    const told = clean.findings.filter(({ severity }) => severity !== "rounding");
    if (told.length > 0 || clean.counts.unread > 0)
      unclean.push(`${index}: ${told.map(({ rule }) => rule).join()}`);
    const mistake = MISTAKES[index % MISTAKES.length] ?? "figure";
    const planted = withMistake(text, clean.figures, mistake, choose);
    if (!planted) continue;
    all++;
    const findings = compareText(planted.text, sides).findings.filter(
      ({ severity }) => severity !== "rounding",
    );
    const isHere = ({ from, to, rule, quote }: (typeof findings)[number]) =>
      (from <= planted.to && to >= planted.from) ||
      (rule.startsWith("text.reason") && quote.includes(planted.text.slice(planted.from, planted.to)));
    const hits = findings.filter(
      (one) => isHere(one) || one.suspects.some(({ from }) => from === planted.from),
    );
    const what = `${index} ${mistake} ${text.slice(planted.from, planted.to)}: ${findings.map(({ rule }) => rule).join()}`;
    if (hits.length === 0) missed.push(what);
    if (findings.length > hits.length) foreign.push(what);
    if (findings[0] && isHere(findings[0])) first++;
  }
  expect(unclean).toEqual([]);
  expect(foreign).toEqual([]);
  expect({
    recall: (all - missed.length) / all >= 0.97,
    missed: missed.length * 100 > all * 3 ? missed : [],
  }).toEqual({
    recall: true,
    missed: [],
  });
  expect(first / all).toBeGreaterThanOrEqual(0.95);
}, 300_000);
