import { formatA1 } from "../../src/workbook/address";
import { storedCell } from "../host/store";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { cellView } from "./cellView";
import { byId } from "./element";
import { createGrid } from "./grid";
import type { SheetLayout } from "./layout";
import { sheetView } from "./sheetView";
import { drawTabs } from "./tabs";

/** Grid, tabs and formula bar over one store. */
export interface WorkbookView {
  /** Shows another workbook; `layout` has the looks of its sheets by their names. */
  show(store: WorkbookStore, layout: ReadonlyMap<string, SheetLayout>): void;
  /** Draws what has changed in the store, once for all changes until the next frame. */
  refresh(): void;
}

/** The workbook part of the page; the user's selection goes into the store, as in Excel. */
export function createWorkbookView(): WorkbookView {
  let store: WorkbookStore | undefined;
  let layout: ReadonlyMap<string, SheetLayout> = new Map();
  let isDue = false;

  const grid = createGrid(byId("grid"), (row, column) => {
    if (!store) return;
    store.selection = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    drawSelection(store);
  });

  const drawSelection = (of: WorkbookStore) => {
    const { firstRow: row, firstColumn: column } = of.selection;
    const sheet = activeSheet(of);
    const cell = sheet && storedCell(sheet, row, column);
    grid.select(row, column);
    byId("address").textContent = formatA1(row, column);
    byId("content").textContent = cell
      ? cellView(cell.value ?? "", cell.numberFormat, cell.formula).content.replace(/\s*\n\s*/g, "")
      : "";
  };

  const draw = () => {
    isDue = false;
    if (!store) return;
    const of = store;
    const sheet = activeSheet(of);
    drawTabs(byId("tabs"), of.sheets, of.activeSheet, (id) => {
      of.activeSheet = id;
      of.selection = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
      draw();
    });
    byId("tabs").querySelector("[aria-selected=true]")?.scrollIntoView({ inline: "nearest" });
    if (sheet) grid.show(sheetView(sheet, layout.get(sheet.name)));
    drawSelection(of);
  };

  return {
    show: (next, nextLayout) => {
      store = next;
      layout = nextLayout;
      byId("fileName").textContent = next.name;
      draw();
    },
    refresh: () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(draw);
    },
  };
}

function activeSheet(store: WorkbookStore): StoredSheet | undefined {
  return store.sheets.find(({ id }) => id === store.activeSheet);
}
