/** @jest-environment jsdom */
import { act } from "react";
import { applyFill, previewFill } from "../../src/actions/fillCodes";
import type { FillOptions } from "../../src/actions/fillCodes";
import { takeBack } from "../../src/actions/takeBack";
import { cellAtAddress } from "../../src/workbook/snapshot";
import type { Actions, FillRequest } from "../../taskpane/actions";
import { blankCells } from "../support/blankedCells";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { host, open as openPane, services, setUpPane } from "./openPane";

setUpPane();

const optionsOf = ({ scope, answers }: FillRequest): FillOptions => ({ scope, answers });

/** The pane at 编码 over the real budget with the codes of some tables emptied. */
async function open(tables: readonly string[]) {
  const port = new MemoryPort(blankCells(seedWorkbook(), tables, { kind: "codes" }).workbook);
  const actions: Partial<Actions> = {
    fillScope: async (kind) => (kind === "workbook" ? { kind } : { kind: "table", sheet: "表6" }),
    previewFill: (request, task) => previewFill(port, optionsOf(request), task),
    applyFill: (fills, request, task) => applyFill(port, fills, optionsOf(request), task),
    takeBack: (written) => takeBack(port, written),
  };
  await openPane(actions);
  await act(async () => services.show("codes", "fill"));
  return port;
}

const click = (text: string) =>
  act(async () => {
    const found = [...host.querySelectorAll<HTMLButtonElement>("button:not([role=tab])")].find((one) =>
      one.textContent?.includes(text),
    );
    if (!found) throw new Error(`no button "${text}" in: ${host.textContent}`);
    found.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

const codeAt = async (port: MemoryPort, sheet: string, row: number) =>
  cellAtAddress(await port.read(), { sheet, row, column: 0 })?.value;

test("it lists from, to and why, fills in one batch, and takes it back", async () => {
  const port = await open(["T06"]);
  await click("列出可填的");
  expect(host.textContent).toContain("可填 22 处");
  expect(host.textContent).toContain("空 → 20103");
  expect(host.textContent).toContain("只有编码 20103");
  expect(port.batches).toHaveLength(0);
  await click("填入 22 处");
  expect(port.batches).toHaveLength(1);
  expect(await codeAt(port, "表6", 8)).toBe("20103");
  expect(host.textContent).toContain("已填 22 处");
  await click("撤销填充");
  expect(await codeAt(port, "表6", 8)).toBeUndefined();
  expect(host.textContent).toContain("已撤销 22 处");
});

test("what nothing decides is asked for, and an answer goes into the list of fills", async () => {
  const port = await open(["T10"]);
  await click("列出可填的");
  expect(host.textContent).toContain("可填 3 处");
  expect(host.textContent).toContain("待您选定 18 处");
  const select = host.querySelector<HTMLSelectElement>('select[aria-label="表10 A8 请选择"]')!;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, "2010399");
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(host.textContent).toContain("待您选定 17 处");
  await click("填入 4 处");
  expect(await codeAt(port, "表10", 7)).toBe("2010399");
});

test("a cell filled by hand between the list and the filling keeps what was typed", async () => {
  const port = await open(["T06"]);
  await click("列出可填的");
  await port.apply([{ kind: "writeCell", sheet: "表6", row: 28, column: 0, content: { value: "2210202" } }]);
  await click("填入 22 处");
  expect(await codeAt(port, "表6", 28)).toBe("2210202");
  expect(await codeAt(port, "表6", 8)).toBe("20103");
});
