/** Composition root of the add-in: pane and ribbon commands in one shared runtime, joined to Excel. */
import { createRoot } from "react-dom/client";
import { clearMarks, validateAndMark } from "../src/actions/validate";
import { excelPort } from "../src/excel/excelPort";
import { ribbonCommands } from "./commands";
import { App } from "./components/App";
import { preferenceStore } from "./preferences";
import { createSession } from "./session";
import { localeOf, wordingFor } from "./wording";

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
    root.textContent = wordingFor(localeOf(navigator.language)).noOffice;
    return;
  }
  const locale = localeOf(Office.context.displayLanguage);
  document.documentElement.lang = locale;
  const port = excelPort();
  const session = createSession(
    {
      check: (edition) => validateAndMark(port, { locale, ...(edition === "auto" ? {} : { edition }) }),
      clear: () => clearMarks(port),
      select: (cell) => port.select(cell),
    },
    preferenceStore(),
    (error) => console.error(error),
  );
  for (const [name, command] of Object.entries(ribbonCommands(session, showPane))) {
    Office.actions.associate(name, command);
  }
  createRoot(root).render(<App session={session} locale={locale} />);
}

void start();
