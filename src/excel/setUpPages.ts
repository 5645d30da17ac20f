import { ExcelError } from "./hostError";
import type { RunBatch } from "./runBatch";

/**
 * Sets how sheets print, in a round trip of its own: where there is no printer Excel may refuse sizes of paper, and what
 * has been written before must not be lost over that.
 * @returns whether it has been set
 */
export async function setUpPages(
  run: RunBatch,
  queue: (context: Excel.RequestContext) => void,
): Promise<boolean> {
  try {
    await run(async (context) => {
      queue(context);
      await context.sync();
    });
    return true;
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error;
    return false;
  }
}
