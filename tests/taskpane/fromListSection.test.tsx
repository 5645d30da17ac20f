/** @jest-environment jsdom */
import { act } from "react";
import { TextDecoder, TextEncoder } from "node:util";
import { checkSnapshot } from "../../src/actions/validate";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { AddSheet } from "../../src/workbook/edit";
import type { CellAddress } from "../../src/workbook/address";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { bindActions } from "../../taskpane/actions";
import { MemoryPort } from "../support/memoryPort";
import { inventedList, listWorkbook } from "../support/projectList";
import { fileOf } from "../support/snapshotFile";
import { click, open as openPane, place, setUpPane, tab } from "./openPane";
import { NO_LISTS } from "./paneServices";

Object.assign(globalThis, { TextDecoder, TextEncoder });
setUpPane();
beforeEach(() => localStorage.clear());

const ROWS = inventedList(400, 7);

/** The pane at 表格 over an empty workbook; gives the sheets that come. */
async function open() {
  const port = new MemoryPort({ name: "新.xlsx", sheets: [] });
  const added: AddSheet[] = [];
  let active: CellAddress = { sheet: "表10", row: 0, column: 0 };
  const live = Object.assign(Object.create(port) as MemoryPort, {
    addSheets: async (sheets: readonly AddSheet[]) => void added.push(...sheets),
    removeSheets: async () => undefined,
    activeCell: async () => active,
  });
  await openPane(bindActions(live as never, "zh-CN", (() => undefined) as never, NO_LISTS));
  await tab("tables");
  return { added, goTo: (cell: CellAddress) => (active = cell) };
}

const settle = (time = 60) =>
  act(async () => void (await new Promise((resolve) => setTimeout(resolve, time))));

async function choose(label: string, workbook: WorkbookSnapshot, name: string) {
  const input = place().querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`);
  if (!input) throw new Error(`no files for "${label}"`);
  const bytes = fileOf(workbook);
  Object.defineProperty(input, "files", {
    value: [{ name, arrayBuffer: async () => bytes.slice().buffer }],
    configurable: true,
  });
  await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
  for (let wait = 0; wait < 100 && place().textContent?.includes("正在") === true; wait++) await settle();
  await settle(300);
}

function columnNamed(heading: string): HTMLSelectElement {
  const label = [...place().querySelectorAll("label")].find((one) => one.textContent?.includes(heading));
  const found = label && (document.getElementById(label.htmlFor) as HTMLSelectElement | null);
  if (!found) throw new Error(`no column "${heading}" in ${place().textContent}`);
  return found;
}

test("a list that is opened shows what its columns are taken for, and which tables it fills", async () => {
  await open();
  await choose("打开清单", listWorkbook(ROWS), "清单.xlsx");
  const text = place().textContent ?? "";
  expect(text).toContain("清单“清单.xlsx”，400 行");
  expect(columnNamed("预算金额").value).toBe("金额");
  expect(columnNamed("支出类别").value).toBe("支出类别");
  expect(text).toMatch(/表10：清单 \d+ 行，合计/);
});

test("the tables that are made pass the check", async () => {
  const { added } = await open();
  await choose("打开清单", listWorkbook(ROWS), "清单.xlsx");
  await click("生成 ");
  await settle(300);
  const made = editedWorkbook({ name: "新.xlsx", sheets: [] }, added);
  const { tables, findings } = checkSnapshot(made);
  expect(tables.length).toBeGreaterThanOrEqual(8);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a column that is put right is read so from then on, in the next list as well", async () => {
  await open();
  await choose("打开清单", listWorkbook(ROWS), "清单.xlsx");
  await act(async () => {
    const select = columnNamed("是否政府采购");
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, "不使用");
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settle(600);
  await choose("打开清单", listWorkbook(ROWS.slice(0, 100)), "下次.xlsx");
  expect(columnNamed("是否政府采购").value).toBe("不使用");
});

test("an amount of a table shows the rows that it adds up, and a total says that it is none", async () => {
  const { added, goTo } = await open();
  await choose("打开清单", listWorkbook(ROWS), "清单.xlsx");
  await click("生成 ");
  await settle(300);
  const table = added.find(({ design }) => design.name === "表10");
  const cell = table?.design.cells.find(
    ({ content }) => content && "value" in content && typeof content.value === "number",
  );
  goTo({ sheet: "表10", row: cell?.row ?? 0, column: cell?.column ?? 0 });
  await click("看所选金额的来源");
  await settle();
  expect(place().textContent).toMatch(/第 \d+ 行/);
  goTo({ sheet: "表10", row: 0, column: 0 });
  await click("看所选金额的来源");
  await settle();
  expect(place().textContent).toContain("表10!A1 不是由清单汇总的金额");
});

test("an earlier export is compared row by row", async () => {
  await open();
  await choose("打开清单", listWorkbook(ROWS), "清单.xlsx");
  await choose("与上次的清单比较", listWorkbook(ROWS.slice(0, 399)), "上次.xlsx");
  expect(place().textContent).toContain("新增 1 行");
});

test("a file that is no list is told so", async () => {
  await open();
  await choose("打开清单", { name: "空.xlsx", sheets: listWorkbook([]).sheets }, "空.xlsx");
  expect(place().textContent).toContain("空.xlsx");
});
