import { formatA1 } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";
import { isErrorValue } from "../../src/workbook/snapshot";
import type { GridEngine } from "../engine/gridEngine";
import { createGridEngine } from "../engine/gridEngine";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { storedCell } from "../host/store";
import { byId, element } from "./element";
import { addBlankSheet, giveName, takeSheetOut } from "./sheetEdits";
import { drawTabs } from "./tabs";
import type { PageWords } from "./words";

/** Grid and tabs over one store. */
export interface WorkbookView {
  /** Shows another workbook; gives the engine that calculates it. */
  show(store: WorkbookStore): GridEngine;
  /** Draws around the grid what has changed in the store, once for all changes until the next frame. */
  refresh(): void;
  /** Shows the next sheet to be seen (+1) or the one before (-1); at either end nothing. */
  turn(by: 1 | -1): void;
}

/**
 * The workbook part of the page. The grid is a picture to screen readers, so what is selected is said in words too.
 * @param say shows the user a sentence, "" takes it away
 */
export function createWorkbookView(say: (sentence: string) => void, words: PageWords): WorkbookView {
  let open: { readonly store: WorkbookStore; readonly engine: GridEngine } | undefined;
  let isDue = false;

  let isOwnTold = false;
  /** Why such a cell shows #NAME?, until something else is typed. */
  const tellOwnFunction = (isThere: boolean) => {
    if (isThere !== isOwnTold) say(isThere ? words.ownFunctions : "");
    isOwnTold = isThere;
  };
  const draw = () => {
    isDue = false;
    if (!open) return;
    const { store, engine } = open;
    drawTabs(byId("tabs"), store.sheets, store.activeSheet, {
      words,
      choose: (id) => {
        engine.activate(id);
        draw();
      },
      add: (behind) => settled(() => void addBlankSheet(store, behind)),
      rename: (id, name) =>
        settled(() => {
          const refusal = giveName(store, id, name);
          say(refusal ? words.sheet[refusal](name) : "");
        }),
      remove: (id) => {
        const sheet = store.sheets.find((one) => one.id === id);
        if (confirm(words.sheet.askRemove(sheet?.name ?? ""))) settled(() => takeSheetOut(store, id));
      },
    });
    byId("tabs").querySelector("[aria-selected=true]")?.scrollIntoView({ inline: "nearest" });
    byId("selected").textContent = selectionText(store, words);
    if (hasOwnFunction(store.sheets, store.activeSheet, store.selection)) tellOwnFunction(true);
  };
  /** Changes the store as a user does, and has the grid follow. */
  const settled = (change: () => void) => {
    change();
    void open?.engine.settle().then(draw);
  };
  byId("addSheet").addEventListener("click", () => {
    const shown = open;
    if (shown) settled(() => void addBlankSheet(shown.store));
  });
  const refresh = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(draw);
  };

  return {
    show: (store) => {
      open?.engine.dispose();
      const place = element("div", { className: "gridPlace" });
      byId("grid").replaceChildren(place);
      const engine = createGridEngine(place, store);
      engine.onUserChange((change) => {
        if (change.kind === "cells")
          tellOwnFunction(hasOwnFunction(store.sheets, change.sheet, change.range));
        refresh();
      });
      // Sheets come, go and are renamed by undo as well.
      engine.onEdit(refresh);
      open = { store, engine };
      draw();
      return engine;
    },
    refresh,
    turn: (by) => {
      if (!open) return;
      const { store, engine } = open;
      const shown = store.sheets.filter(({ visibility }) => visibility === "Visible");
      const next = shown[shown.findIndex(({ id }) => id === store.activeSheet) + by];
      if (!next) return;
      engine.activate(next.id);
      draw();
    },
  };
}

/** "表6 E12：31,600.01" without the number format: sheet, cell and what stands in it. */
function selectionText(store: WorkbookStore, { blank, colon }: PageWords): string {
  const sheet = store.sheets.find(({ id }) => id === store.activeSheet);
  const { firstRow, firstColumn } = store.selection;
  return sheet
    ? `${sheet.name} ${formatA1(firstRow, firstColumn)}${colon}${contentText(sheet, firstRow, firstColumn) ?? blank}`
    : "";
}

/** True where the first cell of a range takes a function of the add-in, which is calculated in Excel alone. */
function hasOwnFunction(
  sheets: readonly StoredSheet[],
  id: string,
  { firstRow, firstColumn }: Pick<CellRange, "firstRow" | "firstColumn">,
): boolean {
  const sheet = sheets.find((one) => one.id === id);
  const cell = sheet && storedCell(sheet, firstRow, firstColumn);
  return /\bGOUJI\./i.test(cell?.formula ?? "");
}

/** What stands in a cell; undefined where nothing does. */
function contentText(sheet: StoredSheet, row: number, column: number): string | undefined {
  const value = storedCell(sheet, row, column)?.value;
  if (value === undefined) return undefined;
  return isErrorValue(value) ? value.error : String(value);
}
