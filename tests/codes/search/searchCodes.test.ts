import { buildIndex, codeKey } from "../../../src/codes/search/buildIndex";
import type { SearchIndex } from "../../../src/codes/search/buildIndex";
import { searchCodes } from "../../../src/codes/search/searchCodes";
import { allLists } from "./lists";
import { QUERIES } from "./queries";
import { UNLISTED } from "./unlistedQueries";

let index: SearchIndex;

beforeAll(async () => {
  index = buildIndex(await allLists());
});

const first = (query: string) => {
  const [hit] = searchCodes(index, query);
  return hit && [hit.entry.code, hit.official.name];
};

test("all lists together have about 7,000 codes", () => {
  expect(index.names.length).toBeGreaterThan(6800);
});

test("there are at least 100 queries, each another", () => {
  expect(new Set(QUERIES.map(([query]) => query)).size).toBeGreaterThanOrEqual(100);
});

test("and at least 100 more that were put together after the search was made", () => {
  const known = new Set(QUERIES.map(([query]) => query));
  expect(UNLISTED.filter(([query]) => !known.has(query)).length).toBeGreaterThanOrEqual(100);
});

test.each([...QUERIES, ...UNLISTED])("%j finds %s %s first", (query, code, name) => {
  expect(first(query)).toEqual([code, name]);
});

const codesOf = (query: string, options: Parameters<typeof searchCodes>[2] = {}) =>
  searchCodes(index, query, options).map(({ entry }) => entry.code);

test("codes used lately come before those in the workbook, and those before the rest", () => {
  const recent = [codeKey("functional", "2080101")];
  const inWorkbook = new Set([codeKey("functional", "2210301"), codeKey("functional", "2080101")]);
  expect(codesOf("行政运行").slice(0, 2)).toEqual(["2010101", "2010201"]);
  expect(codesOf("行政运行", { inWorkbook })[0]).toBe("2080101");
  expect(codesOf("行政", { recent: [codeKey("functional", "2010301")], inWorkbook })[0]).toBe("2010301");
  expect(codesOf("xzyx", { recent, inWorkbook })[0]).toBe("2080101");
});

test("a whole code comes before codes used lately that begin with it", () => {
  expect(codesOf("201", { recent: [codeKey("functional", "2010301")] }).slice(0, 2)).toEqual([
    "201",
    "2010301",
  ]);
});

test("only the classifications asked for are searched, and no more than the limit given", () => {
  expect(codesOf("zfgjj", { kinds: ["economicDepartment"] })).toEqual(["30113"]);
  expect(codesOf("办公", { limit: 3 })).toHaveLength(3);
});

test("a hit carries where its row was seen, its list, and the names above it", () => {
  const [hit] = searchCodes(index, "2010301");
  expect(hit?.entry).toMatchObject({ evidence: "seed", confidence: "high" });
  expect(hit?.above).toEqual(["政府办公厅（室）及相关机构事务", "一般公共服务支出"]);
  const [server] = searchCodes(index, "A02010104");
  expect(server?.entry).toMatchObject({ evidence: "dataset", confidence: "high" });
  expect(server?.list).toMatchObject({ id: "procurement-2022", edition: 2022 });
});

test("a name of another year is found and told as such", () => {
  const [hit] = searchCodes(index, "归口管理的行政单位离退休");
  expect(hit?.other).toMatchObject({ name: "归口管理的行政单位离退休", lastYear: 2019 });
  expect(hit?.official).toMatchObject({ name: "行政单位离退休", firstYear: 2020 });
});

test("in an index of 2018 the name of 2018 is the official one", async () => {
  const [hit] = searchCodes(buildIndex(await allLists(), 2018), "文化体育与传媒支出");
  expect(hit?.official.name).toBe("文化体育与传媒支出");
  expect(hit?.other).toBeUndefined();
});

test("nothing typed finds nothing, and neither does what is in no list", () => {
  expect(codesOf("")).toEqual([]);
  expect(codesOf(" （）")).toEqual([]);
  expect(codesOf("量子计算税")).toEqual([]);
  expect(codesOf("qqqqqq")).toEqual([]);
});
