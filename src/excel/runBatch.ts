import { errorCode, ExcelError, hostError } from "./hostError";

/** What a request tells while it cannot be carried out because the user is typing in a cell. */
export interface CellEditWait {
  /** Called with true once the waiting has become noticeable, and with false when it is over. */
  onWaiting(isWaiting: boolean): void;
  /** Asked now and then: true ends the waiting, and the request fails with host.cellEditMode. */
  isGivenUp(): boolean;
}

/**
 * Excel.run as all of this folder uses it: a refusal by Excel is thrown as ExcelError, and while the user is typing in a
 * cell the batch is tried again until the cell is left. A batch that writes therefore does so in its last sync alone.
 * @param options more options of Excel.run
 */
export type RunBatch = <T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options?: Omit<Excel.RunOptions, "delayForCellEdit">,
) => Promise<T>;

/** So often it is tried again, in milliseconds. */
const EVERY = 250;

/** Waiting is noticed from here on, in milliseconds: Nielsen's limit for an uninterrupted flow of thought. */
const NOTICED_AFTER = 1000;

/** Waits as long as it takes and tells nobody. */
const IN_SILENCE: CellEditWait = { onWaiting: () => {}, isGivenUp: () => false };

/**
 * Excel's own waiting (delayForCellEdit) is not used: it ends only when the user leaves the cell, cannot be called off,
 * and a value written while waiting can get lost. Sources: OfficeDev/office-js issues 806, 1393 and 3388.
 */
export function createRunBatch(wait: CellEditWait = IN_SILENCE): RunBatch {
  return async (batch, options = {}) => {
    let waited = 0;
    try {
      for (;;) {
        try {
          return await Excel.run({ ...options, delayForCellEdit: false }, batch);
        } catch (error) {
          if (errorCode(error) !== "InvalidOperationInCellEditMode" || wait.isGivenUp())
            throw hostError(error);
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY));
        waited += EVERY;
        if (waited === NOTICED_AFTER) wait.onWaiting(true);
      }
    } finally {
      if (waited >= NOTICED_AFTER) wait.onWaiting(false);
    }
  };
}

/** For callers without a pane. */
export const runBatch: RunBatch = createRunBatch();

/**
 * For the requests of one change: a cell being edited that the user gives up waiting for keeps all of the change from being
 * done, or what is left of it once a request has been carried out; the error tells which (ExcelError.isMidway).
 */
export function runsOfOneChange(run: RunBatch): RunBatch {
  let hasRun = false;
  return async (batch, options) => {
    try {
      const result = await run(batch, options);
      hasRun = true;
      return result;
    } catch (error) {
      if (error instanceof ExcelError) error.isMidway ||= hasRun;
      throw error;
    }
  };
}
