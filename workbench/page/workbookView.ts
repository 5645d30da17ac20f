import { formatA1 } from "../../src/workbook/address";
import { isErrorValue } from "../../src/workbook/snapshot";
import type { GridEngine } from "../engine/gridEngine";
import { createGridEngine } from "../engine/gridEngine";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { storedCell } from "../host/store";
import { byId, element } from "./element";
import { drawTabs } from "./tabs";

/** Grid and tabs over one store. */
export interface WorkbookView {
  /** Shows another workbook; gives the engine that calculates it. */
  show(store: WorkbookStore): GridEngine;
  /** Draws around the grid what has changed in the store, once for all changes until the next frame. */
  refresh(): void;
}

/** The workbook part of the page. The grid is a picture to screen readers, so what is selected is said in words too. */
export function createWorkbookView(): WorkbookView {
  let open: { readonly store: WorkbookStore; readonly engine: GridEngine } | undefined;
  let isDue = false;

  const draw = () => {
    isDue = false;
    if (!open) return;
    const { store, engine } = open;
    drawTabs(byId("tabs"), store.sheets, store.activeSheet, (id) => {
      engine.activate(id);
      draw();
    });
    byId("tabs").querySelector("[aria-selected=true]")?.scrollIntoView({ inline: "nearest" });
    byId("selected").textContent = selectionText(store);
  };
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
      engine.onUserChange(refresh);
      open = { store, engine };
      byId("fileName").textContent = store.name;
      draw();
      return engine;
    },
    refresh,
  };
}

/** "表6 E12：31,600.01" without the number format: sheet, cell and what stands in it. */
function selectionText(store: WorkbookStore): string {
  const sheet = store.sheets.find(({ id }) => id === store.activeSheet);
  const { firstRow, firstColumn } = store.selection;
  return sheet
    ? `${sheet.name} ${formatA1(firstRow, firstColumn)}：${contentText(sheet, firstRow, firstColumn)}`
    : "";
}

function contentText(sheet: StoredSheet, row: number, column: number): string {
  const value = storedCell(sheet, row, column)?.value;
  if (value === undefined) return "空";
  return isErrorValue(value) ? value.error : String(value);
}
