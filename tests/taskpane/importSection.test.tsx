/** @jest-environment jsdom */
import { NO_DEFAULTS } from "../../src/actions/officeDefaults";
import { act } from "react";
import { TextDecoder, TextEncoder } from "node:util";
import { checkSnapshot } from "../../src/actions/validate";
import { settingKey } from "../../src/codes/import/importedList";
import { importedIn } from "../../src/codes/import/importedList";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import type { AddSheet } from "../../src/workbook/edit";
import { bindActions } from "../../taskpane/actions";
import { LIST_FILES } from "../../taskpane/listFiles";
import { listsIn } from "../../taskpane/userLists";
import { MemoryPort } from "../support/memoryPort";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";
import { host, open as openPane, services, setUpPane } from "./openPane";

Object.assign(globalThis, { TextDecoder, TextEncoder });
setUpPane();

const ROWS: readonly (readonly TestCell[])[] = [
  ["2020年政府收支分类科目（本地）"],
  ["科目编码", "科目名称"],
  ["201", "一般公共服务支出"],
  ["20103", "政府办公厅（室）及相关机构事务"],
  ["2010301", "机关运行"],
  ["2010377", "数据管理"],
  ["注：以此为准"],
];

/** The pane at 编码 over a 表6 and a sheet with a list; what a test needs of the workbook. */
async function open(rows = ROWS, storageLimit = Infinity) {
  const port = new MemoryPort(workbookOf(sheetOf("表6", smallT06()), sheetOf("科目", rows)));
  const kept = new Map<string, unknown>();
  const lists = listsIn({
    get: (key) => kept.get(key),
    set: (key, value) => {
      if (JSON.stringify(value).length > storageLimit) throw new Error("QuotaExceededError");
      kept.set(key, value);
    },
  });
  const sheets: AddSheet[] = [];
  const refuse = () => Promise.reject(new Error("not supported"));
  const whole = Object.assign(port, {
    addSheets: async (edits: readonly AddSheet[]) => void sheets.push(...edits),
    removeSheets: refuse,
    writeReport: refuse,
    activeCell: refuse,
    selectedRange: refuse,
    followSelection: refuse,
    followChanges: refuse,
  });
  const actions = bindActions(whole, "zh-CN", () => Promise.reject(new Error("not asked")), {
    office: NO_DEFAULTS,
    lists,
    sets: { load: () => [], keep: () => false, forget: () => undefined },
    workbookLists: async () => importedIn((await port.read()).settings),
    listsChanged: () => undefined,
    ...LIST_FILES,
  });
  await openPane(actions);
  await act(async () => services.show("codes", "import"));
  return { port, lists, sheets, actions };
}

const settled = () => act(async () => new Promise((resolve) => setTimeout(resolve, 60)));

async function click(text: string) {
  const found = [...host.querySelectorAll<HTMLButtonElement>("button:not([role=tab])")].find(
    (one) => one.textContent?.trim() === text,
  );
  if (!found) throw new Error(`no button "${text}" in: ${host.textContent}`);
  await act(async () => found.click());
  await settled();
}

async function chooseSheet(name: string) {
  const label = [...host.querySelectorAll("label")].find((one) => one.textContent === "从工作表读取");
  const select = host.querySelector<HTMLSelectElement>(`[id="${label?.htmlFor}"]`)!;
  await act(async () => select.focus());
  await settled();
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, name);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await click("读取");
}

async function chooseFile(name: string, bytes: Uint8Array) {
  const input = host.querySelector<HTMLInputElement>("input[type=file]")!;
  const file = { name, arrayBuffer: async () => bytes.slice().buffer };
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settled();
}

test("a list from a sheet is shown with its columns and what it changes, kept with the workbook, and taken back", async () => {
  const { port } = await open();
  await chooseSheet("科目");
  expect(host.textContent).toContain("编码在 A 列，名称在 B 列");
  expect(host.textContent).toContain("没有编码而略过的行：7");
  expect(host.textContent).toContain("与内置的《支出功能分类科目》（2020 年版）相比：共 4 个科目，2 个相同");
  expect(host.textContent).toContain("2010377 数据管理");
  expect(host.textContent).toContain("2010301 行政运行 → 机关运行");
  expect(port.batches).toEqual([]);
  await click("随本工作簿使用");
  expect(port.settings[settingKey("functional")]).toContain("2010377");
  expect(host.textContent).toContain("科目：支出功能分类，2020 年，4 个科目随本工作簿 · 以它为准");
  const { findings } = checkSnapshot(await port.read());
  expect(
    findings.map(({ rule, severity, message }) => [rule, severity, message.args["code"]]),
  ).toContainEqual(["code.unknown", "error", "2010399"]);
  await click("撤销导入");
  expect(port.settings).toEqual({});
  expect(host.textContent).not.toContain("正在使用的清单");
});

test("a list from a file is kept for the user, and can be exported and put out of use", async () => {
  const { port, lists, actions } = await open();
  await chooseFile(
    "2021年科目.csv",
    new TextEncoder().encode("编码,名称\n201,一般公共服务支出\n2010377,数据管理\n"),
  );
  await click("在我的所有工作簿使用");
  expect(port.batches).toEqual([]);
  const [list] = lists.load();
  expect(list).toMatchObject({ title: "2021年科目", year: 2021, kind: "functional" });
  const back = readWorkbook(await actions.exportList(list!, "xlsx"), "x.xlsx").sheets[0];
  expect(back?.rows.get(3)?.get(0)?.value).toBe("2010377");
  expect(new TextDecoder().decode(await actions.exportList(list!, "tsv"))).toBe(
    "科目编码\t科目名称\r\n201\t一般公共服务支出\r\n2010377\t数据管理\r\n",
  );
  await click("停用");
  expect(lists.load()).toEqual([]);
});

test("a list with a code twice is refused with its rows, and nothing is changed", async () => {
  const { port } = await open([...ROWS, ["2010377", "重复"], ["20103771", "写错"]]);
  await chooseSheet("科目");
  expect(host.querySelector("[role=alert]")?.textContent).toContain("清单有 2 处问题，没有导入");
  expect(host.textContent).toContain("第 8 行：编码 2010377 与第 6 行重复");
  expect(host.textContent).toContain("第 9 行");
  expect(port.batches).toEqual([]);
});

test("what is no workbook is said, and a list for which the browser has no room is not lost silently", async () => {
  const { lists } = await open(ROWS, 100);
  await chooseFile("清单.xlsx", new TextEncoder().encode("这不是工作簿"));
  expect(host.querySelector("[role=alert]")?.textContent).toContain("清单有 1 处问题");
  await chooseFile("清单.csv", new TextEncoder().encode(`编码,名称\n201,${"一般公共服务支出".repeat(20)}\n`));
  await click("在我的所有工作簿使用");
  expect(lists.load()).toEqual([]);
  expect(host.textContent).toContain("请改用“随本工作簿使用”");
});

test("科目字典 is a sheet with every code as text, its parent, level and whole name", async () => {
  const { sheets } = await open();
  await click("插入科目字典");
  const [design] = sheets.map((edit) => edit.design);
  expect(design?.name).toBe("科目字典 支出功能分类科目");
  expect(design?.frozenRows).toBe(2);
  const row = design?.cells.find(
    ({ content }) => content && "value" in content && content.value === "2010301",
  )?.row;
  const texts = design?.cells.filter((cell) => cell.row === row).map(({ content }) => content);
  expect(texts?.slice(0, 5)).toEqual([
    { value: "2010301" },
    { value: "行政运行" },
    { value: "20103" },
    { value: "3" },
    { value: "一般公共服务支出 › 政府办公厅（室）及相关机构事务 › 行政运行" },
  ]);
  expect(host.textContent).toContain("已插入工作表“科目字典 支出功能分类科目”");
});
