import { ribbonCommands } from "../../taskpane/commands";
import type { Services } from "../../taskpane/services";

function setUp(phase: "done" | "failed") {
  const log: string[] = [];
  const services = {
    check: async () => void log.push("check"),
    clear: async () => void log.push("clear"),
    show: async () => void log.push("pane"),
    session: { getState: () => ({ phase: { kind: phase } }) },
  } as unknown as Services;
  const commands = ribbonCommands(services);
  return { log, commands, event: { completed: () => void log.push("completed") } };
}

test("校验 checks, opens the pane and tells Excel that it is through", async () => {
  const { log, commands, event } = setUp("done");
  await commands.validate(event);
  expect(log).toEqual(["check", "pane", "completed"]);
});

test("清除标记 leaves the pane as it is", async () => {
  const { log, commands, event } = setUp("done");
  await commands.clearMarks(event);
  expect(log).toEqual(["clear", "completed"]);
});

test("清除标记 that failed opens the pane, since the reason stands there alone", async () => {
  const { log, commands, event } = setUp("failed");
  await commands.clearMarks(event);
  expect(log).toEqual(["clear", "pane", "completed"]);
});

test("Excel is told even when the pane cannot be opened, or its ribbon would stay blocked", async () => {
  const { log, event } = setUp("done");
  const services = {
    check: async () => {},
    show: () => Promise.reject(new Error("no pane")),
  } as unknown as Services;
  const { validate } = ribbonCommands(services);
  await expect(validate(event)).rejects.toThrow("no pane");
  expect(log).toEqual(["completed"]);
});
