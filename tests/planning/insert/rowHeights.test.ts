import { planInsert } from "../../../src/planning/insert/planInsert";
import { fittedHeights } from "../../../src/planning/insert/rowHeights";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { seedOptions } from "../../support/insertedBudget";

const cell = (row: number, column: number, value: string) =>
  ({ row, column, content: { value }, style: "heading" }) as const;

describe("heights of rows", () => {
  it("leave room for a heading of two lines, 财政专项资金(本级支出) in a column for amounts", () => {
    const [sheet] = planInsert(GUANGZHOU, { ...seedOptions(), tables: ["T06"] });
    expect(sheet?.design.rowHeights.get(4)).toBe(32);
    expect(sheet?.design.rowHeights.get(3)).toBe(24);
  });

  it("count what a merged heading stands over, in both directions", () => {
    const long = "一般公共预算财政拨款支出";
    expect(fittedHeights(new Map(), [cell(0, 0, long)], [], [10])).toEqual(new Map([[0, 45.5]]));
    const two = { firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 0 };
    expect(fittedHeights(new Map(), [cell(0, 0, long)], [two], [10])).toEqual(new Map([[1, 27]]));
    const wide = { ...two, lastRow: 0, lastColumn: 2 };
    expect(fittedHeights(new Map(), [cell(0, 0, long)], [wide], [10, 10, 10])).toEqual(new Map());
  });
});
