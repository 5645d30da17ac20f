import { checkSnapshot } from "../../../src/actions/validate";
import { NATIONAL } from "../../../src/tables/national/pack";
import { isOpen } from "../../../src/validation/finding";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { formatA1 } from "../../../src/workbook/address";
import { calculated, withLiveFormulas } from "../../bench/acts/liveBook";
import { nationalWorkbook } from "../../support/nationalWorkbook";

it("a leaf copied wrong to three tables of live formulas is one finding, though one of them has another cell to blame", () => {
  const live = withLiveFormulas({ workbook: nationalWorkbook(), pack: NATIONAL });
  const edits = ["收入总表", "支出总表", "一般公共预算"].map((sheet) => ({
    kind: "writeCell" as const,
    sheet,
    row: 11,
    column: 5,
    content: { value: 20_100_475 },
  }));
  const [error, ...others] = checkSnapshot(calculated(editedWorkbook(live, edits))).findings.filter((one) =>
    isOpen(one, "error"),
  );
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(error?.act?.kind).toBe("figureCopied");
  expect(
    error?.suspects
      .map(({ sheet, row, column, suggested }) => `${sheet} ${formatA1(row, column)} ${suggested}`)
      .sort(),
  ).toEqual(["一般公共预算 F12 20100300", "收入总表 F12 20100300", "支出总表 F12 20100300"].sort());
});
