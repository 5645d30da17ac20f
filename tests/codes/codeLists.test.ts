import { aboutList, coverageIn, parseCodeList, namesIn } from "../../src/codes/codeLists";
import type { CodeKind } from "../../src/codes/codeLists";
import { readRenames } from "../../src/codes/renames";
import { suggestCodes } from "../../src/codes/suggest";
import { parseTsv } from "../../src/codes/tsv";

/** Kind, number of codes in docs/codes.md, the shape of its codes. Names added by later years are not in the number. */
const LISTS: readonly (readonly [CodeKind, number, RegExp])[] = [
  ["functional", 1638, /^2\d\d(\d\d){0,2}$/],
  ["economicDepartment", 108, /^3\d\d(\d\d)?$/],
  ["economicGovernment", 78, /^5\d\d(\d\d)?$/],
  ["income", 210, /^1\d\d(\d\d){0,3}$/],
  ["procurement", 386, /^[ABC](\d\d)*$/],
  ["purchasedService", 12, /^[A-Z]\d\d(\d\d)*$/],
];

describe.each(LISTS)("the list %s", (kind, count, shape) => {
  const { entries, edition } = parseCodeList(kind);

  test("has all its codes, each of the right shape and with a name", () => {
    const ofEdition = [...entries.values()].filter((entry) => namesIn(entry, edition).length > 0);
    expect(ofEdition.length).toBeGreaterThanOrEqual(count);
    expect([...entries.keys()].filter((code) => !shape.test(code))).toEqual([]);
    const nameless = [...entries.values()].filter(
      ({ names }) => names.length === 0 || names.some(({ name }) => name.trim() === ""),
    );
    expect(nameless).toEqual([]);
  });

  test("has every code's parent", () => {
    const shortest = Math.min(...[...entries.keys()].map(({ length }) => length));
    const orphans = [...entries.keys()].filter(
      (code) => code.length > shortest && !entries.has(code.slice(0, Math.max(shortest, code.length - 2))),
    );
    expect(orphans).toEqual([]);
  });

  test("is known without being read", () => {
    expect(parseCodeList(kind)).toEqual({ ...aboutList(kind), entries });
  });
});

test("the coverage of a list holds in its own years only", () => {
  expect(
    [2017, 2018, 2020, 2021, undefined].map((year) => coverageIn(parseCodeList("economicGovernment"), year)),
  ).toEqual(["partial", "complete", "complete", "partial", "complete"]);
});

describe("known changes of codes", () => {
  const read = (line: string, base: Record<string, string> = {}) =>
    readRenames(
      `code\tname_before\tname_after\tfirst_year_of_new\n${line}\n`,
      new Map(
        Object.entries(base).map(([code, name]) => [
          code,
          { code, names: [{ name, firstYear: undefined, lastYear: undefined }] },
        ]),
      ),
    );

  test("a new name begins when the old one ends", () => {
    expect(read("215\t旧名\t新名\t2020", { 215: "新名" })).toEqual([
      {
        code: "215",
        names: [
          { name: "旧名", firstYear: undefined, lastYear: 2019 },
          { name: "新名", firstYear: 2020, lastYear: undefined },
        ],
      },
    ]);
  });

  test("in a year in doubt both names hold", () => {
    const [entry] = read("2010305\t旧名\t新名\t2020 or 2021");
    const years = [2019, 2020, 2021].map((year) => entry && namesIn(entry, year));
    expect(years).toEqual([["旧名"], ["旧名", "新名"], ["新名"]]);
  });

  test("a change whose end is not known leaves the old name right", () => {
    const [entry] = read("21105\t旧名\t新名\t2021 or later");
    const years = [2020, 2026].map((year) => entry && namesIn(entry, year));
    expect(years).toEqual([["旧名"], ["旧名", "新名"]]);
  });

  test("two spellings of a new name are both right", () => {
    const [entry] = read("21305\t扶贫\t甲 / 乙\t2021");
    expect(entry && namesIn(entry, 2021)).toEqual(["甲", "乙"]);
  });

  test("a code that is new has no name before", () => {
    const [entry] = read("20139\t(none)\t社会工作事务\t2024");
    expect([2023, 2024].map((year) => entry && namesIn(entry, year))).toEqual([[], ["社会工作事务"]]);
  });

  test("a moved code ends, and its successor begins with the same name", () => {
    const entries = read("2049901\t其他公共安全支出 (2049901)\tmoved to 2049999\t2021", {
      2049901: "其他公共安全支出",
    });
    expect(entries.map(({ code, removed }) => [code, removed])).toEqual([
      ["2049901", { lastYear: 2020, movedTo: "2049999" }],
      ["2049999", undefined],
    ]);
    expect(entries.map((entry) => [2020, 2021].map((year) => namesIn(entry, year)))).toEqual([
      [["其他公共安全支出"], []],
      [[], ["其他公共安全支出"]],
    ]);
  });

  test("a code moved to one that is there leaves that one as it is", () => {
    const entries = read("20801\t旧名\tmoved to 20802\t2021", { 20801: "旧名", 20802: "别的名称" });
    expect(entries.map(({ code }) => code)).toEqual(["20801"]);
  });

  test("every one of the data ends up in the functional list", () => {
    const { entries } = parseCodeList("functional");
    const changed = [...entries.values()].filter(({ names, removed }) => names.length > 1 || removed);
    expect(changed.length).toBeGreaterThanOrEqual(30);
    for (const { names } of changed) {
      for (const { firstYear = 0, lastYear = 9999 } of names) expect(firstYear).toBeLessThanOrEqual(lastYear);
    }
  });
});

describe("suggestions for an unknown code", () => {
  const codes = (code: string, name?: string) =>
    suggestCodes("functional", 2020, code, name).map((one) => one.code);

  test("begin with the code that bears the name and is one slip away", () => {
    expect(codes("2010331", "行政运行")[0]).toBe("2010301");
    expect(codes("2100977", "其他计划生育事务支出")[0]).toBe("2100799");
    expect(codes("3010301", "行政运行")[0]).toBe("2010301");
  });

  test.each([
    ["a digit left out", "201031", "2010301", "行政运行"],
    ["a digit typed twice", "20103011", "2010301", "行政运行"],
    ["two digits exchanged", "2060959", "2060599", "其他科技条件与服务支出"],
    ["a digit typed wrong", "2060598", "2060599", "其他科技条件与服务支出"],
  ])("with %s, %s finds %s", (_slip, typed, meant, name) => {
    expect(codes(typed, name)).toContain(meant);
    expect(codes(typed)).toContain(meant);
  });

  test("bear their names, are at most three, and may be none", () => {
    expect(suggestCodes("economicDepartment", 2020, "30188", "住房公积金")[0]).toEqual({
      code: "30113",
      name: "住房公积金",
    });
    expect(codes("2010388").length).toBeLessThanOrEqual(3);
    expect(codes("9999999", "没有这样的科目")).toEqual([]);
  });

  test("are codes of that year", () => {
    expect(codes("2049998", "其他公共安全支出")).not.toContain("2049999");
    const later = suggestCodes("functional", 2021, "2049998", "其他公共安全支出").map((one) => one.code);
    expect(later[0]).toBe("2049999");
    expect(later).not.toContain("2049901");
  });
});

test("tab-separated text is read by the names in its first line, whatever its line ends", () => {
  expect(parseTsv("code\tname\r\n201\t 一般公共服务支出 \r\n\r\n202\n")).toEqual([
    { code: "201", name: "一般公共服务支出" },
    { code: "202", name: "" },
  ]);
});
