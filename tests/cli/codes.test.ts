import { run } from "./run";

interface CodesJson {
  readonly version: number;
  readonly codes: readonly Record<string, unknown>[];
}

test("gouji codes zfgjj finds 住房公积金 first, with its list, its place and its evidence", async () => {
  const { code, out, err } = await run(["codes", "zfgjj"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n").slice(0, 3)).toEqual([
    "2210201  住房公积金",
    "    支出功能分类科目（2020 年版）  住房保障支出 › 住房改革支出",
    "    依据：公开的预算或官方说明、真实部门预算；可信度高",
  ]);
});

test("--kind and --limit narrow the list", async () => {
  const { out } = await run(["codes", "zfgjj", "--kind", "economicDepartment", "--format", "json"]);
  const { version, codes } = JSON.parse(out) as CodesJson;
  expect(version).toBe(1);
  expect(codes.map(({ code }) => code)).toEqual(["30113"]);
  const few = JSON.parse((await run(["codes", "行政", "--limit", "2", "--format", "json"])).out) as CodesJson;
  expect(few.codes).toHaveLength(2);
});

test("JSON tells evidence, the codes above and names of other years", async () => {
  const { out } = await run(["codes", "归口管理的行政单位离退休", "--format", "json"]);
  expect((JSON.parse(out) as CodesJson).codes[0]).toEqual({
    kind: "functional",
    list: "支出功能分类科目",
    edition: 2020,
    code: "2080501",
    name: "行政单位离退休",
    above: ["行政事业单位养老支出", "社会保障和就业支出"],
    evidence: expect.any(Array),
    confidence: "high",
    how: "name",
    firstYear: 2020,
    lastYear: null,
    otherName: { name: "归口管理的行政单位离退休", firstYear: null, lastYear: 2019 },
    removed: null,
  });
});

test("an edition gives the names of its year", async () => {
  const { out } = await run(["codes", "207", "--edition", "2018", "--limit", "1"]);
  expect(out).toContain("207  文化体育与传媒支出");
});

test("several words are one query", async () => {
  expect((await run(["codes", "教育", "行政运行"])).out).toMatch(/^2050101 {2}行政运行/);
});

test("nothing found is said, with exit code 1; a wrong option has exit code 2", async () => {
  const none = await run(["codes", "量子计算税"]);
  expect(none).toMatchObject({
    code: 1,
    out: "没有找到与“量子计算税”相符的科目，请少输几个字，或改用编码、拼音首字母\n",
  });
  expect((await run(["codes", "教育", "--kind", "科目"])).code).toBe(2);
  expect((await run(["codes", "教育", "--limit", "0"])).code).toBe(2);
  expect((await run(["codes"])).code).toBe(2);
});
