import { listsInUse } from "../../src/codes/listsInUse";
import { matchCodes } from "../../src/years/matchCodes";
import type { CodedName } from "../../src/years/matchCodes";
import { changedCodeRows } from "../support/changedCodes";

const LISTS = listsInUse();

/** "2049901→2049999" for each pair that was put together; several codes joined by +. */
function matched(now: readonly CodedName[], last: readonly CodedName[]): string[] {
  return matchCodes(now, last, "functional", LISTS).map((group) =>
    [group.last, group.now].map((side) => side.map(({ code }) => code).join("+")).join("→"),
  );
}

const one = (code: string, name: string): CodedName => ({ code, name });

describe("codes of two years are put together", () => {
  test.each([
    ["by the same code", [one("2010301", "行政运行")], [one("2010301", "行政运行")], ["2010301→2010301"]],
    [
      "by the same code under its new name",
      [one("21301", "农业农村")],
      [one("21301", "农业")],
      ["21301→21301"],
    ],
    [
      "by the same code under a name nobody knows",
      [one("2010305", "专项业务及机关事务管理")],
      [one("2010305", "专项业务")],
      ["2010305→2010305"],
    ],
    [
      "where a code moved, as the list says",
      [one("2049999", "其他公共安全支出")],
      [one("2049901", "其他公共安全支出")],
      ["2049901→2049999"],
    ],
    [
      "by the name in the same 款 where the list says nothing",
      [one("2059999", "其他教育支出")],
      [one("2059901", "其他教育支出")],
      ["2059901→2059999"],
    ],
    [
      "by the name where codes were numbered anew, each with its own",
      [one("2080502", "行政单位离退休"), one("2080501", "离退休人员管理机构")],
      [one("2080501", "行政单位离退休"), one("2080503", "离退休人员管理机构")],
      ["2080501→2080502", "2080503→2080501"],
    ],
    [
      "item by item where a 款 went into another",
      [
        one("20801", "人力资源和社会保障管理事务"),
        one("2080101", "行政运行"),
        one("2080113", "政府特殊津贴"),
      ],
      [one("20110", "人力资源事务"), one("2011001", "行政运行"), one("2011004", "政府特殊津贴")],
      ["20110→20801", "2011001→2080101", "2011004→2080113"],
    ],
    [
      "added up where a 款 went into one that was there",
      [one("2080101", "行政运行")],
      [one("2011001", "行政运行"), one("2080101", "行政运行")],
      ["2011001+2080101→2080101"],
    ],
    [
      "split where an item became a 款",
      [one("20140", "信访事务"), one("2014001", "行政运行"), one("2014004", "信访业务")],
      [one("2010308", "信访事务")],
      ["→20140", "2010308→2014001+2014004"],
    ],
    [
      "merged where two items became one",
      [one("2080501", "行政单位离退休")],
      [one("2080501", "归口管理的行政单位离退休"), one("2080504", "未归口管理的行政单位离退休")],
      ["2080501+2080504→2080501"],
    ],
    [
      "not at all where only the names that every 款 has agree",
      [one("2040201", "行政运行")],
      [one("2010301", "行政运行")],
      ["→2040201", "2010301→"],
    ],
  ])("%s", (_how, now, last, expected) => {
    expect(matched(now, last).sort()).toEqual([...expected].sort());
  });
});

test("of 200 pairs of budgets with codes renamed, moved and renumbered at least 99 of 100 rows are matched right", () => {
  const { rows, wrong } = changedCodeRows(200);
  expect(wrong.slice(0, 10)).toEqual(wrong.length * 100 > rows ? [] : wrong.slice(0, 10));
  expect(wrong.length / rows).toBeLessThanOrEqual(0.01);
});
