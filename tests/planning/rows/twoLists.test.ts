import { planRowsOf } from "../../../src/actions/rows";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { publishedAccounts } from "../../support/publishedAccounts";

/** 基本支出决算表 prints wages on the left and the running of the office on the right, in the same rows of the sheet. */
const SHEET = "基本支出";
const BASIC = { sheet: SHEET };

/** 30108 养老保险 504.38 on the left, 30206 电费 72.56 on the right. */
const ROW = 9;

test("a row of the sheet that is to go is shown with what stands in it of both lists", () => {
  const plan = planRowsOf(publishedAccounts(), { kind: "delete", in: BASIC, rows: [ROW] });
  expect(plan.removed.map(({ label, figures }) => [label, ...figures])).toEqual([
    ["30108 机关事业单位基本养老保险缴费", "504.38"],
    ["30206 电费", "72.56"],
  ]);
  expect(plan.edits[0]).toEqual({ kind: "deleteRows", sheet: SHEET, row: ROW, count: 1 });
});

test("a row beside the class of the other list goes only with what stands under that", () => {
  const workbook = publishedAccounts();
  // 303 对个人和家庭的补助 on the left, 30215 会议费 on the right.
  const plan = planRowsOf(workbook, { kind: "delete", in: BASIC, rows: [17] });
  expect(plan.refusal?.key).toBe("rows.hasChildren");
});

test("rows of one list change no places, since the other would go with them; all other tables are arranged", () => {
  const workbook = publishedAccounts();
  expect(planRowsOf(workbook, { kind: "sort", in: BASIC }).refusal?.key).toBe("rows.sideBySide");
  expect(planRowsOf(workbook, { kind: "merge", in: BASIC }).refusal?.key).toBe("rows.sideBySide");
  expect(planRowsOf(workbook, { kind: "sort" }).refusal?.key).toBe("rows.inOrder");
  const { moved, refusal } = planRowsOf(withRowsExchanged(workbook, "支出"), { kind: "sort" });
  expect(refusal).toBeUndefined();
  expect(new Set(moved.map(({ sheet }) => sheet))).toEqual(new Set(["支出"]));
});

/** The workbook with the last two rows with codes of a sheet exchanged. */
function withRowsExchanged(workbook: WorkbookSnapshot, name: string): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const coded = [...sheet.rows].filter(([, cells]) => /^\d{3,7}$/.test(String(cells.get(0)?.value)));
    const [[one, above], [other, below]] = coded.slice(-2) as [(typeof coded)[0], (typeof coded)[0]];
    return { ...sheet, rows: new Map(sheet.rows).set(one, below).set(other, above) };
  });
  return { ...workbook, sheets };
}
