import { workbookChange } from "../../src/excel/events";

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
