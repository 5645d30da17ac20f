/** Composition root of the workbench: a workbook, the Excel host over it, and the add-in in its frame. */
import { describe, hasWording } from "../../src/messages/describe";
import { WorkbookFileError } from "../../src/xlsx/fileError";
import { blankWorkbook } from "../files/blankWorkbook";
import { openWorkbook } from "../files/openWorkbook";
import { saveCopy } from "../files/saveCopy";
import { createExcelHost } from "../host/excelHost";
import type { WorkbookStore } from "../host/store";
import { createAddinFrame } from "./addinFrame";
import { disturb, frameQuery, readConditions } from "./conditions";
import { byId } from "./element";
import { download, offerFiles } from "./openFile";
import { drawRibbon } from "./ribbon";
import { readManifest } from "./ribbonModel";
import { createWorkbookView } from "./workbookView";

/** The workbook the page opens with: the real 2020 budget of a district department. */
const EXAMPLE = "examples/baiyun-2020.xlsx";

async function start(): Promise<void> {
  const conditions = readConditions(location.search);
  const { language, api } = conditions;
  const manifest = readManifest(await (await load("manifest.xml")).text(), language);
  const pane = byId("pane");
  const view = createWorkbookView(say);
  const showPane = (isShown: boolean) => (pane.hidden = !isShown);

  const addin = createAddinFrame(pane, `${manifest.runtimePage}?${frameQuery(conditions)}`, {
    onReady: (command, isReady) => {
      for (const { id, action } of buttons) {
        if (action?.kind === "executeFunction" && action.name === command) {
          byId<HTMLButtonElement>(id).disabled = !isReady;
        }
      }
    },
    onShow: () => showPane(true),
  });
  const buttons = manifest.tabs.flatMap(({ groups }) =>
    groups.flatMap((group) => group.buttons.flatMap((one) => [one, ...one.items])),
  );
  drawRibbon(byId("ribbon"), manifest.tabs, ({ action }) =>
    action?.kind === "executeFunction" ? addin.invoke(action.name) : showPane(true),
  );
  const waitForAddin = () => {
    for (const { id, action } of buttons) {
      byId<HTMLButtonElement>(id).disabled = action?.kind === "executeFunction";
    }
  };
  waitForAddin();
  byId("paneTitle").textContent = manifest.displayName;
  byId("closePane").addEventListener("click", () => showPane(false));

  let opened: { readonly bytes: Uint8Array; readonly store: WorkbookStore } | undefined;
  const open = (bytes: Uint8Array, name: string) => {
    const { store, unshown } = openWorkbook(bytes, name);
    const engine = view.show(store);
    const host = createExcelHost(store, { engine, ...(api && { level: api }) });
    disturb(host, conditions);
    engine.onCellEditing(host.setCellEditing);
    host.onProcessed(view.refresh);
    waitForAddin();
    addin.attach(host);
    opened = { bytes, store };
    say(unshown.length > 0 ? `表格区不显示：${unshown.join("、")}。另存副本时原样保留。` : "");
  };
  offerFiles((file) => {
    void file.arrayBuffer().then((bytes) => attempt(() => open(new Uint8Array(bytes), file.name)));
  });
  byId("new").addEventListener("click", () => open(blankWorkbook(), "新建工作簿.xlsx"));
  byId("save").addEventListener("click", () => {
    if (!opened) return;
    const { bytes, unsaved } = saveCopy(opened.bytes, opened.store);
    download(bytes, opened.store.name.replace(/(\.xlsx)?$/i, "（副本）.xlsx"));
    say(unsaved.length > 0 ? `副本里没有：${unsaved.join("；")}。` : "");
  });
  const example = await (await load(EXAMPLE)).arrayBuffer();
  attempt(() => open(new Uint8Array(example), EXAMPLE.slice(EXAMPLE.lastIndexOf("/") + 1)));
}

/** A sentence about the open file, under the ribbon; "" takes it away. */
function say(text: string): void {
  byId("unshown").textContent = text;
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
