/** @jest-environment jsdom */
import { act } from "react";
import { createJournal } from "../../src/actions/journal/journal";
import type { Step } from "../../src/actions/journal/journal";
import type { Consent, Undone } from "../../src/actions/journal/undoStep";
import { describe as describeMessage } from "../../src/messages/describe";
import { readSteps, stepsIn, writeSteps } from "../../taskpane/journalStore";
import { checkResult, finding } from "./findings";
import { button, click, host, open, services, session, setUpPane, visited } from "./openPane";

setUpPane();

const LABEL = { key: "journal.fill", args: { count: "12" } };
const step = (id: number, label: Step["label"] = LABEL): Step => ({
  id,
  label,
  isOpen: false,
  edits: [{ kind: "writeCell", sheet: "表6", row: 9, column: 0, content: { value: "2010301" } }],
  sheets: [],
  before: {
    name: "预算.xlsx",
    sheets: [
      {
        name: "表6",
        rows: new Map([[9, new Map([[2, { value: 725.78, numberFormat: "#,##0.00" }]])]]),
        marks: [],
        isProtected: false,
        isHidden: false,
      },
    ],
  },
  kept: { formats: [{ sheet: "表6", row: 9, column: 0, numberFormat: "General" }], rows: [], names: [] },
});

async function openWith(steps: readonly Step[], answers: readonly Undone[]) {
  const journal = createJournal({ load: () => steps, save: () => undefined });
  const asked: Consent[] = [];
  await open({
    journal,
    forgetStep: () => journal.drop(journal.steps().at(-1)?.id ?? 0),
    undo: async (consent) => {
      asked.push(consent);
      const answer = answers[asked.length - 1];
      if (answer?.kind === "undone") journal.drop(journal.steps().at(-1)?.id ?? 0);
      return answer;
    },
  });
  return { journal, asked };
}

test("the last step is named, and taken back by one click, then the one before", async () => {
  const accept = { key: "journal.accept", args: {} };
  const { asked } = await openWith(
    [step(1, accept), step(2)],
    [
      { kind: "undone", label: LABEL, kept: 0 },
      { kind: "undone", label: accept, kept: 0 },
    ],
  );
  expect(host.textContent).toContain("上一步：填充编码 12 处");
  await click("撤销");
  expect(session.getState().phase).toMatchObject({ kind: "done", notice: "已撤销：填充编码 12 处。" });
  expect(host.textContent).toContain("上一步：接受一条结果");
  await click("撤销");
  expect(host.textContent).not.toContain("上一步");
  expect(asked).toEqual(["ask", "ask"]);
});

test("where cells were changed since they are named, can be gone to, and nothing goes unasked", async () => {
  const cells = [{ sheet: "表6", row: 9, column: 0 }];
  const { asked } = await openWith(
    [step(1)],
    [
      { kind: "asks", label: LABEL, cells, sheets: [], mayKeep: true },
      { kind: "undone", label: LABEL, kept: 1 },
    ],
  );
  await click("撤销");
  expect(host.textContent).toContain("下面 1 个单元格又改过");
  await click("表6 A10");
  expect(visited).toEqual(cells);
  await click("只撤销没改过的");
  expect(asked).toEqual(["ask", "keep"]);
  expect(session.getState().phase).toMatchObject({
    notice: "已撤销：填充编码 12 处；后来又改过的 1 个单元格没有动。",
  });
});

test("a step that cannot be taken back says why and can be given up", async () => {
  const why = { key: "journal.moved", args: { sheets: ["表6"] } };
  await openWith([step(1)], [{ kind: "blocked", label: LABEL, why }]);
  await click("撤销");
  expect(host.textContent).toContain("工作表“表6”增删过行、改过名或已删除，不能撤销");
  await click("不再撤销这一步");
  expect(host.textContent).not.toContain("上一步");
});

test("a step that was left half done says so", async () => {
  await openWith([{ ...step(1), isOpen: true }], []);
  expect(host.textContent).toContain("没有做完：填充编码 12 处");
  await act(async () => expect(button("撤销").disabled).toBe(false));
});

test("steps come back from their text as they were, the newest that have room", () => {
  const steps = [step(1), step(2)];
  expect(readSteps(writeSteps(steps))).toEqual(steps);
  expect(readSteps(writeSteps(steps, writeSteps([step(2)]).length))).toEqual([step(2)]);
});

test("the steps of one workbook are not those of another, and broken ones are none", () => {
  const kept = new Map<string, unknown>();
  const store = {
    get: (key: string) => kept.get(key),
    set: (key: string, value: unknown) => kept.set(key, value),
  };
  stepsIn(store, "C:\\预算.xlsx").save([step(1)]);
  expect(stepsIn(store, "C:\\预算.xlsx").load()).toEqual([step(1)]);
  expect(stepsIn(store, "C:\\决算.xlsx").load()).toEqual([]);
  kept.set("journal", { workbook: "C:\\决算.xlsx", steps: "[{" });
  expect(stepsIn(store, "C:\\决算.xlsx").load()).toEqual([]);
});

test("the steps of a workbook that was never saved are offered in no other that was never saved", () => {
  const kept = new Map<string, unknown>();
  const store = {
    get: (key: string) => kept.get(key),
    set: (key: string, value: unknown) => kept.set(key, value),
  };
  stepsIn(store, "").save([step(1)]);
  expect(stepsIn(store, "").load()).toEqual([]);
});

test("where Excel empties its undo list nothing is written before the user was told once and has chosen", async () => {
  const checks: unknown[] = [];
  await open({
    losesUndo: () => true,
    check: async (_edition, _task, _sheet, isListOnly) => {
      checks.push(isListOnly);
      return checkResult([]);
    },
  });
  expect(host.textContent).toContain("不能再用 Excel 自己的撤销取消");
  await act(() => services.check());
  await click("照常标记");
  expect(host.textContent).not.toContain("Excel 自己的撤销");
  await act(() => services.check());
  expect(checks).toEqual([true, false, false]);
  await act(async () => session.prefer({ isListOnly: true }));
  await act(() => services.check());
  expect(checks.at(-1)).toBe(true);
  expect(host.textContent).toContain("只列出，没有标记单元格（可在“设置”里改）。");
});

test("marks that Excel refused are told of above the list, not only among the findings of a sheet", async () => {
  const message = { key: "marks.notWritten.protected", args: { count: "2", cells: ["表1!B5", "表1!B6"] } };
  const refused = finding({ severity: "info", rule: "marks.notWritten", sheet: "表1", message });
  await open({ check: async () => checkResult([refused]) });
  await act(() => services.check());
  const sentence = describeMessage(message, "zh-CN");
  expect(host.textContent?.split(sentence)).toHaveLength(3);
  expect([...host.querySelectorAll("p")].map(({ textContent }) => textContent)).toContain(sentence);
});

test("an Excel that keeps its undo list is not asked about it", async () => {
  await open({ losesUndo: () => false });
  expect(host.textContent).not.toContain("Excel 自己的撤销");
});
