import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textWorkbook } from "../../../src/actions/textTables";
import { compareText } from "../../../src/text/compareText";
import type { TextSides } from "../../../src/text/compareText";
import type { TextFinding } from "../../../src/text/textFinding";
import { layoutOf } from "../../../src/text/write/layouts";
import { writeText } from "../../../src/text/write/writeText";
import { withChangedDigit } from "../../support/changedText";
import { explainedBudget } from "../../support/explainedBudget";
import { PUBLISHED_MISTAKES, withPublishedMistake } from "../../support/mistakesInPublished";
import { MISTAKES, withMistake } from "../../support/plantedMistakes";
import { publishedText } from "../../support/publishedText";
import type { PublishedSection } from "../../support/publishedWordings";
import { Chooser, randomFrom } from "../../support/random";
import { seedWorkbook } from "../../support/seedWorkbook";
import { fareOf, isFound } from "../../support/textFare";
import { atMost, noneOf, shareOf } from "./measure";
import type { Measure } from "./measure";

const real = (findings: readonly TextFinding[]) => findings.filter(({ severity }) => severity !== "rounding");
const rules = (findings: readonly TextFinding[]) => findings.map(({ rule }) => rule).join();

/** Counts what is told of texts with one mistake each: whether it is found, and whether nothing else is said. */
function tallyOf(name: string) {
  const [missed, foreign]: [string[], string[]] = [[], []];
  let all = 0;
  return {
    add(mistake: string, planted: Parameters<typeof isFound>[0], sides: TextSides) {
      all++;
      const told = real(compareText(planted.text, sides).findings);
      const what = `${mistake} ${planted.text.slice(planted.from - 20, planted.to)}: ${rules(told)}`;
      if (!isFound(planted, told)) missed.push(what);
      else if (told.length > 1) foreign.push(what);
    },
    measures: (): Measure[] => [
      shareOf(`${name}: one mistake found`, all, missed, 0.97),
      noneOf(`${name}: more said than the mistake`, all, foreign),
    ],
  };
}

/** Part 3 of the published budget: every figure read, none false, each one found when another digit stands there. */
export function seedText(times: number): Measure[] {
  const text = readFileSync(join(__dirname, "../../fixtures/text/baiyun-2020.txt"), "utf8");
  const tables = textWorkbook(seedWorkbook());
  const sides: TextSides = { tables, departments: tables.departments };
  const clean = compareText(text, sides);
  const choose = new Chooser(randomFrom(20));
  const missed: string[] = [];
  let all = 0;
  const alone = clean.figures.filter(({ status }) => status === "alone").map((one) => one.text);
  for (const figure of clean.figures.filter(({ status }) => status !== "alone")) {
    for (let time = 0; time < times; time++) {
      const changed = withChangedDigit(text, figure, choose);
      const written = changed.slice(figure.from, figure.to);
      const { findings } = compareText(changed, sides);
      const tail = findings.find(({ suspects }) => suspects[0]?.from === figure.from);
      const [first = tail, ...more] = real(findings);
      if (!first && hasRoom(figure.text, written)) continue;
      all++;
      const isFirst = more.length === 0 && first?.suspects[0]?.from === figure.from;
      if (!isFirst) missed.push(`${figure.text} → ${written}: ${first?.rule ?? "nothing"}`);
    }
  }
  return [
    noneOf(
      `seed, part 3: figures unread (of those, nothing determines ${alone.join("、")})`,
      clean.figures.length,
      [...clean.figures.filter(({ status }) => status === "unread").map((one) => one.text)],
    ),
    noneOf(
      "seed, part 3: false findings",
      1,
      real(clean.findings).map(({ rule }) => rule),
    ),
    shareOf("seed, part 3: another digit found, its place first", all, missed, 0.98),
  ];
}

/** What rounding leaves: a change of the last digit that both figures still fit. */
function hasRoom(text: string, changed: string): boolean {
  const number = (written: string) => Number(written.replace(/[^\d.]/g, ""));
  return Math.abs(number(text) - number(changed)) <= 0.021;
}

/** Texts written by `gouji draft` from invented budgets: as they are, and with one mistake each. */
export function writtenTexts(texts: number): Measure[] {
  const choose = new Chooser(randomFrom(22));
  const unclean: string[] = [];
  const tally = tallyOf("written texts");
  for (let index = 0; index < texts; index++) {
    const { now, last } = explainedBudget(choose);
    const sides = { tables: textWorkbook(now), lastYear: textWorkbook(last), departments: [] };
    const layout = layoutOf(sides.tables.packId);
    const text = writeText(layout, { ...sides, year: 2020, reasonOf: () => "工作任务有变化" });
    const clean = compareText(text, sides);
    if (real(clean.findings).length + clean.counts.unread > 0)
      unclean.push(`${index}: ${rules(real(clean.findings))}`);
    const mistake = MISTAKES[index % MISTAKES.length] ?? "figure";
    const planted = withMistake(text, clean.figures, mistake, choose);
    if (planted) tally.add(mistake, planted, sides);
  }
  return [noneOf("written texts as they are: findings", texts, unclean), ...tally.measures()];
}

/** Texts in the words of other provinces with the figures of their tables: read, and with one mistake each. */
export function publishedTexts(
  name: string,
  sections: readonly PublishedSection[],
  texts: number,
): Measure[] {
  const choose = new Chooser(randomFrom(143));
  const [wrong, said]: [string[], string[]] = [[], []];
  let [figures, unread] = [0, 0];
  const tally = tallyOf(name);
  for (let index = 0; index < texts; index++) {
    const { now, last } = explainedBudget(choose);
    const sides = { tables: textWorkbook(now), lastYear: textWorkbook(last), departments: [] };
    const published = publishedText(sides.tables, sides.lastYear, choose, sections);
    const fare = fareOf(published, compareText(published.text, sides));
    figures += published.figures.length;
    unread += fare.unread;
    wrong.push(...fare.wrong);
    said.push(...fare.told);
    const mistake = PUBLISHED_MISTAKES[index % PUBLISHED_MISTAKES.length] ?? "figure";
    const planted = withPublishedMistake(published, mistake, choose);
    if (planted) tally.add(mistake, planted, sides);
  }
  return [
    noneOf(`${name}: figures read wrongly`, figures, wrong),
    atMost(`${name}: figures unread`, figures, unread, 0.1),
    noneOf(`${name} as they are: findings`, texts, said),
    ...tally.measures(),
  ];
}
