import { checkSnapshot } from "../../../src/actions/validate";
import { describe as say } from "../../../src/messages/describe";
import { isOpen } from "../../../src/validation/finding";
import type { Finding } from "../../../src/validation/finding";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { Edit } from "../../../src/workbook/edit";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import { seedWorkbook } from "../../support/seedWorkbook";

const seed = seedWorkbook();

/** The errors of the budget of 2020 once edits are carried out in it. */
function errorsAfter(...edits: Edit[]): readonly Finding[] {
  return checkSnapshot(editedWorkbook(seed, edits)).findings.filter((one) => isOpen(one, "error"));
}

const text = (finding: Finding | undefined) => (finding ? say(finding.message, "zh-CN") : "");

/** The cells of a row as they come when it is copied to another. */
function copied(sheet: string, from: number, row: number): Edit[] {
  const cells = seed.sheets.find(({ name }) => name === sheet)?.rows.get(from) ?? [];
  return [...cells].map(([column, { value, numberFormat }]) => ({
    kind: "writeCell",
    sheet,
    row,
    column,
    content: { value: value as string | number },
    numberFormat,
  }));
}

describe("a row that is gone", () => {
  it("is one finding under the unit that lacks it, with its amounts", () => {
    const [error, ...others] = errorsAfter({ kind: "deleteRows", sheet: "表10", row: 15, count: 1 });
    expect(others).toEqual([]);
    expect(error).toMatchObject({ act: { kind: "rowDeleted", rows: [{ sheet: "表10", row: 6 }] } });
    expect(text(error)).toContain("2010399");
    expect(text(error)).toContain("8.02");
    expect(error?.relations?.length).toBe(5);
  });

  it("is the missing row where other tables list its code, though no sum tells", () => {
    const errors = errorsAfter({ kind: "deleteRows", sheet: "表3", row: 21, count: 1 });
    expect(errors.map(({ rule, act }) => [rule, act?.kind])).toEqual([["rows.missing", "rowDeleted"]]);
  });
});

it("a 款 gone with all under it is missing under its 类, which still stands", () => {
  const errors = errorsAfter({ kind: "deleteRows", sheet: "表3", row: 24, count: 3 });
  expect(errors.map(({ rule, act }) => [rule, act?.kind])).toEqual([["rows.missing", "rowDeleted"]]);
  expect(text(errors[0])).toContain("22102");
});

describe("a row in the wrong place", () => {
  it("that stands there twice is one finding on the second", () => {
    const insert: Edit = { kind: "insertRows", sheet: "表10", row: 9, count: 1, like: 8 };
    const errors = errorsAfter(insert, ...copied("表10", 8, 9));
    expect(errors).toHaveLength(1);
    expect(errors[0]?.act).toMatchObject({
      kind: "rowDuplicated",
      rows: [{ sheet: "表10", row: 9 }],
      others: [],
    });
    expect(errors[0]?.suspects).toEqual([]);
  });

  it("under another unit is one finding that names the row and its own unit", () => {
    const errors = errorsAfter(
      { kind: "insertRows", sheet: "表10", row: 22, count: 1, like: 21 },
      ...copied("表10", 11, 22),
      { kind: "deleteRows", sheet: "表10", row: 11, count: 1 },
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]?.act).toMatchObject({
      kind: "rowMoved",
      rows: [{ sheet: "表10", row: 21 }],
      others: [],
    });
    expect(text(errors[0])).toContain("广州市白云区政务服务数据管理局");
  });

  it("with a code typed wrong is one finding with the right code, not rows missing elsewhere", () => {
    const [error, ...others] = errorsAfter({
      kind: "writeCell",
      sheet: "表10",
      row: 8,
      column: 0,
      content: { value: "2210299" },
    });
    expect(others).toEqual([]);
    expect(error).toMatchObject({ act: { kind: "codeWrong", rows: [{ sheet: "表10", row: 8 }] } });
    expect(text(error)).toContain("2060599");
  });

  it("exchanged with its neighbour is one finding with what belongs in each cell", () => {
    const edits = [2, 3].flatMap((column): Edit[] => {
      const [first, second] = [25, 26].map(
        (row) => cellAtAddress(seed, { sheet: "表3", row, column })?.value,
      );
      const write = (row: number, value: unknown): Edit => ({
        kind: "writeCell",
        sheet: "表3",
        row,
        column,
        content: { value: value as number },
      });
      return [write(25, second), write(26, first)];
    });
    const [error, ...others] = errorsAfter(...edits);
    expect(others).toEqual([]);
    expect(error?.act?.kind).toBe("rowsExchanged");
    expect(error?.suspects.map(({ suggested }) => suggested)).toEqual(["63.32", "172.85", "63.32", "172.85"]);
  });
});
