import { applyRows, planRowsOf } from "../../src/actions/rows";
import { validateAndMark } from "../../src/actions/validate";
import { newRows } from "../../src/excel/takeMarksOffNewRows";
import { excelPort } from "../../src/excel/excelPort";
import { formatRange } from "../../src/workbook/address";
import { storeFromSnapshot } from "../../workbench/host/store";
import { loadCalculatingRuntime } from "../support/engineHost";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

const INTENTION = { kind: "code", in: { table: "T06" }, code: "2050803" } as const;

test.each([false, true])(
  "a row that comes has no mark of the rows around it, which keep theirs (rules reach over new rows: %s)",
  async (extendsRules) => {
    const workbook = workbookOf(sheetOf("表6", smallT06({ "7,2": 1, "8,5": 9, "9,5": 9, "10,5": 1165.39 })));
    const store = storeFromSnapshot(workbook);
    loadCalculatingRuntime(store, { quirks: { extendsRules } });
    const port = excelPort();
    await validateAndMark(port);
    const marks = () =>
      store.sheets[0]?.conditionalFormats.map(({ range, formula }) => [formatRange(range), formula]) ?? [];
    const before = marks();
    expect(before.length).toBeGreaterThan(3);
    const plan = planRowsOf(await port.read(), INTENTION);
    const added = newRows(plan.edits).get("表6");
    expect(added?.size).toBe(3);
    await applyRows(port, plan, INTENTION);
    const after = store.sheets[0]?.conditionalFormats ?? [];
    expect(
      after.filter(({ range }) => added?.has(range.firstRow) || added?.has(range.lastRow)),
    ).toStrictEqual([]);
    expect(after.filter(({ range }) => range.firstRow !== range.lastRow)).toStrictEqual([]);
    expect(after).toHaveLength(before.length);
  },
);

test("new rows are told by where they stand after all edits", () => {
  const insert = (row: number, count = 1) =>
    ({ kind: "insertRows", sheet: "表6", row, count, like: null }) as const;
  const edits = [insert(5, 2), insert(3), { kind: "deleteRows", sheet: "表6", row: 6, count: 1 } as const];
  expect(newRows(edits)).toStrictEqual(new Map([["表6", new Set([6, 3])]]));
});
