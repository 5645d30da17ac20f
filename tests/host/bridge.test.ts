import type { BridgeHolder } from "../../workbench/host/bridge";
import { answerMessage, attachPortBridge } from "../../workbench/host/bridge";
import { createExcelHost } from "../../workbench/host/excelHost";
import type { OfficeHolder } from "../../workbench/host/officeLoader";
import { createOffice } from "../../workbench/host/officeLoader";
import { createWorkbookStore } from "../../workbench/host/store";

const QUERY_NAME = JSON.stringify({
  Actions: [{ Id: 2, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["name"] } }],
  ObjectPaths: { "1": { Id: 1, ObjectPathType: 1, Name: "" } },
});

function request(id: number, url = "ProcessQuery"): string {
  return JSON.stringify({
    id,
    type: 1,
    flags: 0,
    message: { url, method: "POST", headers: {}, body: QUERY_NAME },
  });
}

test("a message between two windows is answered under its own number", async () => {
  const host = createExcelHost(createWorkbookStore("预算.xlsx"));
  const holder: BridgeHolder = {};
  const answers: string[] = [];
  const bridge = attachPortBridge(holder, (text) => {
    void answerMessage(host, text).then((answer) => bridge.receive(answer));
  });
  bridge.onMessageFromHost = (text) => answers.push(text);
  holder._richApiNativeBridge?.sendMessageToHost(request(41));
  expect(answers).toStrictEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  const answer = JSON.parse(answers[0] ?? "{}") as {
    id: number;
    message: { statusCode: number; body: string };
  };
  expect([answer.id, answer.message.statusCode]).toStrictEqual([41, 200]);
  expect(JSON.parse(answer.message.body)).toStrictEqual({
    Results: [{ ActionId: 2, Value: { Name: "预算.xlsx" } }],
  });
});

test("a message that is no request is refused", async () => {
  const host = createExcelHost(createWorkbookStore());
  await expect(answerMessage(host, request(1, "GetAccessToken"))).rejects.toThrow("NotImplemented");
});

test("an action of an unknown kind is refused, not passed over", async () => {
  const host = createExcelHost(createWorkbookStore());
  const body = QUERY_NAME.replace('"ActionType":2', '"ActionType":12');
  const answer = JSON.parse(await host.process(body)) as { Error: { Code: string; Message: string } };
  expect(answer.Error).toMatchObject({
    Code: "NotImplemented",
    Message: "ActionType 12 is not known to this host.",
  });
});

test("the page around hears of each request, and no more once it has stopped listening", async () => {
  const host = createExcelHost(createWorkbookStore());
  let heard = 0;
  const stop = host.onProcessed(() => heard++);
  await host.process(QUERY_NAME);
  stop();
  await host.process(QUERY_NAME);
  expect([heard, host.roundTrips]).toStrictEqual([1, 2]);
});

describe("the stand-in for office.js", () => {
  test("onReady waits for the client, and what the client has made stays", async () => {
    const holder: OfficeHolder = {};
    const office = createOffice(holder, { displayLanguage: "en-US" });
    const early = (holder.Office as typeof Office).onReady();
    // As the client does: an Office of its own, with members that cannot be set.
    holder.Office = Object.defineProperty({ addin: { hide: 1 }, ribbon: 2 }, "context", {
      get: () => undefined,
    });
    office.clientLoaded();
    expect(await early).toStrictEqual({ host: "Excel", platform: "OfficeOnline" });
    const made = holder.Office as typeof Office;
    expect(made.context.displayLanguage).toBe("en-US");
    expect(made).toMatchObject({ ribbon: 2, addin: { hide: 1 } });
    expect(typeof made.addin.showAsTaskpane).toBe("function");
  });

  test("a ribbon command runs until it says that it is done", async () => {
    const holder: OfficeHolder = {};
    const { invoke } = createOffice(holder);
    let finish = () => {};
    (holder.Office as typeof Office).actions.associate("validate", (event: Office.AddinCommands.Event) => {
      finish = () => event.completed();
    });
    let isDone = false;
    const run = invoke("validate").then(() => (isDone = true));
    await Promise.resolve();
    expect(isDone).toBe(false);
    finish();
    await run;
    await expect(invoke("verify")).rejects.toThrow('"verify"');
  });

  test("opening the pane from code is handed to the page", async () => {
    const holder: OfficeHolder = {};
    const showTaskpane = jest.fn();
    createOffice(holder, { showTaskpane });
    await (holder.Office as typeof Office).addin.showAsTaskpane();
    expect(showTaskpane).toHaveBeenCalledTimes(1);
  });
});
