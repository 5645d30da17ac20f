import { DEFAULT_PREFERENCES } from "../../taskpane/preferences";
import type { Preferences } from "../../taskpane/preferences";
import { createSession } from "../../taskpane/session";
import type { PaneActions } from "../../taskpane/session";
import { checkResult, finding } from "./findings";

const RESULT = checkResult([finding()]);

function begin(change: Partial<PaneActions> = {}) {
  const calls: unknown[] = [];
  const logged: unknown[] = [];
  let saved: Preferences = DEFAULT_PREFERENCES;
  const session = createSession(
    {
      check: async (edition) => {
        calls.push(["check", edition]);
        return RESULT;
      },
      clear: async () => {
        calls.push(["clear"]);
        return 3;
      },
      select: async (cell) => void calls.push(["select", cell]),
      ...change,
    },
    { load: () => saved, save: (preferences) => void (saved = preferences) },
    (error) => void logged.push(error),
  );
  return { session, calls, logged, saved: () => saved };
}

test("a check runs with the preferred edition and leaves its result", async () => {
  const { session, calls } = begin();
  session.prefer({ edition: 2019 });
  const phases: string[] = [];
  session.subscribe(() => phases.push(session.getState().phase.kind));
  await session.check();
  expect(calls).toEqual([["check", 2019]]);
  expect(phases).toEqual(["running", "checked"]);
  expect(session.getState().result).toBe(RESULT);
});

test("clearing marks keeps the list of the last check and says how many there were", async () => {
  const { session } = begin();
  await session.check();
  await session.clear();
  expect(session.getState()).toMatchObject({ phase: { kind: "cleared", count: 3 }, result: RESULT });
});

test("a second click while a check runs begins nothing and waits for the same end", async () => {
  let finish = (): void => {};
  let begun = 0;
  const { session, calls } = begin({
    check: () => {
      begun++;
      return new Promise((resolve) => (finish = () => resolve(RESULT)));
    },
  });
  const first = session.check();
  const second = session.clear();
  finish();
  await Promise.all([first, second]);
  expect(begun).toBe(1);
  expect(calls).toEqual([]);
  expect(session.getState().phase.kind).toBe("checked");
});

test("after an end, also a bad one, the next check can begin", async () => {
  let isBad = true;
  const { session } = begin({
    check: async () => {
      if (isBad) throw new Error("boom");
      return RESULT;
    },
  });
  await session.check();
  expect(session.getState().phase).toEqual({ kind: "failed", problem: null });
  isBad = false;
  await session.check();
  expect(session.getState().phase.kind).toBe("checked");
});

test("a failure of the product's own carries its message to the user, the host's words go to the log", async () => {
  const problem = Object.assign(new Error("Excel says no"), { key: "host.cellEditMode", args: {} });
  const { session, logged } = begin({ check: () => Promise.reject(problem) });
  await session.check();
  expect(session.getState().phase).toEqual({
    kind: "failed",
    problem: { key: "host.cellEditMode", args: {} },
  });
  expect(logged).toEqual([problem]);
});

test("going to a cell that is gone becomes a failure the pane can show", async () => {
  const { session } = begin({ select: () => Promise.reject(new Error("ItemNotFound")) });
  await session.goTo({ sheet: "表6", row: 1, column: 1 });
  expect(session.getState().phase.kind).toBe("failed");
});

test("preferences are saved when changed and read at the next start", () => {
  const { session, saved } = begin();
  session.prefer({ shown: ["error"] });
  expect(saved()).toEqual({ edition: "auto", shown: ["error"] });
  expect(session.getState().preferences).toEqual(saved());
});
