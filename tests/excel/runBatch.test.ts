import { createRunBatch } from "../../src/excel/runBatch";
import { excelPort } from "../../src/excel/excelPort";
import { createWorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";

const WRITE = { kind: "writeCell", sheet: "表1", row: 0, column: 0, content: { value: 1 } } as const;

test("while a cell is being edited this is said, and once it is left the work is done", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  host.setCellEditing(true);
  const said: boolean[] = [];
  const run = createRunBatch({
    onWaiting: (isWaiting) => {
      said.push(isWaiting);
      if (isWaiting) host.setCellEditing(false);
    },
    isGivenUp: () => false,
  });
  await excelPort(run).apply([WRITE]);
  expect(said).toStrictEqual([true, false]);
  expect(store.sheets[0]?.cells.get(0)?.get(0)?.value).toBe(1);
});

test("取消 wins over the waiting, and nothing is written", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  host.setCellEditing(true);
  const run = createRunBatch({ onWaiting: () => {}, isGivenUp: () => true });
  await expect(excelPort(run).apply([WRITE])).rejects.toMatchObject({ key: "host.cellEditMode" });
  host.setCellEditing(false);
  expect(store.sheets[0]?.cells.size).toBe(0);
});

test("nothing gets lost in an Excel that loses what it was to write after an edit", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]), {
    quirks: { losesDelayedWrites: true },
  });
  host.setCellEditing(true);
  setTimeout(() => host.setCellEditing(false), 100);
  await excelPort().apply([WRITE]);
  expect(store.sheets[0]?.cells.get(0)?.get(0)?.value).toBe(1);
});
