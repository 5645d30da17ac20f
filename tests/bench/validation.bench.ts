import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { cellKey } from "../../src/validation/cellKey";
import { checkWorkbook } from "../../src/validation/check";
import { findMistakes } from "../../src/validation/mistakes/findMistakes";
import { mistakeSuspects } from "../../src/validation/mistakes/mistakeSuspects";
import { weighCells } from "../../src/validation/mistakes/weights";
import { isFailing } from "../../src/validation/outcome";
import type { Decimal } from "../../src/amounts/decimal";
import { Chooser, randomFrom } from "../support/random";
import { generatedWorkbook, judgeChanged, KINDS, prepare, wrongValue } from "../support/seededErrors";
import type { Prepared } from "../support/seededErrors";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

/** GOUJI_BENCH=0.1 runs a tenth of the cases. */
const SHARE = Number(process.env["GOUJI_BENCH"] ?? "1");
const some = (count: number) => Math.max(1, Math.round(count * SHARE));

const choose = new Chooser(randomFrom(2020));
const seed = prepare(seedWorkbook());
const sizes = Array.from({ length: some(50) }, (_, index) => Math.round(20 * 100 ** (index / some(50))));
const tally = {
  cases: 0,
  infeasible: 0,
  reported: 0,
  naive: 0,
  oneByOne: 0,
  unique: 0,
  first: 0,
  among: 0,
  single: 0,
  right: 0,
};

function trial(prepared: Prepared, errors: number): void {
  const wrong = new Map<string, Decimal>();
  const truth = new Map<string, Decimal>();
  while (wrong.size < errors) {
    const { term } = choose.pick(prepared.cells);
    const value = wrongValue(choose.pick(KINDS), term, prepared, choose);
    if (!value || term.figure.kind !== "amount") continue;
    wrong.set(cellKey(term.figure.address), value);
    truth.set(cellKey(term.figure.address), term.figure.value);
  }
  const judgements = judgeChanged(prepared, wrong);
  const mistakes = findMistakes(judgements, weighCells(prepared.workbook, judgements));
  const isBroken = judgements.some(isFailing);
  tally.cases++;
  if (
    judgements.some(
      ({ relation, balance }) => relation.operator === "=" && balance?.deviation.abs().greaterThan(0.01),
    )
  )
    tally.naive++;
  if (isBroken) tally.oneByOne++;
  if (isBroken || mistakes.length > 0) tally.infeasible++;
  if (mistakes.length === 0) return;
  tally.reported++;
  const named = mistakes.map(mistakeSuspects);
  const keys = named.map((suspects) => suspects.map(cellKey));
  if (mistakes.every(({ sets }) => sets.length === 1)) {
    tally.unique++;
    if (keys.every(([first]) => first !== undefined && wrong.has(first))) tally.first++;
  }
  if ([...wrong.keys()].some((key) => keys.flat().includes(key))) tally.among++;
  for (const [suspect] of named) {
    const right = suspect && truth.get(cellKey(suspect));
    if (!suspect?.suggested || !right) continue;
    tally.single++;
    if (right.equals(suspect.suggested)) tally.right++;
  }
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

test("seeded errors: every one that cannot be true is reported, and the wrong cell is named", () => {
  for (let index = 0; index < some(750); index++) trial(seed, 1);
  for (let index = 0; index < some(250); index++) trial(seed, 2);
  for (const size of sizes) {
    const prepared = prepare(generatedWorkbook(size, choose));
    for (let index = 0; index < 15; index++) trial(prepared, 1);
    for (let index = 0; index < 5; index++) trial(prepared, 2);
  }
  process.stdout.write(
    [
      `cases                                   ${tally.cases}`,
      `cannot be true                          ${tally.infeasible}`,
      `  reported by Gouji                     ${percent(tally.reported, tally.infeasible)}`,
      `  by intervals one by one               ${percent(tally.oneByOne, tally.infeasible)}`,
      `  by ±0.01                              ${percent(tally.naive, tally.infeasible)}`,
      `only one smallest set                   ${tally.unique}`,
      `  wrong cell is first suspect           ${percent(tally.first, tally.unique)}`,
      `wrong cell among the suspects           ${percent(tally.among, tally.reported)}`,
      `one value proposed for the wrong cell   ${tally.single}`,
      `  it is the true one                    ${percent(tally.right, tally.single)}`,
      "",
    ].join("\n"),
  );
  expect(tally.reported).toBe(tally.infeasible);
  expect(tally.first / tally.unique).toBeGreaterThanOrEqual(0.95);
  expect(tally.among / tally.reported).toBeGreaterThanOrEqual(0.99);
  expect(tally.right / tally.single).toBeGreaterThanOrEqual(0.9);
});

test("consistent workbooks rounded from amounts in 元 have no error", () => {
  let gouji = 0;
  let naive = 0;
  const count = some(1000);
  for (let index = 0; index < count; index++) {
    const { judgements, workbook } = prepare(generatedWorkbook(20 + choose.below(60), choose));
    if (findMistakes(judgements, weighCells(workbook, judgements)).length > 0) gouji++;
    if (judgements.some(({ balance }) => balance?.deviation.abs().greaterThan(0.01))) naive++;
  }
  process.stdout.write(`consistent workbooks ${count}: false alarms of Gouji ${gouji}, of ±0.01 ${naive}\n`);
  expect(gouji).toBe(0);
});

test("a full validation of the seed workbook with localisation takes less than 200 ms", () => {
  const times: number[] = [];
  for (let index = 0; index < some(60) + 10; index++) {
    const { term } = choose.pick(seed.cells);
    const { sheet, row, column } = term.figure.address;
    const value = term.figure.kind === "amount" ? term.figure.value.plus(1).toNumber() : 1;
    const workbook = withValue(seed.workbook, sheet, row, column, value);
    const start = process.cpuUsage();
    checkWorkbook(workbook, GUANGZHOU);
    const { user, system } = process.cpuUsage(start);
    // The first runs compile.
    if (index >= 10) times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] as number;
  process.stdout.write(
    `full validation of the seed: median ${times[times.length >> 1]!.toFixed(0)} ms, 95 % within ${p95.toFixed(0)} ms of processor time\n`,
  );
  expect(p95).toBeLessThan(200);
});
