import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import {
  codesHeading,
  FUNDS_HEADING,
  INCOME_HEADING,
  SPENDING_HEADING,
  THREE_PUBLIC_HEADING,
  top,
} from "./accountHeadings";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

/** Figures in 分, so that totals are sums and no rounding comes in. */
const wan = (cents: number): TestCell =>
  cents === 0 ? undefined : { value: cents / 100, numberFormat: "#,##0.00" };

/**
 * Code, name, 基本支出, 项目支出 in 分 of 万元. 212 and its rows are those of a published account of 2025; in print its
 * 基本支出 had lost a digit (1,066.51 for 10,661.51).
 */
const ITEMS: readonly (readonly [code: string, name: string, basic: number, project: number])[] = [
  ["2080505", "机关事业单位基本养老保险缴费支出", 50_439, 0],
  ["2080506", "机关事业单位职业年金缴费支出", 25_714, 0],
  ["2120101", "行政运行", 169_005, 2_500],
  ["2120102", "一般行政管理事务", 0, 134_264],
  ["2120104", "城管执法", 128_935, 0],
  ["2120199", "其他城乡社区管理事务支出", 768_211, 0],
  ["2120399", "其他城乡社区公共设施支出", 0, 61_512],
  ["2120501", "城乡社区环境卫生", 0, 85_435],
  ["2210201", "住房公积金", 43_493, 0],
];
const PARENTS: Readonly<Record<string, string>> = {
  "208": "社会保障和就业支出",
  "20805": "行政事业单位养老支出",
  "212": "城乡社区支出",
  "21201": "城乡社区管理事务",
  "21203": "城乡社区公共设施",
  "21205": "城乡社区环境卫生",
  "221": "住房保障支出",
  "22102": "住房改革支出",
};

const sum = (prefix: string, column: 2 | 3) =>
  ITEMS.filter(([code]) => code.startsWith(prefix)).reduce((all, item) => all + item[column], 0);
const BASIC = sum("", 2);
const PROJECTS = sum("", 3);
const TOTAL = BASIC + PROJECTS;

/** Rows of codes with their parents in order: code, name, 基本支出, 项目支出. */
const ROWS = [
  ...Object.entries(PARENTS).map(([code, name]) => [code, name, sum(code, 2), sum(code, 3)] as const),
  ...ITEMS,
].sort(([a], [b]) => (a < b ? -1 : 1));

const CLASSES = ROWS.filter(([code]) => code.length === 3);
const CLASS_LINES = CLASSES.map(([, name, basic, project], index): TestCell[] => [
  `${"一二三"[index] ?? ""}、${name}`,
  wan(basic + project),
]);

/**
 * The tables of an office's final accounts whose figures agree, in the form in which departments publish them.
 * @param withAllFunds the tables of the other two funds as well: for layouts, the tables no longer agree
 */
export function finalAccounts({ withAllFunds = false } = {}): WorkbookSnapshot {
  const [first = [], second = [], third = []] = CLASS_LINES;
  const fund = ([name, amount]: readonly TestCell[]): TestCell[] => [name, amount, amount];
  const sheets: SheetSnapshot[] = [
    sheetOf("收支决算", [
      ...top("收入支出决算总表"),
      ["收入", "", "支出"],
      ["项目", "决算数", "项目", "决算数"],
      ["一、一般公共预算财政拨款收入", wan(TOTAL), ...first],
      ["二、政府性基金预算财政拨款收入", "", ...second],
      ["三、国有资本经营预算财政拨款收入", "", ...third],
      ["八、其他收入"],
      ["本年收入合计", wan(TOTAL), "本年支出合计", wan(TOTAL)],
      ["使用非财政拨款结余", "", "结余分配"],
      ["年初结转和结余", wan(1_250), "年末结转和结余", wan(1_250)],
      ["总计", wan(TOTAL + 1_250), "总计", wan(TOTAL + 1_250)],
    ]),
    sheetOf("收入", [
      ...top("收入决算表"),
      ...INCOME_HEADING,
      ["合计", "", wan(TOTAL), wan(TOTAL)],
      ...ROWS.map(([code, name, basic, project]): TestCell[] => [
        code,
        name,
        wan(basic + project),
        wan(basic + project),
      ]),
    ]),
    sheetOf("支出", [
      ...top("支出决算表"),
      ...SPENDING_HEADING,
      ["合计", "", wan(TOTAL), wan(BASIC), wan(PROJECTS)],
      ...ROWS.map(([code, name, basic, project]): TestCell[] => [
        code,
        name,
        wan(basic + project),
        wan(basic),
        wan(project),
      ]),
    ]),
    sheetOf("财政拨款", [
      ...top("财政拨款收入支出决算总表"),
      ...FUNDS_HEADING,
      ["一、一般公共预算财政拨款", wan(TOTAL), ...fund(first)],
      ["二、政府性基金预算财政拨款", "", ...fund(second)],
      ["三、国有资本经营预算财政拨款", "", ...fund(third)],
      ["本年收入合计", wan(TOTAL), "本年支出合计", wan(TOTAL), wan(TOTAL)],
      ["年初财政拨款结转和结余", wan(1_250), "年末财政拨款结转和结余", wan(1_250), wan(1_250)],
      ["一、一般公共预算财政拨款", wan(1_250)],
      ["总计", wan(TOTAL + 1_250), "总计", wan(TOTAL + 1_250), wan(TOTAL + 1_250)],
    ]),
    sheetOf("一般公共预算", [
      ...top("一般公共预算财政拨款支出决算表"),
      ...codesHeading("合计", "基本支出", "项目支出"),
      ...ROWS.map(([code, name, basic, project]): TestCell[] => [
        code,
        name,
        wan(basic + project),
        wan(basic),
        wan(project),
      ]),
      ["合计", "", wan(TOTAL), wan(BASIC), wan(PROJECTS)],
    ]),
    basicTable(),
    sheetOf("三公", [
      ...top("财政拨款“三公”经费支出决算表"),
      ...THREE_PUBLIC_HEADING,
      [5393, 3735, 0, 0, 5240, 3735, 2500, 2500, 2740, 1235, 153, 0].map(wan),
    ]),
  ];
  if (withAllFunds) sheets.push(fundTable(), capitalTable());
  return { name: "某某街道2025年度部门决算.xlsx", sheets };
}

/** What was left, came in and was spent of the funds, under two rows of headings. */
function fundTable(): SheetSnapshot {
  const line = (code: string, name: string, basic: number, project: number, left = 0): TestCell[] => [
    code,
    name,
    wan(left),
    wan(basic + project),
    wan(basic + project),
    wan(basic),
    wan(project),
    wan(left),
  ];
  return sheetOf("基金", [
    ...top("政府性基金预算财政拨款收入支出决算表"),
    ["项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
    ["功能分类科目编码", "科目名称", "", "", "小计", "基本支出", "项目支出"],
    line("合计", "", 357_120, 40_050, 12_000),
    line("212", "城乡社区支出", 313_520, 40_050, 12_000),
    line("21208", "国有土地使用权出让收入安排的支出", 313_520, 40_050, 12_000),
    line("2120803", "城市建设支出", 213_520, 40_050),
    line("2120899", "其他国有土地使用权出让收入安排的支出", 100_000, 0, 12_000),
    line("229", "其他支出", 0, 43_600),
    line("22960", "彩票公益金安排的支出", 0, 43_600),
    line("2296002", "用于社会福利的彩票公益金支出", 0, 31_100),
    line("2296003", "用于体育事业的彩票公益金支出", 0, 12_500),
  ]);
}

/** What was spent of the budget of state capital. */
function capitalTable(): SheetSnapshot {
  const line = (code: string, name: string, basic: number, project: number): TestCell[] => [
    code,
    name,
    wan(basic + project),
    wan(basic),
    wan(project),
  ];
  return sheetOf("国资", [
    ...top("国有资本经营预算财政拨款支出决算表"),
    ...codesHeading("合计", "基本支出", "项目支出"),
    line("223", "国有资本经营预算支出", 2_150, 88_400),
    line("22301", "解决历史遗留问题及改革成本支出", 2_150, 30_400),
    line("2230105", "国有企业退休人员社会化管理补助支出", 2_150, 20_000),
    line("2230199", "其他解决历史遗留问题及改革成本支出", 0, 10_400),
    line("22399", "其他国有资本经营预算支出", 0, 58_000),
    line("2239999", "其他国有资本经营预算支出", 0, 58_000),
    line("合计", "", 2_150, 88_400),
  ]);
}

/** Persons on the left, the running of the office on the right, a total below each. */
function basicTable(): SheetSnapshot {
  const running = 219_560;
  const persons = BASIC - running;
  const retired = 37_543;
  const wages = persons - retired;
  const listed = 76_818 + 50_438 + 25_714 + 43_493;
  return sheetOf("基本支出", [
    ...top("一般公共预算财政拨款基本支出决算表"),
    ["经济分类科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数"],
    ["301", "工资福利支出", wan(wages), "302", "商品和服务支出", wan(running)],
    ["30101", "基本工资", wan(76_818), "30201", "办公费", wan(running)],
    ["30108", "机关事业单位基本养老保险缴费", wan(50_438), "310", "资本性支出"],
    ["30109", "职业年金缴费", wan(25_714), "31002", "办公设备购置"],
    ["30113", "住房公积金", wan(43_493)],
    ["30199", "其他工资福利支出", wan(wages - listed)],
    ["303", "对个人和家庭的补助", wan(retired)],
    ["30302", "退休费", wan(retired)],
    ["人员经费合计", "", wan(persons), "公用经费合计", "", wan(running)],
  ]);
}
