import { textWorkbook } from "../../src/actions/textTables";
import { compareText } from "../../src/text/compareText";
import { sheetOf, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { seedWorkbook } from "../support/seedWorkbook";

const seed = textWorkbook(seedWorkbook());

/** Rule, place and suggestion of what is said of a text, roundings left out. */
function told(text: string, tables = seed) {
  return compareText(text, { tables, departments: [] })
    .findings.filter(({ severity }) => severity !== "rounding")
    .map(({ rule, severity, suspects: [first] }) => [
      rule,
      severity,
      first?.text ?? null,
      first?.suggested ?? null,
    ]);
}

const functionalTable = (title: string, rows: readonly (readonly TestCell[])[]) => [
  [title],
  ["单位：万元"],
  ["功能分类科目", "", title.includes("基金") ? "政府性基金预算支出" : "一般公共预算支出"],
  ["科目编码", "科目名称", "总计", "基本支出", "项目支出"],
  ["", "", "", "", "小计", "部门项目支出", "财政专项资金(本级支出)"],
  ...rows,
];

describe("real contradictions", () => {
  test("3,845.49 against 43,269.3 is no increase of 17.62 %", () => {
    const [first] = told("2020年收入预算3,845.49万元，上年为43,269.3万元，增长17.62%，主要原因是人员增加。", {
      ...seed,
      tables: [],
    });
    expect(first?.slice(0, 2)).toEqual(["text.rate", "error"]);
  });

  test("政府性基金 135.00 in the text is not 105.00 of the table", () => {
    const tables = textWorkbook(
      workbookOf(
        sheetOf(
          "表7",
          functionalTable("政府性基金预算支出情况表", [
            ["", "合计", 105, 0, 105, 105, 0],
            ["212", "城乡社区支出", 105, 0, 105, 105, 0],
            ["21208", "国有土地使用权出让收入安排的支出", 105, 0, 105, 105, 0],
            ["2120803", "城市建设支出", 105, 0, 105, 105, 0],
          ]),
        ),
      ),
    );
    expect(told("2020年政府性基金预算支出135.00万元。", tables)).toEqual([
      ["text.table", "error", "135.00万元", "105.00万元"],
    ]);
  });

  test("职业年金 257.14 in two tables is not 245.53 of the text", () => {
    const rows = (title: string) =>
      functionalTable(title, [
        ["", "合计", 257.14, 257.14, 0, 0, 0],
        ["208", "社会保障和就业支出", 257.14, 257.14, 0, 0, 0],
        ["20805", "行政事业单位养老支出", 257.14, 257.14, 0, 0, 0],
        ["2080506", "机关事业单位职业年金缴费支出", 257.14, 257.14, 0, 0, 0],
      ]);
    const tables = textWorkbook(workbookOf(sheetOf("表6", rows("一般公共预算支出预算表（按功能分类科目）"))));
    const text =
      "一般公共预算支出257.14万元，其中：社会保障和就业（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）245.53万元。";
    expect(told(text, tables)).toEqual([["text.table", "error", "245.53万元", "257.14万元"]]);
  });

  test("购置 −28.74 % and 运行 +43.93 % make the +22.95 % of their total, and no other", () => {
    const text = (rate: string) =>
      `公务用车购置及运行维护费预算425.88万元，增长${rate}%，其中：公务用车购置费71.26万元，下降28.74%，公务用车运行维护费354.62万元，增长43.93%，主要原因是车辆更新。`;
    const tables = { ...seed, tables: [] };
    expect(told(text("22.95"), tables)).toEqual([]);
    expect(told(text("32.95"), tables)).toEqual([["text.lastSum", "error", "32.95%", null]]);
  });

  test("33 items that add up to 18,976.74 under a total of 18,976.76 are a rounding difference", () => {
    const items = Array.from({ length: 33 }, (_, index) => (index < 32 ? 575.05 : 575.14));
    const text = `重点工作安排18,976.76万元，其中：${items.map((amount, index) => `第${index + 1}项工作${amount}万元`).join("、")}。`;
    const { findings } = compareText(text, { tables: seed, departments: [] });
    expect(findings.map(({ rule, severity, difference }) => [rule, severity, difference])).toEqual([
      ["text.sum", "rounding", "0.02"],
    ]);
  });

  test("政府采购 of goods, works and services adds up in the text as in the table", () => {
    const text = (works: string) =>
      `2020年政府采购安排25,235.50万元，其中：货物类采购预算3.90万元，工程类采购预算${works}万元，服务类采购预算25,231.60万元。`;
    expect(told(text("0.00"))).toEqual([]);
    expect(told(text("9.00"))).toEqual([["text.table", "error", "9.00万元", "0.00万元"]]);
  });
});

describe("a text in 万元 beside tables in 元", () => {
  const tables = textWorkbook(nationalWorkbook());
  const text = (basic: string) =>
    `2026年收入总预算3,258.62万元，支出总预算3,258.62万元。支出预算3,258.62万元，其中：基本支出${basic}万元，占72.73%；项目支出888.54万元，占27.27%。` +
    "一般公共预算支出3,258.62万元，其中：社会保障和就业（类）支出372.05万元，城乡社区（类）支出2,886.57万元。" +
    "2026年“三公”经费预算数41.16万元，其中：因公出国（境）费0.00万元，公务用车购置及运行费40.70万元，公务接待费0.46万元。";
  test("agrees when each figure is the cell rounded", () => {
    const { counts, findings } = compareText(text("2,370.08"), { tables, departments: [] });
    expect(findings.filter(({ severity }) => severity !== "rounding")).toEqual([]);
    expect(counts).toMatchObject({ read: 14, differ: 0, unread: 0 });
  });
  test("is told where it does not, in its own unit and with the cell", () => {
    const { findings } = compareText(text("2,370.80"), { tables, departments: [] });
    expect(findings.find(({ severity }) => severity === "error")).toMatchObject({
      rule: "text.table",
      expected: "2370.08",
      actual: "2370.8",
      difference: "0.72",
      suspects: [{ text: "2,370.80万元", suggested: "2,370.08万元" }],
      cells: [{ sheet: "支出总表", role: "total" }],
    });
  });
});

describe("a text whose own words bear its figure out", () => {
  const goods = (amount: string, rate: string) =>
    `政府采购货物预算${amount}万元，比上年增加1.00万元，增长${rate}%，主要是人员增加。`;
  const placesOf = (text: string, tables: ReturnType<typeof textWorkbook>) =>
    compareText(text, { tables, departments: [] }).findings.map(({ suspects }) =>
      suspects.map((one) =>
        one.cell ? `${one.cell.sheet} ${one.cell.row}` : `${one.text} ${one.suggested}`,
      ),
    );
  const seedWith = (sheet: string, of: number, column: number, value: number) => {
    const workbook = seedWorkbook();
    const sheets = workbook.sheets.map((one) => {
      const cells = one.name === sheet ? one.rows.get(of) : undefined;
      const cell = cells?.get(column);
      if (!cells || !cell) return one;
      return { ...one, rows: new Map(one.rows).set(of, new Map(cells).set(column, { ...cell, value })) };
    });
    return textWorkbook({ ...workbook, sheets });
  };

  test("is taken to be of an earlier draft before the tables are doubted", () => {
    expect(placesOf(goods("5.90", "20.41"), seed)).toEqual([["5.90万元 3.90万元", "表13 6"]]);
  });

  test("comes behind a cell that the tables themselves speak against", () => {
    expect(placesOf(goods("3.90", "34.48"), seedWith("表13", 6, 7, 5.9))).toEqual([
      ["表13 6", "3.90万元 5.90万元"],
    ]);
  });
});

describe("wording", () => {
  test.each([
    [
      "an empty reason",
      "2020年收支总预算31,600.01万元，较上年增加28,044.58万元，主要原因是：。",
      "text.reason.empty",
    ],
    ["no reason", "2020年收支总预算31,600.01万元，较上年增加28,044.58万元。", "text.reason.missing"],
    ["a left-over", "2020年收支总预算31,600.01万元，XX局无变化。", "text.leftover"],
    ["a field of a table of contents", "一、部门概况 PAGEREF _Toc1 \\h 3。", "text.leftover"],
    ["an earlier year", "2018年收支总预算31,600.01万元。", "text.year"],
    ["two units in a sentence", "基本支出1,033.38万元，项目支出305,666,200元。", "text.unit.mixed"],
    ["an amount without a unit", "2020年收支总预算31,600.01，与上年持平。", "text.unit.missing"],
    ["本部门 and 本单位", "本部门收支平衡。本单位无变化。本部门无变化。", "text.office"],
    ["a mobile number", "联系人：张某，13800138000。", "text.personal"],
    ["an identity number", "经办人11010519491231002X。", "text.personal"],
  ])("%s is told", (_what, text, rule) => {
    expect(told(text).map(([id]) => id)).toContain(rule);
  });

  test.each([
    "截至2019年12月31日，本部门固定资产金额为1,023.18万元。",
    "根据《2015年预算法》，2020年收支总预算31,600.01万元。",
    "公开电话：020-12345678。",
    "单价在100万元以上的设备0台，单价50,000元以下的不计。",
  ])("nothing is said of: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("a whole text without a part it must have is told so", () => {
    const headings = [
      "一、部门主要职责",
      "二、部门机构设置",
      "三、收支预算情况说明",
      "四、政府采购情况",
      "五、国有资产占有使用情况",
      "六、预算绩效情况",
      "七、名词解释",
      "八、机关运行经费情况",
    ];
    expect(told(headings.join("\n\n")).map(([rule]) => rule)).toEqual(["text.section.sangong"]);
  });
});

describe("figures that cannot be told are left alone", () => {
  test.each([
    "智慧白云项目支出30万元。",
    "主要用于工程款支付30万元。",
    "2020年收支总预算31,6000,01万元。",
    "较上年减少-15.00万元。",
    "预算完成率达到90%。",
  ])("%s", (text) => {
    const { findings, counts } = compareText(text, { tables: seed, departments: [] });
    expect(findings.filter(({ rule }) => rule !== "text.reason.missing")).toEqual([]);
    expect(counts.read).toBe(0);
  });
});

describe("what is said beside the figures is not taken for them", () => {
  const clean = "2020年支出预算31,600.01万元，其中：基本支出1,033.38万元，项目支出30,566.62万元。";
  test.each([
    // A reason names changes and amounts of its own.
    "2020年支出预算31,600.01万元，较上年增加28,044.58万元，主要原因是新增项目支出30万元。",
    "2020年支出预算31,600.01万元，较上年增加28,044.58万元，主要原因是项目支出增加45万元，基本支出安排12万元。",
    // A part without an amount of its own.
    "2020年收入预算31,600.01万元，较上年增加28,044.58万元，其中一般公共预算增加28,000.00万元，主要原因是职能调整。",
    // A clause that turns to something else.
    "2020年支出预算31,600.01万元。基本支出方面，较上年增加235.87万元，主要原因是人员增加。",
    "2020年支出预算31,600.01万元，编外人员薪酬方面，较上年增加99.00万元，主要原因是人员增加。",
    // Units, projects and offices within the department.
    "下属单位支出预算100万元，局机关支出预算200万元。",
    "其他项目支出30万元，重点项目支出40万元。",
    // 其中 inside 其中.
    `${clean}项目支出30,566.62万元，占96.73%。`,
    "支出预算31,600.01万元，其中：基本支出1,033.38万元，其中：人员支出930.88万元，公用经费81.23万元；项目支出30,566.62万元，占96.73%。",
    "支出预算31,600.01万元，其中：基本支出1,033.38万元，其中：人员支出930.88万元，公用经费81.23万元，项目支出30,566.62万元，占96.73%。",
    // The reasons of a whole given with its items.
    "2020年“三公”经费预算8.65万元，较上年减少15.00万元，下降63.42%。其中：\n因公出国（境）费6.00万元，与上年持平；\n公务用车购置及运行费1.80万元，较上年减少15.00万元，下降89.29%，主要原因是不再购车；\n公务接待费0.85万元，与上年持平。",
  ])("%s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("words beside a figure that are not its own", () => {
  const read = (text: string) =>
    compareText(text, { tables: seed, departments: [] }).figures.map(
      ({ text: words, status, quantity, meanings: [meaning] }) =>
        `${words} ${quantity} ${status === "unread" ? "unread" : (meaning?.what ?? "")}`,
    );
  test("what money is for changes nothing of what is spoken of", () => {
    expect(
      read(
        "2020年机关运行经费预算安排32.96万元，主要用于办公费、差旅费等支出，较上年减少21.03万元，下降38.95%，主要原因是不再购车。",
      ),
    ).toEqual(["32.96万元 amount 行政经费", "21.03万元 change 行政经费", "38.95% rate 行政经费"]);
  });
  test("a change behind a bracket may be of the item or of all: it is of the one it fits", () => {
    const text = (change: string, rate: string) =>
      `2020年“三公”经费预算数为8.65万元，其中：因公出国（境）费6.00万元，公务接待费0.85万元，公务用车购置及运行费1.80万元（公务用车购置费0.00万元，公务用车运行费1.80万元），较上年减少${change}万元，下降${rate}%，主要原因是不再购车。`;
    expect(read(text("15.00", "63.42")).slice(-2)).toEqual(["15.00万元 change 三公", "63.42% rate 三公"]);
    expect(read(text("15.00", "89.29")).slice(-2)).toEqual([
      "15.00万元 change 公务用车",
      "89.29% rate 公务用车",
    ]);
    expect(told(text("15.00", "53.42")).map(([rule]) => rule)).toEqual(["text.rate"]);
  });
  test("a subject behind words nobody knows is believed where its cell agrees, and else left alone", () => {
    expect(read("2020年支出预算中，用于保障机构正常运转的基本支出1,033.38万元。")).toEqual([
      "1,033.38万元 amount 支出·基本支出",
    ]);
    expect(read("2020年支出预算中，用于数字城市的项目支出300万元。")).toEqual(["300万元 amount unread"]);
  });
  test("变动率 takes its direction from its sign, or from the change before it", () => {
    const text = (rate: string) =>
      `2020年机关运行经费32.96万元，较上年减少21.03万元，变动率为${rate}，主要是不再购车。`;
    expect(told(text("-38.95%"))).toEqual([]);
    expect(told(text("38.95%"))).toEqual([]);
    expect(told(text("-39.95%")).map(([rule]) => rule)).toEqual(["text.rate"]);
  });
  test("the items of 其中 are no part of the reason before it", () => {
    const text = (goods: string) =>
      `2020年政府采购预算总额25,235.50万元，较上年增加100.00万元，主要原因是任务增加，其中货物采购${goods}万元，占0.02%；工程采购0.00万元，占0.00%；服务采购25,231.60万元，占99.98%。`;
    expect(told(text("3.90"))).toEqual([]);
    expect(told(text("9.90"))).toEqual([["text.table", "error", "9.90万元", "3.90万元"]]);
  });
  test.each([
    "某某市某某局2020年收支总预算316,000,100元，支出预算316,000,100元。",
    "2020年支出预算316,000,100元，其中：基本支出10,333,800元，项目支出305,666,200元。",
    "2020年收支总预算31,600.01万元，较上年增加28,044.58万元，增长788.78%。主要原因：任务增加。",
    "2020年“三公”经费预算8.65万元，其中：公务接待费0.85万元，公务用车购置0元。",
    "2020年收支总预算3.16亿元，比上年增加28,044.58万元，增长788.78%，主要原因是任务增加。",
    "2020年公务接待费0.85万元，接待10批次100人次，人均85元。",
    "2020年支出预算31,600.01万元，其中：工资福利支出1,200.00万元，商品和服务支出9,000.00万元。",
    "机关运行经费32.96万元，其中办公费10万元，印刷费2.96万元，差旅费20万元。",
    "五、“三公”经费情况\n\n2020年“三公”经费预算8.65万元。\n\n“三公”经费同比减少15万元、下降63.42%，主要原因是不再购车。",
  ])("nothing is said of: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
  test("a change of the whole is not of the part that was named last", () => {
    const text =
      "2020年支出预算31,600.01万元，其中：基本支出1,033.38万元，项目支出30,566.62万元。支出预算较上年增加28,044.58万元，主要原因是任务增加。";
    expect(read(text).at(-1)).toBe("28,044.58万元 change 支出");
  });
  test("元 for 万元 in a sentence of 万元 is one mistake", () => {
    expect(told("2020年支出预算31,600.01万元，其中：基本支出1,033.38元，项目支出30,566.62万元。")).toEqual([
      ["text.table", "error", "1,033.38元", "1,033.38万元"],
    ]);
  });
});
