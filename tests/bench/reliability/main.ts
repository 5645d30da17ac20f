/**
 * npm run bench:reliability [-- --short] [--only reality|packages|sheets|blanks|kills|host]: what may go wrong with Excel and files, and what
 * becomes of it, or one part of that. Prints one table; ends with 1 when a row does not hold.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { LONGEST } from "./limits";
import type { FuzzResult, HostResult } from "./limits";
import { killAtRandom } from "./kills";
import { REALITIES, withoutTest } from "./reality";

/** The memory that a run of any input must get by with, in MB. */
const MOST_MEMORY = 512;

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
function fuzz(kind: "packages" | "sheets" | "blanks", count = inputs): Row[] {
  const program = join(root, "dist/bench/reliability-fuzz.cjs");
  const run = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MOST_MEMORY - 128}`, program, kind, String(count), "20261130"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (run.status !== 0)
    return [
      {
        what: `fuzzed ${kind}`,
        came: `ended with ${run.status}: ${run.stderr.slice(-400)}`,
        must: "0 crashes",
        holds: false,
      },
    ];
  const { runs, read, refused, crashes, slowest, memory } = JSON.parse(run.stdout) as FuzzResult;
  for (const { error, input } of crashes) process.stderr.write(`${error}\n${JSON.stringify(input)}\n`);
  const megabytes = Math.round(memory / 2 ** 20);
  const name = `${runs} fuzzed ${kind}`;
  return [
    {
      what: `${name}: crashes (${read} read, ${refused} refused)`,
      came: String(crashes.length),
      must: "0",
      holds: crashes.length === 0,
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
function onHost(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "gouji-reliability-"));
  try {
    const file = join(folder, "host.json");
    const run = spawnSync(
      process.execPath,
      [join(root, "node_modules/jest/bin/jest.js"), "--config", "jest.bench.config.cjs", "reliability"],
      {
        encoding: "utf8",
        env: { ...process.env, RELIABILITY_FILE: file, SEQUENCES: String(sequences) },
        stdio: ["ignore", "inherit", "inherit"],
      },
    );
    const rows = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as HostResult).rows : [];
    return run.status === 0 && rows.length > 0
      ? [...rows]
      : [...rows, { what: "on the host", came: `ended with ${run.status}`, must: "all hold", holds: false }];
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
