import type { IntegerSolver } from "./integerModel";

/** What is asked of HiGHS; loading it differs between the command line and the pane. */
interface Highs {
  solve(
    lpText: string,
    options: { readonly mip_rel_gap: number },
  ): {
    readonly Status: string;
    readonly Columns: Readonly<Record<string, object>>;
  };
}

/** HiGHS as solver of integer models, loaded when it is first needed. */
export function highsSolver(load: () => Promise<Highs>): IntegerSolver {
  let loaded: Promise<Highs> | undefined;
  return async (lpText) => {
    loaded ??= load();
    const { Status, Columns } = (await loaded).solve(lpText, { mip_rel_gap: 0 });
    if (Status !== "Optimal") return undefined;
    return new Map(
      Object.entries(Columns).map(([name, column]) => [name, "Primal" in column ? Number(column.Primal) : 0]),
    );
  };
}
