import { excelPort } from "../../src/excel/excelPort";
import { planInsert } from "../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { AddSheet } from "../../src/workbook/edit";
import type { SheetDesign } from "../../src/workbook/sheetDesign";
import { addSheet, cellToWrite, createWorkbookStore, storedCell } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { addUndoGroups } from "../host/undoClient";
import { loadCalculatingRuntime } from "../support/engineHost";
import { checkSnapshot } from "../../src/actions/validate";
import { seedOptions } from "../support/insertedBudget";

const ALL = planInsert(GUANGZHOU, seedOptions());
const edits = (...tables: string[]) => planInsert(GUANGZHOU, { ...seedOptions(), tables });
const names = ({ sheets }: WorkbookStore) => sheets.map(({ name }) => name);
const sheetNamed = (store: WorkbookStore, name: string) =>
  store.sheets.find((sheet) => sheet.name === name) as StoredSheet;

test("all 14 tables take one round trip after a reading of two, one more for their pages, and check without a finding", async () => {
  const { host, store } = loadCalculatingRuntime(createWorkbookStore());
  const port = excelPort();
  await port.read();
  await port.addSheets(ALL);
  expect(host.roundTrips).toBe(2 + 1 + 1);
  expect(names(store)).toEqual(["Sheet1", ...ALL.map(({ design }) => design.name)]);
  const { findings, relations, tables } = checkSnapshot(await port.read());
  expect(tables).toHaveLength(14);
  expect(findings).toEqual([]);
  expect(relations.mismatch).toBe(0);
});

test("one table takes one round trip and one for its page after a reading, one more without", async () => {
  const { host } = loadRuntime();
  await excelPort().addSheets(edits("T06"));
  expect(host.roundTrips).toBe(3);
});

test("a sheet is what its design says: contents, looks, print, panes and names", async () => {
  const { store } = loadRuntime();
  await excelPort().addSheets(edits("T06"));
  const sheet = sheetNamed(store, "表6");
  expect(storedCell(sheet, 0, 0)).toMatchObject({
    value: "2020年一般公共预算支出预算表（按功能分类科目）",
    isBold: true,
    fontSize: 16,
  });
  expect(storedCell(sheet, 7, 0)).toMatchObject({ value: "201", numberFormat: "@" });
  expect(storedCell(sheet, 7, 2)).toMatchObject({
    numberFormat: "#,##0.00",
    fill: "#F2F2F2",
    horizontal: "right",
  });
  expect([2, 3, 6].map((column) => storedCell(sheet, 6, column)?.fill)).toEqual(Array(3).fill("#F2F2F2"));
  expect(storedCell(sheet, 7, 2)?.formula).toMatch(/^=SUM\(/);
  expect(storedCell(sheet, 7, 2)?.borders).toMatchObject({
    right: { style: "thin" },
    bottom: { style: "thin" },
  });
  expect(sheet.merges).toContainEqual({ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 6 });
  expect(sheet.frozenRows).toBe(6);
  expect(sheet.pageLayout).toMatchObject({
    orientation: "Landscape",
    paperSize: "A4",
    fit: { wide: 1 },
    titleRows: "$3:$6",
    printArea: "$A$1:$G$33",
    headersFooters: { centerFooter: "第 &P 页，共 &N 页" },
  });
  expect(store.names).toMatchObject([{ name: "勾稽_T06", sheet: "表6", range: { lastRow: 32 } }]);
  expect(store.activeSheet).toBe(sheet.id);
});

test("the workbook's own names are read, so that new ones keep clear of them", async () => {
  const { store } = loadRuntime();
  store.names.push({ name: "部门", sheet: "", formula: '="某某局"' });
  expect((await excelPort().read()).names).toEqual(["部门"]);
});

test("lists warn of other entries and refuse none", async () => {
  const { store } = loadRuntime();
  await excelPort().addSheets([
    {
      kind: "addSheet",
      design: {
        ...bare("单子"),
        lists: [{ range: area(1), source: "$B$1:$B$3", title: "编码", message: "不在表中", warns: true }],
      },
    },
  ]);
  expect(sheetNamed(store, "单子").validations).toMatchObject([
    { range: area(1), list: "=$B$1:$B$3", isStrict: false, title: "编码", message: "不在表中" },
  ]);
});

test("a hidden sheet is added hidden", async () => {
  const { store } = loadRuntime();
  await excelPort().addSheets([{ kind: "addSheet", design: { ...bare("字典"), isHidden: true } }]);
  expect(sheetNamed(store, "字典").visibility).toBe("Hidden");
});

describe("when Excel fails half-way", () => {
  const SOME = edits("T06", "T10");
  const before = () => {
    const store = createWorkbookStore("a.xlsx", ["Sheet1", "说明"]);
    cellToWrite(store.sheets[0] as StoredSheet, 0, 0).value = "原有内容";
    store.names.push({ name: "部门", sheet: "", formula: '="某某局"' });
    return store;
  };
  const state = (store: WorkbookStore) =>
    JSON.stringify([
      names(store),
      store.names,
      [...(store.sheets[0] as StoredSheet).cells].map(([row, cells]) => [row, [...cells]]),
    ]);

  test("nothing of the new sheets is left, wherever it fails", async () => {
    const count = await countActions(SOME);
    for (let afterActions = 0; afterActions < count; afterActions += afterActions < 30 ? 1 : 61) {
      const store = before();
      const kept = state(store);
      const { host } = loadRuntime(store);
      const port = excelPort();
      await port.read();
      host.failNext({ code: "GeneralException", afterActions });
      await expect(port.addSheets(SOME)).rejects.toMatchObject({ key: "host.unknown" });
      expect(state(store)).toBe(kept);
    }
  });

  test("a sheet that somebody else has made meanwhile under the same name stays", async () => {
    const store = before();
    const { host } = loadRuntime(store);
    const port = excelPort();
    await port.read();
    const foreign = addSheet(store, "表10");
    cellToWrite(foreign, 0, 0).value = "别人的";
    await expect(port.addSheets(SOME)).rejects.toMatchObject({ key: "host.changed" });
    expect(names(store)).toEqual(["Sheet1", "说明", "表10"]);
    expect(storedCell(foreign, 0, 0)?.value).toBe("别人的");
    expect(host.keptReferences).toBe(0);
  });

  test("sheets that cannot be taken away either are named", async () => {
    const { host } = loadRuntime(before());
    const port = excelPort();
    await port.read();
    host.failNext({ code: "GeneralException", afterActions: 40 });
    host.failNext({ code: "AccessDenied", afterRoundTrips: 1 });
    await expect(port.addSheets(SOME)).rejects.toMatchObject({
      key: "host.halfDone",
      args: { sheets: ["表6", "表10", "编码表"] },
    });
  });
});

test("sheets are taken away with their names, and those gone already are passed over", async () => {
  const { store } = loadRuntime();
  const port = excelPort();
  await port.addSheets(edits("T06"));
  await port.removeSheets(["表6", "编码表", "没有"], ["勾稽_T06", "没有"]);
  expect(names(store)).toEqual(["Sheet1"]);
  expect(store.names).toEqual([]);
});

function area(last: number) {
  return { firstRow: 0, firstColumn: 0, lastRow: last, lastColumn: 0 };
}

function bare(name: string): SheetDesign {
  return {
    name,
    cells: [{ row: 0, column: 0, content: { value: "编码" }, style: "list" }],
    merges: [],
    columnWidths: [12],
    rowHeights: new Map(),
    frozenRows: 1,
    frozenColumns: 0,
    page: undefined,
    names: [],
    lists: [],
    isHidden: false,
  };
}

/** How many actions the round trip that adds sheets has. */
async function countActions(wanted: readonly AddSheet[]): Promise<number> {
  const { host } = loadRuntime();
  const port = excelPort();
  await port.read();
  const asked = jest.spyOn(host, "process");
  await port.addSheets(wanted);
  const sizes = asked.mock.calls.map(([body]) => (JSON.parse(body) as { Actions: unknown[] }).Actions.length);
  return Math.max(...sizes);
}

test("without a printer the sheets are there all the same, their page as it was", async () => {
  const { store } = loadRuntime(createWorkbookStore(), { quirks: { hasNoPrinter: true } });
  await excelPort().addSheets(edits("T06"));
  const sheet = sheetNamed(store, "表6");
  expect(storedCell(sheet, 0, 0)?.value).toBe("2020年一般公共预算支出预算表（按功能分类科目）");
  expect(sheet.pageLayout.titleRows).toBeUndefined();
});

test("sheets go where Excel cannot undo that in a group", async () => {
  const runtime = loadRuntime(createWorkbookStore(), { level: "1.20" });
  addUndoGroups(runtime);
  const port = excelPort();
  await port.addSheets(edits("T06"));
  await port.removeSheets(["表6"], ["勾稽_T06"]);
  expect(names(runtime.store)).not.toContain("表6");
  expect(runtime.store.names.map(({ name }) => name)).not.toContain("勾稽_T06");
});
