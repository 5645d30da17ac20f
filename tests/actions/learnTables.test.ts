import { learnableTables } from "../../src/actions/learnTables";
import { yunnanTables } from "../support/yunnanTables";

/** What is kept between the tables, unless the user says otherwise. */
const kept = (workbook = yunnanTables()): string[] =>
  learnableTables(workbook).between.flatMap(({ relation, isTaken }) => (isTaken ? [relation.text] : []));
const offered = (workbook = yunnanTables()): string[] =>
  learnableTables(workbook).between.flatMap(({ relation, isTaken }) => (isTaken ? [] : [relation.text]));

describe("relations between learned tables", () => {
  test("are kept where figures bear them out", () => {
    // 收入总计 of the statement and 合计 of income by unit; what each fund spends by code.
    expect(kept()).toEqual(
      expect.arrayContaining([
        "S1[收入总计].c2 = S2[合计].c3",
        "S3[类|款|项].c4! = S5[类|款|项].c3! by code",
      ]),
    );
  });

  test("are only offered where both sides are blank: 财政专户", () => {
    expect(offered()).toContain("S1[财政专户管理资金收入].c2 = S2[合计].c8");
  });

  test("are only offered between income and expenditure of a fund, which part when money is carried over", () => {
    expect(offered()).toContain("S2[合计].c5 = S3[合计].c4");
  });
});
