import type { IntegerSolver } from "../planning/rounding/integerModel";

/** HiGHS on the command line, loaded when it is first needed. */
export const highsSolver: IntegerSolver = async (lpText) => {
  const { default: load } = await import("highs");
  const highs = await load();
  const { Status, Columns } = highs.solve(lpText, { mip_rel_gap: 0 });
  if (Status !== "Optimal") return undefined;
  return new Map(
    Object.entries(Columns).map(([name, column]) => [name, "Primal" in column ? column.Primal : 0]),
  );
};
