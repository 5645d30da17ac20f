/** Composition root of the add-in: pane and ribbon commands in one shared runtime, joined to Excel. */
import { createRoot } from "react-dom/client";
import { createJournal } from "../src/actions/journal/journal";
import { capabilities } from "../src/excel/capabilities";
import { excelEvents } from "../src/excel/events";
import { selectCell } from "../src/excel/selectCell";
import { createRunBatch } from "../src/excel/runBatch";
import { officeTheme } from "../src/excel/theme";
import type { CellAddress } from "../src/workbook/address";
import { laterActions } from "./laterActions";
import { ribbonCommands } from "./commands";
import { App } from "./components/App";
import { runLiveMode } from "./live";
import { associateLater } from "./laterFunctions";
import { journalStore } from "./journalStore";
import { preferenceStore } from "./preferences";
import { createServices } from "./services";
import { createSession } from "./session";
import type { Session } from "./session";
import { PANE_WORDS } from "./wording/pane";
import { localeOf } from "./wording/words";

/** Opens the pane where the host can do so from code (SharedRuntime 1.1); elsewhere the user opens it. */
async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("taskpane/index.html has no element #root");
  // In a plain browser Office.js is ready too, but with no host; where its script is blocked there is no Office at all.
  const info = typeof Office === "undefined" ? undefined : await Office.onReady();
  if (!info?.host) {
    root.textContent = PANE_WORDS[localeOf(navigator.language)].noOffice;
    return;
  }
  const locale = localeOf(Office.context.displayLanguage);
  document.documentElement.lang = locale;
  const session = createSession(preferenceStore(), (error) => console.error(error));
  const run = createRunBatch({ onWaiting: session.waitForCell, isGivenUp: session.isCancelled });
  const inWorkbook = remembered(async () => {
    const [{ importedIn }, { readOwnSettings }] = await Promise.all([
      import("../src/codes/import/importedList"),
      import("../src/excel/settings"),
    ]);
    return importedIn(await readOwnSettings());
  });
  // Only while it lies somewhere has a workbook an address; none that the workbench has open does.
  const journal = createJournal(journalStore(String(Office.context.document?.url ?? "")));
  const atHand = {
    ...excelEvents(run),
    select: (cell: CellAddress) => selectCell(cell, run),
    losesUndo: () => !capabilities().keepsUndo,
    journal,
  };
  const later = laterActions(atHand, async () => {
    const {
      bindActions,
      bringingSets,
      excelPort,
      fetchOfficeDefaults,
      LIST_FILES,
      paneSolver,
      userLists,
      userSets,
    } = await import("./whenNeeded");
    const office = await fetchOfficeDefaults();
    const sets = userSets();
    const port = bringingSets(excelPort(run), () => [...sets.load(), ...office.setTexts]);
    return bindActions({ ...port, ...atHand }, locale, paneSolver(session.isCancelled), {
      office,
      lists: userLists(),
      sets,
      workbookLists: inWorkbook.read,
      listsChanged: inWorkbook.forget,
      ...LIST_FILES,
    });
  });
  const services = createServices(session, later.actions, locale, showPane);
  for (const [name, command] of Object.entries(ribbonCommands(services))) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void command(event));
  }
  sayWhatRuns(session);
  runLiveMode(session, services.actions);
  // Hosts without custom functions (Excel 2016) have no such object, and not every script gives it this method.
  if (typeof CustomFunctions !== "undefined" && typeof CustomFunctions.associate === "function") {
    associateLater(
      {
        associate: (id, work) => CustomFunctions.associate(id, work as (...args: unknown[]) => unknown),
        error: (code, message) => new CustomFunctions.Error(CustomFunctions.ErrorCode[code], message),
      },
      locale,
      async () => {
        const { userLists } = await import("./userLists");
        return [...userLists().load(), ...(await inWorkbook.read())];
      },
    );
  }
  createRoot(root).render(<App services={services} theme={officeTheme()} />);
  // While the user looks at the pane: the first check need not wait for it.
  setTimeout(() => void later.load().catch(() => undefined));
}

/** The page itself says which work runs (data-working), for whoever shows it in a frame and must not come in between. */
function sayWhatRuns(session: Session): void {
  const { dataset } = document.documentElement;
  session.subscribe(() => {
    const { phase } = session.getState();
    if (phase.kind !== "running") delete dataset["working"];
    else if (dataset["working"] !== phase.work) dataset["working"] = phase.work;
  });
}

/** Reads once and gives that again until told to forget; a failure counts as nothing and is not remembered. */
function remembered<T>(read: () => Promise<readonly T[]>) {
  let known: Promise<readonly T[]> | undefined;
  const forget = () => {
    known = undefined;
  };
  return {
    read: () =>
      (known ??= read().catch(() => {
        forget();
        return [];
      })),
    forget,
  };
}

void start();
