/** @jest-environment jsdom */
import { act } from "react";
import { checkResult, finding } from "./findings";
import { button, click, open, place, session, setUpPane, tab, visited } from "./openPane";

// The pane does not word findings; a sentence is its key here.
jest.mock("../../src/messages/describe", () => ({
  describe: ({ key }: { key: string }) => key,
  hasWording: (key: string) => key !== "no wording",
}));

setUpPane();

test("采用建议 shows what would change, one press mends and checks again, and 撤销 takes it back", async () => {
  const written = { edits: [], before: { name: "预算.xlsx", sheets: [] } };
  const done: unknown[] = [];
  let checks = 0;
  const mend = {
    label: { key: "改为 725.78", args: {} },
    cells: [{ sheet: "表6", row: 6, column: 3, from: "735.78", to: "725.78" }],
    edits: [],
  };
  await open({
    check: async () => checkResult(checks++ === 0 ? [finding()] : []),
    findMends: async () => [mend],
    applyMend: async (one) => {
      done.push(one);
      return written;
    },
    takeBack: async (one) => done.push(["taken back", one]),
  });
  await click("校验");
  await click("表6!C7");
  expect(place().textContent).toContain("改为 725.78表6!D7：735.78 → 725.78");
  await click("采用建议");
  await act(async () => {});
  expect(done).toEqual([mend]);
  expect(checks).toBe(2);
  expect(place().textContent).toContain("没有发现差错");
  expect(place().textContent).toContain("已改：改为 725.78");
  await click("撤销");
  expect(done).toEqual([mend, ["taken back", written]]);
  expect(checks).toBe(3);
  expect(place().textContent).not.toContain("已改");
});

test("a figure that gives way to a formula is printed as figures are", async () => {
  const mend = {
    label: { key: "改用公式", args: {} },
    cells: [{ sheet: "表6", row: 6, column: 3, from: "1000", to: "=SUM(E7:F7)" }],
    edits: [],
  };
  await open({ check: async () => checkResult([finding()]), findMends: async () => [mend] });
  await click("校验");
  await click("表6!C7");
  expect(place().textContent).toContain("表6!D7：1,000.00 → =SUM(E7:F7)");
});

test("接受 asks for a reason, 忽略尾差 has one, and what was accepted can be taken back", async () => {
  const kept: unknown[] = [];
  const accepted = { reason: "口径不同", date: "2026-03-01" };
  await open({
    check: async () =>
      checkResult([
        finding(),
        finding({ severity: "rounding", cell: { sheet: "表6", row: 8, column: 2 } }),
        finding({ accepted, cell: { sheet: "表6", row: 9, column: 2 } }),
      ]),
    accept: async (one, reason) => void kept.push([one.severity, reason]),
    unaccept: async (one) => void kept.push([one.severity, "unaccepted"]),
  });
  await click("校验");
  await click("表6!C7");
  await click("接受");
  expect(button("确定接受").getAttribute("aria-disabled")).toBe("true");
  const input = place().querySelector("input") as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "财政局口径");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await click("确定接受");
  await act(async () => {});
  await click("尾差 1");
  await click("表6!C9");
  await click("忽略尾差");
  await act(async () => {});
  await click("已接受 1");
  await click("表6!C10");
  await click("取消接受");
  expect(kept).toEqual([
    ["error", "财政局口径"],
    ["rounding", "四舍五入产生的尾差"],
    ["error", "unaccepted"],
  ]);
});

test("the tour has four steps, and once seen it stays away until asked for", async () => {
  await open({});
  await tab("settings");
  await click("再看一遍使用步骤");
  expect(place().textContent).toContain("使用步骤 1/4");
  for (let step = 0; step < 3; step++) await click("下一步");
  expect(place().textContent).toContain("使用步骤 4/4");
  await click("开始使用");
  expect(place().textContent).not.toContain("使用步骤");
  expect(session.getState().preferences.isTourSeen).toBe(true);
});

test("上一处 and 下一处 go from finding to finding", async () => {
  const at = (row: number) => ({ sheet: "表6", row, column: 2 });
  await open({ check: async () => checkResult([finding({ cell: at(3) }), finding({ cell: at(9) })]) });
  await click("校验");
  await click("下一处");
  await click("下一处");
  await click("上一处");
  expect(visited).toEqual([at(3), at(9), at(3)]);
});

test("解释此格 tells which relations the cell takes part in; without selection events it is asked again by a button", async () => {
  let row = 6;
  await open({
    activeCell: async () => ({ sheet: "表6", row, column: 2 }),
    readExplanations: async () => (address) => ({
      address,
      table: { label: "表6", title: "一般公共预算支出预算表" },
      row: `第 ${address.row} 行`,
      column: "总计",
      equations: [],
    }),
  });
  await act(async () => session.set({ isExplaining: true }));
  await act(async () => {});
  expect(place().textContent).toContain("表6!C7 · 表6 · 第 6 行 · 总计这一格不参与任何勾稽关系。");
  row = 8;
  await click("解释所选单元格");
  expect(place().textContent).toContain("表6!C9");
  await click("关闭");
  expect(place().textContent).not.toContain("表6!C9");
});
