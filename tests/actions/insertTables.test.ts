import { createHash } from "node:crypto";
import { insertionOf, insertTables, lookAtInsertion, undoInsert } from "../../src/actions/insertTables";
import type { InsertHow, InsertOrder, InsertOutcome } from "../../src/actions/insertTables";
import { checkSnapshot } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { cellAtAddress } from "../../src/workbook/snapshot";
import { cellToWrite, createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { addUndoGroups } from "../host/undoClient";
import { loadCalculatingRuntime } from "../support/engineHost";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { seedWorkbook } from "../support/seedWorkbook";

const order = (how: InsertHow, ...ids: string[]): InsertOrder => ({
  tables: ids.map((id) => ({ id, how })),
  withRows: true,
});
const ALL = Array.from({ length: 14 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`);
const names = ({ sheets }: WorkbookStore) => sheets.map(({ name }) => name);
/** What a workbook holds, as a short text. */
function kept({ names, customXml, sheets }: WorkbookStore): string {
  const cells = sheets.map(({ id, name, cells: rows }) => [
    id,
    name,
    [...rows].map(([row, line]) => [row, [...line]]),
  ]);
  const all = JSON.stringify([names, customXml.map(({ xml }) => xml), cells]);
  return createHash("sha256").update(all).digest("hex");
}

function done(outcome: InsertOutcome) {
  if (outcome.kind !== "inserted") throw new Error(`asks for ${outcome.present.join()}`);
  return outcome.inserted;
}

/** The published budget without some of its tables. */
function without(...tables: string[]) {
  const workbook = seedWorkbook();
  return { ...workbook, sheets: workbook.sheets.filter(({ name }) => !tables.includes(name)) };
}

describe("inserting into an empty workbook", () => {
  test("makes all 14 in no more than four round trips, and they check without a finding", async () => {
    const { host, store } = loadCalculatingRuntime(createWorkbookStore());
    const port = excelPort();
    const { sheets } = done(await insertTables(port, order("new", ...ALL), 2026));
    expect(host.roundTrips).toBeLessThanOrEqual(4);
    expect(sheets.filter(({ design }) => !design.isHidden)).toHaveLength(14);
    const { tables, unplaced, findings } = checkSnapshot(await port.read());
    expect(tables).toHaveLength(14);
    expect(unplaced.map(({ sheet }) => sheet)).toEqual(["Sheet1"]);
    // Of a year that no list is complete for that is said, of a blank workbook too.
    expect(findings.filter(({ rule }) => rule !== "codes.list")).toEqual([]);
    expect(names(store)[1]).toBe("表1");
  });

  test("takes what was said of the office from the workbook the next time", async () => {
    const { host } = loadCalculatingRuntime(createWorkbookStore());
    const port = excelPort();
    const settings = {
      ...(await lookAtInsertion(port, 2026)).settings,
      year: 2027,
      department: "某某市财政局",
      list: "157001 某某市财政局\n2010601 大厅运行经费",
    };
    await insertTables(port, { ...order("new", "T12"), settings }, 2026);
    const view = await lookAtInsertion(port, 2026);
    expect(view.settings).toEqual(settings);
    expect(view.isKept).toBe(true);
    const before = host.roundTrips;
    await insertTables(port, order("new", "T10"), 2026);
    expect(host.roundTrips - before).toBeLessThanOrEqual(4);
    const now = await port.read();
    expect(cellAtAddress(now, { sheet: "表10", row: 0, column: 0 })?.value).toContain("2027年");
    expect(cellAtAddress(now, { sheet: "表10", row: 1, column: 0 })?.value).toBe("部门名称：某某市财政局");
    expect(cellAtAddress(now, { sheet: "表10", row: 7, column: 1 })?.value).toBe("大厅运行经费");
  });
});

describe("inserting beside tables that are there", () => {
  test("asks what is to become of those that the office made itself, and changes nothing", async () => {
    const store = storeFromSnapshot(seedWorkbook());
    const { host } = loadCalculatingRuntime(store);
    const state = kept(store);
    expect(await insertTables(excelPort(), order("new", "T06", "T10"), 2026)).toEqual({
      kind: "asks",
      present: ["T06", "T10"],
    });
    expect(kept(store)).toBe(state);
    expect(host.roundTrips).toBe(3);
  });

  test("of the nationwide set too", () => {
    const { tables, pack } = insertionOf(nationalWorkbook(), 2026);
    expect(pack).toBe("national-2024");
    expect(tables.filter(({ sheets }) => sheets.length > 0)).toHaveLength(tables.length);
  });

  test("a copy stands beside the first under a name of its own, and no figure there changes", async () => {
    const store = storeFromSnapshot(seedWorkbook());
    loadCalculatingRuntime(store);
    const port = excelPort();
    const before = await port.read();
    const { sheets } = done(await insertTables(port, order("copy", "T06"), 2026));
    expect(sheets[0]?.design.name).toBe("表6 (2)");
    const after = await port.read();
    expect(after.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
  });

  test("a table that is missing takes year, department, codes and figures from those that are there", async () => {
    const workbook = without("表6");
    loadCalculatingRuntime(storeFromSnapshot(workbook));
    const port = excelPort();
    done(await insertTables(port, order("new", "T06"), 2030));
    const now = await port.read();
    const at = (row: number, column: number) => cellAtAddress(now, { sheet: "表6", row, column });
    expect(at(0, 0)?.value).toBe("2020年一般公共预算支出预算表（按功能分类科目）");
    expect(at(1, 0)?.value).toBe("部门名称：广州市白云区政务服务数据管理局");
    const codes = seedCodes(now, "表6");
    expect(codes).toEqual(seedCodes(seedWorkbook(), "表6"));
    // 项目支出 of each code comes from 表10 that the office typed.
    expect(at(6, 4)?.value).toBeCloseTo(30565.85, 1);
  });

  test("表13 begins with the projects of 表10, each a row to be filled, and checks without a new finding", async () => {
    const workbook = without("表13");
    loadCalculatingRuntime(storeFromSnapshot(workbook));
    const port = excelPort();
    const before = checkSnapshot(workbook).findings;
    done(await insertTables(port, order("new", "T13"), 2030));
    const now = await port.read();
    const names = [...(now.sheets.find(({ name }) => name === "表13")?.rows.values() ?? [])].map(
      (row) => row.get(1)?.value,
    );
    expect(names).toEqual(expect.arrayContaining(["电子政务经费", "信息化项目管理经费"]));
    const found = checkSnapshot(now).findings.filter(({ sheet }) => sheet === "表13");
    expect(found).toEqual([]);
    expect(checkSnapshot(now).findings.length).toBeLessThanOrEqual(before.length);
  });
});

/** Functional codes as they stand in the first column of a sheet. */
function seedCodes({ sheets }: ReturnType<typeof seedWorkbook>, name: string): unknown[] {
  return [...(sheets.find((sheet) => sheet.name === name)?.rows.values() ?? [])].flatMap((row) => {
    const value = row.get(0)?.value;
    return typeof value === "string" && /^2\d{2,6}$/.test(value) ? [value] : [];
  });
}

describe("filling in what is missing", () => {
  test("gives blank sums and links their formulas and leaves every figure that is there", async () => {
    const store = storeFromSnapshot(seedWorkbook());
    loadCalculatingRuntime(store);
    const port = excelPort();
    const sheet = store.sheets.find(({ name }) => name === "表6") as StoredSheet;
    for (const column of [2, 3]) {
      const cell = cellToWrite(sheet, 6, column);
      delete cell.value;
    }
    const before = await port.read();
    const { filled, sheets } = done(await insertTables(port, order("fill", "T06"), 2026));
    expect(sheets).toEqual([]);
    expect(filled).toBe(2);
    const after = await port.read();
    const at = (column: number) => cellAtAddress(after, { sheet: "表6", row: 6, column });
    expect(at(2)?.value).toBeCloseTo(31599.23, 1);
    expect(at(3)?.formula).toMatch(/^=SUMPRODUCT/);
    const rest = (snapshot: typeof before) =>
      snapshot.sheets.map((one) =>
        [...one.rows].map(([row, cells]) =>
          [...cells].filter(
            ([column]) => !(one.name === "表6" && row === 6 && (column === 2 || column === 3)),
          ),
        ),
      );
    expect(rest(after)).toEqual(rest(before));
  });
});

describe("all or nothing", () => {
  /** 表6 and 表13 new, a copy of 表10, a figure of 表2 filled in, and settings: in a workbook with a name of its own. */
  const everything: InsertOrder = {
    tables: [
      { id: "T06", how: "new" },
      { id: "T13", how: "new" },
      { id: "T10", how: "copy" },
      { id: "T02", how: "fill" },
    ],
    settings: { ...insertionOf(without("表6", "表13"), 2026).settings, department: "某某局" },
    withRows: true,
  };
  const workbook = () => {
    const store = storeFromSnapshot(without("表6", "表13"));
    store.names.push({ name: "部门", sheet: "", formula: '="某某局"' });
    delete cellToWrite(store.sheets.find(({ name }) => name === "表2") as StoredSheet, 6, 2).value;
    return store;
  };

  test("wherever Excel fails while it makes them, the workbook is as it was", async () => {
    const { host } = loadRuntime(workbook());
    const asked = jest.spyOn(host, "process");
    const { filled } = done(await insertTables(excelPort(), everything, 2026));
    expect(filled).toBeGreaterThan(0);
    const counts = asked.mock.calls.map(
      ([body]) => (JSON.parse(body) as { Actions: unknown[] }).Actions.length,
    );
    const last = Math.max(...counts);
    for (const afterActions of [0, 3, 40, 400, last - 30, last - 12, last - 6, last - 3, last - 1]) {
      const store = workbook();
      const { host: failing } = loadRuntime(store);
      const state = kept(store);
      failing.failNext({ code: "GeneralException", afterRoundTrips: 3, afterActions });
      await expect(insertTables(excelPort(), everything, 2026)).rejects.toMatchObject({
        key: "host.unknown",
      });
      expect(kept(store)).toBe(state);
    }
  });

  test("a refusal to read is no insertion either", async () => {
    const store = workbook();
    const { host } = loadRuntime(store);
    const state = kept(store);
    host.failNext({ code: "AccessDenied" });
    await expect(insertTables(excelPort(), everything, 2026)).rejects.toMatchObject({
      key: "host.protected",
    });
    for (const afterRoundTrips of [1, 2, 3]) {
      host.failNext({ code: "GeneralException" });
      host.failNext({ code: "GeneralException", afterRoundTrips });
      await expect(insertTables(excelPort(), everything, 2026)).rejects.toMatchObject({
        key: "host.unknown",
      });
    }
    expect(kept(store)).toBe(state);
  });

  test("where Excel has undo groups sheets, cells and settings go one after the other, and none alone", async () => {
    // After three to read: sheets, cells, settings; what goes wrong with pages in between costs nothing.
    for (const afterRoundTrips of [3, 5, 6]) {
      const store = workbook();
      const runtime = loadRuntime(store);
      addUndoGroups(runtime);
      const { host, Office } = runtime;
      jest.spyOn(Office.context.requirements, "isSetSupported").mockReturnValue(true);
      const state = kept(store);
      host.failNext({ code: "GeneralException", afterRoundTrips });
      await expect(insertTables(excelPort(), everything, 2026)).rejects.toMatchObject({
        key: "host.unknown",
      });
      expect(kept(store)).toBe(state);
      await insertTables(excelPort(), everything, 2026);
      expect(names(store)).toEqual(expect.arrayContaining(["表6", "表13", "表10 (2)"]));
    }
  });

  test("it is taken back as a whole, unless something was typed since", async () => {
    const store = storeFromSnapshot(without("表6"));
    loadCalculatingRuntime(store);
    const port = excelPort();
    const state = kept(store);
    const inserted = done(await insertTables(port, order("new", "T06"), 2026));
    await undoInsert(port, inserted);
    expect(kept(store)).toBe(state);
    const again = done(await insertTables(port, order("new", "T06"), 2026));
    await port.apply([{ kind: "writeCell", sheet: "表6", row: 8, column: 3, content: { value: 12.5 } }]);
    await expect(undoInsert(port, again)).rejects.toMatchObject({ key: "insert.changedSince" });
    expect(names(store)).toContain("表6");
  });
});
