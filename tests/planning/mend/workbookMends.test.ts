import { applyMend, MendOutdatedError, mendsOfCheck } from "../../../src/actions/mend";
import { takeBack } from "../../../src/actions/takeBack";
import { describe as say } from "../../../src/messages/describe";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import { typedText } from "../../../src/workbook/content";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { Cell, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { MemoryPort } from "../../support/memoryPort";
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

/** The real budget without some rows of a table; rows as Excel numbers them. */
function without(label: string, row: number, count: number): WorkbookSnapshot {
  const seed = seedWorkbook();
  return editedWorkbook(seed, [{ kind: "deleteRows", sheet: label, row: row - 1, count }]);
}

describe("rows that a table has lost", () => {
  it.each([
    [
      "a row under others",
      "表6",
      12,
      1,
      "在 表6 第 12 行补上“2010399 其他政府办公厅（室）及相关机构事务支出”",
    ],
    ["a row and the one above it", "表6", 8, 2, "在 表6 补上“201 一般公共服务支出”等 2 行"],
    ["a row of income", "表2", 12, 1, "在 表2 第 12 行补上“2010399 其他政府办公厅（室）及相关机构事务支出”"],
  ])("%s comes back with the amounts that the relations tell", (_what, label, row, count, said) => {
    expect(mended(without(label, row, count), "rows.missing")).toEqual([
      { label: `${said}，金额按勾稽关系推算`, left: [] },
    ]);
  });

  it("come and go again as one step, but not over what was typed since", async () => {
    const workbook = without("表6", 12, 1);
    const checked = check(workbook);
    const finding = checked.result.findings.find(({ rule }) => rule === "rows.missing");
    const [mend] = finding ? mendsOfCheck(finding, checked, workbook) : [];
    if (!mend) throw new Error("no mend");
    const port = new MemoryPort(workbook);
    const written = await applyMend(port, mend);
    const typed = { kind: "writeCell", sheet: "表6", row: 11, column: 4, content: { value: 5 } } as const;
    const before = await port.read();
    await port.apply([typed]);
    await expect(takeBack(port, written)).rejects.toMatchObject({ key: "rows.changedSince" });
    await port.apply([{ ...typed, content: { value: 1164.39 } }]);
    expect(typedText(await port.read(), ["表6"])).toBe(typedText(before, ["表6"]));
    await takeBack(port, written);
    expect(typedText(await port.read(), ["表6"])).toBe(typedText(workbook, ["表6"]));
    await port.apply([typed]);
    await expect(applyMend(port, mend)).rejects.toThrow(MendOutdatedError);
  });

  it("are put in as the table had them, formulas in a table of values apart", () => {
    const workbook = without("表6", 9, 1);
    const checked = check(workbook);
    const finding = checked.result.findings.find(({ rule }) => rule === "rows.missing");
    const [mend] = finding ? mendsOfCheck(finding, checked, workbook) : [];
    const before = seedWorkbook()
      .sheets.find(({ name }) => name === "表6")
      ?.rows.get(8);
    const texts = (cells: ReadonlyMap<number, Cell> | undefined) =>
      [...(cells ?? [])].flatMap(([column, { value }]) =>
        value === 0 || value === "" ? [] : [[column, String(value).replace(/\s/g, "")]],
      );
    const after = editedWorkbook(workbook, mend?.edits ?? []).sheets.find(({ name }) => name === "表6");
    expect(texts(after?.rows.get(8))).toEqual(texts(before));
  });
});
