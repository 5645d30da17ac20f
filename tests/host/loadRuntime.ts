import { readFileSync } from "node:fs";
import { attachBridge } from "../../workbench/host/bridge";
import type { ExcelHost, ExcelHostOptions } from "../../workbench/host/excelHost";
import { createExcelHost } from "../../workbench/host/excelHost";
import { createOffice } from "../../workbench/host/officeLoader";
import type { WorkbookStore } from "../../workbench/host/store";
import { createWorkbookStore } from "../../workbench/host/store";

export interface Runtime {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
  readonly host: ExcelHost;
  readonly store: WorkbookStore;
  /** Runs a ribbon command that was associated through Office.actions. */
  invoke(id: string): Promise<void>;
}

/** The globals that the client makes; they go before it is loaded anew. */
const MADE_BY_CLIENT = ["Excel", "Microsoft", "Office", "OfficeCore", "OfficeExt", "OfficeExtension", "OSF"];

let source: string | undefined;

/**
 * Loads Microsoft's own Excel client, unchanged, into this realm (so that instanceof and toStrictEqual work) and joins
 * it to a host in the same process. Excel, Office and OfficeExtension become globals, as in a task pane.
 */
export function loadRuntime(
  store: WorkbookStore = createWorkbookStore(),
  options: ExcelHostOptions = {},
): Runtime {
  const realm = globalThis as unknown as Record<string, unknown>;
  for (const name of MADE_BY_CLIENT) Reflect.deleteProperty(realm, name);
  // What the client looks at while it loads; it finds a browser without anything in it.
  realm["window"] = realm;
  realm["self"] = realm;
  realm["location"] ??= new URL("https://localhost/taskpane.html");
  realm["navigator"] ??= { userAgent: "node" };
  realm["addEventListener"] ??= () => {};
  realm["document"] ??= {
    addEventListener: () => {},
    createElement: () => ({}),
    getElementById: () => null,
    getElementsByTagName: () => [],
  };
  const office = createOffice(realm, options);
  const host = createExcelHost(store, options);
  attachBridge(realm, host);
  source ??= readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  // Indirect eval runs a script in the global scope, as a script element does.
  (0, eval)(source);
  office.clientLoaded();
  return {
    Excel: realm["Excel"] as typeof Excel,
    OfficeExtension: realm["OfficeExtension"] as typeof OfficeExtension,
    Office: realm["Office"] as typeof Office,
    host,
    store,
    invoke: (id) => office.invoke(id),
  };
}
