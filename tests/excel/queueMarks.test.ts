import { excelPort } from "../../src/excel/excelPort";
import type { AddMark, MarkEdit } from "../../src/workbook/edit";
import type { MarksRefused } from "../../src/workbook/marksRefused";
import { createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { addUndoGroups } from "../host/undoClient";
import { seedWorkbook } from "../support/seedWorkbook";

const ERROR: AddMark = {
  kind: "addMark",
  sheet: "表1",
  row: 6,
  column: 2,
  severity: "error",
  formula: '=AND(N("gouji-mark:error")=0,$C$7<>1)',
  text: "总计应为 1,890.17，现为 1,890.18，差 0.01。",
};
const WARNING: AddMark = {
  ...ERROR,
  sheet: "表2",
  row: 0,
  column: 0,
  severity: "warning",
  formula: '=AND(N("gouji-mark:warning")=0,ISBLANK($A$1))',
};

function sheet(store: WorkbookStore, name: string): StoredSheet {
  const found = store.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`The store has no sheet ${name}.`);
  return found;
}

/** Edits that take out every mark the workbook now has. */
async function removals(): Promise<MarkEdit[]> {
  const { sheets } = await excelPort().read();
  return sheets.flatMap(({ name, marks }) =>
    marks.map(({ id, kind }) => ({ kind: "removeMark" as const, sheet: name, id, mark: kind })),
  );
}

test("marks on several sheets are made in one round trip", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  await excelPort().apply([ERROR, WARNING]);
  expect(host.roundTrips).toBe(1);
  expect(sheet(store, "表1").conditionalFormats).toStrictEqual([
    {
      id: expect.any(String) as string,
      type: "Custom",
      range: { firstRow: 6, lastRow: 6, firstColumn: 2, lastColumn: 2 },
      formula: ERROR.formula,
      stopIfTrue: false,
      fill: "#FFC7CE",
      fontColor: "#9C0006",
      isBold: true,
    },
  ]);
  expect(sheet(store, "表2").conditionalFormats).toStrictEqual([
    {
      id: expect.any(String) as string,
      type: "Custom",
      range: { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 },
      formula: WARNING.formula,
      stopIfTrue: false,
      fill: "#FFEB9C",
      fontColor: "#9C5700",
    },
  ]);
});

test("two hundred marks are one round trip", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  await excelPort().apply(Array.from({ length: 200 }, (_mark, row) => ({ ...ERROR, row })));
  expect(host.roundTrips).toBe(1);
  expect(sheet(store, "表1").conditionalFormats).toHaveLength(200);
});

test("marks are found again and taken out in one round trip, and the workbook is as it was", async () => {
  const store = storeFromSnapshot(seedWorkbook());
  const range = { firstRow: 0, lastRow: 99, firstColumn: 0, lastColumn: 9 };
  const users = {
    id: "{user}",
    type: "Custom",
    range,
    formula: "=$A1>10",
    stopIfTrue: true,
    fill: "#00FF00",
  };
  sheet(store, "表1").conditionalFormats.push(users);
  const before = structuredClone(store);
  const { host } = loadRuntime(store);
  await excelPort().apply([ERROR, WARNING]);
  const edits = await removals();
  expect(edits).toHaveLength(2);
  const counted = host.roundTrips;
  await excelPort().apply(edits);
  expect(host.roundTrips - counted).toBe(1);
  expect({ ...store, nextId: 0 }).toStrictEqual({ ...before, nextId: 0 });
});

test("a new check's marks replace the last one's in one round trip", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  await excelPort().apply([ERROR]);
  const edits = [...(await removals()), { ...ERROR, row: 9 }];
  const counted = host.roundTrips;
  await excelPort().apply(edits);
  expect(host.roundTrips - counted).toBe(1);
  expect(sheet(store, "表1").conditionalFormats.map(({ range }) => range.firstRow)).toStrictEqual([9]);
});

test("a mark never touches the cell's own value and look", async () => {
  const { store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  const before = structuredClone(sheet(store, "表1").cells);
  await excelPort().apply([ERROR]);
  expect(sheet(store, "表1").cells).toStrictEqual(before);
});

test("a mark lies above the user's own formats", async () => {
  const store = storeFromSnapshot(seedWorkbook());
  const range = { firstRow: 6, lastRow: 6, firstColumn: 2, lastColumn: 2 };
  sheet(store, "表1").conditionalFormats.push({
    id: "{user}",
    type: "Custom",
    range,
    formula: "=$A1>10",
    stopIfTrue: true,
  });
  loadRuntime(store);
  await excelPort().apply([ERROR]);
  expect(sheet(store, "表1").conditionalFormats.map(({ formula }) => formula)).toStrictEqual([
    ERROR.formula,
    "=$A1>10",
  ]);
});

test("nothing to do is no round trip", async () => {
  const { host } = loadRuntime();
  await excelPort().apply([]);
  expect(host.roundTrips).toBe(0);
});

test("marking works with no more than ExcelApi 1.9, without notes", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()), { level: "1.9" });
  await excelPort().apply([ERROR]);
  expect(host.roundTrips).toBe(1);
  expect(sheet(store, "表1").conditionalFormats).toHaveLength(1);
  expect(sheet(store, "表1").notes).toStrictEqual([]);
});

test("a sheet protected since it was read is named as the reason, and nothing is marked on it", async () => {
  const { store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  sheet(store, "表1").isProtected = true;
  await expect(excelPort().apply([ERROR])).rejects.toMatchObject({
    key: "marks.notWritten.protected",
    args: { count: "1", cells: ["表1!C7"] },
  });
  expect(sheet(store, "表1").conditionalFormats).toStrictEqual([]);
});

test("a sheet deleted since it was read fails as a changed workbook", async () => {
  loadRuntime(createWorkbookStore("a.xlsx", ["别的表"]));
  await expect(excelPort().apply([ERROR])).rejects.toMatchObject({ key: "marks.notWritten.changed" });
});

test("wherever an attempt breaks off, all other marks are made, and clearing leaves the workbook as it was", async () => {
  const { host, store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  const before = structuredClone(store);
  const second = { ...ERROR, row: 7, formula: ERROR.formula.replace("$7", "$8") };
  const made = new Set<string>();
  for (let afterActions = 0; afterActions < 40; afterActions++) {
    host.failNext({ code: "GeneralException", afterActions });
    const refused = await excelPort()
      .apply([ERROR, second])
      .then(
        () => 0,
        (error: MarksRefused) => error.unwritten.length,
      );
    const rules = sheet(store, "表1").conditionalFormats;
    expect(rules.filter(({ formula }) => formula === "")).toStrictEqual([]);
    expect(rules).toHaveLength(2 - refused);
    made.add(rules.map(({ range }) => range.firstRow).join());
    await excelPort().apply(await removals());
    expect({ ...store, nextId: 0 }).toStrictEqual({ ...before, nextId: 0 });
  }
  expect(made).toStrictEqual(new Set(["7", "6"]));
});

describe("where Excel has undo groups", () => {
  function withUndoGroups(store: WorkbookStore) {
    const runtime = loadRuntime(store, { level: "1.20" });
    addUndoGroups(runtime);
    return runtime;
  }

  test("marks are asked for as one step of undo", async () => {
    const { Excel } = withUndoGroups(storeFromSnapshot(seedWorkbook()));
    const run = jest.spyOn(Excel, "run");
    await excelPort().apply([ERROR]);
    expect(run.mock.calls.map(([options]) => options)).toStrictEqual([
      { mergeUndoGroup: true, delayForCellEdit: false },
    ]);
  });

  test("no such step is asked for below ExcelApi 1.20", async () => {
    const { Excel } = loadRuntime(storeFromSnapshot(seedWorkbook()), { level: "1.17" });
    const run = jest.spyOn(Excel, "run");
    await excelPort().apply([ERROR]);
    expect(run.mock.calls.map(([options]) => options)).toStrictEqual([{ delayForCellEdit: false }]);
  });

  test("what cannot be undone in a group is done without one", async () => {
    const { host, store } = withUndoGroups(storeFromSnapshot(seedWorkbook()));
    host.failNext({ code: "UndoNotSupported" });
    await excelPort().apply([ERROR, WARNING]);
    expect(sheet(store, "表1").conditionalFormats).toHaveLength(1);
    expect(sheet(store, "表2").conditionalFormats).toHaveLength(1);
  });

  test("wherever the grouped attempt breaks off, every mark is made once and old ones are gone", async () => {
    const { host, store } = withUndoGroups(createWorkbookStore("a.xlsx", ["表1", "表2"]));
    const second = { ...ERROR, row: 7 };
    for (let afterActions = 0; afterActions < 40; afterActions++) {
      await excelPort().apply([WARNING]);
      const old = store.sheets.flatMap(({ conditionalFormats }) => conditionalFormats);
      expect(old).toHaveLength(1);
      const edits = [...(await removals()), ERROR, second, WARNING];
      host.failNext({ code: "UndoNotSupported", afterActions });
      await excelPort().apply(edits);
      const made = store.sheets.flatMap(({ conditionalFormats }) => conditionalFormats);
      expect(made).not.toContain(old[0]);
      const whole = made.filter(({ formula }) => formula !== "");
      expect(whole.map(({ range }) => range.firstRow).sort()).toStrictEqual([0, 6, 7]);
      await excelPort().apply(await removals());
      expect(store.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toStrictEqual([]);
    }
  });
});
