import { acceptFinding } from "../../../src/actions/accept";
import { insertDictionary } from "../../../src/actions/codeDictionary";
import { correctRecognition } from "../../../src/actions/correctRecognition";
import { applyFill, previewFill } from "../../../src/actions/fillCodes";
import { insertTables } from "../../../src/actions/insertTables";
import { createJournal } from "../../../src/actions/journal/journal";
import { undoLast } from "../../../src/actions/journal/undoStep";
import { applyMend, findMends } from "../../../src/actions/mend";
import { applyRows, planRowsOf } from "../../../src/actions/rows";
import type { RowsIntention } from "../../../src/actions/rows";
import { checkSnapshot, validateAndMark } from "../../../src/actions/validate";
import { excelPort } from "../../../src/excel/excelPort";
import { describe as wordingOf } from "../../../src/messages/describe";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { storeFromSnapshot } from "../../../workbench/host/store";
import type { StoredSheet } from "../../../workbench/host/store";
import { dressSheet } from "../../support/dressedSheet";
import { loadCalculatingRuntime } from "../../support/engineHost";
import { exactText } from "../../support/exactText";
import { SMALL_T06, sheetOf, smallT06, workbookOf } from "../../support/sheet";

jest.setTimeout(120_000);

// A row put in below all else could not be told from none, were there nothing under it.
const spoilt = workbookOf(
  sheetOf("表6", [...smallT06({ "10,5": 1165.39 }), [], ["填表人：王五"]]),
  sheetOf("表1", [["说明"]]),
);
const unsorted = workbookOf(
  sheetOf(
    "表6",
    SMALL_T06.map((row, index) => (index === 9 ? SMALL_T06[10] : index === 10 ? SMALL_T06[9] : row) ?? row),
  ),
);
const blanks = workbookOf(
  sheetOf(
    "表6",
    SMALL_T06.map((row, index) => (index === 9 ? ["", ...row.slice(1)] : row)),
  ),
);

/** An Excel with a journal over a workbook that its user has made look like something. */
function openExcel(workbook: WorkbookSnapshot, quirks = {}) {
  const store = storeFromSnapshot(workbook);
  const sheet = store.sheets[0] as StoredSheet;
  dressSheet(store, sheet);
  const runtime = loadCalculatingRuntime(store, { quirks });
  const journal = createJournal();
  const port = Object.assign(excelPort(), { journal });
  return { ...runtime, sheet, journal, port };
}

type Excel = ReturnType<typeof openExcel>;

async function rows({ port }: Excel, intention: RowsIntention) {
  const plan = planRowsOf(await port.read(), intention);
  if (plan.refusal) throw new Error(JSON.stringify(plan.refusal));
  return applyRows(port, plan, intention);
}

async function firstFinding({ port }: Excel) {
  const [first] = checkSnapshot(await port.read()).findings;
  if (!first) throw new Error("nothing was found");
  return first;
}

const DELETE: RowsIntention = { kind: "delete", in: { table: "T06" }, rows: [10], isAlone: true };
const ADD: RowsIntention = { kind: "code", in: { table: "T06" }, code: "2050803" };

const COMMANDS: Readonly<Record<string, readonly [WorkbookSnapshot, (excel: Excel) => Promise<unknown>]>> = {
  填充编码: [
    blanks,
    async ({ port }) => {
      const { fills } = await previewFill(port);
      expect(fills.length).toBeGreaterThan(0);
      return applyFill(port, fills);
    },
  ],
  采用建议: [
    spoilt,
    async (excel) => {
      const [mend] = await findMends(excel.port, await firstFinding(excel));
      if (!mend) throw new Error("no mend");
      return applyMend(excel.port, mend);
    },
  ],
  增行: [spoilt, (excel) => rows(excel, ADD)],
  删行: [spoilt, (excel) => rows(excel, DELETE)],
  排序: [unsorted, (excel) => rows(excel, { kind: "sort", in: { table: "T06" } })],
  接受: [
    spoilt,
    async (excel) => acceptFinding(excel.port, await firstFinding(excel), "已核实", "2026-03-01"),
  ],
  更正识别: [spoilt, ({ port }) => correctRecognition(port, { sheet: "表1", table: null })],
  插入标准表: [
    blanks,
    ({ port }) => insertTables(port, { tables: [{ id: "T08", how: "new" }], withRows: true }, 2020),
  ],
  科目字典: [
    blanks,
    ({ port }) => insertDictionary(port, { kind: "functional", codeLists: [], year: 2020 }, "zh-CN"),
  ],
};

describe.each(Object.entries(COMMANDS))("%s", (_name, [workbook, run]) => {
  it("is taken back exactly: contents, formats, rules, lists, names, settings", async () => {
    const excel = openExcel(workbook);
    const before = exactText(excel.store);
    await run(excel);
    expect(excel.journal.steps().map(({ isOpen }) => isOpen)).toEqual(
      exactText(excel.store) === before ? [] : [false],
    );
    const [step] = excel.journal.steps();
    if (step) expect(wordingOf(step.label, "zh-CN")).toMatch(/[一-鿿]/);
    await undoLast(excel.port);
    expect(exactText(excel.store)).toBe(before);
    expect(excel.journal.steps()).toEqual([]);
  });

  it("is taken back after a failure of which nothing could be set back, by a pane opened anew", async () => {
    const clean = openExcel(workbook);
    await run(clean);
    const { roundTrips } = clean.host;
    for (let trip = 1; trip < roundTrips; trip++) {
      const excel = openExcel(workbook);
      const before = exactText(excel.store);
      for (let later = 0; later < 8; later++)
        excel.host.failNext({
          code: "GeneralException",
          afterRoundTrips: trip + later,
          ...(later === 0 && { afterActions: 9 }),
        });
      await run(excel).catch(() => undefined);
      for (let later = 0; later < 9; later++) await excel.port.read().catch(() => undefined);
      // What the pane keeps goes through JSON.
      const port = Object.assign(excelPort(), {
        journal: createJournal({ load: () => excel.journal.steps(), save: () => undefined }),
      });
      while (port.journal.steps().length > 0) await undoLast(port);
      expect([trip, exactText(excel.store)]).toEqual([trip, before]);
    }
  });
});

test("marks are no step: they are taken away by 清除标记", async () => {
  const { port, journal } = openExcel(spoilt);
  await validateAndMark(port);
  expect(journal.steps()).toEqual([]);
});

test("sheets that are the last to be seen are not taken back, as a workbook must keep one, and it is said", async () => {
  const { store, port, journal } = openExcel(blanks);
  await insertTables(
    port,
    {
      tables: [
        { id: "T08", how: "new" },
        { id: "T09", how: "new" },
      ],
      withRows: true,
    },
    2020,
  );
  (store.sheets[0] as StoredSheet).visibility = "Hidden";
  const before = exactText(store);
  const undone = await undoLast(port);
  expect(undone).toMatchObject({ kind: "blocked", why: { key: "journal.lastSheet" } });
  expect(exactText(store)).toBe(before);
  expect(journal.steps()).toHaveLength(1);
});
