/** @jest-environment jsdom */
import { act } from "react";
import { checkResult, finding } from "./findings";
import { button, click, host, open, place, services, session, setUpPane, tab, visited } from "./openPane";

// The pane does not word findings; a sentence is its key here.
jest.mock("../../src/messages/describe", () => ({
  describe: ({ key }: { key: string }) => key,
  hasWording: (key: string) => key !== "no wording",
}));

setUpPane();

test("before the first check it says what to do", async () => {
  await open({});
  expect(host.textContent).toContain("还没有校验");
  expect(host.querySelectorAll("ol li")).toHaveLength(3);
});

test("校验 lists each finding with sentence, cell and difference, and says in one line how it came out", async () => {
  await open({
    check: async () =>
      checkResult([
        finding(),
        finding({ severity: "rounding", message: { key: "合计尾差", args: {} }, difference: "-0.01" }),
      ]),
  });
  await click("校验");
  const items = [...place().querySelectorAll("li")].map((item) => item.textContent);
  expect(items).toEqual(["总计 ≠ 基本支出 + 项目支出severity.error表6!C7差 +1.00"]);
  // Rounding differences are folded until they are asked for.
  await click("尾差 1");
  const rounding = [...place().querySelectorAll("li")].map((item) => item.textContent);
  expect(rounding).toEqual(["合计尾差severity.rounding表6!C7差 −0.01"]);
  expect(place().textContent).toContain("3 张表 · 40 条勾稽 · 1 差错 · 1 尾差");
});

test("a workbook without figures is not said to be right: 尚未填数", async () => {
  const { tables } = checkResult([]);
  const unfilled = tables.map((one) => ({ ...one, progress: { isEmpty: true, blanks: [], blankCount: 6 } }));
  await open({ check: async () => checkResult([], { tables: unfilled }) });
  await click("校验");
  expect(place().textContent).toContain("尚未填数");
  expect(place().textContent).not.toContain("没有发现差错");
});

test("what concerns the whole workbook stands under a heading that says so", async () => {
  const about = finding({
    severity: "info",
    table: null,
    sheet: "",
    cell: null,
    message: { key: "没有清单", args: {} },
  });
  await open({ check: async () => checkResult([about]) });
  await click("校验");
  expect(place().querySelector("summary")?.textContent).toBe("整个工作簿1");
});

test("a click on a finding goes to its cell, opens it and shows which was taken", async () => {
  await open({ check: async () => checkResult([finding()]) });
  await click("校验");
  await click("表6!C7");
  expect(visited).toEqual([{ sheet: "表6", row: 6, column: 2 }]);
  expect(button("表6!C7").getAttribute("aria-current")).toBe("true");
  expect(button("表6!C7").getAttribute("aria-expanded")).toBe("true");
  await click("表6!C7");
  expect(button("表6!C7").getAttribute("aria-expanded")).toBe("false");
});

test("opened, a finding shows its equation cell by cell, and each cell can be gone to", async () => {
  const term = (column: number, sign: "" | "+", label: string, amount: string) => ({
    sheet: "表6",
    row: 6,
    column,
    sign,
    factor: "",
    label,
    amount,
  });
  const equation = {
    rule: "T06.c3=c4+c5",
    table: "表6",
    place: "合计",
    operator: "=",
    left: [term(2, "", "总计", "1891.17")],
    right: [
      term(3, "", "基本支出", "725.78"),
      term(4, "+", "项目支出小计", "1164.39"),
      term(5, "+", "其他", ""),
    ],
    outcome: "mismatch",
    sums: { left: "1891.17", right: "1890.17", difference: "1.00" },
  } as const;
  await open({ check: async () => checkResult([finding({ equations: [equation] })]) });
  await click("校验");
  await click("表6!C7");
  expect(place().textContent).toContain(
    "表6（合计）总计 1,891.17＝基本支出 725.78+项目支出小计 1,164.39不符，差 +1.00",
  );
  expect(place().textContent).not.toContain("其他");
  await click("项目支出小计");
  expect(visited.at(-1)).toMatchObject({ sheet: "表6", row: 6, column: 4 });
});

test("a suspect is named with the figure it should be, and can be gone to", async () => {
  await open({
    check: async () =>
      checkResult([
        finding({
          suspects: [
            {
              sheet: "表2",
              row: 4,
              column: 3,
              low: "1164.39",
              high: "1164.39",
              suggested: "1164.39",
              why: [],
            },
            { sheet: "表2", row: 5, column: 3, low: "9.99", high: "10.01", suggested: null, why: [] },
          ],
        }),
      ]),
  });
  await click("校验");
  await click("表6!C7");
  expect(button("表2!D5").textContent).toContain("应为 1,164.39");
  expect(button("表2!D6").textContent).toContain("应在 9.99 至 10.01 之间");
  await click("表2!D5");
  expect(visited.at(-1)).toMatchObject({ sheet: "表2", row: 4, column: 3 });
});

test("a finding about a whole sheet opens and goes nowhere", async () => {
  await open({ check: async () => checkResult([finding({ cell: null, difference: null })]) });
  await click("校验");
  await click("总计");
  expect(button("总计").getAttribute("aria-expanded")).toBe("true");
  expect(visited).toEqual([]);
});

test("the list can be narrowed to one kind, and 全部 brings all back", async () => {
  await open({ check: async () => checkResult([finding(), finding({ severity: "warning" })]) });
  await click("校验");
  await click("差错 1");
  expect(place().querySelectorAll("details li")).toHaveLength(1);
  expect(button("差错 1").getAttribute("aria-pressed")).toBe("true");
  await click("全部");
  expect(place().querySelectorAll("details li")).toHaveLength(2);
});

test("校验本表 lists what concerns the sheet the user is in, and can be widened", async () => {
  const asked: unknown[] = [];
  await open({
    check: async (_edition, _task, sheet) => {
      asked.push(sheet);
      return checkResult([finding(), finding({ sheet: "表2", table: "T02" })]);
    },
  });
  await act(async () => services.checkSheet());
  expect(asked).toEqual(["表6"]);
  expect(place().querySelectorAll("details li")).toHaveLength(1);
  await click("看全部表");
  expect(place().querySelectorAll("details li")).toHaveLength(2);
});

test("表格 lists the tables found, and the sheets without one with the reason", async () => {
  const unplaced = [{ sheet: "封面", reason: { key: "前几行没有表名", args: {} } }];
  await open({ check: async () => checkResult([], { unplaced }) });
  await click("校验");
  expect(place().textContent).toContain("没有发现差错");
  await tab("tables");
  expect(place().textContent).toContain("找到 3 张表");
  expect(place().textContent).toContain("1 张工作表未识别");
  expect(place().textContent).toContain("封面前几行没有表名");
  await click("表6 一般公共预算支出预算表");
  expect(visited).toEqual([{ sheet: "表6", row: 0, column: 0 }]);
});

test("编码 lists what the check says of codes, and nothing else", async () => {
  await open({ check: async () => checkResult([finding(), finding({ rule: "code.unknown" })]) });
  await tab("codes");
  await click("校验");
  expect(place().querySelectorAll("li")).toHaveLength(1);
  await tab("check");
  expect(place().querySelectorAll("li")).toHaveLength(2);
});

test("设置 keeps the year of the code lists", async () => {
  await open({});
  await tab("settings");
  const select = place().querySelector("select") as HTMLSelectElement;
  await act(async () => {
    select.value = "2019";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(session.getState().preferences.edition).toBe(2019);
});

test("a place stays as it was left when another is looked at", async () => {
  await open({ check: async () => checkResult([finding()]) });
  await click("校验");
  const details = place().querySelector("details") as HTMLDetailsElement;
  details.open = false;
  await tab("settings");
  await tab("check");
  expect(place().querySelector("details")).toBe(details);
  expect(details.open).toBe(false);
});

test("a section asked for by the ribbon gets the focus", async () => {
  await open({});
  await act(async () => session.show("settings", "edition"));
  expect(document.activeElement?.textContent).toContain("科目年度");
});

test("a workbook without tables gets advice, not a clean bill", async () => {
  await open({ check: async () => checkResult([], { tables: [] }) });
  await click("校验");
  expect(host.textContent).toContain("没有找到部门预算表");
  expect(host.textContent).not.toContain("没有发现差错");
});

test("without tables, what is said about the sheets is still listed", async () => {
  const notice = finding({ severity: "info", table: null, sheet: "明细", cell: null, difference: null });
  await open({ check: async () => checkResult([notice], { tables: [] }) });
  await click("校验");
  expect(host.textContent).toContain("没有找到部门预算表");
  expect(host.querySelectorAll("details li")).toHaveLength(1);
});

test("取消 stops a check at its next step and says that nothing was changed", async () => {
  await open({
    check: async (_edition, task) => {
      await new Promise((resolve) => setTimeout(resolve));
      await task.step({ key: "正在标记", args: {} });
      return checkResult([finding()]);
    },
  });
  act(() => button("校验").click());
  await click("取消");
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(host.textContent).toContain("已取消，这一步没有改动工作簿");
  expect(place().querySelectorAll("details")).toHaveLength(0);
});

test("while a check runs it says so and takes no second click", async () => {
  let finish = (): void => {};
  let begun = 0;
  await open({
    check: () => {
      begun++;
      return new Promise((resolve) => (finish = () => resolve(checkResult([]))));
    },
  });
  await click("校验");
  expect(host.querySelector("[role=status]")?.textContent).toContain("正在校验");
  expect(button("校验").getAttribute("aria-disabled")).toBe("true");
  await click("校验");
  expect(begun).toBe(1);
  await act(async () => finish());
  expect(host.querySelector("[role=status]")?.textContent).toBe("");
});

test("a failure is shown in the user's words and the last list stays", async () => {
  let isBad = false;
  await open({
    check: async () => {
      if (isBad) throw Object.assign(new Error("x"), { key: "请先退出单元格编辑", args: {} });
      return checkResult([finding()]);
    },
  });
  await click("校验");
  isBad = true;
  await click("校验");
  expect(host.textContent).toContain("请先退出单元格编辑");
  expect(host.querySelectorAll("details li")).toHaveLength(1);
});

test("a failure without a wording gets general advice, never the host's own words", async () => {
  await open({
    check: () => Promise.reject(Object.assign(new Error("0x80"), { key: "no wording", args: {} })),
  });
  await click("校验");
  expect(host.textContent).toContain("没有完成");
  expect(host.textContent).not.toContain("0x80");
});

test("清除标记 says how many marks there were", async () => {
  await open({ clear: async () => 12 });
  await act(async () => services.clear());
  expect(host.textContent).toContain("已清除 12 处标记。");
});

test("in English Excel the pane speaks English", async () => {
  await open({}, "en-US");
  expect(button("Check")).toBeTruthy();
  expect(host.textContent).toContain("Not checked yet");
  expect(host.textContent).not.toMatch(/[\u4e00-\u9fff]/);
});

test("下一处 opens the finding in the list and brings it into view; the one before folds, unless the user had opened it", async () => {
  const seen: (string | null)[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    seen.push(this.textContent);
  };
  const at = (row: number) => ({ sheet: "表6", row, column: 2 });
  const rounding = finding({ severity: "rounding", cell: at(20) });
  await open({
    check: async () => checkResult([finding({ cell: at(3) }), finding({ cell: at(8) }), rounding]),
  });
  await click("校验");
  await click("表6!C9");
  const isOpen = (cell: string) => button(cell).getAttribute("aria-expanded");
  const key = (shiftKey: boolean) =>
    act(async () => {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "F8", shiftKey, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 40));
    });
  await key(false);
  expect([isOpen("表6!C4"), isOpen("表6!C9")]).toEqual(["true", "true"]);
  expect(seen.at(-1)).toContain("表6!C4");
  await key(true);
  expect([isOpen("表6!C4"), isOpen("表6!C9")]).toEqual(["false", "true"]);
  expect(visited.map(({ row }) => row)).toEqual([8, 3, 8]);
  // What is folded at first opens for it too.
  await act(async () => session.set({ current: rounding }));
  expect(isOpen("表6!C21")).toBe("true");
});
