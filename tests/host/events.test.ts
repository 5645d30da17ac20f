import type { UserChange } from "../../workbench/host/engine";
import type { StoredSheet } from "../../workbench/host/store";
import { createWorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "./loadRuntime";

/** Source: office-js-docs, docs/excel/excel-add-ins-events.md; the arguments: Excel JavaScript API reference. */

/** Events come in a macrotask after the answer; two of them let the client hand them on. */
async function delivered(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function twoSheets() {
  const runtime = loadRuntime(createWorkbookStore("预算.xlsx", ["表1", "表2"]));
  const [first, second] = runtime.store.sheets as [StoredSheet, StoredSheet];
  return { ...runtime, first, second };
}

test("a change by the add-in is told after its answer, for the sheet and for all sheets", async () => {
  const { first } = twoSheets();
  const told: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("表1");
    sheet.onChanged.add(async ({ address, changeType, triggerSource, worksheetId }) => {
      told.push(["sheet", address, changeType, triggerSource, worksheetId].join(" "));
    });
    context.workbook.worksheets.onChanged.add(async ({ address, worksheetId }) => {
      told.push(["all", address, worksheetId].join(" "));
    });
    await context.sync();
    sheet.getRange("B2:C3").values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange("5:6").insert("Down");
    await context.sync();
    expect(told).toStrictEqual([]);
  });
  await delivered();
  expect(told).toStrictEqual([
    `sheet B2:C3 RangeEdited ThisLocalAddin ${first.id}`,
    `all B2:C3 ${first.id}`,
    `sheet 5:6 RowInserted ThisLocalAddin ${first.id}`,
    `all 5:6 ${first.id}`,
  ]);
});

test("what the user does is told with the range it was done to", async () => {
  const { host, second } = twoSheets();
  const told: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) =>
      Excel.run(async (inner) => {
        const range = event.getRange(inner).load("address,values");
        await inner.sync();
        told.push([event.triggerSource, event.source, range.address, range.values]);
      }),
    );
    await context.sync();
  });
  second.cells.set(2, new Map([[1, { value: 735.78, numberFormat: "General" }]]));
  const range = { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 1 };
  host.userDid({ kind: "cells", sheet: second.id, range, change: "RangeEdited" });
  await delivered();
  await delivered();
  expect(told).toStrictEqual([["Unknown", "Local", "表2!B3", [[735.78]]]]);
});

test("selecting, showing, adding and deleting sheets is told; what was not asked for is not", async () => {
  const { host, first, second } = twoSheets();
  const told: string[] = [];
  const messages: string[] = [];
  host.onMessage((text) => messages.push(text));
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(async ({ address }) => void told.push(`selected ${address}`));
    worksheets.onActivated.add(async ({ worksheetId }) => void told.push(`shown ${worksheetId}`));
    worksheets
      .getItem("表1")
      .onDeactivated.add(async ({ worksheetId }) => void told.push(`left ${worksheetId}`));
    worksheets.onAdded.add(async () => void told.push("added"));
    worksheets.onDeleted.add(async () => void told.push("deleted"));
    await context.sync();
    worksheets.getItem("表2").getRange("C7").select();
    await context.sync();
    worksheets.add("表3").getRange("A1").values = [[1]];
    worksheets.getItem("表3").delete();
    await context.sync();
  });
  await delivered();
  expect(told).toStrictEqual([`left ${first.id}`, `shown ${second.id}`, "selected C7", "added", "deleted"]);
  expect(messages.some((text) => text.includes("changeType"))).toBe(false);
});

test("a handler that is taken away hears nothing more", async () => {
  const { host, first } = twoSheets();
  const told: string[] = [];
  const change: UserChange = {
    kind: "selection",
    sheet: first.id,
    range: { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 },
  };
  let handler: OfficeExtension.EventHandlerResult<Excel.WorksheetSelectionChangedEventArgs> | undefined;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("表1");
    handler = sheet.onSelectionChanged.add(async ({ address }) => void told.push(address));
    await context.sync();
  });
  host.userDid(change);
  await delivered();
  const added = handler as NonNullable<typeof handler>;
  await Excel.run(added.context, async (context) => {
    added.remove();
    await context.sync();
  });
  host.userDid(change);
  await delivered();
  expect(told).toStrictEqual(["A1"]);
});
