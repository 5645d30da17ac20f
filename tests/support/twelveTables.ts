import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

/** Figures in 分, so that totals are sums and no rounding comes in. */
const wan = (cents: number): TestCell =>
  cents === 0 ? undefined : { value: cents / 100, numberFormat: "#,##0.00" };

/** Code, name, 基本支出, 项目支出 in 分 of 万元 of an invented office. */
const ITEMS: readonly (readonly [code: string, name: string, basic: number, project: number])[] = [
  ["2010301", "行政运行", 812_345, 0],
  ["2010302", "一般行政管理事务", 0, 230_000],
  ["2010350", "事业运行", 145_080, 12_000],
  ["2080501", "归口管理的行政单位离退休", 61_233, 0],
  ["2080505", "机关事业单位基本养老保险缴费支出", 98_450, 0],
  ["2210201", "住房公积金", 74_110, 0],
  ["2210203", "购房补贴", 35_002, 0],
];
const NAMES: Readonly<Record<string, string>> = {
  "201": "一般公共服务支出",
  "20103": "政府办公厅（室）及相关机构事务",
  "208": "社会保障和就业支出",
  "20805": "行政事业单位离退休",
  "221": "住房保障支出",
  "22102": "住房改革支出",
};
/** Economic codes of the basic expenditure, in 分 of 万元. */
const ECONOMIC: readonly (readonly [code: string, name: string, amount: number])[] = [
  ["30101", "基本工资", 301_200],
  ["30102", "津贴补贴", 412_050],
  ["30108", "机关事业单位基本养老保险缴费", 98_450],
  ["30113", "住房公积金", 74_110],
  ["30201", "办公费", 88_027],
  ["30211", "差旅费", 41_300],
  ["30215", "会议费", 6_000],
  ["30216", "培训费", 4_500],
  ["30217", "公务接待费", 3_200],
  ["30231", "公务用车运行维护费", 12_800],
  ["30239", "其他交通费用", 57_415],
  ["30302", "退休费", 61_233],
  ["31002", "办公设备购置", 65_935],
];
const ECONOMIC_NAMES: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "310": "资本性支出",
};

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
const under = (code: string) => sum(ITEMS.filter(([own]) => own.startsWith(code)).map(([, , a, b]) => a + b));
const spent = (code: string) => sum(ECONOMIC.filter(([own]) => own.startsWith(code)).map(([, , a]) => a));
const BASIC = sum(ITEMS.map(([, , basic]) => basic));
const PROJECT = sum(ITEMS.map(([, , , project]) => project));
const RESERVE = 15_000;
const CARRIED = 8_640;
const TREASURY = BASIC + PROJECT;
const OTHER = RESERVE;
const TOTAL = TREASURY + OTHER + CARRIED;

/** 类, 款, 项 with their names and amounts, 合计 first. */
const BY_FUNCTION: readonly TestCell[][] = [
  ["", "合计", wan(TREASURY)],
  ...[...Object.entries(NAMES), ...ITEMS.map(([code, name]) => [code, name] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]): TestCell[] => [code, name, wan(under(code))]),
];
const byEconomy = (isIn: (code: string) => boolean): TestCell[][] =>
  [...Object.entries(ECONOMIC_NAMES), ...ECONOMIC.map(([code, name]) => [code, name] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([code]) => isIn(code))
    .map(([code, name]): TestCell[] => [code, name, wan(spent(code))]);

/** What one office calls a heading; another, of which nobody has heard, may call it otherwise. */
export type Words = (heading: string) => string;

const asWritten: Words = (heading) => heading;

/**
 * Twelve tables of a province's form of 2017 to 2019 as its description has them: 收支 in three lists beside each other, 收入
 * by funds with 小计 each, 支出 in a single row, tables of code, name and amount with 合计 first, 三公 with 会议费 and 培训费 in
 * one, 机关运行经费 of 302 and 310 alone, purchases by 品目大类.
 * @param words how headings are worded; titles and names of rows stay
 */
export function twelveTables(words: Words = asWritten): WorkbookSnapshot {
  const sheets = SHEETS(words).map(([title, heading, body], index): SheetSnapshot => {
    const number = String(index + 1).padStart(2, "0");
    return sheetOf(`公开${number}表`, [
      [title],
      [`公开${number}表`],
      ["部门名称：某某厅", "", "", "单位：万元"],
      ...heading,
      ...body,
    ]);
  });
  return { name: "某某厅2019年度部门预算.xlsx", sheets };
}

type Sheet = readonly [title: string, heading: TestCell[][], body: readonly TestCell[][]];

function SHEETS(words: Words): readonly Sheet[] {
  const head = (...rows: string[][]): TestCell[][] =>
    rows.map((row) => row.map((text) => (text === "" ? "" : words(text))));
  const coded = (amount: string) => head(["科目编码", "科目名称", amount]);
  return [
    [
      "收支预算总表",
      head(["收入", "", "支出"], ["项目", "预算数", "功能分类", "预算数", "支出用途", "预算数"]),
      STATEMENT,
    ],
    ["收入预算总表", head(["项目", "", "预算数"]), INCOME],
    [
      "支出预算总表",
      head(["合计", "基本支出", "项目支出", "单位预留机动经费", "结转下年资金"]),
      [[wan(TOTAL), wan(BASIC), wan(PROJECT), wan(RESERVE), wan(CARRIED)]],
    ],
    [
      "财政拨款收支预算总表",
      head(["收入", "", "支出"], ["项目", "预算数", "项目", "预算数"]),
      TREASURY_STATEMENT,
    ],
    ["财政拨款支出预算表", coded("财政拨款支出"), BY_FUNCTION],
    [
      "财政拨款基本支出预算表",
      coded("财政拨款基本支出"),
      [["", "合计", wan(BASIC)], ...byEconomy(() => true)],
    ],
    ["一般公共预算支出预算表", coded("一般公共预算支出"), BY_FUNCTION],
    [
      "一般公共预算基本支出预算表",
      coded("一般公共预算基本支出"),
      [["", "合计", wan(BASIC)], ...byEconomy(() => true)],
    ],
    [
      "一般公共预算“三公”经费、会议费、培训费支出预算表",
      head(
        ["合计", "“三公”经费", "", "", "", "", "", "会议费", "培训费"],
        ["", "小计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"],
        ["", "", "", "小计", "公务用车购置费", "公务用车运行费"],
      ),
      [
        [
          wan(44_500),
          wan(34_000),
          wan(6_000),
          wan(24_800),
          wan(12_000),
          wan(12_800),
          wan(3_200),
          wan(6_000),
          wan(4_500),
        ],
      ],
    ],
    ["政府性基金支出预算表", coded("政府性基金支出"), [["", "合计"]]],
    [
      "一般公共预算机关运行经费支出预算表",
      coded("机关运行经费支出"),
      [["", "合计", wan(spent("302") + spent("310"))], ...byEconomy((code) => /^3(02|10)/.test(code))],
    ],
    ["政府采购支出预算表", head(["采购品目大类", "专项名称", "采购组织形式", "总计"]), PURCHASES],
  ];
}

const STATEMENT: readonly TestCell[][] = [
  [
    "一、财政拨款",
    wan(TREASURY),
    "一、一般公共服务支出",
    wan(under("201") + OTHER),
    "一、基本支出",
    wan(BASIC),
  ],
  [
    "1.一般公共预算",
    wan(TREASURY),
    "二、社会保障和就业支出",
    wan(under("208")),
    "二、项目支出",
    wan(PROJECT),
  ],
  ["2.政府性基金预算", "", "三、住房保障支出", wan(under("221")), "三、单位预留机动经费", wan(RESERVE)],
  ["二、财政专户管理资金"],
  ["三、其他资金", wan(OTHER)],
  [
    "当年收入小计",
    wan(TREASURY + OTHER),
    "当年支出小计",
    wan(TREASURY + OTHER),
    "当年支出小计",
    wan(TREASURY + OTHER),
  ],
  ["上年结转资金", wan(CARRIED), "结转下年资金", wan(CARRIED), "结转下年资金", wan(CARRIED)],
  ["收入合计", wan(TOTAL), "支出合计", wan(TOTAL), "支出合计", wan(TOTAL)],
];

const INCOME: readonly TestCell[][] = [
  ["总计", "", wan(TOTAL)],
  ["一般公共预算资金", "小计", wan(TREASURY)],
  ["", "财政拨款（补助）资金", wan(TREASURY - 40_000)],
  ["", "专项收入", wan(40_000)],
  ["政府性基金", "小计"],
  ["财政专户管理资金", "小计"],
  ["", "专户管理教育收费"],
  ["其他资金", "小计", wan(OTHER)],
  ["", "事业收入", wan(OTHER - 2_300)],
  ["", "其他收入", wan(2_300)],
  ["上年结转和结余资金", "小计", wan(CARRIED)],
  ["", "结转和结余资金", wan(CARRIED)],
];

const TREASURY_STATEMENT: readonly TestCell[][] = [
  ["一、一般公共预算", wan(TREASURY), "一、一般公共服务支出", wan(under("201"))],
  ["二、政府性基金预算", "", "二、社会保障和就业支出", wan(under("208"))],
  ["", "", "三、住房保障支出", wan(under("221"))],
  ["收入合计", wan(TREASURY), "支出合计", wan(TREASURY)],
];

const PURCHASES: readonly TestCell[][] = [
  ["合计", "", "", wan(131_200)],
  ["一、货物A", "", "", wan(80_000)],
  ["计算机设备", "信息化建设", "集中采购", wan(52_000)],
  ["办公家具", "办公设备购置", "集中采购", wan(28_000)],
  ["二、工程B", "", "", wan(31_200)],
  ["装修工程", "办公楼维修", "分散采购", wan(31_200)],
  ["三、服务C", "", "", wan(20_000)],
  ["物业管理服务", "物业管理", "集中采购", wan(20_000)],
];

/** How many equations of several cells each of the twelve tables has inside it, by its number: what a person finds who looks. */
export const SUMS_INSIDE: Readonly<Record<string, number>> = {
  // 财政拨款; 当年小计 and 合计 of three lists; three lists balance.
  S1: 9,
  // 总计; 小计 of three funds with amounts.
  S2: 4,
  S3: 1,
  S4: 3,
  // 合计, three 类, three 款.
  S5: 7,
  // 合计, four 类.
  S6: 5,
  S7: 7,
  S8: 5,
  // 合计, 三公小计, 公务用车小计.
  S9: 3,
  S11: 3,
  // 合计, 货物, 工程, 服务.
  S12: 4,
};
