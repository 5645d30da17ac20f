import { describe as say } from "../../../src/messages/describe";
import { readRulesJson, writeRulesJson } from "../../../src/relations/ownRules/readRulesJson";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import { seedWorkbook } from "../../support/seedWorkbook";
import { sheetOf } from "../../support/sheet";

const seed = seedWorkbook();

const withRules = (...rules: object[]) =>
  checkWorkbook(seed, GUANGZHOU, { rules: readRulesJson(JSON.stringify({ rules })) }).result;

const own = (result: ReturnType<typeof withRules>) =>
  result.findings
    .filter(({ rule }) => !/^(rounding|code|heading|T\d|X\d)/.test(rule))
    .map(({ severity, rule, message }) => `${severity} ${rule} ${say(message, "zh-CN")}`);

describe("an office's own relations", () => {
  it("are checked like the others, rows told by the beginning of their names and added up", () => {
    const [finding] = own(withRules({ id: "自1", text: "T10[政务*].c3 <= T08[合计].c3 * 0.2" }));
    expect(finding).toMatch(
      /^error 自1 表10 .*= 879\.87，不应大于 0\.2 × 表8 合计 总计 1,033\.38，超出 673\.19 万元/,
    );
  });

  it("show the numbers of a sentence as they were written", () => {
    expect(own(withRules({ text: "T06[合计].c3 >= 31599.24" }))[0]).toContain(
      "31,599.23，不应小于 31,599.24",
    );
    expect(own(withRules({ text: "T06[合计].c3 = T06[合计].c4 + T06[合计].c5 - 1.5" }))[0]).toContain(
      "基本支出 1,033.38 + 项目支出小计 30,565.85 - 1.5 = 31,597.73",
    );
  });

  it("say nothing when they hold, and count among the relations checked", () => {
    const plain = checkWorkbook(seed, GUANGZHOU).result.relations.checked;
    const result = withRules({ text: "T10[合计].c3 >= T08[合计].c3 * 0.2" });
    expect(own(result)).toEqual([]);
    expect(result.relations.checked).toBe(plain + 1);
  });

  it("may be written with table labels and the signs of a Chinese keyboard", () => {
    expect(own(withRules({ text: "表10【合计】.c3 ≤ 表8【合计】.c3 × 0.5" }))).toHaveLength(1);
  });

  it("may name a row by its code", () => {
    expect(own(withRules({ text: "T03[2010301].c3 = T06[2010301].c3" }))).toEqual([]);
  });

  it("may be mere warnings", () => {
    expect(own(withRules({ text: "T10[合计].c3 = T08[合计].c3", severity: "提醒" }))[0]).toMatch(
      /^warning 自1 /,
    );
  });

  it("say what the office wants them for, behind all that is told of them", () => {
    const rule = { text: "T10[合计].c3 = T08[合计].c3", severity: "提醒" };
    expect(own(withRules({ ...rule, title: "项目与基本各半" }))[0]).toContain(
      "（自定义勾稽：项目与基本各半）",
    );
    expect(own(withRules(rule))[0]).not.toContain("自定义勾稽");
  });

  it("do not apply where no row is called so", () => {
    expect(own(withRules({ text: "T10[没有这样的项目*].c3 <= T08[合计].c3" }))).toEqual([]);
  });

  it.each([
    ["T10[合计].c3 T08[合计].c3", "“T10[合计].c3 T08[合计].c3”里应有而且只有一个 =、<= 或 >="],
    ["T10[合计].c3 <= ", "等号或不等号的一边是空的"],
    ["T10[合计].c3 <= 二成", "“二成”看不懂"],
    ["T99[合计].c3 <= 5", "没有 T99 这张表"],
    ["T10[合计].c13 <= 5", "表10 的栏次 13 不是金额栏"],
    ["T10.c3 <= 5", "表10 后面要写明是哪一行"],
    ["c3 <= 5", "每一项前面要写明是哪张表"],
    ["T10[合计].c3 = T08[合计].c3 by 颜色", "“颜色”不对"],
  ])("%s cannot be used: %s", (text, why) => {
    const [finding] = own(withRules({ text }));
    expect(finding).toMatch(/^warning rules\.unread 自定义勾稽关系“自1”：/);
    expect(finding).toContain(why);
  });

  it("that cannot be used do not keep the others from being used", () => {
    const found = own(withRules({ text: "T99[合计].c3 = 0" }, { text: "T10[合计].c3 = T08[合计].c3" }));
    expect(found.map((line) => line.split(" ").slice(0, 2).join(" ")).sort()).toEqual([
      "error 自2",
      "warning rules.unread",
    ]);
  });

  it("may not take a number that is taken", () => {
    expect(own(withRules({ id: "X06", text: "T10[合计].c3 = 0" }))[0]).toContain("编号“X06”已经用过");
  });
});

describe("a file of own relations", () => {
  it("says what is wrong with it", () => {
    const problems = (json: string) =>
      readRulesJson(json).problems.map(({ message }) => say(message, "zh-CN"));
    expect(problems("{")).toEqual(["勾稽关系文件不是 JSON 格式，请检查逗号、引号和括号"]);
    expect(problems("{}")).toEqual(["勾稽关系文件里没有 rules 列表，请把各条关系写在 rules 列表里"]);
    expect(problems('[{"id":"a"},{"text":"x","severity":"重"}]')).toEqual([
      "第 1 条自定义勾稽关系没有写关系式（text），请补上",
      "第 2 条自定义勾稽关系的程度“重”不对，应为 差错 或 提醒",
    ]);
  });

  it("reads what it has written", () => {
    const { rules } = readRulesJson(
      '[{"id":"自9","text":"T10[合计].c3 = 0","title":"试","severity":"warning"}]',
    );
    expect(readRulesJson(writeRulesJson(rules)).rules).toEqual(rules);
  });
});

describe("a sheet of own relations in the workbook", () => {
  const check = (rows: Parameters<typeof sheetOf>[1]) => {
    const workbook = { ...seed, sheets: [...seed.sheets, sheetOf("自定义勾稽", rows)] };
    return checkWorkbook(workbook, GUANGZHOU).result;
  };

  it("is read under its headings, and is no table that could not be placed", () => {
    const result = check([
      ["本局自定义勾稽关系"],
      ["编号", "说明", "关系", "程度"],
      ["甲", "项目不超过基本支出", "T10[合计].c3 <= T08[合计].c3", "提醒"],
      ["", "", "T10[合计].c3 = T99[合计].c3"],
    ]);
    const found = result.findings.filter(({ rule }) => rule === "甲" || rule === "rules.unread");
    expect(found.map(({ severity, rule, cell }) => [severity, rule, cell?.row])).toEqual(
      expect.arrayContaining([
        ["warning", "甲", expect.any(Number)],
        ["warning", "rules.unread", 3],
      ]),
    );
    expect(result.unplaced).toEqual([]);
  });

  it("without the heading of the relation says so", () => {
    const [finding] = check([["编号", "内容"]]).findings.filter(({ rule }) => rule === "rules.unread");
    expect(finding && say(finding.message, "zh-CN")).toContain("没有“关系”栏");
  });
});
