/** @jest-environment jsdom */
import { act } from "react";
import { TextDecoder, TextEncoder } from "node:util";
import { insertionOf } from "../../src/actions/insertTables";
import { checkSnapshot } from "../../src/actions/validate";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { AddSheet, LiveEdit } from "../../src/workbook/edit";
import type { SheetPort } from "../../src/workbook/port";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { bindActions } from "../../taskpane/actions";
import { bringingSets } from "../../taskpane/broughtSets";
import { setsInStore } from "../../taskpane/userSets";
import { MemoryPort } from "../support/memoryPort";
import { withValue } from "../support/seedWorkbook";
import { twelveTables } from "../support/twelveTables";
import { click, host, open as openPane, place, setUpPane, tab } from "./openPane";
import { NO_LISTS } from "./paneServices";

Object.assign(globalThis, { TextDecoder, TextEncoder });
setUpPane();

class SheetMemory extends MemoryPort implements SheetPort {
  readonly added: AddSheet[] = [];

  async addSheets(edits: readonly AddSheet[], further: readonly LiveEdit[] = []) {
    this.added.push(...edits);
    await this.apply(further);
  }

  async removeSheets() {}
}

/** The browser's storage of one user. */
function memory() {
  const kept = new Map<string, unknown>();
  return { get: (key: string) => kept.get(key), set: (key: string, value: unknown) => kept.set(key, value) };
}

/** The pane of a user at 表格 over a workbook. */
async function open(workbook: WorkbookSnapshot, store = memory(), locale: "zh-CN" | "en-US" = "zh-CN") {
  const port = new SheetMemory(workbook);
  const sets = setsInStore(store);
  const own = { read: port.read.bind(port), readContents: port.readContents.bind(port) };
  const seen = bringingSets(own as SheetMemory, sets.load);
  Object.assign(port, { read: seen.read, readContents: seen.readContents });
  const actions = bindActions(port as never, locale, (() => undefined) as never, { ...NO_LISTS, sets });
  await openPane(actions, locale);
  await tab("tables");
  await settle();
  return { port, actions, store, read: () => seen.read() };
}

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 60))));
const press = async (text: string) => {
  await click(text);
  await settle();
};

function checkbox(text: string): HTMLInputElement {
  const label = [...place().querySelectorAll("label")].find((one) => one.textContent?.startsWith(text));
  const found = label && (document.getElementById(label.htmlFor) as HTMLInputElement | null);
  if (!found) throw new Error(`no checkbox "${text}" in: ${place().textContent}`);
  return found;
}

test("shows what may be learned: columns, rows and relations in the table's own words", async () => {
  await open(twelveTables());
  await press("看有哪些表可学");
  const text = place().textContent ?? "";
  expect(text).toContain("支出预算总表（工作表“公开03表”）");
  expect(text).toContain("合计 = 基本支出 + 项目支出 + 单位预留机动经费 + 结转下年资金");
  expect(text).toContain("合计、类、款 = 其下各行之和");
  expect(text).toContain("财政拨款 = 一般公共预算 + 政府性基金预算");
});

test("what is learned is recognised in another workbook of the user, checked there, and can be inserted", async () => {
  const store = memory();
  await open(twelveTables(), store);
  await press("看有哪些表可学");
  await press("保存表样");
  expect(host.textContent).toContain("已保存 12 张表");

  const wrong = withValue(twelveTables(), "公开06表", 10, 2, 2130.42);
  const other = await open(wrong, store);
  expect(place().textContent).toContain("存在这台电脑上，或由单位统一配置");
  const workbook = await other.read();
  const { tables, findings } = checkSnapshot(workbook);
  expect(new Set(tables.map(({ by }) => by))).toEqual(new Set(["name"]));
  expect(findings.filter(({ severity }) => severity === "error").map(({ sheet }) => sheet)).toEqual([
    "公开06表",
  ]);
  expect(insertionOf(workbook, 2027).packs.map(({ name }) => name)).toContain("收支预算总表");
});

test("a table that is inserted takes its set along into the workbook", async () => {
  const store = memory();
  await open(twelveTables(), store);
  await press("看有哪些表可学");
  await press("保存表样");
  const other = await open({ name: "新.xlsx", sheets: [] }, store);
  const { id = "" } =
    insertionOf(await other.read(), 2027).packs.find(({ name }) => name === "收支预算总表") ?? {};
  const view = insertionOf(await other.read(), 2027, id);
  expect(view.tables.map(({ title }) => title)).toContain("支出预算总表");
  const task = { step: async () => undefined };
  await other.actions.insert(
    { tables: [{ id: "U03", how: "new" }], settings: view.settings, withRows: false },
    task,
  );
  expect(Object.keys(other.port.settings).filter((key) => key.startsWith("tableSet:"))).toHaveLength(1);
  const made = editedWorkbook(
    { name: "新.xlsx", sheets: [], settings: other.port.settings },
    other.port.added,
  );
  expect(checkSnapshot(made).tables.map(({ table }) => table)).toEqual(["U03"]);
});

test("what is struck out is not kept, and a relation of one's own is", async () => {
  const { read } = await open(twelveTables());
  await press("看有哪些表可学");
  for (const one of ["收支预算总表（", "收入预算总表（"]) await act(async () => checkbox(one).click());
  await act(async () => checkbox("C5 结转下年资金").click());
  await press("保存表样");
  const set = Object.values((await read()).settings ?? {}).find((text) => text.includes("U01")) ?? "{}";
  const { tables } = JSON.parse(set) as {
    tables: { title: string; header: { label: string }[]; relations: unknown[] }[];
  };
  expect(tables).toHaveLength(10);
  expect(tables[0]?.title).toBe("支出预算总表");
  expect(tables[0]?.header.map(({ label }) => label)).toEqual([
    "合计",
    "基本支出",
    "项目支出",
    "单位预留机动经费",
  ]);
  // A sum is not the same without one of its parts.
  expect(tables[0]?.relations).toEqual([]);
});

test("a file of a colleague with a mistake is refused, with the line of it", async () => {
  await open({ name: "空.xlsx", sheets: [] });
  const input = place().querySelector<HTMLInputElement>('input[type=file][aria-label="打开表样文件"]');
  const file = { name: "同事.json", text: async () => '{\n "id": "x",\n "name": 3\n}' };
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  await act(async () => void input?.dispatchEvent(new Event("change", { bubbles: true })));
  await settle();
  expect(place().textContent).toContain("同事.json 第 3 行：name 应为");
});

test("a set can be put out of use again", async () => {
  const { read } = await open(twelveTables());
  await press("看有哪些表可学");
  await press("保存表样");
  await press("不再使用");
  expect(Object.keys((await read()).settings ?? {})).toEqual([]);
});
