import { checkSnapshot } from "../../src/actions/validate";
import type { ValidateOptions } from "../../src/actions/validate";
import type { ImportedList } from "../../src/codes/import/importedList";
import { describe as say } from "../../src/messages/describe";
import { formatA1 } from "../../src/workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

/** The ten tables of an invented office for a year, with texts of a sheet replaced wherever they stand whole, or in a cell ("A10"). */
function budgetOf(
  year: number,
  changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): WorkbookSnapshot {
  const budget = nationalWorkbook();
  const changed = ({ name, rows }: SheetSnapshot): SheetSnapshot => {
    const own = changes[name] ?? {};
    const texts = [...rows].map(([row, cells]) => {
      const line: TestCell[] = [];
      for (const [column, cell] of cells) {
        const text = typeof cell.value === "string" ? cell.value : undefined;
        const here = own[formatA1(row, column)];
        const next =
          text === undefined ? undefined : (here ?? own[text] ?? text.replace("2026年", `${year}年`));
        line[column] = next === undefined ? cell : { ...cell, value: next };
      }
      return { row, line };
    });
    const lines: TestCell[][] = [];
    for (const { row, line } of texts) lines[row] = line;
    return sheetOf(
      name,
      Array.from(lines, (line) => Array.from(line ?? [])),
    );
  };
  return { name: `某某局${year}年部门预算.xlsx`, sheets: budget.sheets.map(changed) };
}

/** What is said of codes: severity, rule, sheet and cell. */
function ofCodes(workbook: WorkbookSnapshot, options: ValidateOptions = {}): string[] {
  return checkSnapshot(workbook, options)
    .findings.filter(({ rule }) => /^codes?\./.test(rule))
    .map(({ severity, rule, sheet, cell }) =>
      cell ? `${severity} ${rule} ${sheet}!${formatA1(cell.row, cell.column)}` : `${severity} ${rule}`,
    );
}

describe("a budget for 2027, of which no complete list is at hand", () => {
  const mistakes = budgetOf(2027, {
    支出总表: { 城管执法: "城市管理执法" },
    一般公共预算: {
      行政运行: "行政运行费",
      行政事业单位养老支出: "行政事业单位离退休",
      "04": "88",
    },
    基本支出: { 基本工资: "基本工资补助", B10: "02", C10: "咨询费" },
  });
  const { findings } = checkSnapshot(mistakes);
  const told = (rule: string) => findings.filter((one) => one.rule === rule);

  it("that is right says in one line by which lists it was checked, and nothing else", () => {
    const right = checkSnapshot(budgetOf(2027)).findings;
    expect(right.map(({ severity, rule }) => [severity, rule])).toEqual([["info", "codes.list"]]);
    expect(say(right[0]?.message ?? { key: "", args: {} }, "zh-CN")).toBe(
      "2027 年没有完整的科目清单：支出功能分类按 2020 年清单、支出经济分类按 2020 年清单、参照其他年度公开的预算和决算核对，拿不准的只作提示。请导入当年科目清单（窗格“编码”下的“导入科目清单”，命令行用 --codes），导入后以它为准",
    );
  });

  it("has that line at the top", () => {
    expect(findings[0]).toMatchObject({ severity: "info", rule: "codes.list", table: null });
    expect(told("codes.list")).toHaveLength(1);
  });

  it("three wrong names and a renumbered economic code are warnings, borne out by documents of the years before", () => {
    const names = told("code.name");
    expect(
      names.map(({ severity, message: { args } }) => [severity, args["code"], args["official"]]),
    ).toEqual([
      ["warning", "2120104", "城管执法"],
      ["warning", "2120101", "行政运行"],
      ["warning", "30101", "基本工资"],
      ["warning", "30202", "印刷费"],
    ]);
    expect(names.map(({ message: { args } }) => args["seen"])).toEqual([
      "2023–2026",
      "2023–2026",
      "2023–2026",
      "2024–2026",
    ]);
  });

  it("an outdated name is a warning with the last year it was right in", () => {
    expect(
      told("code.outdated").map(({ severity, message: { args } }) => [
        severity,
        args["code"],
        args["lastYear"],
      ]),
    ).toEqual([["warning", "20805", "2019"]]);
  });

  it("an unknown functional code is something to look at, with those it may have been meant for", () => {
    const [unknown, ...more] = told("code.unknown");
    expect(more).toEqual([]);
    expect(unknown?.severity).toBe("info");
    expect(say(unknown?.message ?? { key: "", args: {} }, "zh-CN")).toContain(
      "现有的支出功能分类科目清单中没有编码 2120188，2027 年有没有还不能断定，请核对，是否为 2120104 城管执法",
    );
  });
});

describe("what is known of other years", () => {
  /** A code and its name in the functional table of a year. */
  const functional = (year: number, name: string, code: string) =>
    ofCodes(budgetOf(year, { 一般公共预算: { 城管执法: name, "04": code } })).filter((one) =>
      one.includes("一般公共预算!A13"),
    );

  it("a name of the list that no document bears out is only noted outside the list's year", () => {
    expect(functional(2027, "工程建设管理", "05")).toEqual(["info code.name 一般公共预算!A13"]);
    expect(functional(2020, "工程建设管理", "05")).toEqual(["warning code.name 一般公共预算!A13"]);
  });

  it("an economic code of a printed class that nobody prints is a warning, one of another class is noted", () => {
    const economic = (code: string, name: string) => {
      const [first, second] = [code.slice(0, 3), code.slice(3)];
      const workbook = budgetOf(2027, { 基本支出: { "302": first, "01": second, 办公费: name } });
      return ofCodes(workbook).filter((one) => one.endsWith("基本支出!A10"));
    };
    expect(economic("30288", "数据费")).toEqual(["warning code.unknown 基本支出!A10"]);
    expect(economic("39988", "赠与支出")).toEqual(["info code.unknown 基本支出!A10"]);
  });
});

describe("the year's own list, once imported", () => {
  const list: ImportedList = {
    kind: "functional",
    title: "2027年政府收支分类科目",
    year: 2027,
    isAuthoritative: true,
    entries: [
      ["208", "社会保障和就业支出"],
      ["20805", "行政事业单位养老支出"],
      ["2080501", "行政单位离退休"],
      ["2080505", "机关事业单位基本养老保险缴费支出"],
      ["212", "城乡社区支出"],
      ["21201", "城乡社区管理事务"],
      ["2120101", "行政运行"],
      ["2120188", "城市治理"],
    ].map(([code = "", name = ""]) => ({ code, name })),
  };
  const options = { codeLists: [list] };

  it("decides: its new code is right, one it does not have is an error, and only the economic list is still incomplete", () => {
    const renumbered = { 城管执法: "城市治理", "04": "88" };
    const changed = budgetOf(2027, { 收入总表: renumbered, 支出总表: renumbered, 一般公共预算: renumbered });
    expect(ofCodes(changed, options)).toEqual(["info codes.list"]);
    const { findings } = checkSnapshot(budgetOf(2027), options);
    expect(findings.filter(({ rule }) => rule === "code.unknown").map(({ severity }) => severity)).toEqual(
      Array(3).fill("error"),
    );
    expect(findings[0]?.message.args).toMatchObject({ functional: "", economic: "2020" });
  });

  it("tells rows that have names alone, as recognition goes by it too", () => {
    const rows = (name: string): TestCell[][] => [
      ["2027年一般公共预算支出预算表（按功能分类科目）"],
      ["功能分类科目", "一般公共预算支出"],
      ["科目名称", "总计", "基本支出", "项目支出"],
      ["", "", "", "小计", "部门项目支出", "财政专项资金(本级支出)"],
      ["合计", 30, 20, 10, 10, 0],
      ["城乡社区支出", 30, 20, 10, 10, 0],
      ["城乡社区管理事务", 30, 20, 10, 10, 0],
      ["行政运行", 20, 20, 0, 0, 0],
      [name, 10, 0, 10, 10, 0],
    ];
    const codes = (lists: readonly ImportedList[]) =>
      checkSnapshot(
        { name: "表.xlsx", sheets: [sheetOf("表6", rows("城市治理"))] },
        { codeLists: lists },
      ).findings.filter(({ rule }) => rule === "rows.unread").length;
    expect([codes([]), codes([list])]).toEqual([1, 0]);
  });
});

describe("one workbook that contradicts itself", () => {
  const consistency = (workbook: WorkbookSnapshot) =>
    ofCodes(workbook).filter((one) => /twoNames|twoCodes/.test(one));

  it("one code with two names is a warning at the second, without any list", () => {
    const changes = {
      支出总表: { 城管执法: "数据管理", "04": "88" },
      一般公共预算: { 城管执法: "数据服务", "04": "88" },
    };
    expect(consistency(budgetOf(2027, changes))).toEqual(["warning code.twoNames 一般公共预算!A13"]);
  });

  it("so is one name with two codes under one parent", () => {
    const changes = {
      支出总表: { 城管执法: "数据管理", "04": "88" },
      一般公共预算: { 城管执法: "数据管理", "04": "89" },
    };
    expect(consistency(budgetOf(2027, changes))).toEqual(["warning code.twoCodes 一般公共预算!A13"]);
  });

  it("names that stand under several parents contradict nothing, nor does what a list has told", () => {
    expect(consistency(budgetOf(2027))).toEqual([]);
    expect(consistency(seedWorkbook())).toEqual([]);
    expect(consistency(budgetOf(2027, { 支出总表: { 城管执法: "城管" } }))).toEqual([]);
  });
});
