import { planFromList } from "../../src/actions/fromList";
import { inventedList, listWorkbook } from "../support/projectList";

describe("舍位平衡 of a list", () => {
  it.each([1, 2, 3, 4, 5])("keeps figures within two steps of their own sums (list %i)", async (seed) => {
    const made = await planFromList(listWorkbook(inventedList(300, seed)), { thisYear: 2020, unit: "万元" });
    if ("problem" in made) throw new Error(made.problem.key);
    const { steps, most, rounded, moved } = made.plan.rounded;
    expect(rounded).toBeGreaterThan(290);
    expect(most).toBeLessThan(2);
    const figures = made.plan.tables.reduce((sum, table) => sum + table.figures.size, 0);
    expect(moved / figures).toBeLessThan(0.3);
    for (const { index, amount } of made.plan.parts) {
      const exact = amount.dividedBy(100);
      expect(
        exact
          .minus(steps[index] ?? 0)
          .abs()
          .lessThan(1),
      ).toBe(true);
    }
  });
});
