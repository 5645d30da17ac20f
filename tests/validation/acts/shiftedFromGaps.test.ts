import { describe as say } from "../../../src/messages/describe";
import type { Pack } from "../../../src/tables/definition";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import { checkWorkbook } from "../../../src/validation/check";
import type { Finding } from "../../../src/validation/finding";
import type { CellValue, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import type { WriteCell } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { calculated, withLiveFormulas } from "../../bench/acts/liveBook";
import { finalAccounts } from "../../support/finalAccounts";
import { generatedBudget } from "../../support/generatedBudget";
import { nationalWorkbook } from "../../support/nationalWorkbook";

import { Chooser, randomFrom } from "../../support/random";

interface Block {
  readonly sheet: string;
  /** First and last row and column, counted from 0. */
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** The workbook with a block of typed figures put a row down: what stood there is lost, its first row is left blank. */
function movedDown(workbook: WorkbookSnapshot, { sheet, rows, columns }: Block): WorkbookSnapshot {
  const edits: WriteCell[] = [];
  for (let column = columns[0]; column <= columns[1]; column++)
    for (let row = rows[1] + 1; row >= rows[0]; row--) {
      const own = cellAtAddress(workbook, { sheet, row, column });
      const above = row > rows[0] ? cellAtAddress(workbook, { sheet, row: row - 1, column }) : undefined;
      if (own?.formula !== undefined || above?.formula !== undefined) continue;
      const value = above?.value as Exclude<CellValue, object> | undefined;
      edits.push({ kind: "writeCell", sheet, row, column, content: value === undefined ? null : { value } });
    }
  return calculated(editedWorkbook(workbook, edits));
}

function errorsIn(workbook: WorkbookSnapshot, pack: Pack): readonly Finding[] {
  return checkWorkbook(workbook, pack).result.findings.filter(({ severity }) => severity === "error");
}

const text = (finding: Finding | undefined) => (finding ? say(finding.message, "zh-CN") : "");

it("a block moved over the sums of other rows shows by the blanks it has left", () => {
  const block: Block = { sheet: "一般公共预算", rows: [11, 14], columns: [2, 4] };
  const [error, ...others] = errorsIn(movedDown(finalAccounts(), block), FINAL_ACCOUNTS);
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("blockShifted");
  expect(text(error)).toContain("第 12 至 15 行");
  expect(text(error)).toContain("往下错了 1 行");
});

it("so does a block under formulas, whose figures other tables want elsewhere", () => {
  const live = withLiveFormulas({ workbook: nationalWorkbook(), pack: NATIONAL });
  const block: Block = { sheet: "一般公共预算", rows: [7, 9], columns: [5, 6] };
  const [error, ...others] = errorsIn(movedDown(live, block), NATIONAL);
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("blockShifted");
  expect(error?.suspects[0]).toMatchObject({
    sheet: "一般公共预算",
    row: 7,
    column: 5,
    suggested: "1200000",
  });
});

it("what a block was put over stays open where two such rows stand in one sum", () => {
  const block: Block = { sheet: "表8", rows: [7, 10], columns: [2, 4] };
  const moved = movedDown(generatedBudget(60, new Chooser(randomFrom(228))), block);
  const twice = movedDown(moved, { ...block, rows: [8, 11] });
  const [error, ...others] = errorsIn(twice, GUANGZHOU);
  expect(others).toEqual([]);
  expect(error?.act?.kind).toBe("blockShifted");
  expect(text(error)).toContain("第 8 至 11 行");
  expect(text(error)).toContain("往下错了 2 行");
});
