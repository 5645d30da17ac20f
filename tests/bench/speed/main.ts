import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { fileRows } from "./fileRows";
import { removeFiles } from "./files";
import { ratiosOf, slowerThan, tableText } from "./report";
import { holds, ratioOf } from "./row";
import type { Row } from "./row";
import { startRows } from "./startRows";
import { warmRows } from "./warmRows";

/*
 * npm run bench — measures the product beside exceljs, LibreOffice and an empty Node, prints one table and writes it to
 * dist/bench/bench.json; ends with 1 where a bar is missed.
 * --short: a part of it, in a minute; ends with 1 where a ratio is more than 30 % above the one stored.
 * --store: runs the short part three times and stores the medians of its ratios.
 * See docs/performance.md.
 */

const STORED = "tests/bench/speed/stored.json";
const JSON_FILE = "dist/bench/bench.json";
/** How much a ratio may grow. */
const MOST_MORE = 0.3;

const say = (text: string) => process.stderr.write(`… ${text}\n`);

function measureAll(isShort: boolean): Row[] {
  try {
    return [...startRows(isShort, say), ...fileRows(isShort, say), ...warmRows(isShort, say)];
  } finally {
    removeFiles();
  }
}

function writeJson(rows: readonly Row[]): void {
  const told = rows.map((row) => ({ ...row, ratio: ratioOf(row) ?? null, holds: holds(row) ?? null }));
  const about = { date: new Date().toISOString(), node: process.version, processors: cpus().length };
  mkdirSync(dirname(JSON_FILE), { recursive: true });
  writeFileSync(JSON_FILE, `${JSON.stringify({ ...about, rows: told }, null, 2)}\n`);
}

function store(): number {
  const all = [1, 2, 3].map(() => ratiosOf(measureAll(true)));
  const medians = Object.keys(all[0] ?? {}).map((what) => {
    const values = all.flatMap((one) => one[what] ?? []).sort((a, b) => a - b);
    return [what, values[1]];
  });
  writeFileSync(STORED, `${JSON.stringify(Object.fromEntries(medians), null, 2)}\n`);
  process.stdout.write(`${medians.length} ratios stored in ${STORED}\n`);
  return 0;
}

function compare(): number {
  if (!existsSync(STORED)) throw new Error(`${STORED} is not there: npm run bench -- --store`);
  const stored = JSON.parse(readFileSync(STORED, "utf8")) as Record<string, number>;
  const rows = measureAll(true);
  process.stdout.write(`${tableText(rows)}\n`);
  let slower = slowerThan(stored, rows, MOST_MORE);
  if (slower.length > 0) {
    // A neighbour on the same machine can slow one part of a run; what is slower is so twice.
    say("something was slower: once more");
    const again = new Set(
      slowerThan(stored, measureAll(true), MOST_MORE).map((text) => text.split(": ratio")[0]),
    );
    slower = slower.filter((text) => again.has(text.split(": ratio")[0]));
  }
  for (const text of slower) process.stdout.write(`SLOWER ${text}\n`);
  return slower.length > 0 ? 1 : 0;
}

function whole(): number {
  const rows = measureAll(false);
  writeJson(rows);
  process.stdout.write(`${tableText(rows)}\n`);
  const missed = rows.filter((row) => holds(row) === false);
  process.stdout.write(missed.length === 0 ? "Every bar holds.\n" : `${missed.length} bars are missed.\n`);
  return missed.length === 0 ? 0 : 1;
}

const options = process.argv.slice(2);
process.exitCode = options.includes("--store") ? store() : options.includes("--short") ? compare() : whole();
