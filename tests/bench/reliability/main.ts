/**
 * npm run bench:reliability [-- --short] [--only reality|packages|sheets|blanks|kills|host]: what may go wrong with Excel and files, and what
 * becomes of it, or one part of that. Prints one table; ends with 1 when a row does not hold.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CASES_A_BATCH, LONGEST } from "./limits";
import type { FuzzResult, HostResult } from "./limits";
import { killAtRandom } from "./kills";
import { chunksOf, run, sideBySide } from "./processes";
import { REALITIES, withoutTest } from "./reality";

/** The memory that a run of any input must get by with, in MB. */
const MOST_MEMORY = 512;

/** What chance begins with; each batch of cases has the next one. */
const SEED = 20261130;

/** In so many parts the commands have their faults, some at a time. */
const FAULT_PARTS = 2;

interface Row {
  readonly what: string;
  readonly came: string;
  readonly must: string;
  readonly holds: boolean;
}

const isShort = process.argv.includes("--short");
const [inputs, kills, sequences] = isShort ? [300, 15, 12] : [10_000, 300, 1000];
const root = resolve(".");

/** The parts, in their order. */
const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  reality,
  packages: () => fuzz("packages"),
  sheets: () => fuzz("sheets"),
  blanks: () => fuzz("blanks", inputs / 10),
  kills: killed,
  host: onHost,
};

/** @param count how many inputs; `blanks` are sheets without any figure */
async function fuzz(kind: "packages" | "sheets" | "blanks", count = inputs): Promise<Row[]> {
  const program = join(root, "dist/bench/reliability-fuzz.cjs");
  const ended = await sideBySide(chunksOf(count, CASES_A_BATCH), ({ first, size }) => {
    const memory = `--max-old-space-size=${MOST_MEMORY - 128}`;
    return run([memory, program, kind, String(size), String(SEED + first)]);
  });
  const broken = ended.find(({ status }) => status !== 0);
  if (broken) {
    const came = `ended with ${broken.status}: ${broken.error.slice(-400)}`;
    return [{ what: `fuzzed ${kind}`, came, must: "0 crashes", holds: false }];
  }
  const runs = ended.map(({ output }) => JSON.parse(output) as FuzzResult);
  for (const { error, input } of runs.flatMap(({ crashes }) => crashes))
    process.stderr.write(`${error}\n${JSON.stringify(input)}\n`);
  const sum = (of: (one: FuzzResult) => number) => runs.reduce((total, one) => total + of(one), 0);
  const crashes = sum((one) => one.crashes.length);
  const slowest = Math.max(...runs.map((one) => one.slowest));
  const megabytes = Math.round(Math.max(...runs.map(({ memory }) => memory)) / 2 ** 20);
  const name = `${sum((one) => one.runs)} fuzzed ${kind}`;
  return [
    {
      what: `${name}: crashes (${sum(({ read }) => read)} read, ${sum(({ refused }) => refused)} refused)`,
      came: String(crashes),
      must: "0",
      holds: crashes === 0,
    },
    {
      what: `${name}: slowest`,
      came: `${Math.round(slowest)} ms`,
      must: `${LONGEST} ms`,
      holds: slowest <= LONGEST,
    },
    {
      what: `${name}: memory`,
      came: `${megabytes} MB`,
      must: `${MOST_MEMORY} MB`,
      holds: megabytes <= MOST_MEMORY,
    },
  ];
}

/** Of all that Excel really does there is a test. */
function reality(): Row[] {
  const missing = withoutTest(root);
  for (const one of missing) process.stderr.write(`${one}\n`);
  return [
    {
      what: `${REALITIES.length} things that Excel really does: without a test`,
      came: String(missing.length),
      must: "0",
      holds: missing.length === 0,
    },
  ];
}

async function killed(): Promise<Row[]> {
  const { old, fresh, torn } = await killAtRandom(
    join(root, "dist/cli/gouji.cjs"),
    join(root, "tests/fixtures/baiyun-2020.xlsx"),
    kills,
  );
  for (const one of torn) process.stderr.write(`${one}\n`);
  return [
    {
      what: `${kills} kills of mark, fill, insert: targets torn (${old} old, ${fresh} new)`,
      came: String(torn.length),
      must: "0",
      holds: torn.length === 0,
    },
  ];
}

/** What is played on the host runs under jest, whose setting the client of Office.js needs. */
async function onHost(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-reliability-"));
  const jest = [
    join(root, "node_modules/jest/bin/jest.js"),
    "--config",
    "jest.bench.config.cjs",
    "reliability",
    // A command that never comes back is told as one.
    "--forceExit",
  ];
  const parts = [
    { name: "^fourteen", environment: {} },
    ...Array.from({ length: FAULT_PARTS }, (_, index) => ({
      name: "^faults",
      environment: { FAULTS_PART: `${index + 1}/${FAULT_PARTS}`, ...(isShort && { SHORT: "1" }) },
    })),
    ...chunksOf(sequences, 1).map(({ first, size }) => ({
      name: "^commands and user edits",
      environment: { FIRST_SEQUENCE: String(1 + first), SEQUENCES: String(size) },
    })),
  ];
  try {
    const rows = await sideBySide(parts, async ({ name, environment }, index): Promise<readonly Row[]> => {
      const file = join(folder, `${index}.json`);
      const { status, error } = await run([...jest, "-t", name], { ...environment, RELIABILITY_FILE: file });
      const own = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as HostResult).rows : [];
      if (status === 0 && own.length > 0) return own;
      process.stderr.write(error);
      return [
        ...own,
        { what: `on the host: ${name}`, came: `ended with ${status}`, must: "all hold", holds: false },
      ];
    });
    return rows.flat();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const only = process.argv.indexOf("--only");
  const wanted = only === -1 ? Object.keys(PARTS) : process.argv.slice(only + 1, only + 2);
  const rows: Row[] = [];
  for (const part of wanted) rows.push(...((await PARTS[part]?.()) ?? []));
  if (rows.length === 0) throw new Error(`--only ${Object.keys(PARTS).join("|")}`);
  const width = Math.max(...rows.map(({ what }) => what.length));
  const came = Math.max(...rows.map((row) => row.came.length));
  for (const row of rows)
    process.stdout.write(
      `${row.what.padEnd(width)}  ${row.came.padStart(came)}  (must: ${row.must})  ${row.holds ? "yes" : "NO"}\n`,
    );
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
}

void main();
