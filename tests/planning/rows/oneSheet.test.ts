import { planRowsOf } from "../../../src/actions/rows";
import type { RowsIntention } from "../../../src/actions/rows";
import { checkSnapshot } from "../../../src/actions/validate";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { seedWorkbook } from "../../support/seedWorkbook";

/** The seed with one of its tables below another, on the sheet of that. */
function below(upper: string, lower: string): WorkbookSnapshot {
  const workbook = seedWorkbook();
  const moved = workbook.sheets.find(({ name }) => name === lower);
  const sheets = workbook.sheets.flatMap((sheet) => {
    if (sheet.name === lower) return [];
    if (sheet.name !== upper || !moved) return [sheet];
    const first = Math.max(...sheet.rows.keys()) + 3;
    const lines = [...moved.rows].map(([row, cells]) => [first + row, cells] as const);
    return [{ ...sheet, rows: new Map([...sheet.rows, ...lines]) }];
  });
  return { ...workbook, sheets };
}

const errorsOf = (workbook: WorkbookSnapshot) =>
  checkSnapshot(workbook)
    .findings.filter(({ severity }) => severity === "error")
    .map(({ message }) => message);

test.each<[string, RowsIntention, string]>([
  ["upper", { kind: "code", in: { table: "T06" }, code: "2050803" }, "2050803 培训支出"],
  ["lower", { kind: "code", in: { table: "T09" }, code: "30103/50101" }, "30103/50101 奖金"],
])("a row comes into the %s of two tables that stand on one sheet", (_, intention, label) => {
  const before = below("表6", "表9");
  const plan = planRowsOf(before, intention);
  expect(plan.refusal).toBeUndefined();
  expect(plan.added.at(-1)?.label).toBe(label);
  expect(errorsOf(editedWorkbook(before, plan.edits))).toEqual(errorsOf(before));
});
