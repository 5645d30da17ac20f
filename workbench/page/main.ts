/** Composition root of the workbench: a workbook, the Excel host over it, and the add-in in its frame. */
import { describe, hasWording } from "../../src/messages/describe";
import { WorkbookFileError } from "../../src/xlsx/fileError";
import type { LegacyKind } from "../../src/xlsx/legacy/fileKind";
import { openableFile } from "../../src/xlsx/legacy/openableFile";
import { blankWorkbook } from "../files/blankWorkbook";
import { openWorkbook } from "../files/openWorkbook";
import { saveCopy } from "../files/saveCopy";
import { createExcelHost } from "../host/excelHost";
import { createAddinFrame } from "./addinFrame";
import { readConditions, disturb, frameQuery } from "./conditions";
import { browserDrafts } from "./drafts";
import { byId } from "./element";
import { followKeys, goOn, returnToGrid } from "./keys";
import { offerLeft } from "./left";
import { download, offerFiles } from "./openFile";
import { createOpened } from "./opened";
import type { Opened } from "./opened";
import { ask } from "./question";
import { closeStart, offerStart } from "./startBar";
import { drawRibbon } from "./ribbon";
import { readManifest } from "./ribbonModel";
import { PAGE_WORDS } from "./words";
import { createWorkbookView } from "./workbookView";

/** The workbook the page opens with: the real 2020 budget of a district department. */
const EXAMPLE = "examples/baiyun-2020.xlsx";

async function start(): Promise<void> {
  const conditions = readConditions(location.search);
  const { language, api } = conditions;
  const words = PAGE_WORDS[language];
  nameThings(language);
  const manifest = readManifest(await (await load("manifest.xml")).text(), language);
  const pane = byId("pane");
  const view = createWorkbookView(say, words);
  const drafts = browserDrafts();
  const showPane = (isShown: boolean) => (pane.hidden = !isShown);
  let opened: Opened | undefined;
  const ready = new Set<string>();
  /** Commands that the ribbon has begun. */
  const invoked = new Set<string>();
  let waiting: { readonly command: string; readonly go: () => void }[] = [];
  /** Resolves once the add-in takes this command. */
  const whenReady = (command: string) =>
    ready.has(command)
      ? Promise.resolve()
      : new Promise<void>((go) => (waiting = [...waiting, { command, go }]));

  const addin = createAddinFrame(pane, `${manifest.runtimePage}?${frameQuery(conditions)}`, {
    onReady: (command, isReady) => {
      if (isReady) ready.add(command);
      else ready.delete(command);
      waiting = waiting.filter(({ command: wanted, go }) => wanted !== command || !isReady || (go(), false));
      for (const { id, action } of buttons) {
        if (action?.kind === "executeFunction" && action.name === command) {
          byId<HTMLButtonElement>(id).disabled = !isReady;
        }
      }
      if (isReady && invoked.delete(command)) returnToGrid();
    },
    onShow: () => showPane(true),
    onWorking: (isWorking) => opened?.setWorking(isWorking),
    onLeave: (isBack) => goOn(isBack),
  });
  const buttons = manifest.tabs.flatMap(({ groups }) =>
    groups.flatMap((group) => group.buttons.flatMap((one) => [one, ...one.items])),
  );
  drawRibbon(byId("ribbon"), manifest.tabs, ({ action }) => {
    closeStart();
    opened?.endTyping();
    if (action?.kind !== "executeFunction") return showPane(true);
    invoked.add(action.name);
    addin.invoke(action.name);
  });
  const waitForAddin = () => {
    ready.clear();
    for (const { id, action } of buttons) {
      byId<HTMLButtonElement>(id).disabled = action?.kind === "executeFunction";
    }
  };
  waitForAddin();
  byId("paneTitle").textContent = manifest.displayName;
  byId("closePane").addEventListener("click", () => showPane(false));

  followKeys({
    turn: view.turn,
    step: (by) => {
      const name = by > 0 ? "nextFinding" : "previousFinding";
      const button = buttons.find(({ action }) => action?.kind === "executeFunction" && action.name === name);
      if (!button || byId<HTMLButtonElement>(button.id).disabled) return;
      opened?.endTyping();
      addin.invoke(name);
    },
  });
  const open = (bytes: Uint8Array, name: string, draft?: string) => {
    const { store, unshown } = openWorkbook(bytes, name);
    const engine = view.show(store);
    const host = createExcelHost(store, { engine, ...(api && { level: api }) });
    disturb(host, conditions);
    host.onProcessed(view.refresh);
    waitForAddin();
    closeStart();
    opened?.close();
    opened = createOpened({
      engine,
      grid: byId("grid"),
      name,
      draft,
      drafts,
      save: () => saveCopy(bytes, store),
      show: (isEdited) => {
        if (isEdited) closeStart();
        showName(name, isEdited ? words.edited : "");
      },
      onTypedInVain: () => say(words.typedInVain),
    });
    engine.onCellEditing((isEditing) => {
      host.setCellEditing(isEditing);
      opened?.setCellEditing(isEditing);
    });
    addin.attach(host);
    if (draft !== undefined) opened.edited();
    say(unshown.length > 0 ? words.notShown(unshown.join("、")) : "");
  };
  /** Saves once no command runs, so that the copy is whole. */
  const save = async () => {
    const saving = opened;
    if (!saving) return;
    if (saving.isWorking) say(words.savingLater);
    await saving.settled();
    const { bytes, unsaved } = saving.save();
    download(bytes, words.copyName(saving.name));
    say(unsaved.length > 0 ? words.notInCopy(unsaved.join("；")) : words.saved);
  };
  /** True when what is open may be closed: nothing to save, or the user has said what is to become of it. */
  const mayLeave = async (): Promise<boolean> => {
    await opened?.settled();
    if (!opened?.isEdited) return true;
    const answer = await ask(words.askLeave(opened.name), [
      { id: "save", label: words.saveFirst, isUsual: true },
      { id: "leave", label: words.leave },
      { id: "stay", label: words.stay },
    ]);
    if (answer === "save") await save();
    else if (answer === "leave") opened.dropped();
    return answer === "save" || answer === "leave";
  };
  /** Opens a file in place of what is open; `read` gives its bytes. */
  const replace = async (name: string, read: () => Promise<Uint8Array>, draft?: string) => {
    if (!(await mayLeave())) return false;
    say(words.opening(name));
    await painted();
    const given = await read();
    return attempt(
      async () => {
        const { bytes, from } = await openableFile(given);
        open(bytes, name, draft);
        if (from !== undefined) say(describe({ key: SAID_OF[from], args: {} }, language));
      },
      (reason) => words.notOpened(name, reason),
    );
  };
  offerFiles((file) => {
    void replace(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  });
  byId("new").addEventListener("click", () => void replace(words.newName, async () => blankWorkbook()));
  byId("save").addEventListener("click", () => void save());
  addEventListener("beforeunload", (event) => {
    opened?.endTyping();
    if (opened?.isEdited) event.preventDefault();
  });
  const example = await (await load(EXAMPLE)).arrayBuffer();
  const name = EXAMPLE.slice(EXAMPLE.lastIndexOf("/") + 1);
  await attempt(
    async () => open(new Uint8Array(example), name),
    (reason) => words.notOpened(name, reason),
  );
  offerStart(words, {
    open: async () => {
      byId("file").click();
      return false;
    },
    make: async () => {
      if (!(await replace(words.newName, async () => blankWorkbook()))) return false;
      await whenReady("insertAllTables");
      addin.invoke("insertAllTables");
      return true;
    },
    example: async () => {
      await whenReady("validate");
      addin.invoke("validate");
      return true;
    },
  });
  await offerLeft(drafts, words, language, ({ id, name: left, bytes }) =>
    replace(left, async () => bytes, id),
  );
}

/** What is said of a file that was no .xlsx: what it is, or what it is shown without. */
const SAID_OF: Readonly<Record<LegacyKind, string>> = {
  xls: "format.copy",
  xmlSpreadsheet: "format.xmlSpreadsheet",
  htmlTable: "format.htmlTable",
};

/** Resolves once the browser has drawn what was last said. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function nameThings(language: "zh-CN" | "en-US"): void {
  const words = PAGE_WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  byId("hint").textContent = words.hint;
  byId("new").textContent = words.create;
  byId("open").textContent = words.open;
  byId("save").textContent = words.save;
  const addSheet = byId("addSheet");
  addSheet.title = words.sheet.insert;
  addSheet.setAttribute("aria-label", words.sheet.insert);
  for (const [id, label] of Object.entries(words.parts)) byId(id).setAttribute("aria-label", label);
}

function showName(name: string, state: string): void {
  byId("fileName").textContent = name;
  byId("edited").textContent = state === "" ? "" : `● ${state}`;
  const { title } = PAGE_WORDS[document.documentElement.lang === "en-US" ? "en-US" : "zh-CN"];
  document.title = `${state === "" ? "" : "● "}${name} - ${title}`;
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

/** Runs what may meet a bad file; what was open before stays open. True when it came off. */
async function attempt(work: () => Promise<void>, sentence: (reason: string) => string): Promise<boolean> {
  const notice = byId("notice");
  try {
    await work();
    notice.hidden = true;
    return true;
  } catch (error) {
    if (!(error instanceof WorkbookFileError) || !hasWording(error.code)) throw error;
    const language = document.documentElement.lang === "en-US" ? "en-US" : "zh-CN";
    notice.textContent = sentence(describe({ key: error.code, args: error.details }, language));
    notice.hidden = false;
    say("");
    return false;
  }
}

void start();
