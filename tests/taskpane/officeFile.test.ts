/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_DEFAULTS, readOfficeDefaults } from "../../src/actions/officeDefaults";
import { bindActions } from "../../taskpane/actions";
import { fetchOfficeDefaults } from "../../taskpane/officeFile";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { NO_LISTS } from "./paneServices";

const RULES =
  '{"version":1,"name":"某某厅 2027","rules":[{"id":"自7","text":"T06[合计].c3 = T06[合计].c4"}]}';
const WITHOUT_PROGRESS = { step: async () => undefined } as never;

/** A web server that answers with this. */
const answering = (status: number, text = "") =>
  (async () => ({ status, ok: status === 200, text: async () => text })) as unknown as typeof fetch;

/** The pane's actions over the seed workbook, with an office's file. */
function actionsWith(office: typeof NO_DEFAULTS) {
  const port = new MemoryPort(seedWorkbook()) as never;
  return bindActions(port, "zh-CN", () => Promise.reject(new Error("not asked")), { ...NO_LISTS, office });
}

const foundBy = async (office: typeof NO_DEFAULTS) =>
  (await actionsWith(office).check("auto", WITHOUT_PROGRESS, undefined, true)).findings.map(
    ({ rule }) => rule,
  );

test("the pane checks by the relations of the office's file", async () => {
  expect(await foundBy(NO_DEFAULTS)).not.toContain("自7");
  expect(await foundBy(readOfficeDefaults(RULES, "office.json"))).toContain("自7");
});

test("a file that cannot be had or used is said by every check; where there is none nothing is", async () => {
  expect(await fetchOfficeDefaults(answering(404))).toEqual(NO_DEFAULTS);
  expect(await foundBy(await fetchOfficeDefaults(answering(503)))).toContain("rules.unread");
  expect(await foundBy(await fetchOfficeDefaults(answering(200, "<!doctype html>")))).toContain(
    "rules.unread",
  );
  const offline = (() => Promise.reject(new TypeError("Failed to fetch"))) as typeof fetch;
  expect(await foundBy(await fetchOfficeDefaults(offline))).toContain("rules.unread");
});

test("the file that comes with the add-in says nothing", async () => {
  const text = readFileSync(join(__dirname, "../../taskpane/office.json"), "utf8");
  expect(await fetchOfficeDefaults(answering(200, text))).toEqual(NO_DEFAULTS);
});
