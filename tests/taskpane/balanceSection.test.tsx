/** @jest-environment jsdom */
import { act } from "react";
import { applyBalance, lockFigures, previewBalance } from "../../src/actions/balanceRounding";
import { checkSnapshot } from "../../src/actions/validate";
import { takeBack } from "../../src/actions/takeBack";
import { highsSolver } from "../../src/cli/highsSolver";
import type { Actions } from "../../taskpane/actions";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { button, host, open as openPane, session, setUpPane } from "./openPane";

setUpPane();

/** The pane at 校验 over a workbook: the real budget, which has 20 rounding differences, unless another is given. */
async function open(workbook = seedWorkbook()) {
  const port = new MemoryPort(workbook);
  const actions: Partial<Actions> = {
    check: async () => checkSnapshot(await port.read()),
    previewBalance: (task) => previewBalance(port, highsSolver, task),
    applyBalance: (plan, { workbook }) => applyBalance(port, plan, workbook),
    lockFigures: (locks, task) => lockFigures(port, highsSolver, locks, task),
    takeBack: (written) => takeBack(port, written),
  };
  await openPane(actions);
  return port;
}

/** Presses a button and waits for what it began. */
async function press(text: string) {
  await act(async () => button(text).click());
  for (let waits = 0; session.getState().phase.kind === "running" && waits < 500; waits++)
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
}

test("it lists the figures to change, changes them in one step, and takes them back", async () => {
  const port = await open();
  await press("校验");
  await press("列出要改的数");
  expect(host.textContent).toMatch(/改 \d+ 个数，消除 20 处尾差/);
  expect(port.batches).toHaveLength(0);
  await press("改这");
  expect(port.batches).toHaveLength(1);
  expect(host.textContent).toMatch(/0 尾差.*舍位平衡改了 \d+ 个数|舍位平衡改了 \d+ 个数.*· 0 尾差/);
  await press("列出要改的数");
  expect(host.textContent).toContain("没有尾差，不用改。");
  await press("撤销舍位平衡");
  expect(host.textContent).toMatch(/已撤销，\d+ 个单元格恢复原样/);
  expect(host.textContent).toContain("20 尾差");
  await press("列出要改的数");
  expect(host.textContent).toContain("消除 20 处尾差");
});

test("a figure that must stay is kept as it is, in the workbook, until it is let go", async () => {
  const port = await open();
  await press("校验");
  await press("列出要改的数");
  const keep = host.querySelector<HTMLButtonElement>('button[aria-label^="不改 "]')!;
  const [, sheet, cell] = keep.getAttribute("aria-label")!.split(" ");
  const lock = `${sheet}!${cell}`;
  await act(async () => keep.click());
  for (let waits = 0; session.getState().phase.kind === "running" && waits < 500; waits++)
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(Object.values(port.settings)).toEqual([JSON.stringify([lock])]);
  expect(host.querySelector(`button[aria-label="不改 ${sheet} ${cell}"]`)).toBeNull();
  await press(`${lock} ×`);
  expect(port.settings).toEqual({});
});

test("it is not there before a check, nor where no table is found", async () => {
  await open({ name: "空白.xlsx", sheets: [] });
  expect(host.textContent).not.toContain("舍位平衡");
  await press("校验");
  expect(host.textContent).toContain("没有找到部门预算表");
  expect(host.textContent).not.toContain("舍位平衡");
});
