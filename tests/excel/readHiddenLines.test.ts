import { excelPort } from "../../src/excel/excelPort";
import { createWorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";

test("hidden lines are told by halves, in as many round trips as halvings", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "表2"]));
  store.sheets[0]?.hiddenRows.add(5).add(40);
  store.sheets[0]?.hiddenColumns.add(2);
  const range = { firstRow: 0, firstColumn: 0, lastRow: 63, lastColumn: 7 };
  const found = await excelPort().hiddenLines?.([
    { sheet: "表1", range },
    { sheet: "表2", range },
  ]);
  expect(found?.get("表1")).toEqual({ rows: new Set([5, 40]), columns: new Set([2]) });
  expect(found?.get("表2")).toBeUndefined();
  expect(host.roundTrips).toBeLessThanOrEqual(7);
});
