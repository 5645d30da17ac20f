import { tablesOf } from "../../src/actions/insertTables";
import { INSERTED_BY_COMMAND, ribbonCommands } from "../../taskpane/commands";
import type { InsertOrder } from "../../src/actions/insertTables";
import type { Services } from "../../taskpane/services";

function setUp(phase: "done" | "failed", change: Partial<Services> = {}) {
  const log: string[] = [];
  const services = {
    check: async () => void log.push("check"),
    checkSheet: async () => void log.push("checkSheet"),
    clear: async () => void log.push("clear"),
    step: async (by: number) => void log.push(`step ${by}`),
    report: async () => void log.push("report"),
    insert: async ({ tables }: InsertOrder) => {
      log.push(`insert ${tables.map(({ id, how }) => `${id} ${how}`).join(",")}`);
      return true;
    },
    show: async (place: string, section?: string) =>
      void log.push(section === undefined ? `show ${place}` : `show ${place} ${section}`),
    session: {
      getState: () => ({ phase: { kind: phase } }),
      quieten: () => log.push("quiet"),
      set: (change: object) => log.push(Object.entries(change).flat().join(" ")),
    },
    ...change,
  } as unknown as Services;
  const run = (name: string) => ribbonCommands(services)[name]?.({ completed: () => log.push("completed") });
  return { log, run };
}

test.each([
  ["validate", ["check", "show check", "completed"]],
  ["checkSheet", ["checkSheet", "show check", "completed"]],
  ["clearMarks", ["clear", "completed"]],
  ["nextFinding", ["step 1", "show check", "completed"]],
  ["previousFinding", ["step -1", "show check", "completed"]],
  ["report", ["report", "completed"]],
  ["explainCell", ["isExplaining true", "quiet", "show check explain", "completed"]],
  ["insertCodeRow", ["rowsKind code", "quiet", "show tables rows", "completed"]],
  ["deleteTableRows", ["rowsKind delete", "quiet", "show tables rows", "completed"]],
  ["help", ["quiet", "show settings help", "completed"]],
  ["insertT06", ["insert T06 new", "completed"]],
])(
  "%s does its work, opens the pane where it is shown there, and tells Excel that it is through",
  async (name, steps) => {
    const { log, run } = setUp("done");
    await run(name);
    expect(log).toEqual(steps);
  },
);

test("a command that leads to another part of the pane takes away what was told of the step before", async () => {
  const { log, run } = setUp("done");
  for (const name of ["fillCodes", "findCode", "codeDictionary", "insertSomeTables"]) await run(name);
  expect(log.filter((one) => one === "quiet")).toHaveLength(4);
});

test("清除标记 that failed opens the pane, since the reason stands there alone", async () => {
  const { log, run } = setUp("failed");
  await run("clearMarks");
  expect(log).toEqual(["clear", "show check", "completed"]);
});

test("Excel is told even when the pane cannot be opened, or its ribbon would stay blocked", async () => {
  const { log, run } = setUp("done", { show: () => Promise.reject(new Error("no pane")) });
  await expect(run("validate")).rejects.toThrow("no pane");
  expect(log).toEqual(["check", "completed"]);
});

test("each table of the usual set has a command that inserts it", () => {
  expect(INSERTED_BY_COMMAND).toEqual(tablesOf().map(({ id }) => id));
});
