import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { makeChecked } from "../../src/validation/checked";
import { explainCell } from "../../src/validation/explainCell";
import type { CellAddress } from "../../src/workbook/address";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

function explainIn(workbook: WorkbookSnapshot) {
  const checked = makeChecked(workbook, GUANGZHOU);
  return (cell: CellAddress) => explainCell(checked, cell);
}

const PARENT = { sheet: "表6", row: 8, column: 5 };

describe("解释此格 on the budget of 2020", () => {
  const explain = explainIn(seedWorkbook());

  it("names row and column of a figure and every relation it takes part in", () => {
    const { table, row, column, equations } = explain(PARENT);
    expect({ table: table?.label, row, column }).toEqual({
      table: "表6",
      row: "20103 政府办公厅（室）及相关机构事务",
      column: "部门项目支出",
    });
    expect(equations.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      "T06.c5=c6+c7 exact",
      "T06.tree exact",
      "T06.tree exact",
    ]);
  });

  it("tells a title from a figure, and a cell outside all tables from both", () => {
    const title = { table: { label: "表6" }, row: "", column: "", equations: [] };
    expect(explain({ sheet: "表6", row: 0, column: 0 })).toMatchObject(title);
    expect(explain({ sheet: "表6", row: 500, column: 3 }).table).toBeNull();
    expect(explain({ sheet: "没有这张表", row: 0, column: 0 }).table).toBeNull();
  });
});

it("with one figure changed, the sum it stands in comes first, with its cells and the difference", () => {
  const { equations } = explainIn(withValue(seedWorkbook(), "表6", 11, 5, 1165.39))(PARENT);
  const [first] = equations;
  expect(first).toMatchObject({
    rule: "T06.tree",
    outcome: "mismatch",
    sums: { left: "1164.39", right: "1165.39", difference: "-1" },
    left: [{ ...PARENT, amount: "1164.39" }],
  });
  expect(first?.right.find(({ row }) => row === 11)).toMatchObject({ sheet: "表6", amount: "1165.39" });
  expect(equations.slice(1).every(({ outcome }) => outcome === "exact")).toBe(true);
});
