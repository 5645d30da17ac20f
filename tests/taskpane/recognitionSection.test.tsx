/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { recognitionOf } from "../../src/actions/correctRecognition";
import type { RecognitionChange } from "../../src/actions/correctRecognition";
import { ServicesProvider } from "../../taskpane/components/PaneContext";
import { RecognitionSection } from "../../taskpane/places/RecognitionSection";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import { paneServices } from "./paneServices";

const view = recognitionOf(workbookOf(sheetOf("表6", smallT06()), sheetOf("花名册", [["姓名"], ["张三"]])));
let root: Root;
let host: HTMLElement;
let changes: RecognitionChange[];

beforeAll(() => {
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
});

beforeEach(async () => {
  changes = [];
  const { services } = paneServices({
    recognise: async () => view,
    correct: async (change) => {
      changes.push(change);
      return view;
    },
  });
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
  await act(async () =>
    root.render(
      <FluentProvider theme={webLightTheme}>
        <ServicesProvider value={services}>
          <RecognitionSection />
        </ServicesProvider>
      </FluentProvider>,
    ),
  );
  await click("查看识别情况");
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

function click(text: string) {
  const button = [...host.querySelectorAll("button")].find((one) => one.textContent?.includes(text));
  if (!button) throw new Error(`no button "${text}" in: ${host.textContent}`);
  return act(async () => button.click());
}

function choose(label: string, option: string) {
  const name = [...host.querySelectorAll("label")].find((one) => one.textContent === label);
  const select = name && host.querySelector<HTMLSelectElement>(`select[id="${name.htmlFor}"]`);
  const value = select ? [...select.options].find(({ text }) => text === option)?.value : undefined;
  if (!select || value === undefined) throw new Error(`no ${label}: ${option} in: ${host.textContent}`);
  return act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Types a number into a field and leaves it. */
function type(label: string, text: string) {
  const name = [...host.querySelectorAll("label")].find((one) => one.textContent === label);
  const input = name && host.querySelector<HTMLInputElement>(`input[id="${name.htmlFor}"]`);
  if (!input) throw new Error(`no field ${label} in: ${host.textContent}`);
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  return act(async () => {
    setValue?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  });
}

test("the user types which rows the heading has", async () => {
  await click("表6：表6");
  await type("表头最后一行", "5");
  await type("表头第一行", "4");
  expect(changes).toEqual([
    { sheet: "表6", table: "T06", headerRows: { first: 2, last: 4 } },
    { sheet: "表6", table: "T06", headerRows: { first: 3, last: 5 } },
  ]);
});

test.each(["", "表头", "0", "-3", "2.5"])("a row that is none (%s) changes nothing", async (text) => {
  await click("表6：表6");
  await type("表头第一行", text);
  expect(changes.filter(({ headerRows }) => headerRows?.first !== 2)).toEqual([]);
});

test("every sheet is listed with its table, or with the reason why there is none", () => {
  expect(host.textContent).toContain("表6：表6");
  expect(host.textContent).toContain("花名册：没有找到部门预算表的表名");
});

test("a column says why it is taken for what it is", async () => {
  await click("表6：表6");
  expect(host.textContent).toContain("D4 的栏目名是“一般公共预算支出/基本支出”");
});

test("the user sets the table, a column and a row's kind", async () => {
  await click("花名册");
  await choose("认作", "表3 支出总体情况表");
  expect(changes).toEqual([{ sheet: "花名册", table: "T03" }]);
  await click("花名册");
  await click("表6：表6");
  await choose("4 基本支出", "C 列 一般公共预算支出/总计");
  await choose("第 8 行 201 一般公共服务支出 1890.17", "不是表中的行");
  expect(changes.slice(1)).toEqual([
    { sheet: "表6", table: "T06", columns: { "4": 2 } },
    { sheet: "表6", table: "T06", rows: { "7": null } },
  ]);
});
