import { planFill } from "../../../src/planning/fill/planFill";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import { FINAL_ACCOUNTS } from "../../../src/tables/finalAccounts/pack";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { finalAccounts } from "../../support/finalAccounts";

/** 基本支出决算表 has two lists side by side: wages and persons on the left, the running of the office on the right. */
const SHEET = "基本支出";
const CODE_COLUMNS = [0, 3];
const NAME_COLUMNS = [1, 4];

const accounts = finalAccounts();
const [table] = recogniseWorkbook(accounts, FINAL_ACCOUNTS).tables.filter(({ sheet }) => sheet === SHEET);

/** The accounts without what stands in columns of one sheet beside codes, and what stood there by row and column from 0. */
function blanked(columns: readonly number[]) {
  const lost = new Map<string, string>();
  const coded = new Map(
    (table?.rows ?? []).flatMap(({ code, sheetRow, side }) =>
      code === "" ? [] : [[`${sheetRow},${(side.codeColumn ?? 1) - 1}`, true] as const],
    ),
  );
  const workbook: WorkbookSnapshot = {
    ...accounts,
    sheets: accounts.sheets.map((sheet) => {
      if (sheet.name !== SHEET) return sheet;
      const rows = [...sheet.rows].map(([row, cells]) => {
        const kept = [...cells].filter(([column, { value }]) => {
          const isLost = columns.includes(column) && coded.has(`${row},${column - (column % 3)}`);
          if (isLost) lost.set(`${row},${column}`, String(value));
          return !isLost;
        });
        return [row, new Map(kept)] as const;
      });
      return { ...sheet, rows: new Map(rows) };
    }),
  };
  return { workbook, lost };
}

function filled(workbook: WorkbookSnapshot): ReadonlyMap<string, string> {
  const { fills } = planFill(workbook, FINAL_ACCOUNTS);
  return new Map(
    fills.flatMap(({ cell: { sheet, row, column }, to }) =>
      sheet === SHEET ? [[`${row},${column}`, to] as const] : [],
    ),
  );
}

describe("a table with two lists of codes side by side", () => {
  it("has codes on both sides, to the last row of each", () => {
    expect(blanked(CODE_COLUMNS).lost.size).toBe(12);
  });

  it.each([
    ["codes", CODE_COLUMNS],
    ["names", NAME_COLUMNS],
  ])("has blank %s of both sides filled as they were", (_, columns) => {
    const { workbook, lost } = blanked(columns);
    expect(filled(workbook)).toEqual(lost);
  });

  it("has those of one side filled while the other stands", () => {
    const { workbook, lost } = blanked([3]);
    expect(lost.size).toBe(4);
    expect(filled(workbook)).toEqual(lost);
  });
});
