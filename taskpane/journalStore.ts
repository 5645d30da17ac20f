import { Storage, StorageType } from "@microsoft/office-js-helpers/dist/office.helpers.min.js";
import type { Step, StepStore } from "../src/actions/journal/journal";
import type { ListStore } from "./userLists";

const CONTAINER = "gouji";
const KEY = "journal";

/** So many characters of steps are kept, of the five million that a browser has for all: the newest that fit. */
const MOST_TEXT = 1_500_000;

/**
 * Steps in the browser's local storage, so that 撤销 outlives the pane: those of one workbook, the one last changed. They are
 * not kept in the workbook, since writing there would empty the user's own list of undo steps in Excel.
 * @param workbook where the workbook lies; "" for one that was never saved: its steps last as long as the pane, since they
 * would be offered in every other one that was never saved. Whether a step belongs to what is open is told by the contents
 * of its cells anyway.
 */
export function journalStore(workbook: string): StepStore {
  try {
    return stepsIn(new Storage<unknown>(CONTAINER, StorageType.LocalStorage), workbook);
  } catch {
    return NOT_KEPT;
  }
}

const NOT_KEPT: StepStore = { load: () => [], save: () => {} };

/** The steps of a workbook in a store; those of another are passed over, and written over by the next step. */
export function stepsIn(store: ListStore, workbook: string): StepStore {
  if (workbook === "") return NOT_KEPT;
  return {
    load: () => {
      try {
        const kept = store.get(KEY) as { readonly workbook?: unknown; readonly steps?: unknown } | null;
        if (kept?.workbook !== workbook || typeof kept.steps !== "string") return [];
        return readSteps(kept.steps);
      } catch {
        return [];
      }
    },
    save: (steps) => {
      try {
        store.set(KEY, { workbook, steps: writeSteps(steps) });
      } catch {
        // Full or forbidden: the steps last as long as the pane.
      }
    },
  };
}

/** Steps as text, the newest that have room; rows and cells are Maps, which JSON does not know. */
export function writeSteps(steps: readonly Step[], most = MOST_TEXT): string {
  const texts: string[] = [];
  let room = most;
  for (const step of [...steps].reverse()) {
    const text = JSON.stringify(step, (_key, value: unknown) =>
      value instanceof Map ? { entries: [...(value as ReadonlyMap<unknown, unknown>)] } : value,
    );
    room -= text.length;
    if (room < 0) break;
    texts.unshift(text);
  }
  return `[${texts.join()}]`;
}

/** Steps from their text; none from what is no such text. */
export function readSteps(text: string): readonly Step[] {
  const read = JSON.parse(text, (key, value: unknown) => (key === "rows" ? mapOf(value) : value)) as unknown;
  return Array.isArray(read) ? read.map(withCells) : [];
}

/** Kept rows are a list under the same name. */
function mapOf(value: unknown): unknown {
  const entries = (value as { readonly entries?: unknown } | null)?.entries;
  return Array.isArray(entries) ? new Map(entries as [number, unknown][]) : value;
}

function withCells(step: Step): Step {
  const sheets = step.before.sheets.map((sheet) => ({
    ...sheet,
    rows: new Map([...sheet.rows].map(([row, cells]) => [row, mapOf(cells) as typeof cells])),
  }));
  return { ...step, before: { ...step.before, sheets } };
}
