import type { IntegerSolver } from "../../src/planning/rounding/integerModel";
import { solveHere } from "./solveHere";
import { workerSolver } from "./workerSolver";

/**
 * The solver of the pane, in a worker where one can be had; its script comes from the add-in's own host.
 * @param isGivenUp true once the user has cancelled
 */
export function paneSolver(isGivenUp: () => boolean): IntegerSolver {
  return workerSolver({
    start: () => new Worker(new URL("./solverWorker.ts", import.meta.url)),
    here: solveHere,
    isGivenUp,
  });
}
