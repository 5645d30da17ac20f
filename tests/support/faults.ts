import { acceptFinding, unacceptFinding } from "../../src/actions/accept";
import { applyFill, previewFill } from "../../src/actions/fillCodes";
import { createJournal } from "../../src/actions/journal/journal";
import type { Journalled } from "../../src/actions/journal/journal";
import { undoLast } from "../../src/actions/journal/undoStep";
import { insertDictionary } from "../../src/actions/codeDictionary";
import { insertTables, undoInsert } from "../../src/actions/insertTables";
import { applyMend, findMends } from "../../src/actions/mend";
import { createRecheck } from "../../src/actions/recheck";
import { reportWorkbook } from "../../src/actions/report";
import { applyRows, planRowsOf, undoRows } from "../../src/actions/rows";
import { takeBack } from "../../src/actions/takeBack";
import { checkSnapshot, clearMarks, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { describe as wordingOf, hasWording } from "../../src/messages/describe";
import type { ForcedFailure } from "../../workbench/host/disturbances";
import { storeFromSnapshot } from "../../workbench/host/store";
import type { WorkbookStore } from "../../workbench/host/store";
import { loadCalculatingRuntime } from "./engineHost";
import { loadRuntime } from "../host/loadRuntime";
import { SMALL_T06, sheetOf, smallT06, workbookOf } from "./sheet";

type Port = ReturnType<typeof excelPort> & Journalled;

/** A command as the pane runs it: what comes before it, and itself. */
export interface Command {
  /** Brings the workbook to where the command begins, undisturbed. */
  prepare?(port: Port): Promise<unknown>;
  run(port: Port, prepared: unknown): Promise<unknown>;
  /** True for a command that shows findings whatever becomes of marks. */
  readonly isCheck?: boolean;
  /** True for a command that brings formulas, whose values only an engine can give. */
  readonly hasFormulas?: boolean;
  /** True for a command that needs a table with a code left out. */
  readonly isOfBlanks?: boolean;
}

const spoilt = workbookOf(sheetOf("表6", smallT06({ "10,5": 1165.39 })), sheetOf("表1", [["说明"]]));
const blanks = workbookOf(
  sheetOf(
    "表6",
    SMALL_T06.map((row, index) => (index === 9 ? ["", ...row.slice(1)] : row)),
  ),
);
const INTENTION = { kind: "code", in: { table: "T06" }, code: "2050803" } as const;
const DELETION = { kind: "delete", in: { table: "T06" }, rows: [10], isAlone: true } as const;
const ORDER = { tables: [{ id: "T08", how: "new" as const }], withRows: true };

async function finding(port: Port) {
  const [first] = checkSnapshot(await port.read()).findings;
  if (!first) throw new Error("the workbook has nothing to accept");
  return first;
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  校验: { run: (port) => validateAndMark(port), isCheck: true },
  再校验: { prepare: validateAndMark, run: (port) => validateAndMark(port), isCheck: true },
  边改边校: { run: (port) => createRecheck(port)(), isCheck: true },
  清除标记: { prepare: validateAndMark, run: (port) => clearMarks(port) },
  校验报告: { run: (port) => reportWorkbook(port, port, { date: "2026-03-01" }) },
  再写校验报告: {
    prepare: (port) => reportWorkbook(port, port, { date: "2026-03-01" }),
    run: (port) => reportWorkbook(port, port, { date: "2026-03-02" }),
  },
  接受: {
    prepare: finding,
    run: async (port) => acceptFinding(port, await finding(port), "已核实", "2026-03-01"),
  },
  取消接受: {
    prepare: async (port) => {
      const one = await finding(port);
      await acceptFinding(port, one, "已核实", "2026-03-01");
      return one;
    },
    run: (port, one) => unacceptFinding(port, one as Awaited<ReturnType<typeof finding>>),
  },
  采用建议: {
    prepare: async (port) => (await findMends(port, await finding(port)))[0],
    run: (port, mend) => applyMend(port, mend as Parameters<typeof applyMend>[1]),
  },
  撤销建议: {
    prepare: async (port) => {
      const [mend] = await findMends(port, await finding(port));
      return applyMend(port, mend as Parameters<typeof applyMend>[1]);
    },
    run: (port, written) => takeBack(port, written as Parameters<typeof takeBack>[1]),
  },
  增行: {
    hasFormulas: true,
    prepare: async (port) => planRowsOf(await port.read(), INTENTION),
    run: (port, plan) => applyRows(port, plan as Parameters<typeof applyRows>[1], INTENTION),
  },
  撤销增行: {
    hasFormulas: true,
    prepare: async (port) => applyRows(port, planRowsOf(await port.read(), INTENTION), INTENTION),
    run: (port, done) => undoRows(port, done as Parameters<typeof undoRows>[1]),
  },
  插入标准表: { hasFormulas: true, isOfBlanks: true, run: (port) => insertTables(port, ORDER, 2020) },
  撤销插入: {
    hasFormulas: true,
    prepare: async (port) => {
      const outcome = await insertTables(port, ORDER, 2020);
      if (outcome.kind !== "inserted") throw new Error("T08 was not inserted");
      return outcome.inserted;
    },
    run: (port, inserted) => undoInsert(port, inserted as Parameters<typeof undoInsert>[1]),
  },
  删行: {
    hasFormulas: true,
    prepare: async (port) => planRowsOf(await port.read(), DELETION),
    run: (port, plan) => applyRows(port, plan as Parameters<typeof applyRows>[1], DELETION),
  },
  填充编码: {
    isOfBlanks: true,
    prepare: (port) => previewFill(port),
    run: (port, plan) => applyFill(port, (plan as Awaited<ReturnType<typeof previewFill>>).fills),
  },
  撤销: {
    isOfBlanks: true,
    prepare: async (port) => applyFill(port, (await previewFill(port)).fills),
    run: (port) => undoLast(port),
  },
  撤销删行: {
    hasFormulas: true,
    prepare: async (port) => applyRows(port, planRowsOf(await port.read(), DELETION), DELETION),
    run: (port) => undoLast(port),
  },
  科目字典: {
    run: (port) => insertDictionary(port, { kind: "functional", codeLists: [], year: 2020 }, "zh-CN"),
  },
};

/** What a user finds in the workbook: contents, formats of numbers, names, order of sheets; marks are told apart. */
const workbookText = ({ sheets, names }: WorkbookStore) =>
  JSON.stringify([
    names.map(({ name, sheet, formula, range }) => [name, sheet, formula, range]).sort(),
    sheets.map(({ name, visibility, cells }) => [
      name,
      visibility,
      [...cells]
        .flatMap(([row, line]) =>
          [...line].flatMap(([column, { formula, value }]) =>
            formula === undefined && value === undefined ? [] : [[row, column, formula ?? value] as const],
          ),
        )
        .sort(([row, column], [otherRow, otherColumn]) => row - otherRow || column - otherColumn),
    ]),
  ]);
const settingsText = ({ customXml }: WorkbookStore) => customXml.map(({ xml }) => xml).join();
const ownRules = ({ sheets }: WorkbookStore) =>
  sheets.flatMap(({ name, conditionalFormats }) =>
    conditionalFormats.map(({ range, formula }) => JSON.stringify([name, range, formula])),
  );

/** How a round trip fails: before anything is done, half-way, and after all is done. */
export const WAYS: Readonly<Record<string, Omit<ForcedFailure, "afterRoundTrips">>> = {
  before: { code: "GeneralException" },
  busy: { code: "RequestAborted" },
  half: { code: "GeneralException", afterActions: 7 },
  late: { code: "GeneralException", afterActions: 60 },
  after: { code: "GeneralException", isLost: true },
};

/** One run of a command with a fault at one of its round trips, on a fresh Excel. */
async function runWith(command: Command, failure?: ForcedFailure) {
  const store = storeFromSnapshot(command.isOfBlanks ? blanks : spoilt);
  const { host } = command.hasFormulas ? loadCalculatingRuntime(store) : loadRuntime(store);
  const port: Port = Object.assign(excelPort(), { journal: createJournal() });
  const prepared = await command.prepare?.(port);
  const before = { text: workbookText(store), settings: settingsText(store) };
  const trips = host.roundTrips;
  if (failure) host.failNext(failure);
  let error: unknown;
  const result = await command.run(port, prepared).catch((reason: unknown) => {
    error = reason;
  });
  return { store, port, before, error, result, trips: host.roundTrips - trips };
}

/** What faults at each round trip of a command came to. */
export interface FaultsDone {
  readonly faults: number;
  /** Faults after which the workbook was neither as before nor as asked, or marks stayed for good, or no words were found. */
  readonly torn: readonly string[];
  /** Checks whose findings were lost although the workbook had been read. */
  readonly withoutResult: number;
}

/** Lets each round trip of a command fail in one way, each time on a fresh Excel. */
export async function faultsOf(
  command: Command,
  how: Omit<ForcedFailure, "afterRoundTrips">,
): Promise<FaultsDone> {
  const clean = await runWith(command);
  if (clean.error !== undefined) throw new Error("without a fault", { cause: clean.error });
  if (clean.trips < 2) throw new Error("a command that reads and writes makes two round trips or more");
  const asked = JSON.stringify([workbookText(clean.store), settingsText(clean.store)]);
  const done = { faults: 0, torn: [] as string[], withoutResult: 0 };
  for (let trip = 0; trip < clean.trips; trip++) {
    done.faults++;
    const { store, before, error, result } = await runWith(command, { ...how, afterRoundTrips: trip });
    const now = JSON.stringify([workbookText(store), settingsText(store)]);
    // As before or as asked, whole; never something between.
    if (now !== asked && now !== JSON.stringify([before.text, before.settings]))
      done.torn.push(`round trip ${trip}: ${now}`);
    if (error !== undefined && !isWorded(error)) done.torn.push(`round trip ${trip}: ${String(error)}`);
    // Only what must be known first can keep a check from its findings.
    if (command.isCheck && trip > 0 && !hasErrors(result)) done.withoutResult++;
    // What is left is put in order by the next check.
    await clearMarks(excelPort());
    const left = ownRules(store).filter((rule) => rule.includes("gouji-mark") || rule.endsWith('""]'));
    if (left.length > 0) done.torn.push(`round trip ${trip}: ${left.join()}`);
  }
  return done;
}

function isWorded(error: unknown): boolean {
  const { key, args } = error as { readonly key?: string; readonly args?: Record<string, string> };
  if (key === undefined || args === undefined || !hasWording(key)) return false;
  return /[一-鿿]/.test(wordingOf({ key, args }, "zh-CN"));
}

function hasErrors(result: unknown): boolean {
  const { findings = [] } = (result ?? {}) as { readonly findings?: readonly { severity: string }[] };
  return findings.some(({ severity }) => severity === "error");
}
