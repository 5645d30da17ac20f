import { neighbour } from "../../taskpane/groups";
import type { Task } from "../../src/actions/task";
import { checkResult, finding } from "./findings";
import { paneServices } from "./paneServices";

const READING = { key: "progress.reading", args: {} };

test("a work is shown while it runs, with its steps, and its end with what it came to", async () => {
  const { session } = paneServices();
  const phases: unknown[] = [];
  session.subscribe(() => phases.push(session.getState().phase));
  const value = await session.run(
    "clear",
    async (task) => {
      await task.step(READING);
      return 3;
    },
    (count) => `${count} 处`,
  );
  expect(value).toBe(3);
  expect(phases).toEqual([
    { kind: "running", work: "clear", progress: null, isCancelling: false },
    { kind: "running", work: "clear", progress: READING, isCancelling: false },
    { kind: "done", work: "clear", notice: "3 处" },
  ]);
});

test("a second click while a work runs begins nothing and waits for the same end", async () => {
  const { session } = paneServices();
  let finish = (): void => {};
  const first = session.run("check", () => new Promise<void>((resolve) => (finish = resolve)));
  let hasBegun = false;
  const second = session.run("clear", async () => (hasBegun = true));
  finish();
  await first;
  expect(await second).toBeUndefined();
  expect(hasBegun).toBe(false);
  expect(session.getState().phase).toMatchObject({ kind: "done", work: "check" });
});

test("cancelled between two steps, a work goes no further and is no failure", async () => {
  const { session, logged } = paneServices();
  const done: string[] = [];
  const work = async (task: Task) => {
    await task.step(READING);
    done.push("read");
    session.cancel();
    expect(session.getState().phase).toMatchObject({ kind: "running", isCancelling: true });
    await task.step({ key: "progress.marking", args: {} });
    done.push("marked");
  };
  expect(await session.run("check", work)).toBeUndefined();
  expect(done).toEqual(["read"]);
  expect(session.getState().phase).toEqual({ kind: "cancelled", work: "check" });
  expect(logged).toEqual([]);
});

test("cancelled after its last step, a work that is through counts as done", async () => {
  const { session } = paneServices();
  await session.run("clear", async () => session.cancel());
  expect(session.getState().phase.kind).toBe("done");
});

test("cancelling when nothing runs does nothing to the next work", async () => {
  const { session } = paneServices();
  session.cancel();
  await session.run("check", async (task) => task.step(READING));
  expect(session.getState().phase.kind).toBe("done");
});

test("after an end, also a bad one, the next work can begin", async () => {
  const { session } = paneServices();
  await session.run("check", () => Promise.reject(new Error("boom")));
  expect(session.getState().phase).toEqual({ kind: "failed", problem: null });
  await session.run("check", async () => {});
  expect(session.getState().phase.kind).toBe("done");
});

test("a failure of the product's own carries its message to the user, the host's words go to the log", async () => {
  const problem = Object.assign(new Error("Excel says no"), { key: "host.cellEditMode", args: {} });
  const { session, logged } = paneServices();
  await session.run("check", () => Promise.reject(problem));
  expect(session.getState().phase).toEqual({
    kind: "failed",
    problem: { key: "host.cellEditMode", args: {} },
  });
  expect(logged).toEqual([problem]);
});

test("while a cell is being edited the work says so, then what it was at; cancelled meanwhile, it is no failure", async () => {
  const { session } = paneServices();
  const seen: (string | undefined)[] = [];
  const progress = () => {
    const { phase } = session.getState();
    seen.push(phase.kind === "running" ? phase.progress?.key : phase.kind);
  };
  await session.run("check", async (task) => {
    await task.step({ key: "progress.marking", args: {} });
    session.waitForCell(true);
    progress();
    session.waitForCell(false);
    progress();
    session.cancel();
    expect(session.isCancelled()).toBe(true);
    throw Object.assign(new Error("given up"), { key: "host.cellEditMode", args: {} });
  });
  progress();
  expect(seen).toEqual(["progress.cellEdit", "progress.marking", "cancelled"]);
  expect(session.isCancelled()).toBe(false);
});

test("a work begun while an unseen one runs waits for it, and nothing unseen begins beside a work", async () => {
  const { session } = paneServices();
  const order: string[] = [];
  let finish = (): void => {};
  const unseen = session.runUnseen(async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    order.push("unseen");
  });
  const seen = session.run("check", async () => void order.push("seen"));
  expect(await session.runUnseen(async () => void order.push("second"))).toBe(false);
  finish();
  expect(await unseen).toBe(true);
  await seen;
  expect(order).toEqual(["unseen", "seen"]);
});

test("an unseen work that fails says nothing to the user, and the log knows why", async () => {
  const { session, logged } = paneServices();
  const failure = new Error("boom");
  await session.runUnseen(() => Promise.reject(failure));
  expect(session.getState().phase.kind).toBe("idle");
  expect(logged).toEqual([failure]);
});

test("preferences are saved when changed and read at the next start", () => {
  const { session, saved } = paneServices();
  session.prefer({ isLive: true });
  expect(saved()).toEqual({
    edition: "auto",
    isLive: true,
    isListOnly: false,
    isTourSeen: true,
    isUndoTold: false,
  });
  expect(session.getState().preferences).toEqual(saved());
});

test("the finding the user is at stays current when a check finds it again, and keeps its place when it does not", () => {
  const { session } = paneServices();
  const [first, second] = [finding(), finding({ cell: { sheet: "表6", row: 9, column: 2 } })];
  session.setResult(checkResult([first, second]));
  session.set({ current: second });
  const again = { ...second, cells: [] };
  session.setResult(checkResult([again]));
  expect(session.getState().current).toBe(again);
  const next = checkResult([finding(), finding({ cell: { sheet: "表6", row: 10, column: 2 } })]);
  session.setResult(next);
  expect(session.getState().current).toBe(again);
  expect(neighbour(next, { filter: "all", sheet: null }, again, 1)?.cell?.row).toBe(10);
  expect(neighbour(next, { filter: "all", sheet: null }, again, -1)).toBe(next.findings[0]);
});
