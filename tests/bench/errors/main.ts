import { readFileSync } from "node:fs";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { generatedBudget } from "../../support/generatedBudget";
import { Chooser, randomFrom } from "../../support/random";
import { prepare } from "../../support/seededErrors";
import { seedWorkbook } from "../../support/seedWorkbook";
import { ACTS, halfFilled, typed } from "./cases";
import { formulaWorkbooks, withoutFormulas } from "./formulas";

const times = new Map<string, number[]>();
const found = new Map<string, [number, number, number]>();

function measure(group: string, name: string, workbook: WorkbookSnapshot): void {
  const own = structuredClone(workbook);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const { result } = checkWorkbook(own, GUANGZHOU);
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const time = Math.min(wall, (user + system) / 1000);
  times.set(group, [...(times.get(group) ?? []), time]);
  const before = found.get(group) ?? [0, 0, 0];
  const errors = result.findings.filter(({ severity }) => severity === "error");
  const suspects = errors.filter((one) => one.suspects.length > 0).length;
  found.set(group, [before[0] + errors.length, before[1] + suspects, before[2] + result.relations.mismatch]);
  if (time > 300)
    process.stdout.write(
      `  slow: ${group} ${name} ${time.toFixed(0)} ms, ${result.relations.mismatch} fail, ${errors.length} errors\n`,
    );
}

function line(group: string, own: readonly number[]): string {
  const sorted = [...own].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  const [errors, suspects, mismatch] = found.get(group) ?? [0, 0, 0];
  return `${group.padEnd(28)} n ${String(own.length).padStart(4)}  median ${at(0.5).padStart(5)}  p95 ${at(0.95).padStart(5)}  max ${at(1).padStart(6)}   errors ${errors} with suspects ${suspects} failing ${mismatch}`;
}

const count = Number(process.env["COUNT"] ?? "40");
const wanted = process.env["GROUPS"]?.split(",") ?? [];
const isWanted = (group: string) => wanted.length === 0 || wanted.some((one) => group.includes(one));

const choose = new Chooser(randomFrom(2026));
const seed = prepare(seedWorkbook());
for (let index = 0; index < 40; index++) {
  checkWorkbook(structuredClone(typed(seed, seed, 1, choose)), GUANGZHOU);
}
const group = (
  name: string,
  make: (choose: Chooser, index: number) => WorkbookSnapshot | undefined,
  times = count,
) => {
  if (!isWanted(name)) return;
  const own = new Chooser(randomFrom(name.length * 1000 + 1));
  for (let index = 0; index < times; index++) {
    const workbook = make(own, index);
    if (workbook) measure(name, String(index), workbook);
  }
  process.stdout.write(`${line(name, times === 0 ? [] : timesOf(name))}\n`);
};
const timesOf = (name: string) => times.get(name) ?? [];

group("seed, no error", () => seed.workbook, 20);
group("single error", (own) => typed(seed, seed, 1, own), count * 2);
group("double error", (own) => typed(seed, seed, 2, own), count);
group("five errors", (own) => typed(seed, seed, 5, own), count / 2);
for (const [name, act] of Object.entries(ACTS)) group(name, (own) => act(seed.workbook, own));
group("two acts", (own) => {
  const [a, b] = own.shuffle(Object.values(ACTS));
  const one = a?.(seed.workbook, own);
  return one && b?.(one, own);
});
for (const share of [0.2, 0.5, 0.8, 1]) {
  group(`half filled ${share} blank`, (own) => halfFilled(seed.workbook, share, undefined, own), 6);
  group(`half filled ${share} zero`, (own) => halfFilled(seed.workbook, share, 0, own), 6);
}
const folder = process.env["FORMULAS"];
if (folder) {
  const books = [...formulaWorkbooks(folder)];
  for (const kind of ["full", "error", "half-leaves", "half-tables"]) {
    const own = books.filter(([name]) => name.startsWith(kind));
    group(`formulas ${kind}`, (_, index) => own[index]?.[1], own.length);
    group(`typed ${kind}`, (_, index) => own[index] && withoutFormulas(own[index][1]), own.length);
  }
}
for (const rows of [200, 800, 2000]) {
  if (!isWanted(`generated ${rows}`)) continue;
  const budget = prepare(generatedBudget(rows, new Chooser(randomFrom(rows))));
  group(`generated ${rows} right`, () => budget.workbook, 3);
  group(`generated ${rows} single`, (own) => typed(budget, budget, 1, own), 10);
  group(`generated ${rows} acts`, (own) => own.pick(Object.values(ACTS))(budget.workbook, own), 12);
  group(`generated ${rows} half`, (own) => halfFilled(budget.workbook, 0.5, undefined, own), 3);
}
for (const file of process.env["FILES"]?.split(",") ?? [])
  group(file, () => readWorkbook(readFileSync(file), file), 1);
const all = [...times.entries()].filter(([name]) => !/generated|\//.test(name)).flatMap(([, own]) => own);
process.stdout.write(`${line("all but generated", all)}\n`);
