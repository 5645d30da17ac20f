import { checkResult, finding } from "./findings";
import { paneServices } from "./paneServices";

const RESULT = checkResult([finding()]);

test("a check runs with the preferred edition and leaves its result", async () => {
  const editions: unknown[] = [];
  const { services, session } = paneServices({
    check: async (edition) => {
      editions.push(edition);
      return RESULT;
    },
  });
  session.prefer({ edition: 2019 });
  await services.check();
  expect(editions).toEqual([2019]);
  expect(session.getState()).toMatchObject({ phase: { kind: "done", work: "check", notice: null } });
  expect(session.getState().result).toBe(RESULT);
});

test("a check that fails leaves the last result", async () => {
  let isBad = false;
  const { services, session } = paneServices({
    check: async () => {
      if (isBad) throw new Error("boom");
      return RESULT;
    },
  });
  await services.check();
  isBad = true;
  await services.check();
  expect(session.getState().phase.kind).toBe("failed");
  expect(session.getState().result).toBe(RESULT);
});

test("clearing marks keeps the list of the last check and says how many there were", async () => {
  const { services, session } = paneServices({ check: async () => RESULT, clear: async () => 3 });
  await services.check();
  await services.clear();
  expect(session.getState()).toMatchObject({
    phase: { kind: "done", work: "clear", notice: "已清除 3 处标记。" },
    result: RESULT,
  });
});

test("that a cell is hidden is said until another has been gone to; what else failed stays", async () => {
  let isHidden = true;
  const { services, session } = paneServices({
    select: async () => {
      if (isHidden)
        throw Object.assign(new Error("hidden"), {
          key: "host.rowHidden",
          args: { sheet: "表6", row: "12" },
        });
    },
    clear: () => Promise.reject(new Error("boom")),
  });
  const cell = { sheet: "表6", row: 11, column: 5 };
  await services.goTo(cell);
  expect(session.getState().phase).toMatchObject({ kind: "failed", problem: { key: "host.rowHidden" } });
  isHidden = false;
  await services.goTo({ ...cell, row: 12 });
  expect(session.getState().phase).toEqual({ kind: "idle" });
  await services.clear();
  await services.goTo(cell);
  expect(session.getState().phase.kind).toBe("failed");
});

test("下一处 pressed while a check runs waits for it, and goes to what it has found", async () => {
  const [old, next] = [finding(), finding({ cell: { sheet: "表6", row: 20, column: 3 } })];
  let finish = (): void => {};
  let checks = 0;
  const { services, session } = paneServices({
    check: async () => {
      if (checks++ > 0) await new Promise<void>((resolve) => (finish = resolve));
      return checkResult(checks > 1 ? [next] : [old]);
    },
    select: async () => {},
  });
  await services.check();
  const again = services.check();
  await new Promise((resolve) => setTimeout(resolve));
  const step = services.step(1);
  finish();
  await Promise.all([again, step]);
  expect(session.getState().current?.cell).toEqual(next.cell);
});

test("going to a cell that is gone becomes a failure the pane can show", async () => {
  const { services, session } = paneServices({ select: () => Promise.reject(new Error("ItemNotFound")) });
  await services.goTo({ sheet: "表6", row: 1, column: 1 });
  expect(session.getState().phase.kind).toBe("failed");
});

test("the pane opens at the place that a command of the ribbon asks for", async () => {
  const { services, session, calls } = paneServices();
  await services.show("tables", "found");
  expect(session.getState().at).toEqual({ place: "tables", section: "found" });
  expect(calls).toEqual([["pane"]]);
});
