import { checkSnapshot } from "../../src/actions/validate";
import { isOpen } from "../../src/validation/finding";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";
import type { Edit } from "../../src/workbook/edit";
import { seedWorkbook } from "../support/seedWorkbook";

const seed = seedWorkbook();

/** The errors of the budget of 2020 without these rows of a sheet, with other edits carried out before. */
function errorsWithout(sheet: string, rows: readonly number[], edits: readonly Edit[] = []) {
  const gone = [...rows].reverse().map((row): Edit => ({ kind: "deleteRows", sheet, row, count: 1 }));
  const { findings, relations } = checkSnapshot(editedWorkbook(seed, [...edits, ...gone]));
  return { errors: findings.filter((one) => isOpen(one, "error")), relations };
}

describe("a 类 whose own row is gone from 表6", () => {
  it.each([
    ["208 with its 款 and one 项", [17, 18, 19]],
    ["208 with its 款 and another 项", [17, 18, 21]],
    ["201 with its 款 and one 项", [7, 8, 9]],
    ["221 with all under it but one", [25, 26, 27]],
  ])("%s is missing rows, and no right figure of 表4 is to become 0", (_, rows) => {
    const { errors, relations } = errorsWithout("表6", rows);
    expect([...new Set(errors.map(({ rule }) => rule))]).toEqual(["rows.missing"]);
    expect(errors.flatMap(({ suspects }) => suspects)).toEqual([]);
    expect(relations.cannotTell).toBeGreaterThan(0);
  });

  it("leaves another line of 表4 that is wrong to be told", () => {
    const wrong: Edit = {
      kind: "writeCell",
      sheet: "表4",
      row: 22,
      column: 3,
      content: { value: 263.16 },
      numberFormat: "#,##0.00",
    };
    const { errors } = errorsWithout("表6", [17, 18, 19], [wrong]);
    expect(errors).toContainEqual(
      expect.objectContaining({ sheet: "表4", cell: { sheet: "表4", row: 22, column: 3 } }),
    );
  });
});

it("a line of 表4 that no other table knows is not taken for rows gone from 表6", () => {
  const invented: Edit = {
    kind: "writeCell",
    sheet: "表4",
    row: 9,
    column: 3,
    content: { value: 64.02 },
    numberFormat: "#,##0.00",
  };
  const { errors } = errorsWithout("表6", [], [invented]);
  expect(errors.map(({ rule }) => rule)).not.toContain("rows.missing");
  expect(errors).toContainEqual(expect.objectContaining({ sheet: "表4" }));
});
