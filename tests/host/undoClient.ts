import type { Runtime } from "./loadRuntime";

/**
 * Gives the client of npm what ExcelApi 1.20 brought, as far as this product looks at it: it knows neither the option
 * mergeUndoGroup nor what came with it. The host is told which requests belong together.
 */
export function addUndoGroups({ Excel, host }: Pick<Runtime, "Excel" | "host">): void {
  Object.assign(Excel.CustomFunctionManager, { setVisibility: () => undefined });
  const run = Excel.run.bind(Excel) as (...args: unknown[]) => Promise<unknown>;
  const grouped = async (...args: unknown[]) => {
    const [options] = args as [{ readonly mergeUndoGroup?: boolean }];
    host.groupUndo(options.mergeUndoGroup === true);
    try {
      return await run(...args);
    } finally {
      host.groupUndo(false);
    }
  };
  Object.assign(Excel, { run: grouped });
}
