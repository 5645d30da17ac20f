import type { Edit } from "../../src/workbook/edit";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import { cellAtAddress } from "../../src/workbook/snapshot";
import { SMALL_T06, sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const sum = (formula: string, value: number): TestCell => ({ value, formula, numberFormat: "#,##0.00" });
const workbook = workbookOf(
  sheetOf("表6", [
    ...SMALL_T06.slice(0, 8),
    ["20103", "政府办公厅（室）及相关机构事务", sum("=SUM(C10:C11)", 1890.17)],
    ...SMALL_T06.slice(9),
  ]),
  sheetOf("表4", [["合计", sum("='表6'!C9", 1890.17), sum("=B1", 1890.17)]]),
  sheetOf("封面", [["2020年部门预算"]]),
);
const insert = (row: number, count = 1): Edit => ({
  kind: "insertRows",
  sheet: "表6",
  row,
  count,
  like: null,
});
const remove = (row: number, count = 1): Edit => ({ kind: "deleteRows", sheet: "表6", row, count });
const formulaAt = (edits: readonly Edit[], sheet: string, row: number, column: number) =>
  cellAtAddress(editedWorkbook(workbook, edits), { sheet, row, column })?.formula;

test("a row put into a sum is inside it, and other sheets follow", () => {
  expect(formulaAt([insert(10)], "表6", 8, 2)).toBe("=SUM(C10:C12)");
  expect(formulaAt([insert(7, 2)], "表4", 0, 1)).toBe("='表6'!C11");
});

test("a row taken out leaves the sum shorter, and what it stood for as #REF!", () => {
  expect(formulaAt([remove(10)], "表6", 8, 2)).toBe("=SUM(C10:C10)");
  const edited = editedWorkbook(workbook, [remove(8)]);
  expect(cellAtAddress(edited, { sheet: "表4", row: 0, column: 1 })).toEqual({
    value: { error: "#REF!" },
    formula: "=表6!#REF!",
    numberFormat: "#,##0.00",
  });
});

test("edits take effect one after the other", () => {
  const code: Edit = {
    kind: "writeCell",
    sheet: "表6",
    row: 10,
    column: 0,
    content: { value: "2010350" },
    numberFormat: "@",
  };
  const edited = editedWorkbook(workbook, [insert(10), code, insert(0)]);
  expect(cellAtAddress(edited, { sheet: "表6", row: 11, column: 0 })?.value).toBe("2010350");
});

test("sheets that nothing touches stay the same, and a sheet that is not there is refused", () => {
  expect(editedWorkbook(workbook, [insert(3)]).sheets[2]).toBe(workbook.sheets[2]);
  expect(() => editedWorkbook(workbook, [{ ...insert(0), sheet: "表7" } as Edit])).toThrow(RangeError);
});
