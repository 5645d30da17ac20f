import type { Decimal } from "../../src/amounts/decimal";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { cellKey } from "../../src/validation/cellKey";
import { checkWorkbook } from "../../src/validation/check";
import { findMistakes } from "../../src/validation/mistakes/findMistakes";
import { mistakeSuspects } from "../../src/validation/mistakes/mistakeSuspects";
import { weighCells } from "../../src/validation/mistakes/weights";
import { generatedBudget } from "../support/generatedBudget";
import { independentOracle } from "../support/independentOracle";
import { Chooser, randomFrom } from "../support/random";
import { judgeChanged, KINDS, prepare, wrongValue } from "../support/seededErrors";
import type { Kind, Prepared } from "../support/seededErrors";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

/** GOUJI_BENCH=0.1 runs a tenth of the cases. */
const SHARE = Number(process.env["GOUJI_BENCH"] ?? "1");
const some = (count: number) => Math.max(1, Math.round(count * SHARE));

const WORKBOOKS = some(50);
const choose = new Chooser(randomFrom(2020));
const seed = prepare(seedWorkbook());

/** One line of the table: cases of one kind of error. */
interface Tally {
  cases: number;
  infeasible: number;
  reported: number;
  falsely: number;
  naive: number;
  oneByOne: number;
  unique: number;
  first: number;
  among: number;
  single: number;
  right: number;
}

const lines = new Map<string, Tally>();
const processor: number[] = [];

function tallyOf(name: string): Tally {
  const known = lines.get(name);
  if (known) return known;
  const tally: Tally = {
    cases: 0,
    infeasible: 0,
    reported: 0,
    falsely: 0,
    naive: 0,
    oneByOne: 0,
    unique: 0,
    first: 0,
    among: 0,
    single: 0,
    right: 0,
  };
  lines.set(name, tally);
  return tally;
}

type Oracle = Awaited<ReturnType<typeof independentOracle>>;

function trial(prepared: Prepared, kinds: readonly Kind[], judgeAll: Oracle): void {
  const wrong = new Map<string, Decimal>();
  const truth = new Map<string, Decimal>();
  while (wrong.size < kinds.length) {
    const { term } = choose.pick(prepared.cells);
    const value = wrongValue(kinds[wrong.size] as Kind, term, prepared, choose);
    if (!value || term.figure.kind !== "amount" || wrong.has(cellKey(term.figure.address))) continue;
    wrong.set(cellKey(term.figure.address), value);
    truth.set(cellKey(term.figure.address), term.figure.value);
  }
  const judgements = judgeChanged(prepared, wrong);
  const begun = process.cpuUsage();
  const mistakes = findMistakes(judgements, weighCells(prepared.workbook, judgements));
  const used = process.cpuUsage(begun);
  processor.push((used.user + used.system) / 1000);
  const truly = judgeAll(judgements);
  const isNaive = judgements.some(
    ({ relation, balance }) => relation.operator === "=" && balance?.deviation.abs().greaterThan(0.01),
  );
  const keys = mistakes.map((mistake) => mistakeSuspects(mistake).map(cellKey));
  const isUnique = mistakes.every(({ sets }) => sets.length === 1);
  const values = mistakes.flatMap((mistake) => {
    const [suspect] = mistakeSuspects(mistake);
    const right = suspect && truth.get(cellKey(suspect));
    return suspect?.suggested && right ? [right.equals(suspect.suggested)] : [];
  });
  for (const tally of [tallyOf(kinds.length > 1 ? "two cells" : (kinds[0] as Kind)), tallyOf("all")]) {
    tally.cases++;
    if (isNaive) tally.naive++;
    if (truly === "alone") tally.oneByOne++;
    if (truly !== "none") tally.infeasible++;
    if (truly !== "none" && mistakes.length > 0) tally.reported++;
    if (truly === "none" && mistakes.length > 0) tally.falsely++;
    if (mistakes.length === 0) continue;
    // Every mistake must point at one of the wrong cells.
    if (keys.every((own) => own.some((key) => wrong.has(key)))) tally.among++;
    if (isUnique) tally.unique++;
    if (isUnique && keys.every(([first]) => first !== undefined && wrong.has(first))) tally.first++;
    tally.single += values.length;
    tally.right += values.filter(Boolean).length;
  }
}

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row.map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      ),
    )
    .map((row) => row.join("  "))
    .join("\n");
}

const at = (times: number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

test("seeded errors: every one that cannot be true is reported, and the wrong cell is named", async () => {
  const judgeAll = await independentOracle();
  const kind = (index: number) => KINDS[index % KINDS.length] as Kind;
  const two = () => [choose.pick(KINDS), choose.pick(KINDS)];
  for (let index = 0; index < some(1000); index++) trial(seed, [kind(index)], judgeAll);
  for (let index = 0; index < some(250); index++) trial(seed, two(), judgeAll);
  for (let book = 0; book < WORKBOOKS; book++) {
    const rows = Math.round(20 * 100 ** (book / Math.max(1, WORKBOOKS - 1)));
    const prepared = prepare(generatedBudget(rows, choose));
    for (let index = 0; index < 20; index++) trial(prepared, [kind(index + book)], judgeAll);
    for (let index = 0; index < 5; index++) trial(prepared, two(), judgeAll);
  }
  const rows = [...lines].map(([name, one]) => [
    name,
    `${one.cases}`,
    `${one.infeasible}`,
    percent(one.reported, one.infeasible),
    percent(one.oneByOne, one.infeasible),
    percent(one.naive, one.infeasible),
    `${one.falsely}`,
    `${one.unique}`,
    percent(one.first, one.unique),
    percent(one.among, one.reported + one.falsely),
    percent(one.right, one.single),
  ]);
  const heading = ["error", "cases", "cannot be", "Gouji", "one by one", "±0.01", "false"];
  const text = table([[...heading, "one set", "first", "among", "value right"], ...rows]);
  process.stdout.write(
    `${text}\ndecision and search: median ${at(processor, 0.5).toFixed(0)} ms, 95 % within ${at(processor, 0.95).toFixed(0)} ms, longest ${at(processor, 0.9999).toFixed(0)} ms\n`,
  );
  const all = tallyOf("all");
  expect(all.reported).toBe(all.infeasible);
  expect(all.falsely).toBe(0);
  expect(all.first / all.unique).toBeGreaterThanOrEqual(0.95);
  expect(all.among / all.reported).toBeGreaterThanOrEqual(0.99);
  expect(all.right / all.single).toBeGreaterThanOrEqual(0.9);
});

test("consistent workbooks rounded from amounts in 元 have no error", () => {
  const count = some(1000);
  let gouji = 0;
  let naive = 0;
  let oneByOne = 0;
  for (let index = 0; index < count; index++) {
    const workbook = generatedBudget(20 + choose.below(60), choose);
    const { findings } = checkWorkbook(workbook, GUANGZHOU).result;
    if (findings.some(({ severity }) => severity === "error")) gouji++;
    const { judgements } = prepare(workbook);
    const isOff = ({ relation, balance }: (typeof judgements)[number]) =>
      relation.operator === "=" && balance?.deviation.abs().greaterThan(0.01);
    if (judgements.some(isOff)) naive++;
    if (judgements.some(({ outcome }) => outcome === "mismatch")) oneByOne++;
  }
  process.stdout.write(
    `${table([
      ["consistent workbooks", "Gouji", "one by one", "±0.01"],
      [`${count}, of which have a false error`, `${gouji}`, `${oneByOne}`, `${naive}`],
    ])}\n`,
  );
  expect(gouji).toBe(0);
});

test("a full validation of the seed workbook with localisation takes less than 200 ms", () => {
  const times: number[] = [];
  for (let index = 0; index < some(200) + 10; index++) {
    const { term } = choose.pick(seed.cells);
    const { sheet, row, column } = term.figure.address;
    const value = wrongValue(choose.pick(KINDS), term, seed, choose);
    if (!value) continue;
    const workbook = withValue(seed.workbook, sheet, row, column, value.toNumber());
    const start = process.cpuUsage();
    checkWorkbook(workbook, GUANGZHOU);
    const { user, system } = process.cpuUsage(start);
    // The first runs compile.
    if (index >= 10) times.push((user + system) / 1000);
  }
  const [median, most] = [at(times, 0.5), at(times, 0.95)];
  process.stdout.write(
    `full validation of the seed: median ${median.toFixed(0)} ms, 95 % within ${most.toFixed(0)} ms of processor time\n`,
  );
  expect(most).toBeLessThan(200);
});
