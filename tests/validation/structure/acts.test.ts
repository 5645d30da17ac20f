import { checkSnapshot } from "../../../src/actions/validate";
import { describe as wordingOf } from "../../../src/messages/describe";
import type { Cell, SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";
import { yunnanTables } from "../../support/yunnanTables";

type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

const [EXPENDITURE, STATEMENT, BY_CODE] = [
  "部门支出预算表01-3",
  "部门财政拨款收支预算总表02-1",
  "一般公共预算支出预算表（按功能科目分类）02-2",
];
const [BASIC, PROJECTS] = ["部门基本支出预算表04", "部门项目支出预算表05-1"];

/** What is said of a set that nobody described, once somebody has changed the rows of one sheet: severity, act and words. */
function told(sheet: string | undefined, change: (rows: Rows) => Rows): string[] {
  const { sheets, ...workbook } = yunnanTables();
  const changed = sheets.map((one): SheetSnapshot =>
    one.name === sheet ? { ...one, rows: change(one.rows) } : one,
  );
  const { findings } = checkSnapshot({ ...workbook, sheets: changed });
  return findings
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ severity, act, message }) => `${severity} ${act?.kind ?? ""} ${wordingOf(message, "zh-CN")}`);
}

/** The rows without the one at a place, those below it moved up. */
const without =
  (place: number) =>
  (rows: Rows): Rows =>
    new Map(
      [...rows].filter(([row]) => row !== place).map(([row, cells]) => [row - Number(row > place), cells]),
    );

const withCells = (cells: ReadonlyMap<number, Cell>, changes: ReadonlyMap<number, Cell | undefined>) =>
  new Map(
    [...new Set([...cells.keys(), ...changes.keys()])].flatMap((column): [number, Cell][] => {
      const cell = changes.has(column) ? changes.get(column) : cells.get(column);
      return cell ? [[column, cell]] : [];
    }),
  );

describe("acts in tables that were read by their structure", () => {
  test("a project's line deleted: what is missing below it is a question, as its own sums alone speak of it", () => {
    // 信息化运维专项, 办公费 300,000.00.
    expect(told(PROJECTS, without(8))).toEqual([
      expect.stringMatching(/^warning rowDeleted .*“信息化运维专项”下面少了 1 行.*300,000\.00/),
    ]);
  });

  test("a line of basic expenditure deleted, under the only unit", () => {
    expect(told(BASIC, without(10))).toEqual([expect.stringMatching(/^warning rowDeleted .*60,000\.00/)]);
  });

  test("three columns one row too high from some row on, in most sums of the table", () => {
    const moved = (rows: Rows): Rows =>
      new Map(
        [...rows].map(([row, cells]) => {
          const below = rows.get(row + 1);
          if (row < 8 || !below) return [row, cells];
          return [row, withCells(cells, new Map([3, 4, 5].map((column) => [column, below.get(column)])))];
        }),
      );
    expect(told(EXPENDITURE, moved)).toEqual([
      expect.stringMatching(/^error blockShifted .*D10:F24 的数据疑为整块往上错了一行/),
    ]);
  });

  test("a statement in 万元 among tables in 元", () => {
    const inWan = (rows: Rows): Rows =>
      new Map(
        [...rows].map(([row, cells]) => [
          row,
          new Map(
            [...cells].map(([column, cell]) => {
              const { value } = cell;
              return [
                column,
                typeof value === "number" ? { ...cell, value: Math.round(value / 100) / 100 } : cell,
              ];
            }),
          ),
        ]),
      );
    expect(told(STATEMENT, inWan)).toEqual([expect.stringMatching(/^error unitWrong .*数据疑为万元/)]);
  });

  test("one column pasted over another is told, and both are named", () => {
    const copied = (rows: Rows): Rows =>
      new Map(
        [...rows].map(([row, cells]) => [
          row,
          row < 6 ? cells : withCells(cells, new Map([[6, cells.get(3)]])),
        ]),
      );
    const findings = told(BY_CODE, copied);
    expect(findings.every((finding) => finding.includes("columnCopied"))).toBe(true);
    expect(findings.join("\n")).toContain("G 列整列像是贴了D 列");
  });

  test("the row of a unit twice, in a list of two", () => {
    const twice = (rows: Rows): Rows =>
      new Map(
        [...rows].flatMap(([row, cells]): [number, ReadonlyMap<number, Cell>][] =>
          row < 8
            ? [[row, cells]]
            : row === 8
              ? [
                  [row, cells],
                  [row + 1, cells],
                ]
              : [[row + 1, cells]],
        ),
      );
    expect(told("部门收入预算表01-2", twice).join("\n")).toContain("rowDuplicated");
  });

  test("the first part of a total pasted over it", () => {
    const copied = (rows: Rows): Rows =>
      new Map(
        [...rows].map(([row, cells]) => [
          row,
          row < 6 ? cells : withCells(cells, new Map([[2, cells.get(3)]])),
        ]),
      );
    expect(told(EXPENDITURE, copied)).not.toEqual([]);
  });

  test("nothing at all is said while the figures agree", () => {
    expect(told(undefined, (rows) => rows)).toEqual([]);
  });
});

test("a table whose sums mostly fail is not checked, and that is said", () => {
  // Every amount of one column of 01-3 by another: no act explains it.
  const shuffled = (rows: Rows): Rows =>
    new Map(
      [...rows].map(([row, cells]) => {
        const changes = [2, 3, 4].flatMap((column): [number, Cell][] => {
          const cell = cells.get(column);
          return cell && typeof cell.value === "number" && row > 6
            ? [[column, { ...cell, value: cell.value + ((row * 7919 + column * 104_729) % 9973) }]]
            : [];
        });
        return [row, withCells(cells, new Map(changes))];
      }),
    );
  expect(told(EXPENDITURE, shuffled).join("\n")).toMatch(/按表头和编码应当成立的 \d+ 处只有 \d+ 处成立/);
});

describe("two tables that share nothing but totals, one of them in 元 under 万元", () => {
  const statement: TestCell[][] = [
    ["2026年收支预算总表"],
    ["", "", "", "单位：万元"],
    ["收入", "", "支出", ""],
    ["项目", "2026年预算数", "项目", "2026年预算数"],
    ["一、一般公共预算", 4521.08, "一、基本支出", 3310.58],
    ["二、政府性基金预算", "", "人员支出", 2800.33],
    ["三、事业收入", 88.2, "公用支出", 510.25],
    ["四、其他收入", 40, "二、项目支出", 1338.7],
    ["本年收入合计", 4649.28, "本年支出合计", 4649.28],
    ["收入总计", 4649.28, "支出总计", 4649.28],
  ];
  const income = (times: number): TestCell[][] => {
    const amounts = [
      [4649.28, 4521.08, 88.2, 40],
      [3949.28, 3821.08, 88.2, 40],
      [700, 700, 0, 0],
    ].map((row) => row.map((one) => Math.round(one * times * 100) / 100));
    return [
      ["2026年收入预算总表"],
      ["单位：万元"],
      ["单位编码", "单位名称", "合计", "一般公共预算", "事业收入", "其他收入"],
      ["", "合计", ...(amounts[0] ?? [])],
      ["312001", "某厅（本级）", ...(amounts[1] ?? [])],
      ["312002", "某厅培训中心", ...(amounts[2] ?? [])],
    ];
  };
  const toldOf = (times: number) =>
    checkSnapshot(workbookOf(sheetOf("表01", statement), sheetOf("表02", income(times))))
      .findings.filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ message }) => wordingOf(message, "zh-CN"));

  test("is told once, as the unit that it is", () => {
    expect(toldOf(1)).toEqual([]);
    expect(toldOf(10_000)).toEqual([expect.stringMatching(/收入预算总表写的单位是万元，数据疑为元/)]);
  });
});
