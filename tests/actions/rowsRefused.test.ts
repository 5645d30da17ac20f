import { applyRows, planRowsOf } from "../../src/actions/rows";
import { excelPort } from "../../src/excel/excelPort";
import { storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet } from "../../workbench/host/store";
import { loadCalculatingRuntime } from "../support/engineHost";
import { SMALL_T06, sheetOf, workbookOf } from "../support/sheet";

const small = workbookOf(sheetOf("表6", SMALL_T06));
const INTENTION = { kind: "code", in: { table: "T06" }, code: "2050803" } as const;
const RANGE = { firstRow: 2, firstColumn: 0, lastRow: 40, lastColumn: 6 };

test.each<[string, (sheet: StoredSheet) => void, string]>([
  ["a table", (sheet) => (sheet.obstacles = [{ kind: "table", range: RANGE }]), "host.insertConflict"],
  [
    "a spilled formula",
    (sheet) => (sheet.obstacles = [{ kind: "spill", range: RANGE }]),
    "host.insertConflict",
  ],
  ["filtered rows", (sheet) => (sheet.hasFilteredRows = true), "host.filtered"],
])(
  "rows that %s keeps from coming leave everything as it was, and the reason is told",
  async (_what, stand, key) => {
    const store = storeFromSnapshot(small);
    loadCalculatingRuntime(store);
    stand(store.sheets[0] as StoredSheet);
    const before = structuredClone(store.sheets[0]?.cells);
    const plan = planRowsOf(small, INTENTION);
    await expect(applyRows(excelPort(), plan, INTENTION)).rejects.toMatchObject({ key });
    expect(store.sheets[0]?.cells).toStrictEqual(before);
  },
);
