import { recogniseWorkbook } from "../../../src/recognition/recognise";
import type { RecognisedTable } from "../../../src/recognition/recognised";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { finestStep, joinRelations } from "../../../src/validation/mistakes/jointSystem";
import { toDecimal } from "../../../src/validation/system/rational";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { prepare } from "../../support/seededErrors";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";

/** The seed with 表6 in 元, printed to whole 元, and one of its cells blank. */
function inYuan(): WorkbookSnapshot {
  const workbook = seedWorkbook();
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== "表6") return sheet;
    const rows = [...sheet.rows].map(([row, cells]) => {
      const own = [...cells].map(([column, cell]) => {
        if (typeof cell.value === "number")
          return [column, { value: Math.round(cell.value * 10000), numberFormat: "#,##0" }] as const;
        return [column, cell.value === "单位：万元" ? { ...cell, value: "单位：元" } : cell] as const;
      });
      return [row, new Map(own)] as const;
    });
    return { ...sheet, rows: new Map(rows) };
  });
  return withValue({ ...workbook, sheets }, "表6", 20, 3, undefined);
}

const tableOf = (workbook: WorkbookSnapshot, id: string) =>
  recogniseWorkbook(workbook, GUANGZHOU).tables.find(
    ({ definition }) => definition.id === id,
  ) as RecognisedTable;

test("the finest step of a table is that of its figures, in 万元 whatever its unit", () => {
  expect(finestStep(tableOf(seedWorkbook(), "T06")).toFixed()).toBe("0.01");
  expect(finestStep(tableOf(inYuan(), "T06")).toFixed()).toBe("0.0001");
});

test("a blank cell of a table in 元 would print as finely as its table does", () => {
  const { judgements } = prepare(inYuan());
  const { system, termOf } = joinRelations(judgements, () => 1);
  const steps = Array.from({ length: system.cellCount }, (_, cell) => cell).flatMap((cell) => {
    const { figure, row } = termOf(cell);
    const isAsked = figure.kind === "none" && row.table.definition.id === "T06";
    return isAsked ? [toDecimal(system.cell(cell).step).times(system.unit).toFixed()] : [];
  });
  expect(steps.length).toBeGreaterThan(0);
  expect(new Set(steps)).toEqual(new Set(["0.0001"]));
});
