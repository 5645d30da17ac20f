import { inverseEdits } from "../../src/planning/inverse";
import type { WriteCell } from "../../src/workbook/edit";
import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";

const sum: Cell = { value: 1164.39, formula: "=SUM(E7:E9)", numberFormat: "#,##0.00" };
const workbook: WorkbookSnapshot = {
  name: "a.xlsx",
  settings: { accepted: "T06.c3" },
  sheets: [
    {
      name: "表6",
      rows: new Map([
        [
          6,
          new Map<number, Cell>([
            [0, sum],
            [1, { value: { error: "#N/A" }, numberFormat: "General" }],
          ]),
        ],
      ]),
      marks: [],
      isProtected: false,
      isHidden: false,
    },
  ],
};

function write(row: number, column: number): WriteCell {
  return { kind: "writeCell", sheet: "表6", row, column, content: { value: 735.78 } };
}

test("formulas, typed errors and blanks come back as they were, each cell once, the last written first", () => {
  expect(inverseEdits(workbook, [write(6, 0), write(6, 1), write(9, 9), write(6, 0)])).toEqual([
    { ...write(9, 9), content: null },
    { ...write(6, 1), content: { formula: "=#N/A" }, numberFormat: "General" },
    { ...write(6, 0), content: { formula: "=SUM(E7:E9)" }, numberFormat: "#,##0.00" },
  ]);
});

test("settings come back as they were", () => {
  const set = { kind: "writeSetting" as const, key: "accepted", value: "T09.tree" };
  expect(inverseEdits(workbook, [set, { ...set, key: "list" }])).toEqual([
    { ...set, value: "T06.c3" },
    { ...set, key: "list", value: null },
  ]);
});
