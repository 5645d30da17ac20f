/** Composition root of the workbench: a workbook, the Excel host over it, and the add-in in its frame. */
import { describe, hasWording } from "../../src/messages/describe";
import { WorkbookFileError } from "../../src/xlsx/fileError";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { createExcelHost } from "../host/excelHost";
import { storeFromSnapshot } from "../host/store";
import { createAddinFrame } from "./addinFrame";
import { byId } from "./element";
import { readLayout } from "./layout";
import { offerFiles } from "./openFile";
import { drawRibbon } from "./ribbon";
import { readManifest } from "./ribbonModel";
import { createWorkbookView } from "./workbookView";

/** The workbook the page opens with: the real 2020 budget of a district department. */
const EXAMPLE = "examples/baiyun-2020.xlsx";

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const language = query.get("language") ?? "zh-CN";
  const manifest = readManifest(await (await load("manifest.xml")).text(), language);
  const pane = byId("pane");
  const view = createWorkbookView();
  const showPane = (isShown: boolean) => (pane.hidden = !isShown);

  const addin = createAddinFrame(pane, `${manifest.runtimePage}?${new URLSearchParams({ language })}`, {
    onReady: (command, isReady) => {
      for (const { id, action } of buttons) {
        if (action.kind === "executeFunction" && action.name === command) {
          byId<HTMLButtonElement>(id).disabled = !isReady;
        }
      }
    },
    onShow: () => showPane(true),
  });
  const buttons = manifest.tabs.flatMap(({ groups }) => groups.flatMap((group) => group.buttons));
  drawRibbon(byId("ribbon"), manifest.tabs, ({ action }) =>
    action.kind === "executeFunction" ? addin.invoke(action.name) : showPane(true),
  );
  byId("paneTitle").textContent = manifest.displayName;
  byId("closePane").addEventListener("click", () => showPane(false));

  const open = (buffer: ArrayBuffer, name: string) => {
    const bytes = new Uint8Array(buffer);
    const store = storeFromSnapshot(readWorkbook(bytes, name));
    const layout = readLayout(bytes);
    const host = createExcelHost(store);
    host.onProcessed(view.refresh);
    for (const { id, action } of buttons) {
      byId<HTMLButtonElement>(id).disabled = action.kind === "executeFunction";
    }
    view.show(store, layout);
    addin.attach(host);
  };
  offerFiles((file) => void file.arrayBuffer().then((bytes) => attempt(() => open(bytes, file.name))));
  const example = await (await load(EXAMPLE)).arrayBuffer();
  attempt(() => open(example, EXAMPLE.slice(EXAMPLE.lastIndexOf("/") + 1)));
}

async function load(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Runs what may meet a bad file; what was open before stays open. */
function attempt(work: () => void): void {
  const notice = byId("notice");
  try {
    work();
    notice.hidden = true;
  } catch (error) {
    if (!(error instanceof WorkbookFileError) || !hasWording(error.code)) throw error;
    notice.textContent = `没有打开：${describe({ key: error.code, args: error.details }, "zh-CN")}。`;
    notice.hidden = false;
  }
}

void start();
