import { createHeadlessEngine } from "../../workbench/engine/headless";
import type { UniverEngine } from "../../workbench/engine/univerEngine";
import type { ExcelHostOptions } from "../../workbench/host/excelHost";
import type { WorkbookStore } from "../../workbench/host/store";
import type { Runtime } from "../host/loadRuntime";
import { loadRuntime } from "../host/loadRuntime";

const open = new Set<{ dispose(): void }>();

// An engine that is left open keeps the test run from ending.
afterEach(() => {
  for (const engine of open) engine.dispose();
  open.clear();
});

/** The engine of the page without its grid, over a store; closed when the test is over. */
export function openEngine(store: WorkbookStore): UniverEngine {
  const engine = createHeadlessEngine(store);
  open.add(engine);
  return engine;
}

/**
 * The genuine Excel client over a workbook that calculates: as loadRuntime, but what add-ins write is followed by the
 * values of all formulas. `engine.settle()` carries over what a test has changed in the store itself.
 */
export function loadCalculatingRuntime(
  store: WorkbookStore,
  options: Omit<ExcelHostOptions, "engine"> = {},
): Runtime & { readonly engine: UniverEngine } {
  const engine = openEngine(store);
  return { ...loadRuntime(store, { ...options, engine }), engine };
}
