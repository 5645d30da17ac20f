import { hostError } from "./hostError";

/**
 * Excel.run as all of this folder uses it: a cell that the user is typing in is waited for, and a refusal by Excel
 * is thrown as ExcelError.
 * @param options more options of Excel.run
 */
export async function runBatch<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: Omit<Excel.RunOptions, "delayForCellEdit"> = {},
): Promise<T> {
  try {
    return await Excel.run({ ...options, delayForCellEdit: true }, batch);
  } catch (error) {
    throw hostError(error);
  }
}
