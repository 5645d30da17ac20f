/** @jest-environment jsdom */
import { act } from "react";
import { applyRows, previewRows, undoRows } from "../../src/actions/rows";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { bindActions } from "../../taskpane/actions";
import { NO_LISTS } from "./paneServices";
import type { Actions } from "../../taskpane/actions";
import type { RowsKind } from "../../taskpane/session";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { host, open as openPane, services, setUpPane } from "./openPane";

setUpPane();

const budget = seedWorkbook();

/** The row of a code in 表6. */
function rowOf(workbook: WorkbookSnapshot, code: string): number {
  const rows = workbook.sheets.find(({ name }) => name === "表6")?.rows ?? new Map();
  for (const [row, cells] of rows) if (cells.get(0)?.value === code) return row;
  return -1;
}

/** The pane at 表格 or 编码 over the published budget, with some rows of 表6 selected. */
async function open(
  kind: RowsKind,
  firstRow: number,
  place: "tables" | "codes" = "tables",
  workbook: WorkbookSnapshot = budget,
) {
  const port = new MemoryPort(workbook);
  const selectedRange = async () => ({
    sheet: "表6",
    range: { firstRow, lastRow: firstRow, firstColumn: 0, lastColumn: 0 },
  });
  const bound = bindActions(
    { ...port, selectedRange } as unknown as Parameters<typeof bindActions>[0],
    "zh-CN",
    () => Promise.reject(new Error("not asked")),
    NO_LISTS,
  );
  const actions: Partial<Actions> = {
    activeCell: async () => ({ sheet: "表6", row: firstRow, column: 0 }),
    rowsRequest: bound.rowsRequest,
    previewRows: (request, task) => previewRows(port, request, task),
    applyRows: (shown, request, task) => applyRows(port, shown, request, task),
    undoRows: (done) => undoRows(port, done),
  };
  await openPane(actions);
  await act(async () => {
    services.session.set({ rowsKind: kind });
    await services.show(place, place === "tables" ? "rows" : "trees");
  });
  return port;
}

/** Waits until the pane is through with what it was asked for. */
async function quiet(): Promise<void> {
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  await turn();
  while (/正在(读取|写入|计算|列出|打开)/.test(host.textContent ?? "")) await turn();
}

const click = (text: string) =>
  act(async () => {
    const found = [...host.querySelectorAll<HTMLButtonElement>("button:not([role=tab])")].find((one) =>
      one.textContent?.includes(text),
    );
    if (!found) throw new Error(`no button "${text}" in: ${host.textContent}`);
    found.click();
    await quiet();
  });

const type = (label: string, value: string) =>
  act(async () => {
    const found = [...host.querySelectorAll("label")].find((one) => one.textContent === label);
    const input = document.getElementById(found?.htmlFor ?? "") as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

const texts = ({ sheets }: WorkbookSnapshot) =>
  sheets.map(({ rows }) =>
    [...rows].map(([row, cells]) => [
      row,
      [...cells].map(([at, { value, formula }]) => [at, formula ?? value]),
    ]),
  );

test("a code is listed with what comes along, added in one batch, and taken back", async () => {
  const port = await open("code", 8);
  await type("科目编码", "2050803");
  await click("列出增删的行");
  expect(host.textContent).toContain("增加 9 行");
  expect(host.textContent).toContain("2050803 的上级科目缺行，一并补上");
  expect(port.batches).toHaveLength(0);
  await click("增加 9 行");
  expect(port.batches).toHaveLength(1);
  expect(rowOf(await port.read(), "2050803")).toBeGreaterThan(rowOf(budget, "2010301"));
  expect(host.textContent).toContain("已增加 9 行。");
  await click("撤销增删");
  expect(texts(await port.read())).toEqual(texts(budget));
});

test("what cannot be done is said in one sentence, and nothing changes", async () => {
  const port = await open("delete", rowOf(budget, "201"));
  await click("列出增删的行");
  expect(host.querySelector("[role=alert]")?.textContent).toContain("下面还有");
  expect(port.batches).toHaveLength(0);
});

test("a change after the rows came keeps them from being taken back into the wrong place", async () => {
  const port = await open("code", 8);
  await type("科目编码", "2050803");
  await click("列出增删的行");
  await click("增加 9 行");
  await port.apply([{ kind: "writeCell", sheet: "表6", row: 9, column: 3, content: { value: 5 } }]);
  await click("撤销增删");
  expect(host.textContent).toContain("增删行之后又改过这些工作表");
  expect(port.batches).toHaveLength(2);
});

test("整理科目行 lists what it would do in 编码", async () => {
  const port = await open("code", 8, "codes");
  await port.apply([{ kind: "deleteRows", sheet: "表6", row: rowOf(budget, "20103"), count: 1 }]);
  await click("补齐类、款行");
  expect(host.textContent).toContain("表中有它的下级科目，却没有 20103");
  await click("增加 1 行");
  expect(rowOf(await port.read(), "20103")).toBe(rowOf(budget, "20103"));
});

test("figures taken from other tables are listed, become values in one step, and are linked again", async () => {
  const row = rowOf(budget, "2010399");
  const linked = editedWorkbook(budget, [
    {
      kind: "writeCell",
      sheet: "表6",
      row,
      column: 5,
      content: { formula: "=SUMIF('表10'!A:A,A9,'表10'!E:E)", result: 1164.39 },
    },
  ]);
  const port = await open("code", row, "tables", linked);
  const cell = async () =>
    (await port.read()).sheets
      .find(({ name }) => name === "表6")
      ?.rows.get(row)
      ?.get(5);
  await click("列出取自其他表的数");
  expect(host.textContent).toContain("=SUMIF('表10'!A:A,A9,'表10'!E:E) → 1,164.39");
  await click("改写 1 处公式");
  expect(await cell()).toMatchObject({ value: 1164.39 });
  expect((await cell())?.formula).toBeUndefined();
  expect(port.batches).toHaveLength(1);
  await click("恢复取数");
  expect((await cell())?.formula).toBe("=SUMIF('表10'!A:A,A9,'表10'!E:E)");
});

test("按编码排序 says which row goes where, and that the others close up", async () => {
  const port = await open("code", 8, "codes", withLastItemFirst());
  await click("按编码排序");
  expect(host.textContent).toContain("移动 1 行，其余 2 行顺延");
  expect(host.textContent).toContain("第 10 行移到第 12 行 2010399");
  expect(host.textContent).not.toContain("2010301");
  await click("移动 1 行");
  expect(host.textContent).toContain("已移动 1 行。");
  expect(rowOf(await port.read(), "2010399")).toBe(rowOf(budget, "2010399"));
});

/** The budget with 2010399 of 表6 above 2010301 and 2010350. */
function withLastItemFirst(): WorkbookSnapshot {
  const rowOfLast = rowOf(budget, "2010399");
  const first = rowOf(budget, "2010301");
  const places = new Map([[rowOfLast, first]]);
  for (let row = first; row < rowOfLast; row++) places.set(row, row + 1);
  const sheets = budget.sheets.map((sheet) =>
    sheet.name === "表6"
      ? {
          ...sheet,
          rows: new Map(
            [...sheet.rows]
              .map(([row, cells]) => [places.get(row) ?? row, cells] as const)
              .sort(([one], [other]) => one - other),
          ),
        }
      : sheet,
  );
  return { ...budget, sheets };
}
