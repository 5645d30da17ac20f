import { checkWorkbook } from "../../../src/validation/check";
import type { Finding } from "../../../src/validation/finding";
import { describe as say } from "../../../src/messages/describe";
import type { Pack } from "../../../src/tables/definition";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../../src/tables/national/pack";
import type { Edit } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { calculated, withLiveFormulas } from "../../bench/acts/liveBook";
import { finalAccounts } from "../../support/finalAccounts";
import { generatedBudget } from "../../support/generatedBudget";
import { nationalWorkbook } from "../../support/nationalWorkbook";
import { Chooser, randomFrom } from "../../support/random";
import { seedWorkbook } from "../../support/seedWorkbook";

const seed = seedWorkbook();
const national = nationalWorkbook();
const accounts = finalAccounts();
const liveSeed = withLiveFormulas({ workbook: seed, pack: GUANGZHOU });
const liveNational = withLiveFormulas({ workbook: national, pack: NATIONAL });

/** The errors of a workbook once edits are carried out in it and its formulas have followed. */
function errorsAfter(workbook: WorkbookSnapshot, pack: Pack, ...edits: Edit[]): readonly Finding[] {
  const after = calculated(editedWorkbook(workbook, edits));
  return checkWorkbook(after, pack).result.findings.filter(({ severity }) => severity === "error");
}

function write(sheet: string, row: number, column: number, value: string | number): Edit {
  return { kind: "writeCell", sheet, row, column, content: { value } };
}

/** A row put in below another with what that one holds. */
function rowAgain(workbook: WorkbookSnapshot, sheet: string, row: number): Edit[] {
  const cells = workbook.sheets.find(({ name }) => name === sheet)?.rows.get(row) ?? [];
  return [
    { kind: "insertRows", sheet, row: row + 1, count: 1, like: row },
    ...[...cells].flatMap(([column, { value, formula }]): Edit[] => {
      const own = formula?.replaceAll(String(row + 1), String(row + 2));
      if (own !== undefined)
        return [{ kind: "writeCell", sheet, row: row + 1, column, content: { formula: own } }];
      return typeof value === "object" ? [] : [write(sheet, row + 1, column, value as string | number)];
    }),
  ];
}

const text = (finding: Finding | undefined) => (finding ? say(finding.message, "zh-CN") : "");

describe("a row that is gone under formulas", () => {
  it("is told by the amount that another table has under its code", () => {
    const [error, ...others] = errorsAfter(liveNational, NATIONAL, {
      kind: "deleteRows",
      sheet: "一般公共预算",
      row: 11,
      count: 1,
    });
    expect(others).toEqual([]);
    expect(error).toMatchObject({ act: { kind: "rowDeleted", rows: [{ sheet: "一般公共预算", row: 10 }] } });
    expect(text(error)).toContain("2120101“行政运行”（20,100,300.00 元）");
    expect(error?.suspects).toEqual([]);
  });

  it("is one finding with the row that is asked for by its code", () => {
    const errors = errorsAfter(liveNational, NATIONAL, {
      kind: "deleteRows",
      sheet: "收入总表",
      row: 7,
      count: 1,
    });
    expect(errors.map(({ rule, act }) => [rule, act?.kind])).toEqual([["rows.missing", "rowDeleted"]]);
  });
});

it("a code typed wrong under formulas is that, though no row has the right one any more", () => {
  const errors = errorsAfter(liveSeed, GUANGZHOU, write("表10", 11, 0, "2101102"));
  expect(errors.map(({ act }) => [act?.kind, act?.rows[0]?.row])).toEqual([["codeWrong", 11]]);
});

it("a code typed wrong in the middle of a 款 is that, and the rows below it stay under theirs", () => {
  const errors = errorsAfter(accounts, FINAL_ACCOUNTS, write("一般公共预算", 11, 0, "2125502"));
  expect(errors.map(({ act }) => [act?.kind, act?.rows[0]?.row])).toEqual([["codeWrong", 11]]);
});

it("a row left over that other tables lack is that, though one beside it holds all that the total holds", () => {
  const workbook = generatedBudget(60, new Chooser(randomFrom(1221)));
  const left = rowAgain(workbook, "表7", 8).map((edit): Edit => {
    if (edit.kind !== "writeCell" || !edit.content || !("value" in edit.content)) return edit;
    if (edit.column === 0) return write("表7", 9, 0, "2018903");
    return edit.content.value === 6094.24 ? write("表7", 9, edit.column, 10_360.21) : edit;
  });
  const errors = errorsAfter(workbook, GUANGZHOU, ...left);
  expect(errors.map(({ act }) => [act?.kind, act?.rows[0]?.row])).toEqual([["rowExtra", 9]]);
});

it("the projects of a unit gone with it are one finding with the codes that no row of the table has any more", () => {
  const workbook = generatedBudget(60, new Chooser(randomFrom(235)));
  const [error, ...others] = errorsAfter(workbook, GUANGZHOU, {
    kind: "deleteRows",
    sheet: "表10",
    row: 14,
    count: 7,
  });
  expect(others).toEqual([]);
  expect(error).toMatchObject({ act: { kind: "rowDeleted", rows: [{ sheet: "表10", row: 5 }] } });
  expect(error?.act?.gone?.map(({ code }) => code)).toEqual(["2080104", "2080105", "2080109", "2080112"]);
  // Two of the codes had two projects each.
  expect(text(error)).toContain("没有 2080104、2080105、2080109、2080112 的行");
});

describe("a row too many that formulas count", () => {
  it("is the second of two alike, and the sentence says that totals count it", () => {
    const errors = errorsAfter(liveSeed, GUANGZHOU, ...rowAgain(liveSeed, "表10", 11));
    expect(errors.map(({ act }) => act?.kind)).toEqual(["rowDuplicated"]);
    expect(text(errors[0])).toContain("两行都计入了合计");
  });

  it("is told by what no other table has, not as a figure that should be nothing", () => {
    const left = rowAgain(liveNational, "支出总表", 11).map((edit): Edit =>
      edit.kind === "writeCell" && edit.column === 5 ? write("支出总表", 12, 5, 26_130_390) : edit,
    );
    const [error, ...others] = errorsAfter(liveNational, NATIONAL, ...left);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ act: { kind: "rowExtra", rows: [{ sheet: "支出总表", row: 12 }] } });
    expect(text(error)).toContain("去掉它才与别的表相符");
  });
});

it("where a part holds what the total holds, no other part is called one too many", () => {
  const total = 28_865_700;
  const errors = errorsAfter(
    national,
    NATIONAL,
    write("一般公共预算", 12, 4, total),
    write("一般公共预算", 12, 5, 20_100_300),
  );
  expect(errors.map(({ act }) => act?.kind)).toEqual(["totalInChild"]);
  expect(errors[0]?.act?.rows).toEqual([{ sheet: "一般公共预算", row: 12 }]);
});

it("two rows exchanged in one column are one act, though the total over it wants the same", () => {
  const workbook = editedWorkbook(seed, [write("表10", 11, 3, 180.87), write("表10", 13, 3, 4800)]);
  const errors = errorsAfter(workbook, GUANGZHOU);
  expect(errors.map(({ act }) => act?.kind)).toEqual(["rowsExchanged"]);
});

it("another explanation in another table is named with its table", () => {
  const errors = errorsAfter(
    national,
    NATIONAL,
    write("收支总表", 5, 1, 0),
    write("收支总表", 6, 1, 32_586_200),
  );
  expect(errors).toHaveLength(1);
  expect(errors[0]?.act?.kind).toBe("rowsExchanged");
  expect(text(errors[0])).toMatch(/^财政拨款收支总表 .*；也可能是收支总表 第 6 行“/);
});
