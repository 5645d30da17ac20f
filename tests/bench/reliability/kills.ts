import { spawn } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { Chooser, randomFrom } from "../../support/random";

/** What killing came to. */
export interface KillResult {
  readonly kills: number;
  /** How often the old file was left, and how often the new one was there already. */
  readonly old: number;
  readonly fresh: number;
  /** Targets that were neither. */
  readonly torn: readonly string[];
}

/** The commands that write a file, with what they are given; the target is there before. */
const COMMANDS = [
  (input: string, output: string) => ["mark", input, "-o", output],
  (input: string, output: string) => ["fill", input, "-o", output],
  (_input: string, output: string) => [
    "insert",
    "--tables",
    "all",
    "--year",
    "2027",
    "--department",
    "某局",
    "-o",
    output,
  ],
] as const;

/** Kills the command line at moments that chance has, from its start to a little beyond its end. */
export async function killAtRandom(cli: string, fixture: string, count: number): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-kills-"));
  const chooser = new Chooser(randomFrom(18));
  const [input, output] = [join(folder, "部门预算.xlsx"), join(folder, "结果.xlsx")];
  mkdirSync(folder, { recursive: true });
  copyFileSync(fixture, input);
  const old = readFileSync(fixture);
  const result = { kills: 0, old: 0, fresh: 0, torn: [] as string[] };
  try {
    const whole: number[] = [];
    for (const command of COMMANDS) {
      const begun = performance.now();
      writeFileSync(output, old);
      const { code, error } = await run([cli, ...command(input, output)], undefined);
      if (code === null || code > 1) throw new Error(`${command(input, output).join(" ")}: ${error}`);
      whole.push(performance.now() - begun);
    }
    for (; result.kills < count; result.kills++) {
      const which = result.kills % COMMANDS.length;
      writeFileSync(output, old);
      const args = (COMMANDS[which] as (typeof COMMANDS)[number])(input, output);
      // Most of a run is reading; the end of it, where it writes, is met more often than chance would.
      const share = chooser.chance(0.6) ? 0.7 + chooser.below(400) / 1000 : chooser.below(1000) / 1000;
      await run([cli, ...args], share * (whole[which] ?? 0));
      const now = readFileSync(output);
      if (now.equals(old)) result.old++;
      else if (isWhole(now)) result.fresh++;
      else result.torn.push(args.join(" "));
      if (!readFileSync(input).equals(old)) result.torn.push(`${args.join(" ")}: the input was changed`);
      for (const name of readdirSync(folder)) if (name.endsWith(".tmp")) rmSync(join(folder, name));
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    return readWorkbook(new Uint8Array(bytes), "结果.xlsx").sheets.length > 0;
  } catch {
    return false;
  }
}

/** @param killAfter milliseconds after which it is killed; left to its end when undefined */
function run(args: readonly string[], killAfter: number | undefined) {
  return new Promise<{ readonly code: number | null; readonly error: string }>((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let error = "";
    child.stderr.on("data", (text) => (error += String(text)));
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, error });
    });
  });
}
