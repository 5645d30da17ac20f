import { fork } from "node:child_process";
import { missesOf, reportText } from "./report";
import type { Trial } from "./trials";
import { listWork, makeWorker } from "./work";
import type { Done, FalseErrors, Work } from "./work";

/*
 * npm run bench:validation — prints what is found of errors put into consistent budgets, beside the rule ±0.01 and the rule
 * of intervals one by one, and how long it takes; fails where a figure is below what it must be. GOUJI_BENCH=0.1 runs a
 * tenth of the cases (default: all), GOUJI_BENCH_PROCESSES=1 uses one process (default: two). The cases and what is found
 * are the same in every run, however many processes share the work.
 */

const SHARE = Number(process.env["GOUJI_BENCH"] ?? "1");
const PROCESSES = Number(process.env["GOUJI_BENCH_PROCESSES"] ?? "2");

/** A child process: does the work it is sent, one after the other. */
async function serve(): Promise<void> {
  const work = await makeWorker();
  process.on("message", (given: Work) => process.send?.(work(given)));
  process.send?.("ready");
}

/** Has child processes do the work, with a line of progress for each part done. */
function share(works: readonly Work[], processes: number): Promise<Done[]> {
  const waiting = [...works];
  const results: Done[] = [];
  const begun = Date.now();
  return new Promise((resolve, reject) => {
    let running = processes;
    for (let index = 0; index < processes; index++) {
      const child = fork(__filename, { env: { ...process.env, GOUJI_BENCH_CHILD: "1" } });
      let own: Work | undefined;
      child.on("message", (message: Done | "ready") => {
        if (message !== "ready" && own) {
          results.push(message);
          const seconds = ((Date.now() - begun) / 1000).toFixed(0);
          say(`${results.length}/${works.length} after ${seconds} s: ${nameOf(own)}${told(message)}`);
        }
        own = waiting.shift();
        if (own) child.send(own);
        else child.disconnect();
      });
      child.on("exit", (code) => {
        if (code !== 0) reject(new Error(`a process ended with ${code} at ${own ? nameOf(own) : "nothing"}`));
        else if (--running === 0) resolve(results);
      });
    }
  });
}

function nameOf(work: Work): string {
  return work.kind === "generated" ? `generated ${work.rows} rows` : `${work.kind} ${work.number}`;
}

function told({ trials }: Done): string {
  const longest = trials.reduce((most, { time }) => Math.max(most, time), 0);
  const missed = trials.flatMap((trial) =>
    trial.missed === undefined ? [] : [`\n    missed: ${trial.missed}`],
  );
  return trials.length > 0 ? `, longest search ${longest.toFixed(0)} ms${missed.join("")}` : "";
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const done = await share(listWork(SHARE), Math.max(1, PROCESSES));
  const trials: Trial[] = done.flatMap((one) => one.trials);
  const consistent: FalseErrors[] = done.flatMap((one) => one.consistent ?? []);
  const results = { trials, consistent };
  say(`\n${reportText(results)}`);
  const misses = missesOf(results);
  for (const miss of misses) say(`NOT SHOWN: ${miss}`);
  say(misses.length === 0 ? "All of it is shown." : "");
  process.exitCode = misses.length === 0 ? 0 : 1;
}

void (process.env["GOUJI_BENCH_CHILD"] === "1" ? serve() : main());
