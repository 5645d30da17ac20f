import { mendsOfCheck } from "../../../src/actions/mend";
import { describe as say } from "../../../src/messages/describe";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { Cell, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { seedWorkbook } from "../../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../../support/sheet";

const check = (workbook: WorkbookSnapshot) => checkWorkbook(workbook, GUANGZHOU);

/** The mends of a workbook's first finding of a rule, and what each leaves of that rule. */
function mended(workbook: WorkbookSnapshot, rule: string) {
  const checked = check(workbook);
  const finding = checked.result.findings.find((one) => one.rule === rule);
  if (!finding) throw new Error(`no ${rule} in ${checked.result.findings.map((one) => one.rule).join()}`);
  return mendsOfCheck(finding, checked, workbook).map((mend) => ({
    label: say(mend.label, "zh-CN"),
    left: check(editedWorkbook(workbook, mend.edits)).result.findings.filter((one) => one.rule === rule),
  }));
}

/** The real budget with 表6 in 元 as it says 万元. */
function withT06InYuan(): WorkbookSnapshot {
  const inYuan = (cell: Cell): Cell =>
    typeof cell.value === "number" ? { ...cell, value: Math.round(cell.value * 1e6) / 100 } : cell;
  const seed = seedWorkbook();
  return {
    ...seed,
    sheets: seed.sheets.map((sheet) =>
      sheet.name !== "表6"
        ? sheet
        : {
            ...sheet,
            rows: new Map(
              [...sheet.rows].map(([row, cells]) => [
                row,
                new Map([...cells].map(([column, cell]) => [column, inYuan(cell)])),
              ]),
            ),
          },
    ),
  };
}

test("figures in another unit than the table says are brought to it, or the unit is put right", () => {
  const mends = mended(withT06InYuan(), "block.unit");
  expect(mends.map(({ label }) => label)).toEqual([
    expect.stringMatching(/^表6 填入的 \d+ 个数由元换算为万元$/),
    expect.stringMatching(/^表6 [A-Z]\d+ 的单位改写为“元”，数不动$/),
  ]);
  expect(mends.map(({ left }) => left)).toEqual([[], []]);
});

test("headings in each other's place are exchanged", () => {
  const mends = mended(seedWorkbook(), "heading.swapped");
  expect(mends).toEqual([
    { label: expect.stringMatching(/^表9 [A-Z]\d+ 和 [A-Z]\d+ 的表头对调$/), left: [] },
  ]);
});

test("a text in a cell with a number format becomes the number that it reads as", () => {
  const text = { value: "1164.39", numberFormat: "#,##0.00" };
  const workbook = workbookOf(sheetOf("表6", smallT06({ "10,5": text })));
  expect(mended(workbook, "cell.text-number")).toEqual([{ label: "表6 的 1 个文本数字改为数字", left: [] }]);
});
