import { NO_DEFAULTS, readOfficeDefaults } from "../../src/actions/officeDefaults";
import { describe as inWords } from "../../src/messages/describe";
import { THRESHOLDS } from "../../src/years/thresholds";

const RULE = { id: "自1", text: "T06[合计].c3 = T06[合计].c4 + T06[合计].c5" };
const LIST = {
  kind: "functional",
  title: "2027 年科目",
  year: 2027,
  isAuthoritative: true,
  codes: [["201", "一般公共服务支出"]],
};

const read = (defaults: unknown) => readOfficeDefaults(JSON.stringify(defaults), "office.json");
const said = (defaults: unknown) =>
  read(defaults).rules.problems.map(({ message }) => {
    // In both languages, so that no argument is missing in either.
    inWords(message, "en-US");
    return inWords(message, "zh-CN");
  });

test("a file with everything is read without a problem", () => {
  const defaults = read({
    version: 1,
    name: "某区财政局 2027",
    rules: [RULE],
    codeLists: [LIST],
    thresholds: { rate: 20, least: "1.5", fromNothing: false },
  });
  expect(defaults).toEqual({
    name: "某区财政局 2027",
    sets: [],
    setTexts: [],
    rules: { rules: [{ ...RULE, title: "", severity: "error" }], problems: [] },
    codeLists: [
      {
        kind: "functional",
        title: "2027 年科目",
        year: 2027,
        isAuthoritative: true,
        entries: [{ code: "201", name: "一般公共服务支出" }],
      },
    ],
    thresholds: { ...THRESHOLDS, rate: "20", least: "1.5", fromNothing: false },
  });
});

test("the file that comes with the add-in says nothing", () => {
  expect(
    readOfficeDefaults(
      '{"version":1,"name":"","sets":[],"rules":[],"codeLists":[],"thresholds":{}}',
      "office.json",
    ),
  ).toEqual(NO_DEFAULTS);
});

test.each<[string, unknown, RegExp]>([
  ["of another version", { version: 2 }, /version 为 1/],
  ["that is a list", [], /version 为 1/],
  ["with a name that is mistyped", { version: 1, rule: [] }, /没有“rule”这一项，可写的有 name、sets、rules/],
  ["with rules that are no list", { version: 1, rules: {} }, /rules 应是列表/],
  ["with a rule without text", { version: 1, rules: [{ id: "自1" }] }, /第 1 条自定义勾稽关系没有写关系式/],
  ["with a list of no kind", { version: 1, codeLists: [LIST, { ...LIST, kind: "x" }] }, /第 2 份科目清单/],
  ["with a rate of words", { version: 1, thresholds: { rate: "一成" } }, /rate 是 "一成"，应是不小于 0 的数/],
  ["with a threshold that there is not", { version: 1, thresholds: { rates: 1 } }, /没有“rates”这一项/],
  ["with a flag that is none", { version: 1, thresholds: { fromNothing: "是" } }, /应是 true 或 false/],
  ["with a set that is none", { version: 1, sets: [{ version: 1 }] }, /office\.json sets 1/],
])("a file %s is told as such", (_, defaults, words) => {
  expect(said(defaults).join("\n")).toMatch(words);
});

test("what is no JSON is told with what the parser says, and nothing of it holds", () => {
  const defaults = readOfficeDefaults('{"version": 1,', "office.json");
  expect(defaults).toEqual({ ...NO_DEFAULTS, rules: { rules: [], problems: [expect.anything()] } });
  expect(inWords(defaults.rules.problems[0]!.message, "zh-CN")).toMatch(/不是 JSON 格式（.+），没有用上/);
});

test("what is wrong in one part leaves the others", () => {
  const { rules, codeLists, thresholds } = read({
    version: 1,
    rules: [RULE, {}],
    codeLists: [LIST, 1],
    thresholds: { rate: -1, otherShare: 5 },
  });
  expect([rules.rules.length, codeLists.length, rules.problems.length]).toEqual([1, 1, 3]);
  expect(thresholds).toEqual({ ...THRESHOLDS, otherShare: "5" });
});
