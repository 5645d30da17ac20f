import { workerData } from "node:worker_threads";
import { doOne, workOf } from "./oneFile";
import type { Item, Job, Outcome } from "./work";

/* What a worker of the pool runs: does the files that it is given, for the job it was started with. */

const work = workOf(workerData as Job);

/** Does one file. Never rejects for what the file holds. */
export async function doItem(item: Item): Promise<Outcome> {
  return doOne(await work, item);
}
