import { checkSnapshot } from "../../../src/actions/validate";
import { isOpen } from "../../../src/validation/finding";
import { formatA1 } from "../../../src/workbook/address";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { seedWorkbook } from "../../support/seedWorkbook";

const budget = seedWorkbook();

test("an amount typed wrong in all columns of its row is one finding, and no row is accused alone", () => {
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
  // One row, one finding: its three cells, and the other rows that could be it.
  expect(errors.map(({ act }) => act?.kind)).toEqual(["totalsStale"]);
  const [error] = errors;
  const named = error?.suspects.map((one) => `${formatA1(one.row, one.column)} ${one.suggested}`) ?? [];
  for (const column of [2, 3, 4]) expect(named.slice(0, 3)).toContain(`${formatA1(18, column)} 339`);
  expect(error?.act?.others.length).toBeGreaterThan(0);
  expect(error?.suspects.some(({ suggested }) => suggested?.startsWith("-"))).toBe(false);
});
