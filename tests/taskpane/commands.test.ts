import { ribbonCommands } from "../../taskpane/commands";
import type { Session } from "../../taskpane/session";

function setUp(phase: "checked" | "failed" | "cleared") {
  const log: string[] = [];
  const session = {
    check: async () => void log.push("check"),
    clear: async () => void log.push("clear"),
    getState: () => ({ phase: { kind: phase } }),
  } as unknown as Session;
  const commands = ribbonCommands(session, async () => void log.push("pane"));
  return { log, commands, event: { completed: () => void log.push("completed") } };
}

test("校验 checks, opens the pane and tells Excel that it is through", async () => {
  const { log, commands, event } = setUp("checked");
  await commands.validate(event);
  expect(log).toEqual(["check", "pane", "completed"]);
});

test("清除标记 leaves the pane as it is", async () => {
  const { log, commands, event } = setUp("cleared");
  await commands.clearMarks(event);
  expect(log).toEqual(["clear", "completed"]);
});

test("清除标记 that failed opens the pane, since the reason stands there alone", async () => {
  const { log, commands, event } = setUp("failed");
  await commands.clearMarks(event);
  expect(log).toEqual(["clear", "pane", "completed"]);
});

test("Excel is told even when the pane cannot be opened, or its ribbon would stay blocked", async () => {
  const { log, event } = setUp("checked");
  const session = { check: async () => {} } as unknown as Session;
  const { validate } = ribbonCommands(session, () => Promise.reject(new Error("no pane")));
  await expect(validate(event)).rejects.toThrow("no pane");
  expect(log).toEqual(["completed"]);
});
