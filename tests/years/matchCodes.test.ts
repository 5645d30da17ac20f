import { namesIn, parseCodeList } from "../../src/codes/codeLists";
import { listsInUse } from "../../src/codes/listsInUse";
import { matchCodes } from "../../src/years/matchCodes";
import type { CodedName } from "../../src/years/matchCodes";
import { Chooser, randomFrom } from "../support/random";

const LISTS = listsInUse();
const LIST = parseCodeList("functional");

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

/** 2049901 → 2049999 and the like: every change of code that public budgets and the lists of 2019 to 2024 show. */
const MOVED: readonly (readonly [from: string, to: string, name: string])[] = [
  ["2049901", "2049999", "其他公共安全支出"],
  ["2059901", "2059999", "其他教育支出"],
  ["2069901", "2069999", "其他科学技术支出"],
  ["2079999", "2079999", "其他文化旅游体育与传媒支出"],
  ["2089901", "2089999", "其他社会保障和就业支出"],
  ["2109901", "2109999", "其他卫生健康支出"],
  ["2119901", "2119999", "其他节能环保支出"],
  ["2129901", "2129999", "其他城乡社区支出"],
  ["2139999", "2139999", "其他农林水支出"],
  ["2179901", "2179999", "其他金融支出"],
  ["2209901", "2209999", "其他自然资源海洋气象等支出"],
  ["2249901", "2249999", "其他灾害防治及应急管理支出"],
  ["2299901", "2299999", "其他支出"],
  ["2011001", "2080101", "行政运行"],
  ["2011002", "2080102", "一般行政管理事务"],
  ["2011003", "2080103", "机关服务"],
  ["2011004", "2080113", "政府特殊津贴"],
  ["2011005", "2080114", "资助留学回国人员"],
  ["2011007", "2080115", "博士后日常经费"],
  ["2011008", "2080116", "引进人才费用"],
  ["2011050", "2080150", "事业运行"],
  ["2080204", "2082804", "拥军优属"],
  ["2080209", "2082805", "部队供应"],
  ["2080205", "2101601", "老龄事务"],
  ["2200401", "2240501", "行政运行"],
  ["2200404", "2240504", "地震监测"],
];

/** Names of codes before they were renamed. */
const RENAMED = [...LIST.entries.values()].flatMap(({ code, names }) => {
  const before = names.find(({ lastYear }) => lastYear !== undefined);
  const after = names.find(({ firstYear, lastYear }) => firstYear !== undefined && lastYear === undefined);
  return before && after && code.length === 7 ? [[code, before.name, after.name] as const] : [];
});

test("of 200 pairs of budgets with codes renamed, moved and renumbered at least 99 of 100 rows are matched right", () => {
  const choose = new Chooser(randomFrom(7));
  const usual = [...LIST.entries.values()].filter(
    ({ code, removed }) => code.length === 7 && !removed && !MOVED.some((move) => move.includes(code)),
  );
  let rows = 0;
  const wrong: string[] = [];
  for (let trial = 0; trial < 200; trial++) {
    const pairs = new Map<string, readonly [last: CodedName, now: CodedName]>();
    for (let index = 0; index < 25; index++) {
      const entry = choose.pick(usual);
      const name = namesIn(entry, 2020).at(-1) ?? "";
      pairs.set(entry.code, [one(entry.code, name), one(entry.code, name)]);
    }
    for (let index = 0; index < 4; index++) {
      const [code, before, after] = choose.pick(RENAMED);
      pairs.set(code, [one(code, before), one(code, after)]);
      const [from, to, name] = choose.pick(MOVED);
      pairs.set(from, [one(from, name), one(to, name)]);
    }
    const both = [...pairs.values()];
    const [gone, fresh] = [both.slice(0, 2), both.slice(2, 4)];
    const last = choose.shuffle(both.filter((pair) => !fresh.includes(pair)).map(([before]) => before));
    const now = choose.shuffle(both.filter((pair) => !gone.includes(pair)).map(([, after]) => after));
    const nowCodes = [...new Map(now.map((row) => [row.code, row])).values()];
    const groups = matchCodes(nowCodes, last, "functional", LISTS);
    for (const [before, after] of both) {
      const isGone = gone.some(([row]) => row === before);
      const isNew = fresh.some(([row]) => row === before);
      const group = groups.find((found) =>
        isNew ? found.now.some(({ code }) => code === after.code) : found.last.includes(before),
      );
      const others = group?.last.filter((row) => row !== before && !isNew) ?? [];
      const shared = both.filter(([, row]) => row.code === after.code).length > 1;
      const isRight = isGone
        ? shared || (group?.now.length ?? 0) === 0
        : isNew
          ? shared || (group?.last.length ?? 0) === 0
          : group?.now[0]?.code === after.code && (shared || others.length === 0);
      rows++;
      if (!isRight)
        wrong.push(
          `${trial}: ${before.code} ${before.name} → ${after.code} (${isGone ? "gone" : isNew ? "new" : ""})`,
        );
    }
  }
  expect(wrong.slice(0, 10)).toEqual(wrong.length * 100 > rows ? [] : wrong.slice(0, 10));
  expect(wrong.length / rows).toBeLessThanOrEqual(0.01);
});
