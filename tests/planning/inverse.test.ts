import { inverseEdits } from "../../src/planning/inverse";
import type { LiveEdit, WriteCell } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
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

describe("rows", () => {
  const total: Cell = { value: 100, formula: "=SUM(A2:A3)", numberFormat: "#,##0.00" };
  const amount = (value: number): Cell => ({ value, numberFormat: "#,##0.00" });
  const elsewhere: Cell = { value: 60, formula: "='表6'!A3", numberFormat: "#,##0.00" };
  const sheet = (name: string, cells: readonly Cell[]) => ({
    name,
    rows: new Map(cells.map((cell, row) => [row, new Map([[0, cell]])])),
    marks: [],
    isProtected: false,
    isHidden: false,
  });
  const before: WorkbookSnapshot = {
    name: "a.xlsx",
    sheets: [sheet("表6", [total, amount(40), amount(60)]), sheet("表4", [elsewhere])],
  };
  const insert: LiveEdit = { kind: "insertRows", sheet: "表6", row: 2, count: 1, like: 1 };
  const remove: LiveEdit = { kind: "deleteRows", sheet: "表6", row: 2, count: 1 };

  it("put in go again", () => {
    expect(inverseEdits(before, [insert, { ...write(2, 0), sheet: "表6" }])).toEqual([
      { kind: "deleteRows", sheet: "表6", row: 2, count: 1 },
    ]);
  });

  it("taken out come back with their contents, their look, and the formulas that had lost them", () => {
    expect(inverseEdits(before, [remove])).toEqual([
      { kind: "insertRows", sheet: "表6", row: 2, count: 1, like: 1 },
      { ...write(0, 0), content: { formula: "=SUM(A2:A3)", result: 100 }, numberFormat: "#,##0.00" },
      { ...write(2, 0), content: { value: 60 }, numberFormat: "#,##0.00" },
      {
        ...write(0, 0),
        sheet: "表4",
        content: { formula: "='表6'!A3", result: 60 },
        numberFormat: "#,##0.00",
      },
    ]);
  });

  it("come and go in any order and all is as before", () => {
    const edits = [remove, insert, { ...write(0, 0), content: null }, { ...remove, row: 0 }];
    const after = editedWorkbook(before, edits);
    const back = editedWorkbook(after, inverseEdits(before, edits));
    const plain = ({ sheets }: WorkbookSnapshot) =>
      sheets.map(({ rows }) =>
        [...rows].map(([row, cells]) => [
          row,
          [...cells].map(([at, { formula, value }]) => [at, formula ?? value]),
        ]),
      );
    expect(plain(back)).toEqual(plain(before));
  });
});
