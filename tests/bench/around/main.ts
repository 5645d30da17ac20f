import { changedCodeRows } from "../../support/changedCodes";
import { CITIES } from "../../support/cityWordings";
import { PROVINCES } from "../../support/provinceWordings";
import { PUBLISHED } from "../../support/publishedWordings";
import { UNIT_MISTAKES, unitTrial } from "../../support/unitMistakes";
import { wordingFare } from "../../support/wordingFare";
import { FRESH_WORDINGS, OTHER_WORDINGS, WORDINGS } from "../../support/wordedText";
import { atMost, isShown, noneOf, shareOf, tableOf } from "./measure";
import type { Measure } from "./measure";
import { publishedTexts, seedText, writtenTexts } from "./texts";

/*
 * npm run bench:around [-- part …] — the text against the tables, last year, the units: what is read, what is found of mistakes put in, what
 * is said of what is right; fails where a figure is below what it must be. GOUJI_BENCH=0.1 does a tenth (default: all). Parts
 * are named in PARTS (default: all of them). The cases are the same in every run.
 */

const SHARE = Number(process.env["GOUJI_BENCH"] ?? "1");
const TEXTS = Math.max(1, Math.round(200 * SHARE));

function wordedTexts(): Measure[] {
  const sets = [WORDINGS, OTHER_WORDINGS, FRESH_WORDINGS];
  return sets.flatMap((wordings, at) => {
    const { all, unread, wrong } = wordingFare(wordings, 12, TEXTS);
    const what = `wordings, set ${at + 1}`;
    return [
      noneOf(`${what}: figures read wrongly`, all, wrong),
      atMost(`${what}: figures unread`, all, unread, 0.1),
    ];
  });
}

function years(): Measure[] {
  const { rows, wrong } = changedCodeRows(TEXTS);
  return [shareOf("year on year: rows put together right", rows, wrong, 0.99)];
}

/** One finding, which names the unit. */
function units(): Measure[] {
  const trials = Math.max(1, Math.round(5 * SHARE));
  const missed: string[] = [];
  let all = 0;
  for (const kind of Object.keys(UNIT_MISTAKES)) {
    for (let seed = 1, done = 0; done < trials && seed < 40; seed++) {
      const trial = unitTrial(kind, seed, 12);
      if (!trial) continue;
      done++;
      all++;
      const { findings, code } = trial;
      if (findings.length !== 1 || findings[0]?.unit?.code !== code)
        missed.push(
          `${kind}, ${code ?? ""}: ${findings.map((one) => `${one.rule} ${one.unit?.code ?? "-"}`).join()}`,
        );
    }
  }
  const kinds = Object.keys(UNIT_MISTAKES).length;
  return [shareOf(`units: ${kinds} kinds of differences, one finding that names the unit`, all, missed, 1)];
}

const PARTS: Readonly<Record<string, () => Measure[]>> = {
  seed: () => seedText(Math.max(1, Math.round(4 * SHARE))),
  written: () => writtenTexts(TEXTS),
  published: () => publishedTexts("texts of other provinces", PUBLISHED, TEXTS),
  provinces: () => publishedTexts("texts of a second list", PROVINCES, TEXTS),
  cities: () => publishedTexts("texts of a third list", CITIES, TEXTS),
  wordings: wordedTexts,
  years,
  units,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !(part in PARTS));
if (unknown.length > 0) throw new Error(`no part ${unknown.join()}; there are ${Object.keys(PARTS).join()}`);
const measures = Object.entries(PARTS).flatMap(([part, measure]) =>
  wanted.length === 0 || wanted.includes(part) ? measure() : [],
);
process.stdout.write(`${tableOf(measures)}\n`);
process.exitCode = measures.every(isShown) ? 0 : 1;
