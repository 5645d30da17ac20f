import { eachBeginning, eachHolding, joinTexts } from "../../../src/codes/search/joined";

const NAMES = ["行政运行", "一般行政管理事务", "机关服务", "", "行政单位医疗行政"];
const joined = joinTexts(NAMES);

const rows = (each: typeof eachHolding, part: string) => {
  const found: number[] = [];
  each(joined, part, (row) => found.push(row));
  return found;
};

test("rows that hold a part are given once each, in order", () => {
  expect(rows(eachHolding, "行政")).toEqual([0, 1, 4]);
  expect(rows(eachHolding, "机关服务")).toEqual([2]);
});

test("rows that begin with a part are told from those that have it further on", () => {
  expect(rows(eachBeginning, "行政")).toEqual([0, 4]);
});

test("a part is never found across two rows, and nothing holds the empty part", () => {
  expect(rows(eachHolding, "行一")).toEqual([]);
  expect(rows(eachHolding, "行\n一")).toEqual([]);
  expect(rows(eachHolding, "")).toEqual([]);
  expect(rows(eachBeginning, "")).toEqual([]);
});

test("no rows hold nothing", () => {
  const found: number[] = [];
  eachHolding(joinTexts([]), "行政", (row) => found.push(row));
  expect(found).toEqual([]);
});
