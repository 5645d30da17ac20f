import { setFlagsFromString } from "node:v8";
import type { Piscina } from "piscina";
import { atMostAtOnce } from "./inOrder";
import { faultOf } from "./oneFile";
import type { Done, Item, Job, Outcome, Work } from "./work";

/** Workers that do items beside each other. */
export interface Pool {
  /** What came of an item; undefined where the work was called off before it began. */
  readonly run: (item: Item) => Promise<Outcome | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * By how many percent V8 lets a heap grow before it collects what is no longer used. By itself it lets it grow to several times
 * what is in use, so that memory would go on growing with the number of files for the first few hundred of them.
 */
const HEAP_GROWTH = 40;

export interface PoolOptions {
  readonly jobs: number;
  /** What a worker runs: the launcher of the command line. */
  readonly script: string;
  /** How large the heap of a worker may become, in megabytes: beyond it that worker dies, and not the whole run. */
  readonly megabytes: number;
  /** Asked before each item. */
  readonly isCalledOff: () => boolean;
}

/**
 * Starts workers, each with the job's rules and lists loaded once. A worker that dies (of a file that takes more memory than
 * there is) is replaced, and only the file it was at is told as not done.
 * @param work for telling of the files whose worker died
 */
export async function openPool(
  job: Job,
  work: Work<Done>,
  { jobs, script, megabytes, isCalledOff }: PoolOptions,
): Promise<Pool> {
  const { default: Piscina } = await import("piscina");
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const pool: Piscina<Item, Outcome> = new Piscina({
    filename: script,
    name: "doItem",
    workerData: job,
    minThreads: jobs,
    maxThreads: jobs,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  // One more than there are workers is handed over, so that none waits for its next; the rest can still be called off.
  const limited = atMostAtOnce(jobs + 1);
  return {
    run: (item) =>
      limited(async () => {
        if (isCalledOff()) return undefined;
        try {
          return await pool.run(item);
        } catch (error) {
          return work.tell(item, work.failed(faultOf(error)));
        }
      }),
    close: () => pool.destroy(),
  };
}
