import { NO_DEFAULTS } from "../../src/actions/officeDefaults";
import { insertTables, undoInsert } from "../../src/actions/insertTables";
import type { InsertOrder, InsertSettings } from "../../src/actions/insertTables";
import { WITHOUT_PROGRESS } from "../../src/actions/task";
import { excelEvents } from "../../src/excel/events";
import { excelPort } from "../../src/excel/excelPort";
import { readOwnSettings } from "../../src/excel/settings";
import { writeReport } from "../../src/excel/writeReport";
import { keepSettings } from "../../src/planning/insert/keptSettings";
import { addSheet, cellToWrite, createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { bindActions } from "../../taskpane/actions";
import { ribbonCommands } from "../../taskpane/commands";
import { DEFAULT_PREFERENCES } from "../../taskpane/preferences";
import { createServices } from "../../taskpane/services";
import { createSession } from "../../taskpane/session";
import { seedWorkbook } from "../support/seedWorkbook";
import { loadCalculatingRuntime } from "../support/engineHost";
import { loadRuntime } from "./loadRuntime";
import type { Runtime } from "./loadRuntime";

jest.setTimeout(120_000);

/** The pane without its screen over the genuine client, as taskpane/index.tsx joins it. */
function pane(store: WorkbookStore, load: (store: WorkbookStore) => Runtime = loadRuntime) {
  const runtime = load(store);
  const problems: unknown[] = [];
  const session = createSession({ load: () => DEFAULT_PREFERENCES, save: () => {} }, (error) =>
    problems.push(error),
  );
  const refuse = () => Promise.reject(new Error("not asked for"));
  const actions = bindActions({ ...excelPort(), ...excelEvents(), writeReport }, "zh-CN", refuse, {
    office: NO_DEFAULTS,
    lists: { load: () => [], keep: () => false, forget: () => {} } as never,
    sets: { load: () => [], keep: () => false, forget: () => {} },
    workbookLists: async () => [],
    listsChanged: () => {},
    readListFile: refuse,
    writeSheet: refuse,
  });
  const services = createServices(session, actions, "zh-CN", async () => {});
  return { ...runtime, session, actions, services, problems, ribbon: ribbonCommands(services) };
}

/** The round trips of one work, which has to come off. */
async function trips({ host, problems }: ReturnType<typeof pane>, work: () => unknown): Promise<number> {
  const before = host.roundTrips;
  await work();
  expect(problems).toEqual([]);
  return host.roundTrips - before;
}

const SETTINGS: InsertSettings = {
  year: 2027,
  department: "某某市财政局",
  unit: "万元",
  list: "157001 某某市财政局\n2010601 大厅运行经费",
  codes: "2010601",
  blankRows: 3,
  unlinked: [],
};

/** A workbook that has tables and settings of this product already, and no 表6. */
function withTables(settings: InsertSettings | undefined = SETTINGS): WorkbookStore {
  const { sheets, ...rest } = seedWorkbook();
  const kept = settings && keepSettings(settings);
  return storeFromSnapshot({
    ...rest,
    sheets: sheets.filter(({ name }) => name !== "表6"),
    ...(kept?.value ? { settings: { [kept.key]: kept.value } } : {}),
  });
}

function seventySheets(): WorkbookStore {
  const store = createWorkbookStore();
  for (let index = 1; index < 70; index++) addSheet(store, `附表${index}`);
  return store;
}

const names = ({ sheets }: WorkbookStore) => sheets.map(({ name }) => name);

describe("round trips of inserting", () => {
  test("one table by the ribbon: two to read a blank workbook, one to make it and one for its page", async () => {
    const one = pane(createWorkbookStore());
    expect(await trips(one, () => one.ribbon["insertT06"]?.({ completed: () => {} }))).toBe(4);
    expect(names(one.store)).toEqual(["Sheet1", "表6", "编码表"]);
  });

  test("all 14 by the ribbon take no more", async () => {
    const one = pane(createWorkbookStore());
    expect(await trips(one, () => one.ribbon["insertAllTables"]?.({ completed: () => {} }))).toBe(4);
    expect(names(one.store)).toHaveLength(16);
  });

  test("one table into a workbook that has the others, with settings that the pane keeps there", async () => {
    for (const settings of [undefined, SETTINGS, { ...SETTINGS, year: 2028 }]) {
      const one = pane(withTables());
      const order: InsertOrder = {
        tables: [{ id: "T06", how: "new" }],
        withRows: true,
        ...(settings ? { settings } : {}),
      };
      expect(await trips(one, () => one.services.insert(order))).toBe(5);
      expect(names(one.store)).toContain("表6");
      expect((await readOwnSettings())["insertion"]).toContain(settings?.year === 2028 ? "2028" : "2027");
    }
  });

  test("filling in, making a copy and a new table together, with new settings", async () => {
    const store = withTables(undefined);
    const sheet = store.sheets.find(({ name }) => name === "表2") as StoredSheet;
    const one = pane(store);
    const row = [...sheet.cells].find(
      ([, cells]) => cells.get(1)?.value === "总计" || cells.get(0)?.value === "总计",
    );
    delete cellToWrite(sheet, row?.[0] ?? 6, 2).value;
    const order: InsertOrder = {
      tables: [
        { id: "T06", how: "new" },
        { id: "T10", how: "copy" },
        { id: "T02", how: "fill" },
      ],
      withRows: true,
      settings: SETTINGS,
    };
    expect(await trips(one, () => one.services.insert(order))).toBe(5);
    expect(one.session.getState().inserted?.filled).toBeGreaterThan(0);
  });

  test("what the pane offers next is told without another", async () => {
    const one = pane(createWorkbookStore(), loadCalculatingRuntime);
    const view = await one.actions.lookAtInsertion(undefined, WITHOUT_PROGRESS);
    expect(one.host.roundTrips).toBe(2);
    const order: InsertOrder = { tables: [{ id: "T10", how: "new" }], settings: SETTINGS, withRows: true };
    await one.services.insert(order);
    const told = await one.actions.insertableAfter(one.session.getState().inserted!, view.pack);
    expect(one.host.roundTrips).toBe(5);
    expect(told).toEqual(await one.actions.lookAtInsertion(view.pack, WITHOUT_PROGRESS));
    expect(told.tables.find(({ id }) => id === "T10")?.sheets).toEqual(["表10"]);
  });

  test("a workbook of many or of large sheets takes no more than the cells need", async () => {
    const many = pane(seventySheets());
    expect(await trips(many, () => many.ribbon["insertT06"]?.({ completed: () => {} }))).toBe(4);
    const store = seventySheets();
    for (const index of [0, 60]) cellToWrite(store.sheets[index] as StoredSheet, 5000, 3).value = "远处";
    const large = pane(store);
    expect(await trips(large, () => large.ribbon["insertAllTables"]?.({ completed: () => {} }))).toBe(5);
    expect(names(store)).toHaveLength(85);
  });
});

test("goes step by step when Excel will not hand over so much at a time", async () => {
  const one = pane(withTables());
  one.host.failNext({ code: "ResponsePayloadSizeLimitExceeded", afterRoundTrips: 2 });
  expect(await trips(one, () => one.ribbon["insertT06"]?.({ completed: () => {} }))).toBeGreaterThan(5);
  expect(names(one.store)).toContain("表6");
});

test("taking an insertion back takes three round trips to read and two to take away", async () => {
  const { host } = loadCalculatingRuntime(withTables());
  const port = excelPort();
  const outcome = await insertTables(port, { tables: [{ id: "T06", how: "new" }], withRows: true }, 2026);
  if (outcome.kind !== "inserted") throw new Error("asks");
  const before = host.roundTrips;
  await undoInsert(port, outcome.inserted);
  expect(host.roundTrips - before).toBe(6);
});

test("a workbook whose structure or only sheet is protected is left as it was, and the pane says why", async () => {
  const store = withTables();
  const sheet = store.sheets.find(({ name }) => name === "表2") as StoredSheet;
  sheet.isProtected = true;
  const one = pane(store);
  const before = JSON.stringify(names(store));
  one.host.failNext({ code: "AccessDenied", afterRoundTrips: 3 });
  await one.ribbon["insertT06"]?.({ completed: () => {} });
  expect(one.session.getState().phase).toMatchObject({ kind: "failed", problem: { key: "host.protected" } });
  expect(JSON.stringify(names(store))).toBe(before);
  await one.services.insert({ tables: [{ id: "T02", how: "fill" }], withRows: true });
  expect(one.session.getState().phase).toMatchObject({
    kind: "failed",
    problem: { key: "insert.protected", args: { sheet: "表2" } },
  });
});
