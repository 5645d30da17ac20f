import type { CheckResult } from "../../src/validation/checkResult";
import type { Finding } from "../../src/validation/finding";

/** A finding on one cell with everything else plain; tests name only what they are about. */
export function finding(change: Partial<Finding> = {}): Finding {
  const table = change.table === undefined ? "T06" : change.table;
  const sheet = change.sheet ?? "表6";
  return {
    severity: "error",
    rule: "T06.c3=c4+c5",
    table,
    sheet,
    cell: { sheet, row: 6, column: 2 },
    message: { key: "总计 ≠ 基本支出 + 项目支出", args: {} },
    expected: "1890.17",
    actual: "1891.17",
    difference: "1.00",
    cells: [],
    suspects: [],
    ...change,
  };
}

/** A check of three tables that came to these findings. */
export function checkResult(findings: readonly Finding[], change: Partial<CheckResult> = {}): CheckResult {
  const table = (id: string, title: string) => ({
    table: id,
    title,
    sheet: `表${Number(id.slice(1))}`,
    label: `表${Number(id.slice(1))}`,
    range: { firstRow: 0, firstColumn: 0, lastRow: 9, lastColumn: 5 },
    columns: {},
    rows: 6,
    confidence: 1,
    by: "name" as const,
    progress: { isEmpty: false, blanks: [], blankCount: 0 },
    reasons: [],
  });
  return {
    tables: [
      table("T02", "部门收入总体情况表"),
      table("T06", "一般公共预算支出预算表（按功能分类科目）"),
      table("T10", "部门项目支出预算表"),
    ],
    unplaced: [],
    relations: { checked: 40, exact: 37, rounding: 2, mismatch: 1, notApplicable: 0, cannotTell: 0 },
    untold: [],
    findings,
    ...change,
  };
}
