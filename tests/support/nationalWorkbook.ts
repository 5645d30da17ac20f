import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

const yuan = (value: number): TestCell => ({ value, numberFormat: "#,##0" });
const wan = (value: number): TestCell => ({ value, numberFormat: "#,##0.00" });

/** 类, 款, 项, name, 基本支出, 项目支出 of an invented office; all of it paid from 一般公共预算. */
const ITEMS: readonly (readonly [string, string, string, string, number, number])[] = [
  ["208", "", "", "社会保障和就业支出", 3_600_500, 120_000],
  ["208", "05", "", "行政事业单位养老支出", 3_600_500, 120_000],
  ["208", "05", "01", "行政单位离退休", 1_200_000, 120_000],
  ["208", "05", "05", "机关事业单位基本养老保险缴费支出", 2_400_500, 0],
  ["212", "", "", "城乡社区支出", 20_100_300, 8_765_400],
  ["212", "01", "", "城乡社区管理事务", 20_100_300, 8_765_400],
  ["212", "01", "01", "行政运行", 20_100_300, 0],
  ["212", "01", "04", "城管执法", 0, 8_765_400],
];
const BASIC = 23_700_800;
const PROJECTS = 8_885_400;
const TOTAL = BASIC + PROJECTS;

const TITLE = "2026年部门";
const top = (title: string, unit = "元"): TestCell[][] => [
  [TITLE + title],
  ["编制单位：某某局", "", "", "", `单位：${unit}`],
];

function functional(name: string, title: string, heading: string, hasRows = true): SheetSnapshot {
  const rows = ITEMS.map(([first, second, third, label, basic, project]): TestCell[] => [
    first,
    second,
    third,
    label,
    yuan(basic + project),
    yuan(basic),
    yuan(project),
  ]);
  return sheetOf(name, [
    ...top(title),
    ["项目", "", "", "", heading],
    ["功能分类科目编码", "", "", "功能分类科目名称", "合计", "基本支出", "项目支出"],
    ["类", "款", "项"],
    ...(hasRows ? rows : []),
    ["合计", "", "", "", ...(hasRows ? [yuan(TOTAL), yuan(BASIC), yuan(PROJECTS)] : [])],
  ]);
}

/**
 * The ten tables of the nationwide set for an invented office whose figures agree: codes in three columns, totals last,
 * one fund, amounts in 元 and one table in 万元. The layout is that of published budgets of 2024 to 2026.
 * @param withAllFunds the tables of the other two funds have rows as well: for layouts, the tables no longer agree
 */
export function nationalWorkbook({ withAllFunds = false } = {}): WorkbookSnapshot {
  const income = ITEMS.map(([first, second, third, label, basic, project]): TestCell[] => [
    first,
    second,
    third,
    label,
    yuan(basic + project),
    yuan(basic + project),
  ]);
  const sheets = [
    sheetOf("收支总表", [
      ...top("财务收支预算总表"),
      ["本年收入", "", "本年支出"],
      ["项目", "预算数", "项目", "预算数"],
      ["一、财政拨款收入", yuan(TOTAL), "一、社会保障和就业支出", yuan(3_720_500)],
      ["1. 一般公共预算", yuan(TOTAL), "二、城乡社区支出", yuan(28_865_700)],
      ["2. 政府性基金预算"],
      ["3. 国有资本经营预算"],
      ["二、事业收入"],
      ["收入总计", yuan(TOTAL), "支出总计", yuan(TOTAL)],
    ]),
    sheetOf("收入总表", [
      ...top("收入预算总表"),
      ["项目", "", "", "", "收入预算"],
      [
        "功能分类科目编码",
        "",
        "",
        "功能分类科目名称",
        "合计",
        "财政拨款收入",
        "事业收入",
        "事业单位经营收入",
        "其他收入",
      ],
      ["类", "款", "项"],
      ...income,
      ["合计", "", "", "", yuan(TOTAL), yuan(TOTAL)],
    ]),
    functional("支出总表", "支出预算总表", "支出预算"),
    sheetOf("财政拨款", [
      ...top("财政拨款收支预算总表"),
      ["财政拨款收入", "", "财政拨款支出"],
      ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
      ["一、一般公共预算", yuan(TOTAL), "一、社会保障和就业支出", yuan(3_720_500), yuan(3_720_500)],
      ["二、政府性基金预算", "", "二、城乡社区支出", yuan(28_865_700), yuan(28_865_700)],
      ["三、国有资本经营预算"],
      ["收入总计", yuan(TOTAL), "支出总计", yuan(TOTAL), yuan(TOTAL)],
    ]),
    functional("一般公共预算", "一般公共预算支出功能分类预算表", "一般公共预算支出"),
    functional("政府性基金", "政府性基金预算支出功能分类预算表", "政府性基金预算支出", withAllFunds),
    functional("国有资本", "国有资本经营预算支出功能分类预算表", "国有资本经营预算支出", withAllFunds),
    sheetOf("基本支出", [
      ...top("一般公共预算基本支出部门预算经济分类预算表"),
      ["项目", "", "", "一般公共预算基本支出"],
      ["部门预算经济分类科目编码", "", "经济分类科目名称", "合计", "人员经费", "公用经费"],
      ["类", "款"],
      ["301", "", "工资福利支出", yuan(20_300_500), yuan(20_300_500)],
      ["301", "01", "基本工资", yuan(17_900_000), yuan(17_900_000)],
      ["301", "08", "机关事业单位基本养老保险缴费", yuan(2_400_500), yuan(2_400_500)],
      ["302", "", "商品和服务支出", yuan(3_400_300), "", yuan(3_400_300)],
      ["302", "01", "办公费", yuan(3_400_300), "", yuan(3_400_300)],
      ["合计", "", "", yuan(BASIC), yuan(20_300_500), yuan(3_400_300)],
    ]),
    sheetOf("三公", [
      ...top("“三公”经费和机关运行经费预算表", "万元"),
      ["“三公”经费预算数", "", "", "", "", "", "机关运行经费预算数"],
      ["合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费"],
      ["", "", "", "小计", "购置费", "运行费"],
      [wan(41.16), wan(0), wan(0.46), wan(40.7), wan(18), wan(22.7), wan(340.03)],
    ]),
    sheetOf("项目", [
      ...top("项目支出预算表"),
      ["项目名称", "合计", "财政拨款"],
      ["", "", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
      ["城市管理执法专项经费", yuan(8_765_400), yuan(8_765_400)],
      ["离退休人员活动经费", yuan(120_000), yuan(120_000)],
      ["合计", yuan(PROJECTS), yuan(PROJECTS)],
    ]),
  ];
  return { name: "某某局2026年部门预算.xlsx", sheets };
}
