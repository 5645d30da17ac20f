import { mendsOfCheck } from "../../src/actions/mend";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import { describe as say } from "../../src/messages/describe";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import { cellAtAddress } from "../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { brief } from "../support/check";
import { SMALL_T06, sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

/** SMALL_T06 as an office keeps it: 总计 = 基本支出 + 小计, 小计 = its two columns, totals add up what stands below. */
function withFormulas(changes: Readonly<Record<string, TestCell>> = {}): WorkbookSnapshot {
  const made: Record<string, TestCell> = {};
  const put = (row: number, column: number, formula: string) => {
    const value = SMALL_T06[row]?.[column];
    if (typeof value === "number") made[`${row},${column}`] = { value, formula, numberFormat: "#,##0.00" };
  };
  for (let row = 6; row <= 10; row++) {
    put(row, 2, `=D${row + 1}+E${row + 1}`);
    put(row, 4, `=F${row + 1}+G${row + 1}`);
  }
  for (const [row, range] of [
    [6, "8:8"],
    [7, "9:9"],
    [8, "10:11"],
  ] as const)
    for (const [column, letter] of [
      [3, "D"],
      [5, "F"],
      [6, "G"],
    ] as const) {
      const [from, to] = range.split(":");
      put(row, column, `=SUM(${letter}${from}:${letter}${to})`);
    }
  return workbookOf(sheetOf("表6", smallT06({ ...made, ...changes })));
}

const check = (workbook: WorkbookSnapshot) => checkWorkbook(workbook, GUANGZHOU);
const told = (workbook: WorkbookSnapshot) => brief(check(workbook).result.findings);

describe("a number typed over a formula", () => {
  it("is told though it is right at the moment, and its formula is offered", () => {
    const workbook = withFormulas({ "9,2": 725.78 });
    const checked = check(workbook);
    expect(brief(checked.result.findings)).toEqual(["warning formula.overwritten C10"]);
    const [finding] = checked.result.findings;
    expect(say(finding!.message, "zh-CN")).toContain("表6 C10：这里本应是公式，被直接填的数盖住了");
    const [mend, ...others] = mendsOfCheck(finding!, checked, workbook);
    expect(others).toEqual([]);
    expect(mend && say(mend.label, "zh-CN")).toBe("表6 C10 恢复公式 =D10+E10");
    const cell = cellAtAddress(editedWorkbook(workbook, mend?.edits ?? []), finding!.cells[0]!);
    expect(cell?.formula).toBe("=D10+E10");
  });

  it("with a wrong number is an error whose first mend is the formula", () => {
    const workbook = withFormulas({ "9,2": 752.78 });
    const checked = check(workbook);
    const finding = checked.result.findings.find(({ severity }) => severity === "error");
    expect(checked.result.findings.map(({ rule }) => rule)).not.toContain("formula.overwritten");
    const [mend] = mendsOfCheck(finding!, checked, workbook);
    expect(mend && say(mend.label, "zh-CN")).toBe("表6 C10 恢复公式 =D10+E10");
  });

  it("in a total is told by the totals beside it", () => {
    expect(told(withFormulas({ "8,3": 725.78 }))).toEqual(["warning formula.overwritten D9"]);
  });
});

describe("nothing is told", () => {
  it("of a table all of formulas, nor of one of values", () => {
    expect(told(withFormulas())).toEqual([]);
    expect(told(workbookOf(sheetOf("表6", smallT06())))).toEqual([]);
  });

  it("of figures that are typed in every row", () => {
    const values = Object.fromEntries([6, 7, 8, 9, 10].map((row) => [`${row},2`, SMALL_T06[row]?.[2]]));
    expect(told(withFormulas(values))).toEqual([]);
  });
});
