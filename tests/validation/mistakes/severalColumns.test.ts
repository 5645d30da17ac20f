import { checkSnapshot } from "../../../src/actions/validate";
import { isOpen } from "../../../src/validation/finding";
import { formatA1 } from "../../../src/workbook/address";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { seedWorkbook } from "../../support/seedWorkbook";

const budget = seedWorkbook();

test("an amount typed wrong in all columns of its row is named in each, and no row is accused alone", () => {
  // 339.00 of 表10 row 19, whose row equations hold whichever row of its 科目 is taken to be wrong.
  const wrong = editedWorkbook(
    budget,
    [2, 3, 4].map((column) => ({
      kind: "writeCell",
      sheet: "表10",
      row: 18,
      column,
      content: { value: 389 },
    })),
  );
  const errors = checkSnapshot(wrong).findings.filter((finding) => isOpen(finding, "error"));
  expect(errors.map(({ rule }) => rule)).not.toContain("figure.copied");
  for (const column of [2, 3, 4]) {
    const error = errors.find(({ suspects }) =>
      suspects.some((one) => one.row === 18 && one.column === column),
    );
    const suspects = error?.suspects ?? [];
    const named = suspects.map((one) => `${formatA1(one.row, one.column)} ${one.suggested}`);
    expect(named.slice(0, 2)).toContain(`${formatA1(18, column)} 339`);
    const negative = suspects.findIndex(({ suggested }) => suggested?.startsWith("-") === true);
    expect(suspects.slice(negative).every(({ suggested }) => suggested?.startsWith("-"))).toBe(true);
  }
});
