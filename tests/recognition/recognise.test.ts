import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { RecognisedTable } from "../../src/recognition/recognised";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, SMALL_T06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const recognise = (...sheets: Parameters<typeof workbookOf>) =>
  recogniseWorkbook(workbookOf(...sheets), GUANGZHOU);

const only = (rows: readonly (readonly TestCell[])[]): RecognisedTable => {
  const { tables, unplaced } = recognise(sheetOf("某表", rows));
  expect(unplaced).toEqual([]);
  expect(tables).toHaveLength(1);
  return tables[0] as RecognisedTable;
};

const columnsOf = ({ columns }: RecognisedTable) =>
  Object.fromEntries([...columns].map(([number, { sheetColumn }]) => [number, sheetColumn]));

describe("the real budget of 2020", () => {
  const { tables, unplaced } = recogniseWorkbook(seedWorkbook(), GUANGZHOU);

  it("has all 14 tables, each found on its own sheet with every column", () => {
    expect(unplaced).toEqual([]);
    expect(tables.map(({ definition, sheet }) => [definition.id, sheet])).toEqual(
      GUANGZHOU.tables.map(({ id, label }) => [id, label]),
    );
    for (const table of tables) {
      const numbers = Object.keys(columnsOf(table));
      expect(columnsOf(table)).toEqual(
        Object.fromEntries(numbers.map((number) => [number, Number(number) - 1])),
      );
      expect(table.confidence).toBe(1);
    }
  });

  it("has 42 income and expenditure lines in 表1, each with its figure", () => {
    const [t01] = tables;
    const total = t01?.rows.find(({ rule }) => rule.kind === "收入总计");
    expect(t01?.rows).toHaveLength(42);
    expect(total?.figures.get(2)).toMatchObject({ kind: "amount", decimals: 2 });
    expect(t01?.year).toBe(2020);
  });

  it("reads the code tree of 表6: 项 under 款 under 类 under 合计", () => {
    const t06 = tables.find(({ definition }) => definition.id === "T06");
    const item = t06?.rows.find(({ code }) => code === "2010301");
    expect([item?.rule.kind, item?.parent?.code, item?.parent?.parent?.code]).toEqual(["项", "20103", "201"]);
    expect(item?.parent?.parent?.parent?.rule.kind).toBe("合计");
  });

  it("reads the rows of 表9 by their departmental code although the two headings are swapped", () => {
    const t09 = tables.find(({ definition }) => definition.id === "T09");
    const salary = t09?.rows.find(({ code }) => code === "30101");
    expect(salary).toMatchObject({ name: "基本工资", rule: { kind: "款" } });
    expect(salary?.parent?.code).toBe("301");
  });

  it("gives every row of 表10 the unit above it", () => {
    const t10 = tables.find(({ definition }) => definition.id === "T10");
    const units = new Set(t10?.rows.filter(({ rule }) => rule.kind === "项目").map(({ unit }) => unit));
    expect([...units]).toEqual(["156001", "156003", "156004"]);
  });
});

describe("where the table stands in the sheet does not matter", () => {
  it("finds a title below other rows and to the right", () => {
    const moved = [[], ["附件2"], [], ...smallT06().map((cells) => ["", "", ...cells])];
    const table = only(moved);
    expect(columnsOf(table)).toEqual({ 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 8 });
    expect(table.rows).toHaveLength(5);
  });

  it("does without the row of column numbers", () => {
    expect(only(SMALL_T06.filter((_, row) => row !== 5)).rows).toHaveLength(5);
  });

  it("reads headings with line breaks and spaces inside", () => {
    const rows = smallT06({ "3,0": "科目\n编码", "3,1": "科 目 名 称", "4,6": "财政专项资金\n（本级支出）" });
    expect(Object.keys(columnsOf(only(rows)))).toHaveLength(7);
  });

  it("finds columns by their headings, not by their order", () => {
    const swapped = smallT06().map((cells, row) => {
      const [code, name, total, basic, ...rest] = cells;
      return row < 2 || row === 5
        ? cells
        : [code, name, ...(row === 2 ? [total, basic] : [basic, total]), ...rest];
    });
    expect(columnsOf(only(swapped))).toMatchObject({ 3: 3, 4: 2, 5: 4 });
  });

  it("finds several tables on one sheet, one below the other", () => {
    const t07 = smallT06({ "0,0": "政府性基金预算支出情况表" });
    const { tables } = recognise(sheetOf("全部", [...smallT06(), [], ["注：无"], [], ...t07]));
    expect(tables.map(({ definition }) => definition.id)).toEqual(["T06", "T07"]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([5, 5]);
  });

  it("takes pages under a repeated title and heading for one table, two whole tables for two", () => {
    const [title, unit, ...rest] = smallT06();
    const pages = [
      ...smallT06().slice(0, 8),
      [],
      title ?? [],
      unit ?? [],
      ...rest.slice(0, 4),
      ...rest.slice(6),
    ];
    const { tables } = recognise(sheetOf("分页", pages));
    expect(tables.map(({ rows }) => rows.map(({ code }) => code))).toEqual([
      ["", "201", "20103", "2010301", "2010399"],
    ]);
    const twice = recognise(sheetOf("两份", [...smallT06(), [], ...smallT06()]));
    expect(twice.tables).toHaveLength(2);
  });

  it("finds several tables on one sheet, side by side", () => {
    const t06 = smallT06();
    const t07 = smallT06({ "0,0": "政府性基金预算支出情况表" });
    const rows = t06.map((cells, row) => [...cells, "", "", ...(t07[row] ?? [])]);
    const { tables } = recognise(sheetOf("并排", rows));
    expect(tables.map(({ definition }) => definition.id)).toEqual(["T06", "T07"]);
    expect(tables.map(columnsOf)).toEqual([
      { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6 },
      { 1: 9, 2: 10, 3: 11, 4: 12, 5: 13, 6: 14, 7: 15 },
    ]);
  });

  it("takes a title with annex number and year in front, but not another table's title that ends alike", () => {
    expect(
      only(smallT06({ "0,0": "附表6：2020年一般公共预算支出预算表（按功能分类科目）" })).definition.id,
    ).toBe("T06");
    const { unplaced } = recognise(sheetOf("x", [["国有资本经营收支总体情况表"], ["甲", "乙"], [1, 2]]));
    const args = { title: "国有资本经营收支总体情况表", cell: "A1" };
    expect(unplaced).toEqual([{ sheet: "x", reason: { key: "sheet.otherTitle", args } }]);
  });
});

describe("amounts", () => {
  it("are compared in 万元 whatever the sheet's unit", () => {
    const table = only(smallT06({ "1,6": "单位：元", "6,2": 18901700 }));
    const total = table.rows.find(({ rule }) => rule.kind === "合计")?.figures.get(3);
    expect(table.unit).toBe("元");
    expect(total?.kind === "amount" && total.value.toFixed()).toBe("1890.17");
  });

  it("count as they print: more digits stored than shown are rounded, and kept beside", () => {
    const table = only(smallT06({ "6,2": 1890.1749 }));
    const total = table.rows[0]?.figures.get(3);
    expect(total?.kind === "amount" && [total.value.toFixed(), total.stored.toFixed()]).toEqual([
      "1890.17",
      "1890.1749",
    ]);
  });

  it("tell blank, dash, 无 and zero apart", () => {
    const table = only(smallT06({ "9,4": undefined, "9,5": "-", "9,6": "无" }));
    const row = table.rows.find(({ code }) => code === "2010301");
    const seen = [4, 5, 6, 7].map((number) => {
      const figure = row?.figures.get(number);
      return figure?.kind === "none" ? figure.why : figure?.kind;
    });
    expect(seen).toEqual(["amount", "blank", "dash", "word"]);
  });
});

describe("a sheet that holds no table says why", () => {
  it("when it is empty, has no title, or has a title without headings", () => {
    const { unplaced } = recognise(
      sheetOf("空", []),
      sheetOf("说明", [["编制说明"], ["一、部门概况"]]),
      sheetOf("半张", [["支出总体情况表"], ["见附件"]]),
    );
    expect(unplaced).toEqual([
      { sheet: "空", reason: { key: "sheet.empty", args: {} } },
      { sheet: "说明", reason: { key: "sheet.noTitle", args: {} } },
      {
        sheet: "半张",
        reason: { key: "sheet.titleWithoutHeader", args: { title: "支出总体情况表", cell: "A1" } },
      },
    ]);
  });

  it("when it is too large to read", () => {
    const sheet = {
      ...sheetOf("大", []),
      unreadable: { reason: "tooLarge", usedRange: "A1:XFD1048576" } as const,
    };
    expect(recognise(sheet).unplaced).toEqual([
      { sheet: "大", reason: { key: "sheet.tooLarge", args: { range: "A1:XFD1048576" } } },
    ]);
  });
});
