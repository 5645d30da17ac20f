import { checkWorkbook } from "../../../src/validation/check";
import type { Finding } from "../../../src/validation/finding";
import { describe as say } from "../../../src/messages/describe";
import { NATIONAL } from "../../../src/tables/national/pack";
import { formatA1 } from "../../../src/workbook/address";
import type { Edit } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { calculated, withLiveFormulas } from "../../bench/acts/liveBook";
import { nationalWorkbook } from "../../support/nationalWorkbook";

const live = withLiveFormulas({ workbook: nationalWorkbook(), pack: NATIONAL });

function after(workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  return calculated(editedWorkbook(workbook, edits));
}

function errorsIn(workbook: WorkbookSnapshot): readonly Finding[] {
  return checkWorkbook(workbook, NATIONAL).result.findings.filter(({ severity }) => severity === "error");
}

function write(sheet: string, row: number, column: number, content: { formula: string } | { value: number }) {
  return { kind: "writeCell", sheet, row, column, content } as const;
}

/** The finding that there is, with the errors that its mend leaves. */
function onlyFinding(workbook: WorkbookSnapshot) {
  const [error, ...others] = errorsIn(workbook);
  expect(others).toEqual([]);
  return { error, left: errorsIn(after(workbook, error?.act?.edits ?? [])) };
}

const cellsOf = (finding: Finding | undefined) =>
  finding?.suspects.map((one) => formatA1(one.row, one.column));

it("a row that the sums of several columns leave out is one finding that names it and the totals", () => {
  const workbook = after(live, [
    write("一般公共预算", 10, 4, { formula: "=SUM(E12:E12)" }),
    write("一般公共预算", 10, 6, { formula: "=SUM(G12:G12)" }),
  ]);
  const { error, left } = onlyFinding(workbook);
  expect(error?.act).toMatchObject({ kind: "sumMisses", rows: [{ sheet: "一般公共预算", row: 12 }] });
  expect(cellsOf(error)).toEqual(["E11", "G11"]);
  expect(error && say(error.message, "zh-CN")).toContain("第 13 行“2120104 城管执法”没有加进 E11、G11");
  expect(left).toEqual([]);
});

it("a total typed beside such a formula lacks the row as well", () => {
  const workbook = after(live, [
    write("一般公共预算", 10, 4, { value: 20_100_300 }),
    write("一般公共预算", 10, 6, { formula: "=SUM(G12:G12)" }),
  ]);
  const { error, left } = onlyFinding(workbook);
  expect(error?.act).toMatchObject({ kind: "sumMisses", rows: [{ sheet: "一般公共预算", row: 12 }] });
  expect(left).toEqual([]);
});

it("a line of two lists side by side taken below the ranges of its sums is one finding", () => {
  const workbook = after(live, [
    { kind: "insertRows", sheet: "收支总表", row: 9, count: 1, like: 5 },
    ...[0, 1, 2, 3].flatMap((column): Edit[] => {
      const value = live.sheets[0]?.rows.get(5)?.get(column)?.value;
      return typeof value === "object" || value === undefined
        ? []
        : [{ kind: "writeCell", sheet: "收支总表", row: 9, column, content: { value } }];
    }),
    { kind: "deleteRows", sheet: "收支总表", row: 5, count: 1 },
  ]);
  const { error } = onlyFinding(workbook);
  expect(error?.act).toMatchObject({ kind: "sumMisses", rows: [{ sheet: "收支总表", row: 8 }] });
});
