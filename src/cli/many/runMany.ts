import { availableParallelism, totalmem } from "node:os";
import type { ExitCode, Output } from "../command";
import type { Cache } from "./cache";
import { inOrder } from "./inOrder";
import { doOne, workOf } from "./oneFile";
import type { Pool } from "./pool";
import type { SummaryRow } from "./summaryRow";
import type { Done, Item, Job, Outcome, Work } from "./work";

/** Progress is told once the work takes longer than this, and then as often. */
const QUIET_MS = 1000;

/** Fewer files than this for each worker are done sooner by one thread than by the start of another. */
const FILES_A_WORKER = 8;

/** Results that may wait for an earlier file, for each worker. */
const AHEAD = 16;

export interface ManyOptions {
  /** How many files are done at a time; as many as there are processors when left out, fewer for a few files. */
  readonly jobs?: number;
  /** A folder with results of earlier runs. */
  readonly cache?: string;
}

/** What a run over many files came to. */
export interface Ran {
  readonly code: ExitCode;
  /** A row for each file done, in their order. */
  readonly rows: readonly SummaryRow[];
  /** False when it was interrupted before the last file. */
  readonly isWhole: boolean;
}

/**
 * Does a job to many files and writes their parts of the output in the order of the files. One that cannot be used keeps
 * none of the others from being done. Interrupted (Ctrl+C), it ends with the files that were begun. Undefined, and nothing
 * done, where the cache's folder cannot be made.
 */
export async function runMany(
  job: Job,
  items: readonly Item[],
  options: ManyOptions,
  output: Output,
): Promise<Ran | undefined> {
  const work = await workOf(job);
  const threads = Math.min(items.length, options.jobs ?? usualJobs(items.length));
  const kept = options.cache === undefined ? undefined : await import("./cache");
  const cache = options.cache === undefined ? undefined : kept?.openCache(options.cache, job);
  if (options.cache !== undefined && !cache) return undefined;
  const interrupt = onInterrupt();
  const doing = doer({ job, work, threads, cache, output, isCalledOff: interrupt.isAsked });
  const told = teller(items, output);
  output.out(work.frame.begin);
  try {
    told.progress();
    for await (const outcome of inOrder(items, doing.run, threads > 1 ? threads * AHEAD : 1)) {
      if (outcome === undefined) break;
      if (told.rows.length > 0) output.out(work.frame.between);
      told.tell(outcome);
    }
  } finally {
    interrupt.forget();
    await doing.close();
  }
  output.out(work.frame.end);
  const isWhole = told.rows.length === items.length;
  return { code: isWhole ? told.code() : 2, rows: told.rows, isWhole };
}

function usualJobs(files: number): number {
  return Math.min(availableParallelism(), Math.ceil(files / FILES_A_WORKER));
}

/** Three quarters of the memory there is, shared out; no less than a workbook of 100,000 rows takes. */
function megabytesEach(workers: number): number {
  return Math.max(1024, Math.floor((totalmem() * 0.75) / workers / 2 ** 20));
}

interface Doing {
  readonly job: Job;
  readonly work: Work<Done>;
  readonly threads: number;
  readonly cache: Cache | undefined;
  readonly output: Output;
  readonly isCalledOff: () => boolean;
}

/** Does items: from the cache where their result is there, in workers where there are several, else in this thread. */
function doer({ job, work, threads, cache, output, isCalledOff }: Doing) {
  const { worker } = output;
  let pool: Promise<Pool> | undefined;
  const inWorkers = async (script: string, item: Item) => {
    const workers = { jobs: threads, script, megabytes: megabytesEach(threads), isCalledOff };
    pool ??= import("./pool").then(({ openPool }) => openPool(job, work, workers));
    return (await pool).run(item);
  };
  const run = async (item: Item): Promise<Outcome | undefined> => {
    if (isCalledOff()) return undefined;
    const keepAs = cache?.placeOf(item);
    const done = keepAs === undefined ? undefined : cache?.keptAt(keepAs);
    if (done && (work.isThere?.(item, done) ?? true)) return work.tell(item, done);
    const toDo = keepAs === undefined ? item : { ...item, keepAs };
    return threads > 1 && worker !== undefined ? inWorkers(worker, toDo) : doOne(work, toDo);
  };
  return { run, close: async () => (await pool)?.close() };
}

/** Writes parts of the output as they come, notes of files and progress to the error output. */
function teller(items: readonly Item[], output: Output) {
  const rows: SummaryRow[] = [];
  let last = output.now();
  let worst: ExitCode = 0;
  const tell = ({ code, out, notes, row }: Outcome) => {
    if (code > worst) worst = code;
    rows.push(row);
    for (const note of notes) output.err(`${note}\n`);
    output.out(out);
    progress();
  };
  const progress = () => {
    const now = output.now();
    const next = items[rows.length];
    if (now - last <= QUIET_MS || !next) return;
    last = now;
    output.err(`${rows.length + 1}/${items.length} ${next.file}\n`);
  };
  return { rows, tell, progress, code: () => worst };
}

/** Takes the first interruption (Ctrl+C) as the wish to end after the files begun; the second ends the process at once. */
function onInterrupt() {
  let isAsked = false;
  const note = () => {
    isAsked = true;
    process.removeListener("SIGINT", note);
  };
  process.on("SIGINT", note);
  return { isAsked: () => isAsked, forget: () => void process.removeListener("SIGINT", note) };
}
