import { capabilities } from "../../src/excel/capabilities";
import { excelPort } from "../../src/excel/excelPort";
import type { AddMark, MarkEdit } from "../../src/workbook/edit";
import { createWorkbookStore } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { addNotes } from "../host/notesClient";
import { addUndoGroups } from "../host/undoClient";

const MARK: AddMark = {
  kind: "addMark",
  sheet: "表1",
  row: 6,
  column: 2,
  severity: "error",
  formula: '=AND(N("gouji-mark:error")=0,$C$7<>1)',
  text: "总计应为 1,890.17，现为 1,890.18，差 0.01。",
};

function withNotes(store: WorkbookStore = createWorkbookStore("a.xlsx", ["表1"])) {
  const runtime = loadRuntime(store, { level: "1.18" });
  addNotes(runtime);
  return { ...runtime, sheet: store.sheets[0] as StoredSheet };
}

test("a mark brings its sentence as a note, in the same round trip", async () => {
  const { host, sheet } = withNotes();
  await excelPort().apply([MARK]);
  expect(sheet.notes).toStrictEqual([
    { row: 6, column: 2, content: "【勾稽】总计应为 1,890.17，现为 1,890.18，差 0.01。" },
  ]);
  expect(host.roundTrips).toBe(1);
});

test("notes are found again in three round trips and taken out with their marks", async () => {
  const { host, sheet } = withNotes();
  const port = excelPort();
  sheet.notes.push({ row: 0, column: 0, content: "财务科：待核" });
  await port.apply([MARK]);
  const counted = host.roundTrips;
  const { sheets } = await port.read();
  expect(host.roundTrips - counted).toBe(3);
  const marks = sheets[0]?.marks ?? [];
  expect(marks).toStrictEqual([
    { id: sheet.conditionalFormats[0]?.id, kind: "format" },
    { id: "C7", kind: "note" },
  ]);
  await port.apply(
    marks.map(({ id, kind }): MarkEdit => ({ kind: "removeMark", sheet: "表1", id, mark: kind })),
  );
  expect(sheet.notes).toStrictEqual([{ row: 0, column: 0, content: "财务科：待核" }]);
  expect(sheet.conditionalFormats).toStrictEqual([]);
});

test("a note can be replaced by the next check's on the same cell", async () => {
  const { sheet } = withNotes();
  const port = excelPort();
  await port.apply([MARK]);
  const marks = (await port.read()).sheets[0]?.marks ?? [];
  const removals = marks.map(({ id, kind }): MarkEdit => ({
    kind: "removeMark",
    sheet: "表1",
    id,
    mark: kind,
  }));
  await port.apply([...removals, { ...MARK, text: "仍差 0.01。" }]);
  expect(sheet.notes).toStrictEqual([{ row: 6, column: 2, content: "【勾稽】仍差 0.01。" }]);
  expect(sheet.conditionalFormats).toHaveLength(1);
});

test("where somebody else's note stands, the mark is made without one", async () => {
  const { sheet } = withNotes();
  const port = excelPort();
  sheet.notes.push({ row: 6, column: 2, content: "财务科：待核" });
  await port.read();
  await port.apply([MARK]);
  expect(sheet.notes).toStrictEqual([{ row: 6, column: 2, content: "财务科：待核" }]);
  expect(sheet.conditionalFormats).toHaveLength(1);
});

test("a note made since the reading stays; its mark stands without one, and the others get theirs", async () => {
  const { sheet } = withNotes();
  const port = excelPort();
  await port.read();
  sheet.notes.push({ row: 6, column: 2, content: "财务科：待核" });
  const other = { ...MARK, row: 8, formula: MARK.formula.replace("$7", "$9") };
  await port.apply([MARK, other]);
  expect(sheet.conditionalFormats.map(({ formula }) => formula)).toStrictEqual([other.formula, MARK.formula]);
  expect(sheet.notes.map(({ row, content }) => [row, content.slice(0, 4)])).toStrictEqual([
    [6, "财务科："],
    [8, "【勾稽】"],
  ]);
});

test("a client older than its Excel is asked neither for notes nor for undo groups", () => {
  loadRuntime(undefined, { level: "1.20" });
  expect(capabilities()).toStrictEqual({
    hasNotes: false,
    hasUndoGroups: false,
    keepsUndo: true,
    hasDataTypes: true,
    tellsMerges: false,
  });
});

test("an Excel older than its client is not asked for notes", () => {
  addNotes(loadRuntime(undefined, { level: "1.17" }));
  expect(capabilities()).toStrictEqual({
    hasNotes: false,
    hasUndoGroups: false,
    keepsUndo: false,
    hasDataTypes: true,
    tellsMerges: true,
  });
});

test("ExcelApi 1.18 brings notes but no undo groups", () => {
  withNotes();
  expect(capabilities()).toStrictEqual({
    hasNotes: true,
    hasUndoGroups: false,
    keepsUndo: false,
    hasDataTypes: true,
    tellsMerges: true,
  });
});

test("undo groups need a client that knows them as well as an Excel that does", () => {
  addUndoGroups(loadRuntime(undefined, { level: "1.20" }));
  expect(capabilities()).toStrictEqual({
    hasNotes: false,
    hasUndoGroups: true,
    keepsUndo: true,
    hasDataTypes: true,
    tellsMerges: false,
  });
  addUndoGroups(loadRuntime(undefined, { level: "1.19" }));
  expect(capabilities().hasUndoGroups).toBe(false);
});
