/** @jest-environment jsdom */
import { act } from "react";
import { insertionOf, insertTables, lookAtInsertion, undoInsert } from "../../src/actions/insertTables";
import type { AddSheet, LiveEdit } from "../../src/workbook/edit";
import type { SheetPort } from "../../src/workbook/port";
import type { Actions } from "../../taskpane/actions";
import { ribbonCommands } from "../../taskpane/commands";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { click, host, open as openPane, place, services, setUpPane } from "./openPane";

setUpPane();

/** A workbook in memory that takes down which sheets come and go. */
class SheetMemory extends MemoryPort implements SheetPort {
  readonly added: AddSheet[] = [];
  readonly removed: string[] = [];

  async addSheets(edits: readonly AddSheet[], further: readonly LiveEdit[] = []) {
    this.added.push(...edits);
    await this.apply(further);
  }

  async removeSheets(sheets: readonly string[]) {
    this.removed.push(...sheets);
  }

  /** Names of the tables' sheets that were added. */
  get names(): string[] {
    return this.added.filter(({ design }) => !design.isHidden).map(({ design }) => design.name);
  }
}

/** The pane over the published budget without some of its tables. */
async function open(...missing: string[]) {
  const workbook = seedWorkbook();
  const port = new SheetMemory({
    ...workbook,
    sheets: workbook.sheets.filter(({ name }) => !missing.includes(name)),
  });
  const actions: Partial<Actions> = {
    lookAtInsertion: (pack) => lookAtInsertion(port, 2027, pack),
    insert: (order, task) => insertTables(port, order, 2027, task),
    insertableAfter: async ({ workbook }, pack) => insertionOf(workbook, 2027, pack),
    undoInsert: (inserted) => undoInsert(port, inserted),
  };
  await openPane(actions);
  return port;
}

const wait = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 40))));
const press = async (text: string) => {
  await click(text);
  await wait();
};
const ribbon = async (name: string) => {
  await act(async () => ribbonCommands(services)[name]?.({ completed: () => {} }));
  await wait();
};

function checkbox(text: string): HTMLInputElement {
  const label = [...place().querySelectorAll("label")].find((one) => one.textContent?.startsWith(text));
  const found = label && (document.getElementById(label.htmlFor) as HTMLInputElement | null);
  if (!found) throw new Error(`no checkbox "${text}" in: ${place().textContent}`);
  return found;
}

const choose = (label: string, value: string) =>
  act(async () => {
    const select = host.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
    if (!select) throw new Error(`no choice "${label}"`);
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, value);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });

test("a command of the ribbon inserts a table that is not there, and asks nothing", async () => {
  const port = await open("表6");
  await ribbon("insertT06");
  expect(port.names).toEqual(["表6"]);
  expect(host.textContent).toContain("已插入 1 张表");
});

test("a command for a table that is there opens the pane at the question, and nothing is changed", async () => {
  const port = await open();
  await ribbon("insertT06");
  expect(port.names).toEqual([]);
  expect(place().textContent).toContain("工作簿里已经有了");
  expect(place().textContent).toContain("已在工作表“表6”");
  expect(checkbox("表6").checked).toBe(true);
  await choose("表6已有，如何处理", "copy");
  await press("插入 1 张表");
  expect(port.names).toEqual(["表6 (2)"]);
});

test("all 14 tables that are there are decided on by one question", async () => {
  const port = await open();
  await ribbon("insertAllTables");
  const label = [...place().querySelectorAll("label")].find(
    (one) => one.textContent === "已有的 14 张表一律",
  );
  const select = label && (document.getElementById(label.htmlFor) as HTMLSelectElement | null);
  if (!select) throw new Error(`no such question in: ${place().textContent}`);
  expect(select.value).toBe("keep");
  const set = (value: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, value);
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
  await set("copy");
  await choose("表6已有，如何处理", "keep");
  expect(select.value).toBe("");
  await press("插入 13 张表");
  expect(port.names).toHaveLength(13);
  expect(port.names).not.toContain("表6 (2)");
});

test("the 14 tables are listed by number and name, with what they are linked to and how their headings look", async () => {
  await open("表6");
  await ribbon("insertSomeTables");
  const text = place().textContent ?? "";
  for (const title of ["表1 收支总体情况表", "表14 政府购买服务预算表"]) expect(text).toContain(title);
  expect(text).toContain("取数：表10");
  const heading = host.querySelector<HTMLButtonElement>('button[aria-label="表2的表头"]');
  await act(async () => heading?.click());
  const cells = [...place().querySelectorAll("table th")].map((cell) => cell.textContent);
  expect(cells).toEqual(expect.arrayContaining(["功能科目编码(单位编码)", "本年收入", "教育收费"]));
  expect(place().querySelector("table caption")?.textContent).toBe("2020年收入总体情况表");
});

test("department, year, unit and units are those of the workbook; what is changed is kept with it", async () => {
  const port = await open("表6", "表7");
  await ribbon("insertSomeTables");
  const inputs = [...place().querySelectorAll<HTMLInputElement>("input, textarea")].map(({ value }) => value);
  expect(inputs).toContain("广州市白云区政务服务数据管理局");
  expect(inputs).toContain("2020");
  expect(
    inputs.some((value) => value.includes("156001 广州市白云区政务服务数据管理局\n2010399 第三方暗访调查费")),
  ).toBe(true);
  await act(async () => checkbox("表7").click());
  const link = host.querySelector<HTMLInputElement>('input[aria-label="表7从其他表取数"]');
  await act(async () => link?.click());
  await press("插入 1 张表");
  const linked = port.added[0]?.design.cells.filter(({ style }) => style === "linked");
  expect(linked).toEqual([]);
  expect(JSON.parse(port.settings["insertion"] ?? "{}")).toMatchObject({ unlinked: ["T07"], year: 2020 });
});

test("an insertion is taken back", async () => {
  const port = await open("表6");
  await ribbon("insertT06");
  await ribbon("insertSomeTables");
  await press("撤销插入");
  expect(port.removed[0]).toBe("表6");
  expect(host.textContent).toContain("已撤销插入");
});

test("a line that cannot be read is named and nothing is inserted", async () => {
  const port = await open("表6");
  await ribbon("insertSomeTables");
  const list = place().querySelector("textarea");
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
      list,
      "156001 某某局\n某某中心",
    );
    list?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => checkbox("表6").click());
  await press("插入 1 张表");
  expect(host.textContent).toContain("第 2 行格式不对");
  expect(port.names).toEqual([]);
});
