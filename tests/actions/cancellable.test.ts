import { applyBalance, lockFigures, previewBalance } from "../../src/actions/balanceRounding";
import { cancellable } from "../../src/actions/cancellable";
import { takeBack } from "../../src/actions/takeBack";
import { Cancelled } from "../../src/actions/task";
import type { Task } from "../../src/actions/task";
import { clearMarks, validateAndMark } from "../../src/actions/validate";
import { highsSolver } from "../../src/cli/highsSolver";
import { excelEvents } from "../../src/excel/events";
import { excelPort } from "../../src/excel/excelPort";
import { createJournal } from "../../src/actions/journal/journal";
import { LastCheck } from "../../src/actions/lastCheck";
import { storeFromSnapshot } from "../../workbench/host/store";
import { joinRuntime } from "../host/loadRuntime";
import { exactText } from "../support/exactText";
import { COMMANDS, SPOILT } from "../support/faults/commands";
import { zeroEngine } from "../support/zeroEngine";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";

/** A user who cancels at the step of that number, from 1; what was said before stands in `said`. */
function cancelsAt(step: number): Task & { readonly said: string[] } {
  const said: string[] = [];
  return {
    said,
    step: async ({ key }) => {
      said.push(key);
      if (said.length >= step) throw new Cancelled();
    },
  };
}

const NEVER = Infinity;

test("an action says when it reads and when it begins to write", async () => {
  const port = new MemoryPort(seedWorkbook("asPublished"));
  await validateAndMark(port, {});
  expect(port.marks.size).toBeGreaterThan(0);
  const task = cancelsAt(NEVER);
  await clearMarks(cancellable(port, task));
  expect(task.said).toEqual(["progress.reading", "progress.writing"]);
  expect(port.marks.size).toBe(0);
});

test.each([1, 2])("cancelled at step %d, clearing marks leaves every one", async (step) => {
  const port = new MemoryPort(seedWorkbook("asPublished"));
  await validateAndMark(port, {});
  const before = port.marks.size;
  await expect(clearMarks(cancellable(port, cancelsAt(step)))).rejects.toThrow(Cancelled);
  expect(port.marks.size).toBe(before);
});

test("once it has changed something, nothing stops an action half-way", async () => {
  const port = new MemoryPort(seedWorkbook());
  const task = cancelsAt(2);
  const steps = cancellable(port, { step: async (message) => void task.said.push(message.key) });
  await steps.apply([{ kind: "writeSetting", key: "a", value: "1" }]);
  await steps.apply([{ kind: "writeSetting", key: "b", value: "2" }]);
  await steps.read();
  expect(task.said).toEqual(["progress.writing"]);
  expect(port.settings).toEqual({ a: "1", b: "2" });
});

test("cancelled, taking back 舍位平衡 leaves it done, and a lock is not kept", async () => {
  const port = new MemoryPort(seedWorkbook());
  const { plan, workbook } = await previewBalance(port, highsSolver);
  if (!plan) throw new Error("no plan");
  const written = await applyBalance(port, plan, workbook);
  const batches = port.batches.length;
  await expect(takeBack(cancellable(port, cancelsAt(2)), written)).rejects.toThrow(Cancelled);
  for (const step of [1, 2, 3]) {
    const task = cancelsAt(step);
    await expect(lockFigures(cancellable(port, task), highsSolver, ["表6!C7"], task)).rejects.toThrow(
      Cancelled,
    );
  }
  expect(port.batches).toHaveLength(batches);
  expect(port.settings).toEqual({});
});

const WRITING = Object.entries(COMMANDS).filter(([, { isCheck, isReading }]) => !isCheck && !isReading);

test.each(WRITING)(
  "%s, cancelled before its first change, is no step of 撤销 and changes nothing",
  async (_name, command) => {
    const store = storeFromSnapshot(command.workbook ?? SPOILT);
    joinRuntime(store, { engine: zeroEngine(store) });
    const port = { ...excelEvents(), ...excelPort(), journal: createJournal() };
    const check = new LastCheck();
    const prepared = await command.prepare?.({ port, check });
    const [before, steps] = [exactText(store), port.journal.steps()];
    for (const step of [1, 2]) {
      const task = cancelsAt(step);
      const ended = await command
        .run({ port: { ...port, ...cancellable(port, task) }, check }, prepared)
        .catch((error: unknown) => error);
      // Some are cancelled by their own task, and by nothing else.
      if (task.said.length < step) continue;
      expect([step, ended]).toEqual([step, expect.any(Cancelled)]);
      expect([step, exactText(store)]).toEqual([step, before]);
      expect(port.journal.steps()).toEqual(steps);
    }
  },
);
