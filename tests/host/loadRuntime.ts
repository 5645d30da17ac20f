import { readFileSync } from "node:fs";
import { attachBridge, connect } from "../../workbench/host/bridge";
import type { NativeBridge } from "../../workbench/host/bridge";
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

/** The client that is loaded, with the end of its bridge and the level it was loaded for. */
interface LoadedClient {
  readonly runtime: Runtime;
  readonly bridge: NativeBridge;
  readonly level: string | undefined;
}

let client: LoadedClient | undefined;

/**
 * As loadRuntime, but the client that is loaded already is joined to another host, which takes a fraction of the time: for
 * those who need hundreds of fresh Excels. What the client still waits for from the host before never comes.
 * @param isAnew true for a client of its own all the same, such as a pane that is opened again
 */
export function joinRuntime(
  store: WorkbookStore,
  options: Omit<ExcelHostOptions, "level"> = {},
  isAnew = false,
): Runtime {
  if (isAnew || !client || client.level !== undefined || client.runtime.Excel !== globalThis.Excel)
    return loadRuntime(store, options);
  const host = createExcelHost(store, options);
  connect(client.bridge, host);
  return { ...client.runtime, host, store };
}

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
  const bridge = attachBridge(realm, host);
  source ??= readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  // Indirect eval runs a script in the global scope, as a script element does.
  (0, eval)(source);
  office.clientLoaded();
  const runtime: Runtime = {
    Excel: realm["Excel"] as typeof Excel,
    OfficeExtension: realm["OfficeExtension"] as typeof OfficeExtension,
    Office: realm["Office"] as typeof Office,
    host,
    store,
    invoke: (id) => office.invoke(id),
  };
  client = { runtime, bridge, level: options.level };
  return runtime;
}
