import { applyRows, planRowsOf } from "../../src/actions/rows";
import { createJournal } from "../../src/actions/journal/journal";
import { applyWhole, carriedOut } from "../../src/actions/wholeEdits";
import { excelPort } from "../../src/excel/excelPort";
import type { LiveEdit } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import { storeFromSnapshot } from "../../workbench/host/store";
import type { WorkbookStore } from "../../workbench/host/store";
import { loadCalculatingRuntime } from "../support/engineHost";
import { insertedWorkbook } from "../support/insertedWorkbook";
import { SMALL_T06, sheetOf, workbookOf } from "../support/sheet";

const small = workbookOf(sheetOf("表6", SMALL_T06), sheetOf("表1", [["说明"]]));
const INTENTION = { kind: "code", in: { table: "T06" }, code: "2050803" } as const;
/** What is to be read in a workbook: a blank row that is left below all else cannot be told from one that was there. */
const kept = ({ sheets }: WorkbookStore) =>
  JSON.stringify(
    sheets.map(({ name, cells }) => [
      name,
      [...cells].flatMap(([row, line]) =>
        [...line].flatMap(([at, { formula, value }]) =>
          formula === undefined && value === undefined ? [] : [[row, at, formula ?? value]],
        ),
      ),
    ]),
  );

test("rows that have come before Excel failed go again, wherever it fails", async () => {
  const plan = planRowsOf(small, INTENTION);
  expect(plan.edits.filter(({ kind }) => kind === "insertRows").length).toBeGreaterThan(0);
  const { host: counting } = loadCalculatingRuntime(storeFromSnapshot(small));
  const asked = jest.spyOn(counting, "process");
  await applyRows(excelPort(), plan, INTENTION);
  const bodies = asked.mock.calls.map(
    ([body]) => (JSON.parse(body) as { Actions: unknown[] }).Actions.length,
  );
  const actions = Math.max(...bodies);
  for (let afterActions = 0; afterActions < actions; afterActions += afterActions < 20 ? 1 : 17) {
    const store = storeFromSnapshot(small);
    const { host } = loadCalculatingRuntime(store);
    const before = kept(store);
    host.failNext({ code: "GeneralException", afterRoundTrips: 3, afterActions });
    await expect(applyRows(excelPort(), plan, INTENTION)).rejects.toMatchObject({ key: "host.unknown" });
    expect([afterActions, JSON.parse(kept(store))]).toEqual([afterActions, JSON.parse(before)]);
  }
});

test("how far a host has come is told by what the workbook has become", () => {
  const workbook = insertedWorkbook();
  const { edits } = planRowsOf(workbook, INTENTION);
  const live = edits as readonly LiveEdit[];
  for (const count of [0, 1, 2, live.length - 1, live.length]) {
    const now = editedWorkbook(workbook, live.slice(0, count));
    expect(editedWorkbook(workbook, carriedOut(workbook, live, now))).toEqual(now);
  }
});

test("a workbook that somebody else has changed meanwhile is left alone", () => {
  const { edits } = planRowsOf(small, INTENTION);
  const foreign: LiveEdit = { kind: "writeCell", sheet: "表6", row: 8, column: 3, content: { value: 99 } };
  const now = editedWorkbook(editedWorkbook(small, edits.slice(0, 1)), [foreign]);
  expect(carriedOut(small, edits, now)).toEqual([]);
});

test("a sheet that is protected is said to be so, and nothing is said to be half done", async () => {
  const store = storeFromSnapshot(small);
  const [sheet] = store.sheets;
  if (!sheet) throw new Error("the workbook has no sheet");
  sheet.isProtected = true;
  loadCalculatingRuntime(store);
  const journal = createJournal();
  const port = Object.assign(excelPort(), { journal });
  const before = await port.read();
  const edit: LiveEdit = { kind: "writeCell", sheet: "表6", row: 8, column: 3, content: { value: 99 } };
  const label = { key: "journal.mend", args: { count: "1" } };
  await expect(applyWhole(port, before, [edit], { label })).rejects.toMatchObject({
    key: "host.sheetProtected",
  });
  expect(journal.steps()).toEqual([]);
  expect(kept(store)).toBe(kept(storeFromSnapshot(small)));
});
