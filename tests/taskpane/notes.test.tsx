/** @jest-environment jsdom */
import { act } from "react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { putYears } from "../../src/actions/putYears";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { unitRecipes, unitWorkbook } from "../support/departmentUnits";
import { MemoryPort } from "../support/memoryPort";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { fileOf } from "../support/snapshotFile";
import { click, host, open as openPane, place, setUpPane, tab, visited } from "./openPane";

Object.assign(globalThis, { TextDecoder, TextEncoder });
setUpPane();

const FIXTURES = join(__dirname, "../fixtures");
const BUDGET = readWorkbook(
  new Uint8Array(readFileSync(join(FIXTURES, "baiyun-2020.xlsx"))),
  "baiyun-2020.xlsx",
);

/** Reasons that the pane has kept, by the keys of their changes. */
const kept = new Map<string, string>();

/** The pane at 说明 over a workbook. */
async function open(workbook: WorkbookSnapshot, locale: "zh-CN" | "en-US" = "zh-CN") {
  const put: WorkbookSnapshot[] = [];
  kept.clear();
  await openPane(
    {
      readWhole: async () => workbook,
      keepAround: async () => undefined,
      writeReasons: async (reasons) => reasons.forEach((reason, key) => kept.set(key, reason)),
      putYears: async (last) => {
        put.push(last);
        const port = Object.assign(new MemoryPort(workbook), {
          addSheets: async () => undefined,
          removeSheets: async () => undefined,
        });
        return putYears(port, last, "zh-CN");
      },
    },
    locale,
  );
  await tab("notes");
  // The parts of the place are loaded now.
  await act(async () => void (await import("../../taskpane/notes/Notes")));
  return put;
}

async function type(text: string) {
  const field = place().querySelector("textarea") as HTMLTextAreaElement;
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
  await act(async () => {
    setter?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Lets the user choose files behind a button. */
async function choose(label: string, files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const input = place().querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`);
  if (!input) throw new Error(`no files for "${label}"`);
  const list = files.map(([name, bytes]) => ({ name, arrayBuffer: async () => bytes.slice().buffer }));
  Object.defineProperty(input, "files", { value: list, configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

test("compares a text that is typed with the tables, and goes to the cell on the other side", async () => {
  await open(BUDGET);
  await type("2020年本部门财政拨款安排“三公”经费预算8.56万元。机关运行经费预算安排32.96万元。");
  await click("核对");
  expect(place().textContent).toContain("说明写 8.56 万元，表中（表12 B6）是 8.65 万元");
  expect([...place().querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
    "8.56万元",
    "32.96万元",
  ]);
  expect(place().textContent).toContain("可能写错的：“8.56万元”（应为 8.65万元），可能两位数字写颠倒了");
  await click("表12 行政经费及三公经费预算表 B6");
  expect(visited).toEqual(
    [{ sheet: "表12 行政经费及三公经费预算表", row: 5, column: 1 }].map((cell) =>
      expect.objectContaining(cell),
    ),
  );
});

test("a figure in the coloured copy shows its cell when it is clicked", async () => {
  await open(BUDGET);
  await type("机关运行经费预算安排32.96万元。");
  await click("核对");
  await click("32.96万元");
  expect(visited).toEqual([expect.objectContaining({ row: 4, column: 1 })]);
});

test("makes the department's tables of those of its units and hands them to the browser", async () => {
  const saved: Blob[] = [];
  // jsdom follows links nowhere.
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), "blob:"), revokeObjectURL() {} });
  const units = unitRecipes(2, 9).map((recipe) => unitWorkbook(recipe, undefined, true));
  await open(units[0] as WorkbookSnapshot);
  const files = units.map((unit) => [unit.name, fileOf(unit)] as const);
  await choose("由单位的表生成部门的表", files);
  expect(place().textContent).toContain("由 2 个单位的表生成了 8 张表，请在浏览器里保存。");
  await choose("由单位的表生成部门的表", [...files, ["坏.xlsx", new Uint8Array([1, 2, 3])]]);
  expect(place().textContent).toContain("坏.xlsx");
  expect(saved).toHaveLength(1);
});

test("writes the text from the tables, which has nothing wrong but open reasons", async () => {
  await open(nationalWorkbook());
  await click("由表格生成说明");
  expect(place().querySelector("textarea")?.value).toContain("2026年收支总预算3,258.62万元。");
  await click("核对");
  expect(place().textContent).toContain("没有发现问题。");
});

test("compares with last year's workbook and adds the sheet of changes", async () => {
  const put = await open(BUDGET);
  await choose("打开上年工作簿", [["去年.xlsx", fileOf(nationalWorkbook())]]);
  expect(place().textContent).toContain("上年：去年.xlsx");
  expect(place().textContent).toMatch(/共比较 \d+ 项，其中 \d+ 项还须写明原因。/);
  expect(place().textContent).toContain("收入总计：本年 31,600.01 万元，上年 3,258.62 万元");
  await click("加入对比表");
  expect(put).toHaveLength(1);
  expect(host.textContent).toContain("对比表在工作表“上年对比”，原因写在“原因”一栏。");
});

test("keeps the reasons typed beside the changes that want one", async () => {
  await open(BUDGET);
  await choose("打开上年工作簿", [["去年.xlsx", fileOf(nationalWorkbook())]]);
  const field = place().querySelector<HTMLInputElement>("input[aria-label^='原因：收入总计']");
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  await act(async () => {
    setter?.call(field, "启动智慧白云建设项目");
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await click("保存原因");
  expect([...kept.values()]).toEqual(["启动智慧白云建设项目"]);
  expect(host.textContent).toContain("记下了 1 条原因，随工作簿保存。");
});

test("names the unit that is not in the department", async () => {
  const units = unitRecipes(2, 9).map((recipe) => unitWorkbook(recipe, undefined, true));
  await open(units[0] as WorkbookSnapshot);
  await choose(
    "选择单位工作簿",
    units.map((unit) => [unit.name, fileOf(unit)] as const),
  );
  expect(place().textContent).toContain("部门没有汇总 156002 第156002局");
});

test("lists what has to be published, what is missing first", async () => {
  await open(nationalWorkbook());
  await click("检查");
  const items = [...place().querySelectorAll("li")].map((item) => item.textContent ?? "");
  expect(items[0]).toContain("[缺] 政府性基金预算支出表《政府性基金预算支出功能分类预算表》");
  expect(items.some((item) => item.startsWith("[有] 有收支总表"))).toBe(true);
});

test("says it all in English as well", async () => {
  await open(BUDGET, "en-US");
  await click("Check");
  expect(place().textContent).toContain("Completeness");
  expect(place().textContent).toContain("[to be ticked] Published within twenty days of approval");
});
