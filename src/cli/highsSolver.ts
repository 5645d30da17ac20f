import { highsSolver as solverOf } from "../planning/rounding/highsSolver";

/** HiGHS on the command line: its WebAssembly file is found beside its own script. */
export const highsSolver = solverOf(async () => (await import("highs")).default());
