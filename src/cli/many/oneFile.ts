import type { MessageRef } from "../../messages/messageRef";
import { errorCode } from "../files";
import type { Done, Item, Job, Outcome, Work } from "./work";

/** The work of each command, loaded when it is asked for. */
export async function workOf(job: Job): Promise<Work<Done>> {
  switch (job.command) {
    case "check":
      return anyDone(await (await import("./checkWork")).checkWork(job));
    case "mark":
      return anyDone(await (await import("./markWork")).markWork(job));
    case "fill":
      return anyDone(await (await import("./fillWork")).fillWork(job));
    case "units":
      return anyDone(await (await import("./unitsWork")).unitsWork(job));
    case "text":
      return anyDone(await (await import("./textWork")).textWork(job));
  }
}

/** Work whose results are handed back to nothing but itself: what it told of is what it did. */
function anyDone<D extends Done>(work: Work<D>): Work<Done> {
  return work as unknown as Work<Done>;
}

/** Does one file and says what came of it. Never rejects: a fault in this program is told of that one file. */
export async function doOne(work: Work<Done>, item: Item): Promise<Outcome> {
  try {
    const done = await work.carryOut(item);
    if (item.keepAs !== undefined) await (await import("./cache")).keepDone(item.keepAs, done);
    return work.tell(item, done);
  } catch (error) {
    return work.tell(item, work.failed(faultOf(error)));
  }
}

/** The sentence for a fault of this program, or of the memory it may use. */
export function faultOf(error: unknown): MessageRef {
  const why = errorCode(error);
  return /OUT_OF_MEMORY/.test(why)
    ? { key: "file.outOfMemory", args: {} }
    : { key: "file.fault", args: { why } };
}
