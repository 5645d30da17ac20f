import { namesIn, parseCodeList } from "../../src/codes/codeLists";
import { listsInUse } from "../../src/codes/listsInUse";
import { matchCodes } from "../../src/years/matchCodes";
import type { CodedName } from "../../src/years/matchCodes";
import { Chooser, randomFrom } from "./random";

const LISTS = listsInUse();
const LIST = parseCodeList("functional");

const one = (code: string, name: string): CodedName => ({ code, name });

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

/** Pairs of budgets with codes renamed, moved and renumbered: how many rows, and those put together with the wrong one. */
export function changedCodeRows(trials: number): {
  readonly rows: number;
  readonly wrong: readonly string[];
} {
  const choose = new Chooser(randomFrom(7));
  const usual = [...LIST.entries.values()].filter(
    ({ code, removed }) => code.length === 7 && !removed && !MOVED.some((move) => move.includes(code)),
  );
  let rows = 0;
  const wrong: string[] = [];
  for (let trial = 0; trial < trials; trial++) {
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
  return { rows, wrong };
}
