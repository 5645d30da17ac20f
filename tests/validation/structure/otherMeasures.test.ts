import { checkSnapshot } from "../../../src/actions/validate";
import { describe as say } from "../../../src/messages/describe";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

const count = (value: number): TestCell => ({ value, numberFormat: "General" });

/** Persons by place, with the men for every hundred women; the figures add up but for that. */
function population(heading: string, changes: Readonly<Record<string, number>> = {}) {
  const rows: readonly (readonly [string, number, number, number, number])[] = [
    ["合计", 9_300, 4_700, 4_600, 102.2],
    ["城关镇", 4_100, 2_100, 2_000, 105],
    ["新桥镇", 3_000, 1_500, 1_500, 100],
    ["白沙乡", 2_200, 1_100, 1_100, 100],
  ];
  const cells = rows.map(([name, ...figures]): TestCell[] => [
    name,
    ...figures.map((figure, index) => count(changes[`${name} ${index}`] ?? figure)),
  ]);
  return workbookOf(
    sheetOf("人口", [["2025年全县户籍人口统计表"], ["地区", "人口合计", "男", "女", heading], ...cells]),
  );
}

const errors = (workbook: ReturnType<typeof population>) =>
  checkSnapshot(workbook).findings.filter(({ severity }) => severity === "error");

it.each(["性别比", "户均", "某某度"])(
  "a column of shares under the heading %s is not added up",
  (heading) => {
    expect(errors(population(heading))).toEqual([]);
  },
);

it("of a table in which no unit is named, none is told", () => {
  const [error, ...more] = errors(population("性别比", { "新桥镇 1": 1_700 }));
  expect(more).toEqual([]);
  const text = say(error?.message ?? { key: "", args: {} }, "zh-CN");
  expect(text).not.toMatch(/元/);
  expect(text).toMatch(/[多少] 200(（按表头推断|$)/);
});
