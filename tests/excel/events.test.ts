import { excelEvents, workbookChange } from "../../src/excel/events";
import { storeFromSnapshot } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook } from "../support/seedWorkbook";

test("what the user has selected is told in one round trip, with its sheet", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  store.activeSheet = store.sheets[2]?.id ?? "";
  const range = { firstRow: 5, firstColumn: 0, lastRow: 7, lastColumn: 1 };
  store.selection = range;
  expect(await excelEvents().selectedRange()).toEqual({ sheet: "表3", range });
  expect(host.roundTrips).toBe(1);
});

test("a change tells how many cells it covers, also in several areas, and whether another person made it", () => {
  const change = (address: string, changeType: string, source = "Local") =>
    workbookChange({ address, changeType, source } as Parameters<typeof workbookChange>[0]);
  expect(change("C7", "RangeEdited")).toEqual({ isRemote: false, cells: 1 });
  expect(change("A1:B3,D4", "RangeEdited", "Remote")).toEqual({ isRemote: true, cells: 7 });
});

test("inserted rows and addresses that name no cells count as structure", () => {
  const change = (address: string, changeType: string) =>
    workbookChange({ address, changeType, source: "Local" } as Parameters<typeof workbookChange>[0]);
  expect(change("7:7", "RowInserted").cells).toBe(0);
  expect(change("7:7", "RangeEdited").cells).toBe(0);
});
