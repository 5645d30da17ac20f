import { readFileSync, writeSync } from "node:fs";
import ExcelJS from "exceljs";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { nationalWorkbook } from "../../support/nationalWorkbook";
import { publishedAccounts } from "../../support/publishedAccounts";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";
import { sixtyBudgetSheets, sixtyMixedSheets } from "../../support/sixtySheets";
import { checker, liveCheck, read, recognise } from "./adapter";
import { startClock } from "./clock";
import { wrongBudgets } from "./errors";
import { SEED } from "./files";

/*
 * A process that stays: warm.cjs <share> measures what the add-in and the workbench do again and again, and prints all
 * times in milliseconds as {"what": [1.2, …]}. A share of 1 is the whole, 0.2 a fifth of the runs.
 */

const share = Number(process.argv[2] ?? "1");
const runs = (count: number) => Math.max(3, Math.round(count * share));
const times: Record<string, number[]> = {};
const check = checker();

/** Told to whoever runs this by itself. */
function say(what: string): void {
  writeSync(2, `… ${what}\n`);
}

async function time(what: string, job: () => unknown): Promise<void> {
  const clock = startClock();
  await job();
  (times[what] ??= []).push(clock());
}

/** The file read, checked, and loaded by exceljs in turn; the first rounds, in which code is compiled, do not count. */
async function seed(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(SEED));
  const snapshot = seedWorkbook();
  for (let round = 0; round < runs(40); round++) {
    check(structuredClone(snapshot));
    check(read(bytes, "seed.xlsx"));
    if (round % 4 === 0) await new ExcelJS.Workbook().xlsx.load(bytes.buffer);
  }
  for (let round = 0; round < runs(200); round++) {
    const fresh = structuredClone(snapshot);
    await time("seed: snapshot → findings", () => check(fresh));
    await time("seed: file → findings", () => check(read(bytes, "seed.xlsx")));
    await time("seed: bare read", () => read(bytes, "seed.xlsx"));
    if (round % 4 === 0)
      await time("seed: exceljs loads it", () => new ExcelJS.Workbook().xlsx.load(bytes.buffer));
  }
}

/** Edits of figures one after another: typed wrong, then put right. Each reading is fresh, as Excel gives it. */
async function live(what: string, start: WorkbookSnapshot, sheet: string, count: number): Promise<void> {
  say(`live, ${what}`);
  const rows = start.sheets.find(({ name }) => name === sheet)?.rows ?? new Map();
  const figures = [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { value }]) =>
      typeof value === "number" && value !== 0 ? [[row, column, value] as const] : [],
    ),
  );
  if (figures.length === 0) throw new Error(`${what}: no figures in ${sheet}`);
  const edited = Array.from({ length: count }, (_, edit) => {
    const [row, column, value] = figures[(edit * 7) % figures.length] as (typeof figures)[number];
    return edit % 2 === 0 ? withValue(start, sheet, row, column, value + 100) : start;
  });
  const warmUp = liveCheck();
  for (const one of edited) warmUp(structuredClone(one));
  const again = liveCheck();
  again(structuredClone(start));
  for (const [index, one] of edited.entries()) {
    const reading = structuredClone(one);
    await time(`live, ${what}: after one edit`, () => again(reading));
    if (index % 4 === 0) {
      const other = structuredClone(one);
      await time(`live, ${what}: from the beginning`, () => check(other));
    }
  }
}

async function errors(): Promise<void> {
  const seedOnly = seedWorkbook();
  for (const [act, workbooks] of Object.entries(wrongBudgets(share))) {
    say(act);
    for (const workbook of workbooks) {
      const fresh = structuredClone(workbook);
      await time(`errors, ${act}`, () => check(fresh));
      const right = structuredClone(seedOnly);
      await time("errors, none", () => check(right));
    }
  }
}

async function main(): Promise<void> {
  const mixed: WorkbookSnapshot = { name: "60.xlsx", sheets: sixtyMixedSheets() };
  // Before anything is warm: this is what opening such a workbook costs.
  await time("60 sheets of all kinds recognised, nothing warm", () => recognise(mixed));
  await seed();
  await live("seed", seedWorkbook(), "表6", runs(60));
  const national = nationalWorkbook();
  await live("nationwide set", national, national.sheets[2]?.name ?? "", runs(40));
  await live("published account", publishedAccounts(), "支出", runs(40));
  await live("60 sheets", { name: "60.xlsx", sheets: sixtyBudgetSheets() }, "表6", runs(20));
  await errors();
  writeSync(1, JSON.stringify(times));
}

void main();
