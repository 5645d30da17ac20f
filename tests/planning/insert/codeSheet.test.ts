import ExcelJS from "exceljs";
import { parseCodeList, namesIn } from "../../../src/codes/codeLists";
import { listsIn } from "../../../src/planning/insert/codeSheet";
import { planInsert } from "../../../src/planning/insert/planInsert";
import type { Surroundings } from "../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { seedOptions } from "../../support/insertedBudget";

const planned = (year: number, tables: readonly string[], around?: Surroundings) =>
  planInsert(GUANGZHOU, { ...seedOptions(), year, tables }, around).map(({ design }) => design);

const titles = (designs: ReturnType<typeof planned>) =>
  designs
    .filter(({ isHidden }) => isHidden)
    .flatMap(({ cells }) =>
      cells.flatMap(({ row, content }) =>
        row === 0 && content && "value" in content ? [content.value] : [],
      ),
    );

/** Where the functional codes of a year stand, and so many more below them. */
function functional(year: number, more = 0): string {
  const entries = [...parseCodeList("functional").entries.values()];
  const count = entries.filter((entry) => namesIn(entry, year).length > 0).length;
  return `'编码表'!$A$2:$A$${count + more + 1}`;
}

describe("code columns", () => {
  it("offer the codes of the year, and the office's own units where they take units too", () => {
    const [t02, , codes] = planned(2020, ["T02", "T06"]);
    expect(t02?.lists).toEqual([
      {
        range: { firstRow: 6, firstColumn: 0, lastRow: 31, lastColumn: 0 },
        source: functional(2020, seedOptions().units.length),
        title: "编码不在列表中",
        message: "“功能科目编码(单位编码)”一般填2020年支出功能分类科目、预算单位编码。编码无误的，可以继续。",
        warns: true,
      },
    ]);
    const texts = codes?.cells.filter(({ column }) => column === 0).map(({ content }) => content);
    expect(texts).toContainEqual({ value: "2010301" });
    expect(texts?.at(-1)).toEqual({ value: "156004" });
  });

  it("of code and name offer both", () => {
    const [, codes] = planned(2020, ["T09"]);
    expect(codes?.cells.map(({ content }) => content)).toContainEqual({ value: "[30101]基本工资" });
  });

  it.each([
    [2020, true],
    [2026, false],
  ])("of %i say a word about other codes only where the list has all of them: %s", (year, warns) => {
    expect(planned(year, ["T06"])[0]?.lists.map((list) => list.warns)).toEqual([warns]);
  });

  it("never refuse a code that is not on the list", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(writeNewWorkbook(planned(2020, ["T06"])).slice().buffer);
    expect(book.getWorksheet("表6")?.getCell("A9").dataValidation).toMatchObject({
      type: "list",
      errorStyle: "warning",
      allowBlank: true,
      formulae: [functional(2020)],
    });
    expect(book.getWorksheet("编码表")?.state).toBe("hidden");
  });
});

describe("the hidden sheet of codes", () => {
  it("is used again by tables that are inserted later; lists that are new come on a further one", () => {
    const before = readWorkbook(writeNewWorkbook(planned(2020, ["T06"])), "a.xlsx");
    const around = { sheets: before.sheets.map(({ name }) => name), tables: [], lists: listsIn(before) };
    const [t07, ...more] = planned(2020, ["T07"], around);
    expect(more).toEqual([]);
    expect(t07?.lists[0]?.source).toBe(functional(2020));
    const [, further] = planned(2020, ["T09"], around);
    expect(further?.name).toBe("编码表 (2)");
    expect(titles(planned(2020, ["T06", "T09"], around))).toEqual([
      "编码列表：2020年政府预算支出经济分类科目（编码和名称）",
      "编码列表：2020年部门预算支出经济分类科目（编码和名称）",
    ]);
  });

  it("of another year is another list", () => {
    const before = readWorkbook(writeNewWorkbook(planned(2020, ["T06"])), "a.xlsx");
    const around = { sheets: before.sheets.map(({ name }) => name), tables: [], lists: listsIn(before) };
    expect(titles(planned(2019, ["T06"], around))).toEqual(["编码列表：2019年支出功能分类科目编码"]);
  });

  it("is not there when no table has a code column", () => {
    expect(planned(2020, ["T12"])).toHaveLength(1);
  });
});

it("names of ranges keep clear of those that the workbook has", () => {
  const [sheet] = planned(2020, ["T06"], { sheets: ["表6"], tables: [], names: ["部门", "勾稽_t06"] });
  expect(sheet?.names.map(({ name }) => name)).toEqual(["勾稽_T06_2"]);
});
