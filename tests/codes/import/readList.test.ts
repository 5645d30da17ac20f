import { parseCodeList } from "../../../src/codes/codeLists";
import { compareLists } from "../../../src/codes/import/compareLists";
import { readList } from "../../../src/codes/import/readList";
import { functionalCodes, LAYOUTS, textRows } from "./layouts";

const CODES = functionalCodes();

test("the list is one of more than 1,500 rows", () => {
  expect(CODES.length).toBeGreaterThan(1500);
});

describe.each(Object.entries(LAYOUTS))("a list with %s", (_name, lay) => {
  test("is read whole: every code and name, with the row it stands in", () => {
    const rows = textRows(lay(CODES));
    const { kind, rows: found, problems } = readList(rows);
    expect(kind).toBe("functional");
    expect(problems).toEqual([]);
    expect(found.map(({ code, name }) => ({ code, name }))).toEqual(CODES);
    const row = found[700];
    expect(rows.find(({ number }) => number === row?.row)?.cells.join(" ")).toContain(row?.name);
  });

  test("is refused for a code that stands twice, with both rows", () => {
    const twice = [...CODES.slice(0, 900), CODES[899]!, ...CODES.slice(900)];
    const { rows, problems } = readList(textRows(lay(twice)));
    const [problem] = problems;
    expect(problems).toHaveLength(1);
    expect(problem).toMatchObject({ problem: "duplicate", code: CODES[899]?.code });
    if (problem?.problem !== "duplicate") throw new Error("not a duplicate");
    expect(rows.find(({ row }) => row === problem.firstRow)?.code).toBe(problem.code);
    expect(problem.row).toBeGreaterThan(problem.firstRow);
  });
});

test("malformed codes are named with their rows and as they stand; sound rows are told apart from them", () => {
  const cells = LAYOUTS["code and name in two columns"]!(CODES);
  const at = (code: string) => cells.findIndex((row) => row[1] === code);
  const wrong: [number, string][] = [
    [at("2010301"), "2O10301"],
    [at("2010302"), "201302"],
    [at("2010303"), "2010303.5"],
    [at("2010304"), "20103O4"],
  ];
  for (const [row, code] of wrong) cells[row]![1] = code;
  const { problems } = readList(textRows(cells));
  expect(problems.map((one) => [one.problem, one.row, one.code])).toEqual(
    wrong.map(([row, code]) => ["malformed", row + 1, code]),
  );
});

test("a code without a name is named", () => {
  const { problems } = readList(
    textRows([
      ["编码", "名称"],
      ["201", "一般公共服务支出"],
      ["20101", ""],
    ]),
  );
  expect(problems).toEqual([{ problem: "noName", row: 3, code: "20101" }]);
});

test("rows with no code in between are skipped and told: headings, totals, notes", () => {
  const { rows, skipped } = readList(
    textRows([
      ["科目编码", "科目名称"],
      ["", "一、一般公共预算支出科目"],
      ["201", "一般公共服务支出"],
      ["合计", "1 条"],
      ["注：以财政部公布的为准"],
    ]),
  );
  expect(rows.map(({ code }) => code)).toEqual(["201"]);
  expect(skipped).toEqual([2, 4, 5]);
});

test("the classification is told by the codes, of letters by the words above", () => {
  const list = (title: string, code: string) =>
    readList(textRows([[title], ["编码", "名称"], [code, "某个名称"], [`${code}01`, "另一名称"]])).kind;
  expect(list("清单", "302")).toBe("economicDepartment");
  expect(list("清单", "502")).toBe("economicGovernment");
  expect(list("清单", "101")).toBe("income");
  expect(list("集中采购目录", "A02")).toBe("procurement");
  expect(list("政府购买服务指导性目录", "A02")).toBe("purchasedService");
});

test("a part of another classification in the same list is left out, a single code of it is a slip", () => {
  const functional = CODES.slice(0, 60).map(({ code, name }) => [code, name]);
  const economic = [...parseCodeList("economicDepartment").entries.values()]
    .slice(0, 30)
    .map(({ code, names }) => [code, names[0]?.name ?? ""]);
  const both = readList(textRows([["编码", "名称"], ...functional, ...economic]));
  expect([both.rows.length, both.problems, both.skipped.length]).toEqual([60, [], 30]);
  const slip = readList(textRows([["编码", "名称"], ...functional, ["30101", "基本工资"]]));
  expect(slip.problems).toMatchObject([{ problem: "malformed", row: 62, code: "30101" }]);
});

test("what holds no list gives no codes", () => {
  expect(readList([])).toMatchObject({ kind: undefined, rows: [] });
  expect(
    readList(
      textRows([
        ["姓名", "电话"],
        ["某某", "020"],
      ]),
    ),
  ).toMatchObject({ rows: [] });
});

test("the comparison tells new, renamed and missing codes", () => {
  const shipped = parseCodeList("functional");
  const changed = CODES.filter(({ code }) => code !== "2010302").map((one) =>
    one.code === "2010303" ? { ...one, name: "机关后勤服务" } : one,
  );
  const result = compareLists([...changed, { code: "2010377", name: "数据管理" }], shipped, 2020);
  expect(result).toEqual({
    added: [{ code: "2010377", name: "数据管理" }],
    changed: [{ code: "2010303", name: "机关后勤服务", before: "机关服务" }],
    missing: [{ code: "2010302", name: "一般行政管理事务" }],
    same: CODES.length - 2,
  });
});

const listed = (...cells: string[][]) =>
  readList(cells.map((row, index) => ({ number: index + 1, cells: row })));

test("codes may have spaces, points or hyphens between their levels, and full-width digits", () => {
  const { rows, problems } = listed(
    ["科目编码", "科目名称"],
    ["201 03 01", "行政运行"],
    ["201.03.02", "一般行政管理事务"],
    ["２０１０３０３", "机关服务"],
    ["201-03-05", "专项业务活动"],
  );
  expect(problems).toEqual([]);
  expect(rows.map(({ code }) => code)).toEqual(["2010301", "2010302", "2010303", "2010305"]);
});

test("blocks side by side under the same headings are one list; a code twice in them is told", () => {
  const head = ["科目编码", "科目名称", "", "科目编码", "科目名称"];
  const { rows, problems } = listed(
    ["2020年科目"],
    head,
    ["201", "一般公共服务支出", "", "203", "国防支出"],
    ["20101", "人大事务", "", "20301", "现役部队"],
    ["2010101", "行政运行", "", "201", "一般公共服务支出"],
  );
  expect(rows.map(({ code }) => code)).toEqual(["201", "20101", "2010101", "203", "20301"]);
  expect(problems).toEqual([{ problem: "duplicate", row: 5, code: "201", firstRow: 3 }]);
});

test("a column of the codes above is no second block", () => {
  const { rows } = listed(
    ["科目编码", "科目名称", "上级编码", "全称"],
    ["201", "一般公共服务支出", "", "一般公共服务支出"],
    ["20101", "人大事务", "201", "一般公共服务支出 › 人大事务"],
  );
  expect(rows.map(({ code }) => code)).toEqual(["201", "20101"]);
});
