import { runLiveMode } from "../../taskpane/live";
import type { LiveActions } from "../../taskpane/live";
import { checkResult } from "./findings";
import { paneServices } from "./paneServices";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const RESULT = checkResult([]);
const TYPED = { isRemote: false, cells: 1 };

function setUp(change: Partial<LiveActions> = {}) {
  const { session, logged } = paneServices();
  const log: string[] = [];
  const seen: string[] = [];
  let edit: Parameters<LiveActions["followChanges"]>[0] = () => {};
  const end = runLiveMode(session, {
    followChanges: async (listener) => {
      edit = listener;
      return async () => void log.push("stopped");
    },
    recheck: async (_edition, since) => {
      log.push("checked");
      seen.push(since);
      return RESULT;
    },
    ...change,
  });
  return { session, logged, log, seen, end, edit: (by = TYPED) => edit(by) };
}

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

test("off by default: nothing is followed and nothing checked", async () => {
  const { log, edit } = setUp();
  edit();
  await pass(10_000);
  expect(log).toEqual([]);
});

test("on, it checks at once, then after each pause in typing and not at each keystroke", async () => {
  const { session, log, edit } = setUp();
  session.prefer({ isLive: true });
  await pass(600);
  expect(log).toEqual(["checked"]);
  edit();
  await pass(300);
  edit();
  await pass(300);
  expect(log).toEqual(["checked"]);
  await pass(300);
  expect(log).toEqual(["checked", "checked"]);
  expect(session.getState()).toMatchObject({ result: RESULT, phase: { kind: "idle" } });
});

test.each([
  ["a paste of 200 cells", [{ isRemote: false, cells: 200 }]],
  ["inserted rows", [{ isRemote: false, cells: 0 }]],
  ["another person's change", [{ isRemote: true, cells: 1 }]],
  ["a burst of changes", Array.from({ length: 10 }, () => TYPED)],
])("after %s it waits for a long pause", async (_name, changes) => {
  const { session, log, edit } = setUp();
  session.prefer({ isLive: true });
  await pass(600);
  for (const change of changes) edit(change);
  await pass(2500);
  expect(log).toEqual(["checked"]);
  await pass(1000);
  expect(log).toEqual(["checked", "checked"]);
});

test("while an action runs it holds back, and checks afterwards", async () => {
  const { session, log, edit } = setUp();
  session.prefer({ isLive: true });
  await pass(600);
  let finish = (): void => {};
  void session.run("clear", () => new Promise<void>((resolve) => (finish = resolve)));
  edit();
  await pass(2000);
  expect(log).toEqual(["checked"]);
  finish();
  await pass(1000);
  expect(log).toEqual(["checked", "checked"]);
});

test("switched off, it lets go of the workbook", async () => {
  const { session, log, edit } = setUp();
  session.prefer({ isLive: true });
  await pass(600);
  session.prefer({ isLive: false });
  edit();
  await pass(5000);
  expect(log).toEqual(["checked", "stopped"]);
});

test("where the host tells nothing of changes the switch goes back, with a message", async () => {
  const { session, logged } = setUp({ followChanges: () => Promise.reject(new Error("no events")) });
  session.prefer({ isLive: true });
  await pass(10);
  expect(session.getState()).toMatchObject({ preferences: { isLive: false }, phase: { kind: "failed" } });
  expect(logged).toHaveLength(1);
});

test("a check after typing is told so; after an action, rows that came or others' changes it is not", async () => {
  const { session, seen, edit } = setUp();
  session.prefer({ isLive: true });
  await pass(600);
  edit();
  await pass(600);
  edit({ isRemote: false, cells: 200 });
  await pass(3500);
  expect(seen.splice(0)).toEqual(["anything", "edits", "edits"]);
  await session.run("clear", async () => undefined);
  edit();
  await pass(600);
  edit({ isRemote: false, cells: 0 });
  await pass(3500);
  edit({ isRemote: true, cells: 1 });
  await pass(3500);
  edit();
  await pass(3500);
  expect(seen).toEqual(["anything", "anything", "anything", "edits"]);
});
