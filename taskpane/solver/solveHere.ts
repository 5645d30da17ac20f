import { highsSolver } from "../../src/planning/rounding/highsSolver";

/** HiGHS in the thread that calls it: 3.7 MB from the add-in's own host, fetched when 舍位平衡 is first asked for. */
export const solveHere = highsSolver(async () => {
  const [{ default: load }, { default: address }] = await Promise.all([
    import("highs"),
    import("highs/runtime"),
  ]);
  return load({ locateFile: () => address });
});
