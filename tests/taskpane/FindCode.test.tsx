/** @jest-environment jsdom */
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { openCodeIndex } from "../../src/actions/findCodes";
import type { SearchIndex } from "../../src/codes/search/buildIndex";
import type { Actions } from "../../taskpane/actions";
import { App } from "../../taskpane/components/App";
import { paneServices } from "./paneServices";

let root: Root;
let host: HTMLElement;
let index: SearchIndex;

beforeAll(async () => {
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
  Element.prototype.scrollIntoView = () => {};
  index = await openCodeIndex(2020);
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

async function open(actions: Partial<Actions> = {}) {
  const written: unknown[] = [];
  const pane = paneServices({
    openCodePicker: async () => ({ index, inWorkbook: new Set(["functional:2080101"]) }),
    writeCode: async ({ kind, code, name }) => {
      written.push([kind, code, name]);
      return {
        cell: { sheet: "表6", row: 8, column: 0 },
        written: { edits: [], before: { name: "测试.xlsx", sheets: [] } },
      };
    },
    ...actions,
  });
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
  await act(async () => root.render(<App services={pane.services} />));
  await act(async () => pane.session.show("codes", "find"));
  return { written, pane };
}

const box = () => host.querySelector<HTMLInputElement>("input[role=combobox]") as HTMLInputElement;
const options = () => [...host.querySelectorAll("#code-hits [role=option]")];
const chosen = () => host.querySelector("#code-hits [aria-selected=true]")?.textContent ?? "";

async function type(text: string) {
  await act(async () => box().focus());
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(box(), text);
    box().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const press = (key: string) =>
  act(
    async () =>
      void box().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
  );

test("results come as one types, with list, place and evidence, and Enter writes the first into the current row", async () => {
  const { written } = await open();
  await type("zfgjj");
  expect(chosen()).toContain("2210201住房公积金");
  expect(chosen()).toContain("支出功能分类科目 2020 › 住房保障支出 › 住房改革支出");
  expect(chosen()).toContain("依据：公开的预算或官方说明、真实部门预算；可信度高");
  await press("Enter");
  expect(written).toEqual([["functional", "2210201", "住房公积金"]]);
  expect(host.textContent).toContain("已把 2210201 住房公积金 写入 表6!A9 所在的行。");
});

test("arrows choose, go below a code and back again", async () => {
  const { written } = await open();
  await type("20103");
  expect(chosen()).toContain("20103政府办公厅（室）及相关机构事务");
  await press("ArrowRight");
  expect(options()[0]?.textContent).toContain("2010301行政运行");
  await press("ArrowDown");
  expect(chosen()).toContain("2010302");
  await press("ArrowLeft");
  expect(chosen()).toContain("20103政府办公厅");
  await press("ArrowRight");
  await press("Enter");
  expect(written).toEqual([["functional", "2010301", "行政运行"]]);
});

test("codes of the workbook come first, and codes just used before them", async () => {
  await open();
  await type("行政运行");
  expect(chosen()).toContain("2080101");
  await type("2010601");
  await press("Enter");
  await type("行政运行");
  expect(chosen()).toContain("2010601");
});

test("what is not found is said, and nothing is written", async () => {
  const { written } = await open();
  await type("量子计算税");
  expect(host.textContent).toContain("没有找到与“量子计算税”相符的科目");
  await press("Enter");
  expect(written).toEqual([]);
});

test("lists that cannot be opened are told", async () => {
  const { pane } = await open({ openCodePicker: () => Promise.reject(new Error("offline")) });
  await type("201");
  expect(host.textContent).toContain("科目目录没有打开");
  expect(pane.logged).toHaveLength(1);
});

test("coming by 查找编码 the cursor stands in the box, and what was written can be taken back", async () => {
  const taken: unknown[] = [];
  const { pane } = await open({
    takeBack: async (written) => {
      taken.push(written);
      return 2;
    },
  });
  expect(document.activeElement).toBe(box());
  await type("2010301");
  await press("Enter");
  const undo = [...host.querySelectorAll("button")].find(({ textContent }) => textContent === "撤销");
  await act(async () => undo?.click());
  expect(taken).toHaveLength(1);
  expect(pane.session.getState().phase).toMatchObject({ kind: "done", notice: "已撤销写入。" });
});
