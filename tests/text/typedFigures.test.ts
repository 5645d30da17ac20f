import { textWorkbook } from "../../src/actions/textTables";
import { compareText } from "../../src/text/compareText";
import { seedWorkbook } from "../support/seedWorkbook";

const tables = textWorkbook(seedWorkbook());

function readOf(text: string) {
  const { figures, findings } = compareText(text, { tables, departments: tables.departments });
  return {
    figures: figures.map(({ quantity, meanings: [meaning], status }) =>
      [quantity, meaning?.what, status].join(" "),
    ),
    findings: findings.filter(({ severity }) => severity !== "rounding").map(({ rule }) => rule),
  };
}

describe("an amount is read however it is typed", () => {
  test.each([
    ["full-width digits", "2020年收入预算３１，６００．０１万元。"],
    ["a full-width comma between the digits", "2020年收入预算31，600.01万元。"],
    ["a line that breaks before the unit", "2020年收入预算31,600.01\n万元。"],
    ["a line that breaks within the digits", "2020年收入预算31,60\n0.01万元。"],
    ["a line that breaks behind the point", "2020年收入预算31,600.\n01万元。"],
    ["亿元, rounded", "2020年收入预算3.16亿元。"],
    ["元 with and without separators", "2020年收入预算316,000,100.00元。"],
    ["a unit with spaces in it", "2020年收入预算31600.01 万 元。"],
    ["万 for 万元", "2020年收入预算31,600.01万。"],
    ["the unit in brackets", "2020年收入预算31,600.01（万元）。"],
  ])("%s", (_what, text) => {
    expect(readOf(text)).toEqual({ figures: ["amount 收入 agree"], findings: [] });
  });
});

describe("a change is read however it is said", () => {
  test.each([
    ["8.65万元，较上年增加-15.00万元，增长-63.42%，主要原因是不再购车。"],
    ["8.65万元，较上年减少15.00万元（63.42%），主要原因是不再购车。"],
    ["8.65万元，同口径比上年减少15.00万元，降幅达63.42%，主要原因是不再购车。"],
    ["8.65万元，在上年基础上压减15.00万元，压减幅度63.42%，主要原因是不再购车。"],
    ["8.65万元，比上年预算23.65万元减少15.00万元，下降63.42％，主要原因是不再购车。"],
  ])("2020年“三公”经费预算%s", (text) => {
    const { figures, findings } = readOf(`2020年“三公”经费预算${text}`);
    expect(findings).toEqual([]);
    expect(figures).toContain("change 三公 agree");
    expect(figures).toContain("rate 三公 agree");
    expect(figures.filter((figure) => /unread|differ/.test(figure))).toEqual([]);
  });

  test.each([
    ["，全部用于当年支出"],
    ["，主要包括因公出国（境）费、公务接待费和公务用车运行费"],
    ["，主要包括出国经费、接待客人的经费等"],
    ["，包括接待和用车"],
  ])("whatever stands between it and what it is of: 8.65万元%s", (between) => {
    const text = `2020年“三公”经费预算8.65万元${between}，较上年减少15.00万元，下降63.42%，主要原因是不再购车。`;
    const { figures, findings } = readOf(text);
    expect(findings).toEqual([]);
    expect(figures).toEqual(["amount 三公 agree", "change 三公 agree", "rate 三公 agree"]);
    expect(readOf(text.replace("63.42%", "53.42%")).findings).toEqual(["text.rate"]);
  });

  test("a rate in brackets behind a change is compared with it", () => {
    const text = "2020年“三公”经费预算8.65万元，较上年减少15.00万元（53.42%），主要原因是不再购车。";
    expect(readOf(text).findings).toEqual(["text.rate"]);
  });
});

describe("a share is of what its words say", () => {
  test("the part may be named before 占, without its amount", () => {
    const text = "支出预算31,600.01万元，其中：基本支出占3.27%，项目支出占96.73%。";
    expect(readOf(text)).toEqual({
      figures: ["amount 支出 agree", "share 支出·基本支出 agree", "share 支出·项目支出 agree"],
      findings: [],
    });
    expect(readOf(text.replace("3.27%", "5.27%")).findings).toEqual(["text.share"]);
  });

  test("the whole may stand in the tables alone", () => {
    const text = "基本支出1,033.38万元，占本年支出合计的3.27%。";
    expect(readOf(text)).toEqual({
      figures: ["amount 支出·基本支出 agree", "share 支出·基本支出 agree"],
      findings: [],
    });
    expect(readOf(text.replace("3.27%", "5.27%")).findings).toEqual(["text.share"]);
  });

  test("of classes that stand alone it is their sum in the tables", () => {
    const text = "按功能分类：一般公共服务支出1,890.95万元，占5.98%；科学技术支出29,401.46万元，占93.04%。";
    expect(readOf(text)).toEqual({
      figures: ["amount 支出 agree", "share 支出 agree", "amount 支出 agree", "share 支出 agree"],
      findings: [],
    });
    // One of them tells what all are shares of.
    expect(readOf(text.replace("5.98%", "6.98%")).findings).toEqual(["text.share"]);
  });
});

describe("what official vehicles cost", () => {
  const vehicles = "公务用车购置及运行维护费1.80万元";

  test.each([
    [`${vehicles}（其中购置费0万元，运行费1.80万元）。`],
    [`${vehicles}，其中：购置费0万元，运行维护费1.80万元。`],
    [`${vehicles}，其中车辆购置费0万元、车辆运行维护费1.80万元。`],
  ])("is told by the words for its parts: %s", (text) => {
    const figures = ["amount 公务用车 agree", "amount 购车 agree", "amount 车辆运行 agree"];
    expect(readOf(text)).toEqual({ figures, findings: [] });
    expect(readOf(text.replace("费0万元", "费0.10万元")).findings).toHaveLength(1);
  });

  test.each([
    ["信息系统运行维护费3.00万元。"],
    ["2020年项目支出30,566.62万元，其中：购置费35.00万元，运行费7.00万元。"],
    [`${vehicles}，主要原因是其他车辆运行费增加3.00万元。`],
  ])("is not told by these words elsewhere: %s", (text) => {
    const { figures, findings } = readOf(text);
    expect(figures.filter((one) => / (?:购车|车辆运行) /.test(one))).toEqual([]);
    expect(findings).toEqual([]);
  });
});

describe("what a paragraph is about", () => {
  test("a sentence that only names something says what the figures behind it are", () => {
    const text =
      "“三公”经费预算8.65万元。其中：\n1.因公出国（境）费用。2020年预算数6.00万元。\n2.公务接待费。2020年预算数0.85万元。\n3.公务用车购置及运行维护费。2020年预算数1.80万元。";
    expect(readOf(text)).toEqual({
      figures: ["amount 三公 agree", "amount 出国 agree", "amount 接待 agree", "amount 公务用车 agree"],
      findings: [],
    });
  });

  test("names joined by 和 before 分别为 have their figures in that order", () => {
    const text = "支出预算31,600.01万元，基本支出和项目支出分别为1,033.38万元和30,566.62万元。";
    expect(readOf(text).figures).toEqual([
      "amount 支出 agree",
      "amount 支出·基本支出 agree",
      "amount 支出·项目支出 agree",
    ]);
  });

  test.each([
    ["支出：31,600.01万元。其中基本支出：1,033.38万元；项目支出：30,566.62万元。"],
    ["项目支出30,566.62万元（其中：一般公共预算30,565.85万元，其他资金0.78万元）。"],
    ["财政拨款支出预算31,599.23万元。按支出用途分：基本支出1,033.38万元，项目支出30,565.85万元。"],
    ["收入预算和支出预算均为31,600.01万元，收支相抵。"],
    ["“三公”经费由上年的23.65万元下降到8.65万元，减少15万元，主要原因是不再购车。"],
    ["“三公”经费比上年减少15万元，降至8.65万元，主要是未安排购车。"],
    ["“三公”经费8.65万元，其中因公出国（境）6万元、公车运行1.8万元、公务接待0.85万元。"],
  ])("%s is read whole, and nothing is said of it", (text) => {
    const { figures, findings } = readOf(`2020年${text}`);
    expect(findings).toEqual([]);
    expect(figures.filter((figure) => /unread|differ/.test(figure))).toEqual([]);
  });

  test("a list in brackets without figures leaves the figure behind it unread", () => {
    expect(readOf("“三公”两费（公务接待、公务用车）合计2.65万元。").figures).toEqual(["amount  unread"]);
  });

  test("one reason behind changes that follow each other is the reason of them all", () => {
    const text =
      "2020年支出预算31,600.01万元。支出较去年增加100万元，其中基本支出增加60万元，项目支出增加40万元，主要是新增项目。";
    expect(readOf(text).findings).toEqual([]);
    expect(readOf(text.replace("，主要是新增项目", "")).findings).toContain("text.reason.missing");
  });

  test("下属单位 and 局机关 are not the department", () => {
    expect(readOf("下属单位支出预算100万元，局机关支出预算200万元。").findings).toEqual([]);
  });
});
