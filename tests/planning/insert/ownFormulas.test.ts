import { figuresOf } from "../../../src/planning/insert/figures";
import { modelWorkbook } from "../../../src/planning/rows/workbookModel";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { designedSheet } from "../../../src/workbook/designedSheet";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { seedOptions } from "../../support/insertedBudget";

/** 表10 of two units with a project each and two blank rows. */
function projects(): WorkbookSnapshot {
  const options = {
    ...seedOptions(),
    tables: ["T10"],
    units: [
      { code: "156001", name: "一局" },
      { code: "156002", name: "二局" },
    ],
    projects: [
      { code: "2010301", name: "甲项目", unit: "156001" },
      { code: "2010302", name: "乙项目", unit: "156002" },
    ],
    blankRows: 2,
  };
  return {
    name: "新建.xlsx",
    sheets: planInsert(GUANGZHOU, options).map(({ design }) => designedSheet(design)),
  };
}

/** The formula of a named row in 表10's column for 一般公共预算. */
function formulaOf(workbook: WorkbookSnapshot, name: string): string | undefined {
  const { tables, links, targets } = modelWorkbook(GUANGZHOU, workbook);
  const [table] = tables;
  const row = table?.rows.find((one) => one.name === name);
  return table && row && figuresOf(table, links, targets)(row, 5)?.formula;
}

test("a unit's figure is the sum of the rows between it and the next unit", () => {
  expect(formulaOf(projects(), "一局")).toBe("=SUM(INDEX(E7:E11,2):INDEX(E7:E11,ROWS(E7:E11)-1))");
});

test("with a row among them that is no project, only the unit's own projects are added up, not those of the next", () => {
  const remark = {
    kind: "writeCell",
    sheet: "表10",
    row: 8,
    column: 1,
    content: { value: "以下为上年结转" },
  } as const;
  const workbook = editedWorkbook(projects(), [remark]);
  expect(formulaOf(workbook, "一局")).toBe(
    "=SUMPRODUCT((LEN(INDEX($A7:$A11,2):INDEX($A7:$A11,ROWS($A7:$A11)-1))=7)*1," +
      "INDEX(E7:E11,2):INDEX(E7:E11,ROWS(E7:E11)-1))",
  );
});
