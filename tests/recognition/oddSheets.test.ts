import { SURE } from "../../src/recognition/confidence";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import type { RecognisedTable } from "../../src/recognition/recognised";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { check } from "../support/check";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const recognise = (...sheets: SheetSnapshot[]) => recogniseWorkbook(workbookOf(...sheets), GUANGZHOU);
const only = (rows: readonly (readonly TestCell[])[], name = "某表"): RecognisedTable => {
  const { tables, unplaced } = recognise(sheetOf(name, rows));
  expect(unplaced).toEqual([]);
  expect(tables).toHaveLength(1);
  return tables[0] as RecognisedTable;
};
const kindsOf = ({ rows }: RecognisedTable) => rows.map(({ rule, code }) => `${rule.kind} ${code}`.trim());
const ALL = ["合计", "类 201", "款 20103", "项 2010301", "项 2010399"];

describe("titles", () => {
  it.each([
    "广州市白云区某某局：一般公共预算支出预算表（按功能分类科目）",
    "某某局2020年部门预算公开表6：一般公共预算支出情况表（按功能分类科目）",
    "公开06表 一般公共预算支出总表",
    "2020年度某某街道办事处一般公共预算支出预算表（按功能分类科目）（续表）",
    "一 般 公 共 预 算 支 出 表\n（2020年）",
  ])("%s", (title) => {
    expect(kindsOf(only(smallT06({ "0,0": title })))).toEqual(ALL);
  });

  it("the sheet's name is only a hint: the title in the sheet decides", () => {
    expect(only(smallT06(), "政府性基金预算支出情况表").definition.id).toBe("T06");
  });

  it("the sheet's name decides where there is no title", () => {
    const table = only(smallT06({ "0,0": undefined }), "6.一般公共预算支出预算表（按功能分类科目）");
    expect(kindsOf(table)).toEqual(ALL);
  });

  it("without title and name a table is not taken for certain where another has nearly the same headings", () => {
    for (const heading of ["支出", "一般公共预算支出"]) {
      const { tables } = recognise(sheetOf("Sheet1", smallT06({ "0,0": undefined, "2,2": heading })));
      for (const { confidence } of tables) expect(confidence).toBeLessThan(SURE);
    }
  });

  it("another table under the same headings is not taken for one of the set", () => {
    for (const sheet of seedWorkbook().sheets) {
      const [, ...rest] = sheet.rows;
      const title: TestCell = { value: "2020年部门预算执行进度表", numberFormat: "@" };
      const renamed = { ...sheet, name: "Sheet1", rows: new Map([[0, new Map([[0, title]])], ...rest]) };
      const { tables, unplaced } = recognise(renamed as SheetSnapshot);
      expect([sheet.name, tables.map(({ definition }) => definition.id)]).toEqual([sheet.name, []]);
      expect(["sheet.otherTitle", "sheet.noTitle"]).toContain(unplaced[0]?.reason.key);
    }
  });
});

describe("headings", () => {
  it("may have remarks between them", () => {
    const rows = smallT06();
    rows.splice(3, 0, ["", "", "", "", "", "", "（金额保留两位小数）"]);
    expect(kindsOf(only(rows))).toEqual(ALL);
  });

  it("may name group and column in one cell", () => {
    const rows = smallT06({
      "3,4": "项目支出-小计",
      "3,5": "项目支出-部门项目支出",
      "3,6": "项目支出（财政专项资金）",
    });
    const flat = [...rows.slice(0, 2), rows[3] ?? [], ...rows.slice(6)];
    const table = only(flat);
    expect([3, 4, 5, 6].map((number) => table.columns.get(number)?.sheetColumn)).toEqual([2, 3, 4, 5]);
  });

  it("may stand over the middle column of their group", () => {
    const table = only(smallT06({ "2,2": "", "2,4": "一般公共预算支出", "3,4": "", "3,5": "项目支出" }));
    expect(Object.fromEntries([...table.columns].map(([at, { sheetColumn }]) => [at, sheetColumn]))).toEqual({
      1: 0,
      2: 1,
      3: 2,
      4: 3,
      5: 4,
      6: 5,
      7: 6,
    });
  });

  it.each([
    ["甲", "乙", "1=2+3", "2", "3=4+5", "4", "5"],
    ["", "栏次", "1", "2", "3", "4", "5"],
  ])("may be followed by column numbers such as %s %s %s", (...numbers) => {
    const rows = smallT06(Object.fromEntries(numbers.map((text, column) => [`5,${column}`, text])));
    const table = only(rows);
    expect([kindsOf(table), table.headerRows.last]).toEqual([ALL, 5]);
  });
});

describe("the unit of amounts", () => {
  const without = { "1,6": undefined };
  const big = (changes: Record<string, TestCell>) => only(smallT06({ ...without, ...changes })).unit;

  it("is read above the title, in a heading, among the headings and below the table", () => {
    const above = [["", "", "", "", "", "", "单位：元"], ...smallT06(without)];
    expect(only(above).unit).toBe("元");
    expect(big({ "3,2": "总计（元）" })).toBe("元");
    expect(big({ "2,6": "单位：元" })).toBe("元");
    expect(only([...smallT06(without), ["单位：元"]]).unit).toBe("元");
  });

  it("is that of the workbook's other tables where a sheet names none", () => {
    const other = sheetOf("基金", smallT06({ "0,0": "政府性基金预算支出情况表", "1,6": "单位：元" }));
    const inYuan = smallT06({ ...without, "6,2": 18_901_700, "7,2": 18_901_700 });
    const { tables } = recognise(sheetOf("一般", inYuan), other);
    expect(tables.map(({ unit, confidence }) => [unit, confidence >= SURE])).toEqual([
      ["元", true],
      ["元", true],
    ]);
  });

  it("is not certain where the other tables differ", () => {
    const { tables } = recognise(
      sheetOf("一", smallT06(without)),
      sheetOf("二", smallT06({ "0,0": "政府性基金预算支出情况表", "1,6": "单位：元" })),
      sheetOf("三", smallT06({ "0,0": "支出总体情况表", "3,2": "合计" })),
      sheetOf("四", smallT06({ "0,0": "政府性基金预算支出情况表" })),
    );
    expect(tables[0]?.confidence).toBeLessThan(SURE);
  });
});

describe("bodies", () => {
  it("names cut above and below the row of figures belong to it", () => {
    const rows = smallT06({ "8,1": undefined });
    rows.splice(9, 0, ["", "相关机构事务"]);
    rows.splice(8, 0, ["", "政府办公厅（室）及"]);
    const table = only(rows);
    expect(table.rows.map(({ code, name }) => `${code} ${name}`.trim()).slice(1, 4)).toEqual([
      "201 一般公共服务支出",
      "20103 政府办公厅（室）及相关机构事务",
      "2010301 行政运行",
    ]);
  });

  it("a table of which there is nothing has no rows, and nothing is said of it", () => {
    const t07 = (body: TestCell[][]) => [
      ...smallT06({ "0,0": "政府性基金预算支出情况表" }).slice(0, 6),
      ...body,
    ];
    for (const body of [
      [],
      [["无"]],
      [["", "合计", 0, 0, 0, 0, 0]],
      [["合计"]],
      [["注：本部门无政府性基金预算。"]],
    ])
      expect(check(workbookOf(sheetOf("表7", t07(body)))).findings).toEqual([]);
  });

  it("a table turned on its side is not read as if it were not", () => {
    const rows = smallT06();
    const turned = Array.from({ length: 7 }, (_, column) => rows.slice(2).map((cells) => cells[column]));
    expect(
      recognise(sheetOf("表", [["一般公共预算支出预算表（按功能分类科目）"], ...turned])).tables,
    ).toEqual([]);
  });

  it("two tables of a kind, for two units, stay two", () => {
    const other = smallT06({ "1,0": "部门名称：另一局", "6,2": 99, "7,2": 99 });
    const stacked = recognise(sheetOf("表", [...smallT06(), [], ...other]));
    const apart = recognise(sheetOf("甲", smallT06()), sheetOf("乙", other));
    for (const { tables } of [stacked, apart]) expect(tables.map(kindsOf)).toEqual([ALL, ALL]);
  });
});
