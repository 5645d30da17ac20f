import { writeFileSync } from "node:fs";
import { reportWorkbook } from "../../src/actions/report";
import { validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { planReport } from "../../src/planning/report";
import type { Cell, SheetSnapshot } from "../../src/workbook/snapshot";
import { storeFromSnapshot } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { playSequence } from "../support/commandSequence";
import { COMMANDS, TABLE_COMMANDS } from "../support/faults/commands";
import { cleanRun, faultsOf } from "../support/faults/faults";
import { DISTURBANCES, WAYS } from "../support/faults/ways";
import type { Way } from "../support/faults/ways";
import { seedWorkbook } from "../support/seedWorkbook";
import { withoutWaiting } from "../support/withoutWaiting";
import type { HostResult } from "./reliability/limits";

type Row = HostResult["rows"][number];
const rows: Row[] = [];

afterAll(() => {
  const file = process.env["RELIABILITY_FILE"];
  if (file !== undefined) writeFileSync(file, JSON.stringify({ rows } satisfies HostResult));
});

withoutWaiting();

function note(what: string, came: string, must: string, holds: boolean): void {
  rows.push({ what, came, must, holds });
}

/** Those of one part of several, which run beside each other: "2/3" in FAULTS_PART; all where nothing is said. */
function commandsOfPart() {
  const [part = 1, parts = 1] = (process.env["FAULTS_PART"] ?? "1/1").split("/").map(Number);
  return Object.entries(COMMANDS).filter((_, index) => index % parts === part - 1);
}

/**
 * How round trips of a command go wrong; in the short form without what tests/host/faults.test.ts does, which .ci/run has run
 * before, and of the commands that it leaves to this one two kinds.
 */
function waysFor(name: string): Readonly<Record<string, Way>> {
  if (process.env["SHORT"] === undefined) return WAYS;
  if (name in TABLE_COMMANDS) return DISTURBANCES;
  return Object.fromEntries(Object.entries(WAYS).filter(([way]) => IN_SHORT.has(way)));
}

const IN_SHORT: ReadonlySet<string> = new Set(["half", "a user who types meanwhile"]);

test("faults at every round trip of every command leave the workbook as before or as asked", async () => {
  const counted = { faults: 0, torn: 0, withoutResult: 0 };
  const commands = commandsOfPart();
  const kinds = new Set<string>();
  for (const [name, command] of commands) {
    const clean = await cleanRun(command);
    for (const [way, how] of Object.entries(waysFor(name))) {
      kinds.add(way);
      const { faults, torn, withoutResult } = await faultsOf(clean, how);
      counted.faults += faults;
      counted.torn += torn.length;
      counted.withoutResult += withoutResult;
      expect([name, way, torn]).toEqual([name, way, []]);
    }
  }
  note(
    `${counted.faults} faults (${kinds.size} kinds at every round trip of ${commands.length} commands): cells lost or left changed`,
    String(counted.torn),
    "0",
    counted.torn === 0,
  );
  note("results of checks thrown away", String(counted.withoutResult), "0", counted.withoutResult === 0);
}, 900_000);

test("commands and user edits as chance has them are taken back exactly", async () => {
  const [first, count] = [Number(process.env["FIRST_SEQUENCE"] ?? 1), Number(process.env["SEQUENCES"] ?? 12)];
  const wrong: string[] = [];
  let undone = 0;
  let userEdits = 0;
  for (let seed = first; seed < first + count; seed++) {
    const done = await playSequence(seed);
    undone += done.undone;
    userEdits += done.userEdits;
    if (done.wrong !== undefined) wrong.push(`${seed}: ${done.wrong}`);
  }
  note(
    `sequences ${first} to ${first + count - 1} of 20 commands and user edits (${undone} steps, ${userEdits} edits): not undone exactly`,
    String(wrong.length),
    "0",
    wrong.length === 0,
  );
  expect(wrong).toEqual([]);
}, 3_600_000);

/** A sheet of figures that has nothing to do with budgets. */
function unrelated(index: number): SheetSnapshot {
  const values = new Map<number, ReadonlyMap<number, Cell>>();
  for (let row = 0; row < 12_000; row++) {
    const cells = Array.from({ length: 12 }, (_, column): [number, Cell] => [
      column,
      { value: (row * 12 + column + index) / 100, numberFormat: "General" },
    ]);
    values.set(row, new Map(cells));
  }
  return { name: `流水${index}`, rows: values, marks: [], isProtected: false, isHidden: false };
}

/** What goes to Excel and comes back, as far as it is large. */
function measured(host: ReturnType<typeof loadRuntime>["host"]) {
  const size = { request: 0, response: 0, answered: 0 };
  const { process: answer } = host;
  Object.assign(host, {
    process: async (body: string, flags?: number) => {
      const response = await answer(body, flags);
      size.request = Math.max(size.request, Buffer.byteLength(body));
      size.response = Math.max(size.response, Buffer.byteLength(response));
      size.answered += Buffer.byteLength(response);
      return response;
    },
  });
  return size;
}

test("fourteen tables among twenty sheets of 12,000 rows, 3,000 findings and their report go through", async () => {
  const budget = seedWorkbook("complete");
  // Every name of a code is wrong in a long list of them, so that there are some thousand findings.
  const spoilt = budget.sheets.map((sheet) => (sheet.name === "表6" ? longTable(sheet) : sheet));
  const sheets = [...spoilt, ...Array.from({ length: 20 }, (_, index) => unrelated(index))];
  const runtime = loadRuntime(storeFromSnapshot({ ...budget, sheets }));
  const size = measured(runtime.host);
  const port = excelPort();
  const before = runtime.host.roundTrips;
  await port.read({ isWanted: () => false });
  const trips = runtime.host.roundTrips - before;
  const allowed = 3 + Math.ceil(size.answered / 4_000_000);
  note(
    "14 tables and 20 sheets of 12,000 x 12: round trips of a reading",
    String(trips),
    `${allowed}`,
    trips <= allowed,
  );
  const result = await validateAndMark(port);
  const findings = result.findings.length;
  note("findings, all told", String(findings), "3,000 or more", findings >= 3000);
  await reportWorkbook(port, port, { date: "2026-11-30" });
  const report = planReport(result, "校验报告", "zh-CN", {}).rows.length;
  note("rows of the report", String(report), "3,000 or more", report >= 3000);
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  note("largest request, with 5 MB as the limit", mb(size.request), "4.5 MB", size.request <= 4_500_000);
  note("largest response, with 5 MB as the limit", mb(size.response), "4.5 MB", size.response <= 4_500_000);
  const refused = result.findings.filter(
    ({ rule }) => rule.startsWith("marks.notWritten") || rule === "sheet.refused",
  );
  note("marks not written, sheets refused", String(refused.length), "0", refused.length === 0);
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
}, 900_000);

/** 表6 with 3,100 rows of codes that no list has. */
function longTable(sheet: SheetSnapshot): SheetSnapshot {
  const cells = new Map(sheet.rows);
  const last = Math.max(...cells.keys());
  const model = cells.get(last) ?? new Map<number, Cell>();
  for (let index = 0; index < 3100; index++) {
    const line = new Map(model);
    line.set(0, { value: `20199${String(index % 100).padStart(2, "0")}`, numberFormat: "@" });
    line.set(1, { value: `不知名支出${index}`, numberFormat: "General" });
    cells.set(last + 1 + index, line);
  }
  return { ...sheet, rows: cells };
}
