import { createJournal } from "../../src/actions/journal/journal";
import { undoLast } from "../../src/actions/journal/undoStep";
import { applyRows, planRowsOf } from "../../src/actions/rows";
import type { RowsIntention } from "../../src/actions/rows";
import { excelPort } from "../../src/excel/excelPort";
import { rowShift } from "../../src/workbook/formula/rowShift";
import type { ApiVersion } from "../../workbench/host/objectType";
import type { StoredConditionalFormat, StoredSheet } from "../../workbench/host/store";
import { cellToWrite, storeFromSnapshot } from "../../workbench/host/store";
import { shiftSheet } from "../../workbench/host/structure/shiftSheet";
import { loadRuntime } from "../host/loadRuntime";
import { dressSheet, turnLines } from "../support/dressedSheet";
import { exactText } from "../support/exactText";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import { zeroEngine } from "../support/zeroEngine";

jest.setTimeout(120_000);

/** The row that is deleted and comes back, counted from 0. */
const ROW = 10;
const DELETE = deletionOf([ROW]);

function deletionOf(rows: readonly number[]): RowsIntention {
  return { kind: "delete", in: { table: "T06" }, rows, isAlone: true };
}

/** A dressed 表6 in Excel, arranged further. */
function openExcel(arrange: (sheet: StoredSheet) => void = () => {}, level?: ApiVersion) {
  const store = storeFromSnapshot(workbookOf(sheetOf("表6", [...smallT06(), [], ["填表人：王五"]])));
  const sheet = store.sheets[0] as StoredSheet;
  dressSheet(store, sheet);
  arrange(sheet);
  const { host } = loadRuntime(store, { engine: zeroEngine(store), ...(level !== undefined && { level }) });
  return { store, sheet, host, port: Object.assign(excelPort(), { journal: createJournal() }) };
}

type Excel = ReturnType<typeof openExcel>;

async function deleteAndUndo({ port }: Excel, rows: readonly number[] = [ROW]): Promise<void> {
  const intention = deletionOf(rows);
  await applyRows(port, planRowsOf(await port.read(), intention), intention);
  expect((await undoLast(port))?.kind).toBe("undone");
}

/** All that goes to Excel from now on. */
function requestsOf({ host }: Excel): readonly string[] {
  const requests: string[] = [];
  const { process: answer } = host;
  Object.assign(host, {
    process: (body: string, flags?: number) => {
      requests.push(body);
      return answer(body, flags);
    },
  });
  return requests;
}

function deleteByHand({ store, sheet }: Excel, row: number): void {
  shiftSheet(store, sheet, rowShift({ kind: "deleteRows", sheet: sheet.name, row, count: 1 }), "user");
}

test.each([
  ["below their cells", [ROW], () => {}],
  ["above their cells", [ROW], turnLines],
  ["below their cells", [ROW - 1, ROW], () => {}],
  ["above their cells", [ROW - 1, ROW], turnLines],
])("lines %s stay with the rows beside %j that went and came back", async (_where, rows, arrange) => {
  const [untouched, excel] = [openExcel(arrange), openExcel(arrange)];
  await deleteAndUndo(excel, rows);
  // Each with its own lines: what is left once the rows above, itself and the row below have gone.
  for (const row of [9, 8, 8, 8]) {
    expect([row, exactText(excel.store)]).toEqual([row, exactText(untouched.store)]);
    deleteByHand(excel, row);
    deleteByHand(untouched, row);
  }
  expect(exactText(excel.store)).toBe(exactText(untouched.store));
});

test("a row comes back without the fill, the line and the look of letters that the row above has and it had not", async () => {
  const excel = openExcel((sheet) => {
    const above = cellToWrite(sheet, ROW - 1, 2);
    Object.assign(above, { fill: "#FFFF00", isItalic: true, isLocked: false });
    const own = cellToWrite(sheet, ROW, 2);
    delete own.fill;
    delete own.borders;
  });
  const before = exactText(excel.store);
  await deleteAndUndo(excel);
  expect(exactText(excel.store)).toBe(before);
});

test("a row comes back without the list of entries that has grown over it", async () => {
  const list = { list: "人员,公用", isStrict: true, title: "科目", message: "请选" };
  const areaOf = (firstRow: number, lastRow: number) => ({
    ...list,
    range: { firstRow, lastRow, firstColumn: 1, lastColumn: 1 },
  });
  const excel = openExcel(({ validations }) => void validations.push(areaOf(8, 9), areaOf(11, 12)));
  const { store, sheet, port } = excel;
  const before = exactText(store);
  await applyRows(port, planRowsOf(await port.read(), DELETE), DELETE);
  // Two areas of the same list that meet, as one: a row put in between has the list too.
  const others = sheet.validations.filter(({ range }) => range.firstColumn !== 1);
  sheet.validations.splice(0, sheet.validations.length, ...others, areaOf(8, 11));
  await undoLast(port);
  expect(exactText(store)).toBe(before);
});

test("a row comes back without the conditional formats of the row above, which Excel lets grow over it", async () => {
  const rule = (firstRow: number, lastRow: number, formula: string): StoredConditionalFormat => ({
    id: `{own${formula}}`,
    type: "Custom",
    range: { firstRow, lastRow, firstColumn: 1, lastColumn: 5 },
    formula,
    stopIfTrue: true,
    fill: "#AABBCC",
    fontColor: "#112233",
    isBold: false,
  });
  const excel = openExcel((sheet) => {
    sheet.conditionalFormats.unshift(
      rule(ROW - 3, ROW - 1, `=B${ROW - 2}>68`),
      rule(ROW - 1, ROW + 1, "=TRUE"),
    );
  });
  excel.store.quirks = { extendsRules: true };
  const before = exactText(excel.store);
  await deleteAndUndo(excel);
  expect(exactText(excel.store)).toBe(before);
});

test("of a row with a data bar no conditional format is cleared, as it could not be made anew", async () => {
  const excel = openExcel((sheet) => {
    sheet.conditionalFormats.push({
      id: "{bar}",
      type: "DataBar",
      range: { firstRow: ROW - 4, lastRow: ROW + 2, firstColumn: 3, lastColumn: 3 },
      formula: "",
      stopIfTrue: false,
    } as StoredConditionalFormat);
  });
  const { sheet, store } = excel;
  store.quirks = { extendsRules: true };
  sheet.conditionalFormats.push({
    ...(sheet.conditionalFormats[0] as StoredConditionalFormat),
    id: "{above}",
    range: { firstRow: ROW - 1, lastRow: ROW - 1, firstColumn: 1, lastColumn: 5 },
  });
  await deleteAndUndo(excel);
  const bar = sheet.conditionalFormats.filter(({ type }) => type === "DataBar");
  expect(bar.map(({ range, moreRanges }) => [range.firstRow, range.lastRow, moreRanges])).toEqual([
    [ROW - 4, ROW + 2, undefined],
  ]);
});

const across = { firstRow: ROW, lastRow: ROW, firstColumn: 15, lastColumn: 17 };
const down = { firstRow: ROW - 2, lastRow: ROW, firstColumn: 12, lastColumn: 13 };

test("merged cells come back with a row, across it and down to it, looks and all", async () => {
  const excel = openExcel((sheet) => {
    sheet.merges.push(across, down);
    Object.assign(cellToWrite(sheet, ROW, 15), { value: "备注", fill: "#FFFF00" });
    Object.assign(cellToWrite(sheet, ROW - 2, 12), { value: "本级" });
  });
  const before = exactText(excel.store);
  await deleteAndUndo(excel);
  expect(excel.sheet.merges).toHaveLength(4);
  expect(exactText(excel.store)).toBe(before);
});

test("cells in which somebody has typed since are not merged, as that would lose what he typed", async () => {
  const excel = openExcel((sheet) => void sheet.merges.push(down));
  const { sheet, port } = excel;
  await applyRows(port, planRowsOf(await port.read(), DELETE), DELETE);
  sheet.merges.splice(0);
  cellToWrite(sheet, ROW - 1, 13).value = "另写";
  await undoLast(port);
  expect(sheet.merges.filter(({ firstColumn }) => firstColumn === down.firstColumn)).toEqual([]);
  expect(cellToWrite(sheet, ROW - 1, 13).value).toBe("另写");
});

test("where Excel would keep its list of undo steps it is not asked for merged cells, which would empty it", async () => {
  const excel = openExcel((sheet) => void sheet.merges.push(across), "1.20");
  const requests = requestsOf(excel);
  await deleteAndUndo(excel);
  expect(requests.join("")).not.toContain("GetMergedAreas");
});

test("an Excel that does not tell merged cells gives rows back without", async () => {
  const excel = openExcel((sheet) => void sheet.merges.push(across), "1.12");
  await deleteAndUndo(excel);
  expect(excel.sheet.merges.filter(({ firstRow }) => firstRow === ROW)).toEqual([]);
  expect(excel.sheet.rowHeights.get(ROW)).toBe(33);
});

test("of a row that looks as it should when it is back nothing is set anew", async () => {
  const excel = openExcel((sheet) => {
    // As the row above, list, height and all.
    sheet.cells.set(
      ROW,
      new Map([...(sheet.cells.get(ROW - 1) ?? [])].map(([at, cell]) => [at, { ...cell }])),
    );
    sheet.rowHeights.delete(ROW);
    sheet.validations.splice(0);
  });
  const requests = requestsOf(excel);
  await deleteAndUndo(excel);
  expect(requests.join("")).not.toMatch(/SetCellProperties/);
});

test("hundreds of rows go and come back in requests of less than 4 MB each", async () => {
  const rows = Array.from({ length: 440 }, (_, index) => [
    "2010399",
    `项目${index}`,
    ...[index / 100, 0, index / 100, index / 100, 0],
    ...Array.from({ length: 13 }, () => "备注"),
  ]);
  const store = storeFromSnapshot(workbookOf(sheetOf("表6", [...smallT06(), ...rows, [], ["填表人：王五"]])));
  const { host } = loadRuntime(store, { engine: zeroEngine(store) });
  const port = Object.assign(excelPort(), { journal: createJournal() });
  const before = exactText(store);
  const requests = requestsOf({ store, sheet: store.sheets[0] as StoredSheet, host, port });
  const gone = Array.from({ length: 420 }, (_, index) => 20 + index);
  const intention: RowsIntention = { kind: "delete", in: { table: "T06" }, rows: gone, isAlone: true };
  await applyRows(port, planRowsOf(await port.read(), intention), intention);
  expect((await undoLast(port))?.kind).toBe("undone");
  expect(exactText(store)).toBe(before);
  expect(Math.max(...requests.map((request) => request.length))).toBeLessThan(4_000_000);
});
