import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../src/tables/national/pack";
import { yearIn } from "../../src/recognition/text";
import { SURE } from "../../src/recognition/confidence";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

it("a column without a heading that is known is settled by the relations within the rows", () => {
  const rows = smallT06({ "3,3": "甲类" });
  const [table] = recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU).tables;
  expect(table?.columns.get(4)).toMatchObject({ sheetColumn: 3, by: "numbers" });
});

it("names without codes have the codes of the classification", () => {
  const rows = smallT06().map(([, ...cells]) => cells);
  const [table] = recogniseWorkbook(
    workbookOf(
      sheetOf(
        "表",
        rows.map((cells, row) => (row === 0 ? ["一般公共预算支出预算表（按功能分类科目）"] : cells)),
      ),
    ),
    GUANGZHOU,
  ).tables;
  expect(table?.rows.map(({ code, rule }) => `${rule.kind} ${code}`)).toEqual([
    "合计 ",
    "类 201",
    "款 20103",
    "项 2010301",
    "项 2010399",
  ]);
});

it.each([
  ["of its title", "2027年一般公共预算支出预算表（按功能分类科目）", "一般公共预算支出", 2027],
  ["the latest of its headings", "一般公共预算支出预算表（按功能分类科目）", "2027年一般公共预算支出", 2027],
])("the year of a table is %s", (_, title, heading, year) => {
  const rows = smallT06({ "0,0": title, "2,2": heading, "2,1": "比2026年" });
  const [table] = recogniseWorkbook(workbookOf(sheetOf("表6", rows)), GUANGZHOU).tables;
  expect(table?.year).toBe(year);
});

it.each(["支出合计", "支出总计", "总计"])("a total row may be called %s", (name) => {
  const named = smallT06().map((row) => row.map((cell) => (cell === "合计" ? name : cell)));
  const [table] = recogniseWorkbook(workbookOf(sheetOf("表6", named)), GUANGZHOU).tables;
  expect(table?.rows[0]).toMatchObject({ name, rule: { kind: "合计" } });
});

describe("a heading written over two cells", () => {
  /** 表3 with the headings of its first columns over two rows. */
  const tableUnder = (upper: readonly string[], lower: readonly string[]) => {
    const rows = [
      ["支出总体情况表"],
      ["部门名称：某局", "", "", "", "", "", "", "", "单位：万元"],
      [
        ...upper,
        "基本支出",
        "项目支出",
        "事业单位经营支出",
        "对附属单位补助支出",
        "上缴上级支出",
        "结转下年",
      ],
      [...lower, "", "", "", "", "", ""],
      ["", "总计", 1890.17, 725.78, 1164.39, 0, 0, 0, 0],
      ["201", "一般公共服务支出", 1890.17, 725.78, 1164.39, 0, 0, 0, 0],
      ["20103", "政府办公厅（室）及相关机构事务", 1890.17, 725.78, 1164.39, 0, 0, 0, 0],
      ["2010301", "行政运行", 1890.17, 725.78, 1164.39, 0, 0, 0, 0],
    ];
    return recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU).tables[0];
  };

  it.each([
    [
      ["科目", "", "合计"],
      ["编码", "名称", ""],
    ],
    [
      ["科目", "科目", "合计"],
      ["编码", "名称", "合计"],
    ],
    [
      ["功能科目", "功能科目", "合计"],
      ["编码", "名称", ""],
    ],
  ])("is read as one: %j over %j", (upper, lower) => {
    const table = tableUnder(upper, lower);
    expect(table?.definition.id).toBe("T03");
    expect(table?.confidence).toBeGreaterThanOrEqual(SURE);
    expect([...(table?.columns ?? [])].map(([number, { sheetColumn }]) => [number, sheetColumn])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [number, number - 1]),
    );
    expect(table?.rows.map(({ code, name }) => `${code} ${name}`)).toEqual([
      " 总计",
      "201 一般公共服务支出",
      "20103 政府办公厅（室）及相关机构事务",
      "2010301 行政运行",
    ]);
  });
});

describe("groups written over the middle of their columns", () => {
  const columnsOf = (...groups: readonly string[]) => {
    const rows = [
      ["部门预算项目支出预算表"],
      ["单位：万元"],
      ["单位编码", "项目名称", "总计", ...groups, "财政专户管理资金", "事业收入资金", "经营收入资金"],
      ["", "", "", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
      ["", "合计", 30566.62, 30565.85, 30565.85, 0, 0, 0, 0, 0],
    ];
    const [table] = recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU).tables;
    return [...(table?.columns ?? [])].map(([number, { sheetColumn, score }]) => [
      number,
      sheetColumn,
      score,
    ]);
  };
  const merged = columnsOf("财政拨款", "", "", "");

  it.each([
    ["", "财政拨款", "", ""],
    ["", "", "财政拨款", ""],
  ])("are read as those that begin with their columns: %s|%s|%s|%s", (...groups) => {
    expect(merged).toContainEqual([4, 3, 1]);
    expect(columnsOf(...groups)).toEqual(merged);
  });
});

describe("a name written around its row of figures", () => {
  const rows = (...lines: readonly TestCell[][]) => [
    ["财政拨款安排的行政经费及“三公”经费预算表"],
    ["单位：万元"],
    ["项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
    ["行政经费", 32.96, 32.96],
    ["“三公”经费总额", 8.65, 8.65],
    ["其中：（一）因公出国（境）费", 6, 6],
    ...lines,
    ["1.公务用车购置费"],
    ["2.公务用车运行维护费", 1.8, 1.8],
    ["（三）公务接待费", 0.85, 0.85],
  ];
  const kindsOf = (lines: readonly TestCell[][]) => {
    const [table] = recogniseWorkbook(workbookOf(sheetOf("表", rows(...lines))), GUANGZHOU).tables;
    return table?.rows.map(({ rule, name }) => `${rule.kind}: ${name}`);
  };

  it("is that of the row, also where rows are told by their names alone", () => {
    const whole = kindsOf([["（二）公务用车购置及运行维护费", 1.8, 1.8]]);
    expect(whole).toHaveLength(7);
    expect(kindsOf([["（二）公务用车购"], ["", 1.8, 1.8], ["置及运行维护费"]])).toEqual(whole);
  });

  it("leaves a row of figures alone that has no name around it", () => {
    expect(kindsOf([["", 1.8, 1.8]])).toHaveLength(6);
  });
});

describe("a table that names no unit", () => {
  const table = (factor: number) =>
    recogniseWorkbook(
      workbookOf(
        sheetOf(
          "表",
          smallT06({ "1,6": undefined }).map((cells, row) =>
            cells.map((cell) =>
              row > 5 && typeof cell === "number" ? Math.round(cell * factor * 100) / 100 : cell,
            ),
          ),
        ),
      ),
      GUANGZHOU,
    ).tables[0];

  it("is taken to be in 万元 where its figures look like it", () => {
    expect(table(1)).toMatchObject({ unit: "万元" });
    expect(table(1)?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  it("is not sure where they are whole numbers or too many", () => {
    expect(table(10_000)?.confidence).toBeLessThan(SURE);
  });
});

it("a year that is broken over two lines of a heading is one", () => {
  expect(yearIn("20\n20年预算")).toBe(2020);
  expect(yearIn("年预算")).toBeUndefined();
});

it("a blank column within a table below another does not cut the sheet into tables side by side", () => {
  const rows = [
    ["", "", "政府性基金预算支出总体情况表"],
    ["", "", "单位：万元"],
    ["", "", "科目编码", "科目名称", "总计", "基本支出", "项目支出"],
    ["", "", "", "", "", "", "小计", "部门项目支出", "财政专项资金"],
    ["", "", "", "合计", 0, 0, 0, 0, 0],
    [],
    ["支出总体情况表"],
    [
      "科目编码",
      "",
      "科目名称",
      "合计",
      "基本支出",
      "项目支出",
      "经营支出",
      "对附属单位补助支出",
      "上缴上级支出",
    ],
    ["201", "", "一般公共服务支出", 1890.95, 725.78, 1165.17, 0, 0, 0],
  ];
  const { tables } = recogniseWorkbook(workbookOf(sheetOf("表", rows)), GUANGZHOU);
  expect(tables.map(({ definition }) => definition.id)).toEqual(["T07", "T03"]);
});

it("a unit that is not read is not taken for another", () => {
  const [table] = recogniseWorkbook(
    workbookOf(sheetOf("表", smallT06({ "1,6": "单位：千元" }))),
    GUANGZHOU,
  ).tables;
  expect(table?.confidence).toBeLessThan(SURE);
});

describe("a table printed without the groups of its heading", () => {
  const rows = (...above: readonly (readonly TestCell[])[]): (readonly TestCell[])[] => [
    ["一般公共预算支出表"],
    ["单位：万元"],
    ...above,
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["", "合计", 1890.17, 725.78, 1164.39],
    ["201", "一般公共服务支出", 1890.17, 725.78, 1164.39],
    ["20103", "政府办公厅（室）及相关机构事务", 1890.17, 725.78, 1164.39],
    ["2010301", "行政运行", 725.78, 725.78, 0],
    ["2010399", "其他政府办公厅（室）及相关机构事务支出", 1164.39, 0, 1164.39],
  ];
  const read = (sheet: readonly (readonly TestCell[])[]) =>
    recogniseWorkbook(workbookOf(sheetOf("表", sheet)), NATIONAL).tables[0];

  it.each([[[]], [[["项目", "", "2026年预算数"]]], [[["项目", "", "其中："]]]])(
    "is the table all the same: %j",
    (above: readonly (readonly string[])[]) => {
      const table = read(rows(...above));
      expect(table?.definition.id).toBe("N05");
      expect([...(table?.columns ?? [])].map(([number, match]) => [number, match.sheetColumn])).toEqual([
        [1, 0],
        [2, 1],
        [3, 2],
        [4, 3],
        [5, 4],
      ]);
      expect(table?.confidence).toBeGreaterThanOrEqual(SURE);
    },
  );

  it("is read where code and name share a cell under one heading", () => {
    const [title = [], unit = [], , ...body] = rows();
    const shared = [
      title,
      unit,
      ["功能分类科目", "合计", "基本支出", "项目支出"],
      ...body.map(([code, name, ...figures]) => [`${String(code)}${String(name)}`, ...figures]),
    ];
    expect(read(shared)?.rows.map(({ rule, code }) => `${rule.kind} ${code}`)).toEqual([
      "合计 ",
      "类 201",
      "款 20103",
      "项 2010301",
      "项 2010399",
    ]);
  });
});

it("a group of 上年数 is that of another year", () => {
  const rows = [
    ["一般公共预算支出表"],
    ["单位：万元"],
    ["科目编码", "科目名称", "上年数", "", "", "本年数"],
    ["", "", "合计", "基本支出", "项目支出", "合计", "基本支出", "项目支出"],
    ["", "合计", 1701.15, 653.2, 1047.95, 1890.17, 725.78, 1164.39],
    ["201", "一般公共服务支出", 1701.15, 653.2, 1047.95, 1890.17, 725.78, 1164.39],
  ];
  const [table] = recogniseWorkbook(workbookOf(sheetOf("表", rows)), NATIONAL).tables;
  expect([3, 4, 5].map((number) => table?.columns.get(number)?.sheetColumn)).toEqual([5, 6, 7]);
});

it("财政拨款“三公”经费支出表 is the nationwide table of them", () => {
  const rows = [
    ["财政拨款“三公”经费支出表"],
    ["", "", "", "", "", "单位：万元"],
    ["2024年预算数"],
    ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"],
    ["", "", "小计", "公务用车购置费", "公务用车运行费"],
    [7, 0, 0.75, 0, 0.75, 6.25],
  ];
  const { tables } = recogniseWorkbook(workbookOf(sheetOf("5", rows)), NATIONAL);
  expect(tables.map(({ definition }) => definition.id)).toEqual(["N09"]);
});
