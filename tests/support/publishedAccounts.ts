import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { parseCsv } from "./csv";
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

/**
 * The figures of a published account of 2025, as printed. In 212 and 21201 the 基本支出 of two tables has lost a digit:
 * 1,066.51 for 10,661.51, which three sums prove.
 */
const FOLDER = join(__dirname, "../fixtures/finalAccounts");
const read = (name: string) => parseCsv(readFileSync(join(FOLDER, name), "utf8")).slice(1);

type Line = readonly [code: string, name: string, total: string, basic: string, project: string];
const LINES = read("functional-2025.csv") as unknown as readonly Line[];
const [TOTAL, ...ROWS] = LINES as readonly [Line, ...Line[]];
const ECONOMIC = read("economic-2025.csv");

/** The cells that were printed wrong, by sheet and code, and what stands and should stand there. */
export const LOST_DIGIT = {
  cells: [
    ["支出", "212"],
    ["支出", "21201"],
    ["一般公共预算", "212"],
    ["一般公共预算", "21201"],
  ],
  printed: "1066.51",
  right: "10661.51",
} as const;

const CLASSES: readonly string[] = [
  "一般公共服务支出",
  "外交支出",
  "国防支出",
  "公共安全支出",
  "教育支出",
  "科学技术支出",
  "文化旅游体育与传媒支出",
  "社会保障和就业支出",
  "卫生健康支出",
  "节能环保支出",
  "城乡社区支出",
  "农林水支出",
  "交通运输支出",
  "资源勘探工业信息等支出",
  "商业服务业等支出",
  "金融支出",
  "援助其他地区支出",
  "自然资源海洋气象等支出",
  "住房保障支出",
  "粮油物资储备支出",
  "国有资本经营预算支出",
  "灾害防治及应急管理支出",
  "其他支出",
  "抗疫特别国债安排的支出",
];
const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const numeral = (place: number) =>
  place < 10 ? DIGITS[place] : `${place < 20 ? "" : DIGITS[Math.floor(place / 10)]}十${DIGITS[place % 10]}`;

/** How the amounts stand in the cells: as numbers with two digits, or as the texts of a printed page. */
export type Kept = "numbers" | "texts";

/** The tables of the account in the form in which it was published. */
export function publishedAccounts(kept: Kept = "numbers"): WorkbookSnapshot {
  const amount = (text: string | undefined): TestCell => {
    if (text === undefined || text === "") return undefined;
    if (kept === "numbers") return { value: Number(text), numberFormat: "#,##0.00" };
    return text.replace(/\B(?=(\d{3})+\.)/g, ",");
  };
  const lines = CLASSES.map((name, index): { label: string; total: TestCell } => ({
    label: `${numeral(index + 1)}、${name}`,
    total: amount(ROWS.find(([code, own]) => code.length === 3 && own === name)?.[2]),
  }));
  const income = [
    "一般公共预算财政拨款收入",
    "政府性基金预算财政拨款收入",
    "国有资本经营预算财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
  ].map((name, index) => `${numeral(index + 1)}、${name}`);
  const total = amount(TOTAL[2]);
  const [, , , basic, project] = TOTAL;
  const spent = ([code, name, all, own, rest]: Line): TestCell[] => [
    code,
    name,
    amount(all),
    amount(own),
    amount(rest),
  ];
  const sheets: SheetSnapshot[] = [
    sheetOf("收支决算", [
      ...top("收入支出决算总表"),
      ["收入", "", "支出"],
      ["项目", "决算数", "项目", "决算数"],
      ...lines.map((line, index): TestCell[] => [
        income[index],
        index === 0 ? total : undefined,
        line.label,
        line.total,
      ]),
      ["本年收入合计", total, "本年支出合计", total],
      ["使用非财政拨款结余", "", "结余分配"],
      ["年初结转和结余", "", "年末结转和结余"],
      ["总计", total, "总计", total],
    ]),
    sheetOf("收入", [
      ...top("收入决算表"),
      ...INCOME_HEADING,
      ["合计", "", total, total],
      ...ROWS.map(([code, name, all]): TestCell[] => [code, name, amount(all), amount(all)]),
    ]),
    sheetOf("支出", [
      ...top("支出决算表"),
      ...SPENDING_HEADING,
      ["合计", "", total, amount(basic), amount(project)],
      ...ROWS.map(spent),
    ]),
    sheetOf("财政拨款", [
      ...top("财政拨款收入支出决算总表"),
      ...FUNDS_HEADING,
      ...lines.map((line, index): TestCell[] => [
        index < 3 ? income[index]?.replace(/收入$/, "") : undefined,
        index === 0 ? total : undefined,
        line.label,
        line.total,
        line.total,
      ]),
      ["本年收入合计", total, "本年支出合计", total, total],
      ["年初财政拨款结转和结余", "", "年末财政拨款结转和结余"],
      ["总计", total, "总计", total, total],
    ]),
    sheetOf("一般公共预算", [
      ...top("一般公共预算财政拨款支出决算表"),
      ...codesHeading("合计", "基本支出", "项目支出"),
      ...ROWS.map(spent),
      ["合计", "", total, amount(basic), amount(project)],
    ]),
    basicTable(top("一般公共预算财政拨款基本支出决算表"), amount),
    sheetOf("三公", [
      ...top("财政拨款“三公”经费支出决算表"),
      ...THREE_PUBLIC_HEADING,
      ["53.93", "37.35", "", "", "52.40", "37.35", "25.00", "25.00", "27.40", "12.35", "1.53", "0.00"].map(
        amount,
      ),
    ]),
  ];
  return { name: "某某街道2025年度部门决算.xlsx", sheets };
}

/** Persons (301, 303) on the left, the running of the office (302, 310) on the right, a total below each. */
function basicTable(top: TestCell[][], amount: (text: string | undefined) => TestCell): SheetSnapshot {
  const of = (...classes: string[]) =>
    ECONOMIC.filter(([code = ""]) => classes.some((one) => code.startsWith(one)));
  const [left, right] = [of("301", "303"), of("302", "310")];
  const cells = (row: readonly string[] | undefined): TestCell[] =>
    row ? [row[0], row[1], amount(row[2])] : ["", "", undefined];
  return sheetOf("基本支出", [
    ...top,
    ["经济分类科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数"],
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
      ...cells(left[index]),
      ...cells(right[index]),
    ]),
    ["人员经费合计", "", amount("12010.40"), "公用经费合计", "", amount("2195.60")],
  ]);
}
