import { excelPort } from "../../src/excel/excelPort";
import { createWorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";

test("selecting a cell shows its sheet first", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "表 2 '旧'"]));
  await excelPort().select({ sheet: "表 2 '旧'", row: 6, column: 27 });
  expect(store.activeSheet).toBe(store.sheets[1]?.id);
  expect(store.selection).toStrictEqual({ firstRow: 6, lastRow: 6, firstColumn: 27, lastColumn: 27 });
  expect(host.roundTrips).toBe(2);
});

test("a sheet that is gone is named", async () => {
  loadRuntime();
  await expect(excelPort().select({ sheet: "表9", row: 0, column: 0 })).rejects.toMatchObject({
    key: "host.sheetMissing",
    args: { sheet: "表9" },
  });
});

test("a hidden sheet is named and stays hidden", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "底稿"]));
  const hidden = store.sheets[1];
  if (hidden) hidden.visibility = "Hidden";
  await expect(excelPort().select({ sheet: "底稿", row: 0, column: 0 })).rejects.toMatchObject({
    key: "host.sheetHidden",
    args: { sheet: "底稿" },
  });
  expect(hidden?.visibility).toBe("Hidden");
  expect(store.activeSheet).toBe(store.sheets[0]?.id);
});

test("a cell in a hidden row or column is selected, and said not to be seen", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  const sheet = store.sheets[0];
  sheet?.hiddenRows.add(6);
  sheet?.hiddenColumns.add(3);
  await expect(excelPort().select({ sheet: "表1", row: 6, column: 1 })).rejects.toMatchObject({
    key: "host.rowHidden",
    args: { sheet: "表1", row: "7" },
  });
  expect(store.selection).toStrictEqual({ firstRow: 6, lastRow: 6, firstColumn: 1, lastColumn: 1 });
  await expect(excelPort().select({ sheet: "表1", row: 2, column: 3 })).rejects.toMatchObject({
    key: "host.columnHidden",
    args: { sheet: "表1", column: "D" },
  });
});
