import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { timeTaken } from "./clock";

/** One run of a process: milliseconds from its start to its end, the most memory it had in MB, what it printed. */
export interface Run {
  readonly time: number;
  readonly memory: number;
  readonly out: string;
}

/** Longer than anything should take. */
const PATIENCE_MS = 600_000;
const PRINTED_AT_MOST = 1 << 28;

/** Runs Node with these arguments; fails where the process does. A check may end with 1: it found errors. */
export function runNode(args: readonly string[]): Run {
  const begun = performance.now();
  const run = spawnSync(process.execPath, ["--require", "./tests/bench/speed/usage.cjs", ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    encoding: "utf8",
    timeout: PATIENCE_MS,
    maxBuffer: PRINTED_AT_MOST,
  });
  const wall = performance.now() - begun;
  if (run.status === null || run.status > 1)
    throw new Error(`node ${args.join(" ")}: ${run.error?.message ?? run.stderr}`);
  const { processor, memory } = JSON.parse(run.output[3] ?? "") as { processor: number; memory: number };
  return { time: timeTaken(wall, processor), memory, out: run.stdout };
}

/** Runs each of these as often as said, in turn, so that what else the machine does meets all alike. */
export function inTurn<Name extends string>(
  rounds: number,
  jobs: Readonly<Record<Name, () => Run>>,
): Record<Name, Run[]> {
  const names = Object.keys(jobs) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) runs[name].push(jobs[name]());
  return runs;
}

/**
 * Milliseconds that LibreOffice takes to open a file and save its first sheet as .csv, by the clock on the wall; undefined
 * where it is not installed. The first call of all makes its profile, which takes longer.
 */
export function libreOffice(file: string, folder: string): number | undefined {
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(join(process.cwd(), folder, "profile")).href}`;
  const begun = performance.now();
  const run = spawnSync("soffice", [profile, "--headless", "--convert-to", "csv", "--outdir", folder, file], {
    stdio: "ignore",
    timeout: PATIENCE_MS,
  });
  return run.status === 0 ? performance.now() - begun : undefined;
}
