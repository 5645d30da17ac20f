import { excelPort } from "../../src/excel/excelPort";
import { inverseEdits } from "../../src/planning/inverse";
import type { LiveEdit } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { storeFromSnapshot } from "../../workbench/host/store";
import { SMALL_T06, sheetOf, workbookOf } from "../support/sheet";
import { loadCalculatingRuntime } from "../support/engineHost";

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
