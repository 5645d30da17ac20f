import { checkSnapshot } from "../../../src/actions/validate";
import type { InsertOptions } from "../../../src/planning/insert/options";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import { formatA1 } from "../../../src/workbook/address";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { seedOptions } from "../../support/insertedBudget";

const ids = (pack: typeof GUANGZHOU) => pack.tables.map(({ id }) => id);

/** Options of an office that has told nothing but its name. */
const BARE: InsertOptions = {
  tables: ids(GUANGZHOU),
  year: 2026,
  department: "某某局",
  unit: "万元",
  units: [],
  projects: [],
  codes: [],
};

function written(pack: typeof GUANGZHOU, options: InsertOptions) {
  return readWorkbook(writeNewWorkbook(planInsert(pack, options).map(({ design }) => design)), "新建.xlsx");
}

/** The formula of a cell of a new sheet, by sheet name and A1. */
function formulaAt(options: InsertOptions, sheet: string, a1: string): string | undefined {
  const cell = planInsert(GUANGZHOU, options)
    .find(({ design }) => design.name === sheet)
    ?.design.cells.find(({ row, column }) => formatA1(row, column) === a1);
  return cell?.content && "formula" in cell.content ? cell.content.formula : undefined;
}

describe("freshly inserted tables", () => {
  it.each([
    ["for the 2020 budget's units, projects and codes", GUANGZHOU, seedOptions()],
    ["for an office that has named nothing", GUANGZHOU, BARE],
    ["in 元", GUANGZHOU, { ...seedOptions(), unit: "元" as const }],
    ["without links", GUANGZHOU, { ...seedOptions(), unlinked: true as const }],
    ["of the nationwide set", NATIONAL, { ...seedOptions(), tables: ids(NATIONAL) }],
    ["of the final accounts", FINAL_ACCOUNTS, { ...seedOptions(), tables: ids(FINAL_ACCOUNTS) }],
  ])("are all recognised and pass the check without a finding: %s", (_, pack, options) => {
    const { tables, unplaced, findings, relations } = checkSnapshot(written(pack, options));
    expect(tables.map(({ table }) => table)).toEqual(ids(pack));
    expect(unplaced).toEqual([]);
    // Of a year that no list is complete for that is said, of a blank workbook too.
    expect(findings.filter(({ rule }) => rule !== "codes.list")).toEqual([]);
    expect(relations.mismatch).toBe(0);
    expect(relations.cannotTell).toBe(0);
    expect(relations.exact).toBeGreaterThan(50);
  });

  it("say year, department and unit", () => {
    const [sheet] = written(GUANGZHOU, { ...seedOptions(), tables: ["T06"], unit: "元" }).sheets;
    const text = (row: number, column: number) => sheet?.rows.get(row)?.get(column)?.value;
    expect(text(0, 0)).toBe("2020年一般公共预算支出预算表（按功能分类科目）");
    expect(text(1, 0)).toBe("部门名称：广州市白云区政务服务数据管理局");
    expect(text(1, 6)).toBe("单位：元");
  });

  it("say the department once, also where it was given with its label as it stands in a table", () => {
    const [sheet] = written(GUANGZHOU, { ...BARE, tables: ["T06"], department: "部门名称：某某局" }).sheets;
    expect(sheet?.rows.get(1)?.get(0)?.value).toBe("部门名称：某某局");
  });

  it("end both sides of a statement in one row, and print it on one page", () => {
    const sheets = planInsert(GUANGZHOU, seedOptions()).map(({ design }) => design);
    for (const name of ["表1", "表4"]) {
      const cells = sheets.find((design) => design.name === name)?.cells ?? [];
      const rowOf = (text: string) =>
        cells.find(({ content }) => content && "value" in content && content.value === text)?.row;
      expect(rowOf("收入总计")).toBeGreaterThan(20);
      expect(rowOf("支出总计")).toBe(rowOf("收入总计"));
    }
    const onePage = sheets.filter(({ page }) => page?.isOnePage).map(({ name }) => name);
    expect(onePage).toEqual(["表1", "表4", "表12"]);
  });

  it("take a sheet name that is free", () => {
    const sheets = planInsert(
      GUANGZHOU,
      { ...BARE, tables: ["T06"] },
      { sheets: ["表6", "表6 (2)"], tables: [] },
    );
    expect(sheets.map(({ design }) => design.name)).toEqual(["表6 (3)", "编码表"]);
  });

  it("refuse a table the set has not", () => {
    expect(() => planInsert(GUANGZHOU, { ...BARE, tables: ["T15"] })).toThrow(RangeError);
  });

  it("leave every figure of other tables to be typed when unlinked", () => {
    const linked = planInsert(GUANGZHOU, seedOptions()).flatMap(({ design }) => design.cells);
    const typed = planInsert(GUANGZHOU, { ...seedOptions(), unlinked: ["T01", "T02"] });
    const count = (cells: typeof linked) => cells.filter(({ style }) => style === "linked").length;
    expect(count(linked)).toBeGreaterThan(100);
    expect(typed.slice(0, 2).map(({ design }) => count([...design.cells]))).toEqual([0, 0]);
    expect(count([...(typed[2]?.design.cells ?? [])])).toBeGreaterThan(0);
  });
});

describe("formulas", () => {
  it("of a class sum the codes below it by their beginning, the row under it included", () => {
    expect(formulaAt(seedOptions(), "表6", "D8")).toBe(
      "=SUMPRODUCT((LEN(INDEX($A8:$A$33,2):$A$33)=5)*(LEFT(INDEX($A8:$A$33,2):$A$33,3)=$A8),INDEX(D8:D$33,2):D$33)",
    );
  });

  it("of a unit sum what stands between it and the next unit", () => {
    expect(formulaAt(seedOptions(), "表10", "E7")).toBe("=SUM(INDEX(E7:E25,2):INDEX(E7:E25,ROWS(E7:E25)-1))");
  });

  it("of a total column sum the columns that the definition names", () => {
    expect(formulaAt(seedOptions(), "表2", "C7")).toBe("=SUM(D7,P7:S7)");
    expect(formulaAt(seedOptions(), "表1", "B5")).toBe("=SUM(B6:B8)");
  });

  it("of linked figures look up codes, or take the cell", () => {
    expect(formulaAt(seedOptions(), "表6", "F13")).toContain("SUMPRODUCT");
    expect(formulaAt(seedOptions(), "表6", "F12")).toBe(
      "=SUMIF('表10'!$A$6:$A$37,$A12,'表10'!$E$6:$E$37)-G12",
    );
    expect(formulaAt(seedOptions(), "表4", "B5")).toBe("='表1'!B6");
  });

  it("of a row that nothing is typed in print nothing, of a project that is only offered by its name likewise", () => {
    const options = { ...seedOptions(), withProjects: ["T13", "T14"] };
    const rowOf = (sheet: string) =>
      planInsert(GUANGZHOU, options)
        .find(({ design }) => design.name === sheet)
        ?.design.cells.find(
          ({ content }) => content && "value" in content && content.value === "电子政务经费",
        )?.row ?? 0;
    const [goods, services] = [rowOf("表13"), rowOf("表14")];
    expect(formulaAt(options, "表13", formatA1(goods, 7))).toMatch(
      new RegExp(`^=IF\\(\\$D${goods + 1}&\\$E${goods + 1}="","",`),
    );
    expect(formulaAt(options, "表14", formatA1(services, 6))).toMatch(/^=IF\(\$C\d+&\$D\d+&\$E\d+="","",/);
  });

  it("never speak of their own cell as a whole range would", () => {
    for (const { design } of planInsert(GUANGZHOU, seedOptions())) {
      for (const { row, column, content } of design.cells) {
        if (!content || !("formula" in content) || content.formula.includes("!")) continue;
        const own = formatA1(row, column);
        const others = content.formula.replace(/ROWS\([^()]*\)/g, "").replace(/INDEX\([^()]*\)/g, "");
        expect(others).not.toMatch(new RegExp(`(?<![A-Z$])${own}(?!\\d)`));
      }
    }
  });
});
