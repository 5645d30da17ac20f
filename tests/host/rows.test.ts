import { insertTables } from "../../src/actions/insertTables";
import { applyRows, planRowsOf, undoRows } from "../../src/actions/rows";
import { excelPort } from "../../src/excel/excelPort";
import { inverseEdits } from "../../src/planning/inverse";
import type { LiveEdit } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { storeFromSnapshot } from "../../workbench/host/store";
import { seedOptions } from "../support/insertedBudget";
import { insertedWorkbook } from "../support/insertedWorkbook";
import { SMALL_T06, sheetOf, workbookOf } from "../support/sheet";
import { loadCalculatingRuntime } from "../support/engineHost";

jest.setTimeout(120_000);

const workbook = workbookOf(
  sheetOf(
    "表6",
    SMALL_T06.map((cells, row) =>
      row === 8
        ? [...cells.slice(0, 2), { value: 1890.17, formula: "=SUM(C10:C11)", numberFormat: "#,##0.00" }]
        : cells,
    ),
  ),
  sheetOf("表4", [["合计", { value: 725.78, formula: "='表6'!C10", numberFormat: "#,##0.00" }]]),
);
const edits: LiveEdit[] = [
  { kind: "insertRows", sheet: "表6", row: 10, count: 1, like: 8 },
  { kind: "writeCell", sheet: "表6", row: 10, column: 0, content: { value: "2010350" }, numberFormat: "@" },
  { kind: "deleteRows", sheet: "表6", row: 9, count: 1 },
];
const plain = ({ sheets }: WorkbookSnapshot) =>
  sheets.map(({ rows }) =>
    [...rows].map(([row, cells]) => [
      row,
      [...cells].map(([at, { formula, value }]) => [at, formula ?? value]),
    ]),
  );

test("rows come and go in Excel as in the picture, in one round trip, and come back", async () => {
  const { host } = loadCalculatingRuntime(storeFromSnapshot(workbook));
  const port = excelPort();
  const before = await port.read();
  const trips = host.roundTrips;
  await port.apply(edits);
  expect(host.roundTrips - trips).toBe(1);
  const after = await port.read();
  expect(plain(after)).toEqual(plain(editedWorkbook(before, edits)));

  await port.apply(inverseEdits(before, edits));
  expect(plain(await port.read())).toEqual(plain(before));
});

test("a new row takes the look of the row it is to be like", async () => {
  const { store } = loadCalculatingRuntime(storeFromSnapshot(workbook));
  const [sheet] = store.sheets;
  const model = sheet?.cells.get(8)?.get(0);
  if (model) model.fill = "#F2F2F2";
  await excelPort().apply(edits.slice(0, 1));
  expect(sheet?.cells.get(10)?.get(0)).toMatchObject({ fill: "#F2F2F2" });
  expect(sheet?.cells.get(10)?.get(0)?.value).toBeUndefined();
});

test("a code row is added to inserted tables through Excel in one round trip of changes, and taken back", async () => {
  const options = {
    ...seedOptions(1),
    tables: ["T02", "T03", "T06"],
    codes: ["2010301", "2210201"],
    projects: [],
  };
  const inserted = insertedWorkbook(options);
  const store = storeFromSnapshot(inserted);
  const table = store.sheets.find(({ name }) => name === "表6");
  // Codes are chosen from lists, and a mark stands in the row whose look is taken.
  table?.validations.push({
    range: { firstRow: 6, lastRow: 40, firstColumn: 0, lastColumn: 0 },
    list: "=$Z$1:$Z$9",
  } as (typeof table.validations)[number]);
  table?.conditionalFormats.push({
    id: "{1}",
    type: "Custom",
    range: { firstRow: 8, lastRow: 8, firstColumn: 2, lastColumn: 2 },
    formula: "=C9<0",
    stopIfTrue: false,
  });
  const { host } = loadCalculatingRuntime(store);
  const port = excelPort();
  const intention = { kind: "code", in: { table: "T06" }, code: "2050803" } as const;
  const before = await port.read();
  const shown = planRowsOf(before, intention);
  const trips = host.roundTrips;
  const done = await applyRows(port, shown, intention);
  // Three to read, one to change.
  expect(host.roundTrips - trips).toBe(4);
  const codes = [...(table?.cells.values() ?? [])].map((cells) => cells.get(0)?.value);
  expect(codes).toEqual(expect.arrayContaining(["205", "20508", "2050803"]));
  await undoRows(port, done);
  expect(plain(await port.read())).toEqual(plain(before));
});

test("the rows of a unit that is added offer the codes of their table", async () => {
  const { store } = loadCalculatingRuntime(storeFromSnapshot(workbookOf(sheetOf("Sheet1", [["说明"]]))));
  const port = excelPort();
  await insertTables(port, { tables: [{ id: "T10", how: "new" }], withRows: true }, 2026);
  const table = store.sheets.find(({ name }) => name === "表10");
  if (!table?.validations[0]) throw new Error("表10 offers codes");
  const intention = { kind: "unit", code: "156001", name: "某某局" } as const;
  const plan = planRowsOf(await port.read(), intention);
  await applyRows(port, plan, intention);
  expect(plan.added.length).toBeGreaterThan(0);
  const offered = (row: number) =>
    table.validations.some(({ range }) => range.firstRow <= row && range.lastRow >= row);
  expect(plan.added.map(({ row }) => offered(row))).toEqual(plan.added.map(() => true));
});
