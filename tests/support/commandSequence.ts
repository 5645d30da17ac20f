import { acceptFinding } from "../../src/actions/accept";
import { insertDictionary } from "../../src/actions/codeDictionary";
import { correctRecognition } from "../../src/actions/correctRecognition";
import { applyFill, previewFill } from "../../src/actions/fillCodes";
import { insertTables } from "../../src/actions/insertTables";
import { createJournal } from "../../src/actions/journal/journal";
import { undoLast } from "../../src/actions/journal/undoStep";
import { applyMend, findMends } from "../../src/actions/mend";
import { applyRows, planRowsOf } from "../../src/actions/rows";
import type { RowsIntention } from "../../src/actions/rows";
import { checkSnapshot, clearMarks, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import type { Shift } from "../../src/workbook/formula/shift";
import { rowShift } from "../../src/workbook/formula/rowShift";
import { storeFromSnapshot } from "../../workbench/host/store";
import type { StoredCell, StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { shiftSheet } from "../../workbench/host/structure/shiftSheet";
import { joinRuntime } from "../host/loadRuntime";
import { dressSheet, turnLines } from "./dressedSheet";
import { exactText } from "./exactText";
import { randomFrom } from "./random";
import { sheetOf, smallT06, workbookOf } from "./sheet";
import { zeroEngine } from "./zeroEngine";

/** What a sequence did. */
export interface SequenceDone {
  /** Steps that were taken back, each exactly. */
  readonly undone: number;
  readonly userEdits: number;
  /** What went wrong, in words; undefined when nothing did. */
  readonly wrong: string | undefined;
}

interface Players {
  readonly store: WorkbookStore;
  readonly port: ReturnType<typeof excelPort> & { readonly journal: ReturnType<typeof createJournal> };
  /** A number from 0 below the bound. */
  below(bound: number): number;
}

const CODES = ["2050803", "2010302", "2010350", "2080505", "2210201", "2010399"];

async function rows({ port }: Players, intention: RowsIntention): Promise<void> {
  const plan = planRowsOf(await port.read(), intention);
  if (!plan.refusal && plan.edits.length > 0) await applyRows(port, plan, intention);
}

async function finding({ port, below }: Players) {
  const { findings } = checkSnapshot(await port.read());
  return findings[below(Math.max(1, findings.length))];
}

const COMMANDS: readonly ((players: Players) => Promise<unknown>)[] = [
  async ({ port }) => applyFill(port, (await previewFill(port)).fills),
  async (players) => {
    const one = await finding(players);
    const [mend] = one ? await findMends(players.port, one) : [];
    if (mend) await applyMend(players.port, mend);
  },
  (players) => rows(players, { kind: "code", in: { table: "T06" }, code: CODES[players.below(6)] as string }),
  (players) =>
    rows(players, { kind: "delete", in: { table: "T06" }, rows: [7 + players.below(8)], isAlone: true }),
  (players) =>
    rows(players, { kind: "delete", in: { table: "T06" }, rows: [7 + players.below(8)], withChildren: true }),
  (players) => rows(players, { kind: "sort", in: { table: "T06" } }),
  (players) => rows(players, { kind: "merge", in: { table: "T06" } }),
  (players) => rows(players, { kind: "complete", in: { table: "T06" } }),
  async (players) => {
    const one = await finding(players);
    if (one) await acceptFinding(players.port, one, "已核实", "2026-03-01");
  },
  ({ port, below }) => correctRecognition(port, { sheet: "表1", table: below(2) === 0 ? null : "T01" }),
  ({ port, below }) =>
    insertTables(
      port,
      { tables: [{ id: ["T08", "T09", "T12"][below(3)] as string, how: "new" }], withRows: true },
      2027,
    ),
  async ({ port, below }) =>
    below(4) === 0 &&
    insertDictionary(port, { kind: "economicGovernment", codeLists: [], year: 2027 }, "zh-CN"),
  ({ port }) => validateAndMark(port),
  ({ port }) => clearMarks(port),
];

function cellFor({ below }: Players, sheet: StoredSheet): StoredCell {
  const [row, column] = [6 + below(10), below(7)];
  const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
  sheet.cells.set(row, cells);
  const cell = cells.get(column) ?? { numberFormat: "General" };
  cells.set(column, cell);
  return cell;
}

function moveRows(players: Players, sheet: StoredSheet, kind: "insertRows" | "deleteRows"): void {
  const shift: Shift = rowShift({ kind, sheet: sheet.name, row: 7 + players.below(6), count: 1, like: null });
  shiftSheet(players.store, sheet, shift, "user");
}

const USER_EDITS: readonly ((players: Players, sheet: StoredSheet) => void)[] = [
  (players, sheet) => {
    const cell = cellFor(players, sheet);
    delete cell.formula;
    cell.value = players.below(10_000) / 100;
  },
  (players, sheet) => {
    const cell = cellFor(players, sheet);
    delete cell.formula;
    cell.value = ["2010301", "=1+1", "@说明", "1-2", "小计", "'加引号"][players.below(6)] as string;
  },
  (players, sheet) => {
    const cell = cellFor(players, sheet);
    delete cell.formula;
    delete cell.value;
  },
  (players, sheet) => {
    // A blank code is what filling is for.
    const line = sheet.cells.get(7 + players.below(4));
    const code = line?.get(0);
    if (code) delete code.value;
  },
  (players, sheet) => void (cellFor(players, sheet).fill = "#00FF00"),
  (players, sheet) =>
    void (cellFor(players, sheet).numberFormat = ["@", "0.00", "#,##0"][players.below(3)] as string),
  (players, sheet) => void sheet.rowHeights.set(6 + players.below(8), 25 + players.below(20)),
  (players, sheet) => moveRows(players, sheet, "insertRows"),
  (players, sheet) => moveRows(players, sheet, "deleteRows"),
  ({ store, below }, sheet) => {
    const row = 6 + below(8);
    sheet.conditionalFormats.unshift({
      id: `{u${store.nextId++}}`,
      type: "Custom",
      range: { firstRow: row, lastRow: row + below(3), firstColumn: 2, lastColumn: 2 + below(3) },
      formula: `=C${row + 1}>${below(100)}`,
      stopIfTrue: false,
      fill: "#AABBCC",
      fontColor: "#112233",
      isBold: false,
    });
  },
  ({ store, below }, sheet) => {
    const row = 6 + below(6);
    const range = { firstRow: row, lastRow: row + below(4), firstColumn: 0, lastColumn: 3 };
    store.names.push({ name: `名称${store.nextId++}`, sheet: sheet.name, range });
  },
];

/** What a user had before an edit of his own, to be put there again as Ctrl+Z does. */
interface Before {
  readonly text: string;
  /** undefined: a command, which the journal takes back. */
  readonly copy: Pick<WorkbookStore, "sheets" | "names"> | undefined;
  readonly steps: number;
}

/**
 * Twenty commands and edits by a user, one after the other as chance has it, then all of them taken back the other way
 * round: commands by 撤销, edits by the user himself. After each the workbook must be as it was, to the last format.
 * @param seed the same gives the same
 */
export async function playSequence(seed: number, length = 20): Promise<SequenceDone> {
  const store = storeFromSnapshot(
    workbookOf(
      sheetOf("表6", [...smallT06({ "10,5": 1165.39, "9,0": "" }), [], ["填表人：王五"]]),
      sheetOf("表1", [["收支预算总表"], ["说明"]]),
    ),
  );
  const sheet = store.sheets[0] as StoredSheet;
  dressSheet(store, sheet);
  // Every other sheet has its lines on the cells below and to the right of them.
  if (seed % 4 > 1) turnLines(sheet);
  // Every other Excel has places for ids of rules, and every third lets rules reach over new rows.
  const quirks = { hasUnstableIds: seed % 2 === 0, extendsRules: seed % 3 === 0 };
  joinRuntime(store, { engine: zeroEngine(store), quirks });
  const next = randomFrom(seed);
  const players: Players = {
    store,
    port: Object.assign(excelPort(), { journal: createJournal() }),
    below: (bound) => Math.floor(next() * bound),
  };
  const { journal } = players.port;
  const done: Before[] = [];
  let userEdits = 0;
  for (let count = 0; count < length; count++) {
    const text = exactText(store);
    if (players.below(3) === 0) {
      const { sheets, names } = structuredClone({ sheets: store.sheets, names: store.names });
      USER_EDITS[players.below(USER_EDITS.length)]?.(players, store.sheets[0] as StoredSheet);
      done.push({ text, copy: { sheets, names }, steps: journal.steps().length });
      userEdits++;
    } else {
      await COMMANDS[players.below(COMMANDS.length)]?.(players);
      done.push({ text, copy: undefined, steps: journal.steps().length });
    }
  }
  return { ...(await takeAllBack(players, done)), userEdits };
}

async function takeAllBack({ store, port }: Players, done: readonly Before[]) {
  let undone = 0;
  for (const [index, { text, copy }] of [...done.entries()].reverse()) {
    if (copy) {
      store.sheets.splice(0, store.sheets.length, ...copy.sheets);
      store.names.splice(0, store.names.length, ...copy.names);
    }
    const steps = done[index - 1]?.steps ?? 0;
    while (!copy && port.journal.steps().length > steps) {
      const answer = await undoLast(port);
      if (answer?.kind !== "undone") return { undone, wrong: `${index}: ${JSON.stringify(answer)}` };
      undone++;
    }
    const now = exactText(store);
    if (now !== text)
      return { undone, wrong: `${index} ${copy ? "edit" : "command"}\n${firstDifference(text, now)}` };
  }
  return { undone, wrong: undefined };
}

function firstDifference(wanted: string, is: string): string {
  const [a, b] = [wanted.split("\n"), is.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  const around = (lines: readonly string[]) => lines.slice(Math.max(0, at - 8), at + 6).join("\n");
  return `wanted\n${around(a)}\nis\n${around(b)}`;
}
