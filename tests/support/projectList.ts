import { Decimal } from "../../src/amounts/decimal";
import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { Chooser, randomFrom } from "./random";
import { sheetOf, workbookOf } from "./sheet";
import type { TestCell } from "./sheet";

/** A row of an invented list, as the platform exports it. */
export interface InventedRow {
  readonly unit: readonly [code: string, name: string];
  readonly project: string;
  readonly functional: string;
  readonly department: string;
  readonly government: string;
  readonly fund: string;
  readonly kind: string;
  readonly item: string;
  readonly service: string;
  /** 元 */
  readonly amount: string;
}

const UNITS: InventedRow["unit"][] = [
  ["156001", "广州市白云区政务服务数据管理局"],
  ["156004", "广州市白云区政务信息中心"],
  ["156005", "广州市白云区政务服务中心"],
];

/** Functional codes of the 2020 budget that the seed prints. */
const BASIC = ["2010301 行政运行", "2080505 机关事业单位基本养老保险缴费支出", "2210201 住房公积金"];
const PROJECT = [
  "2010399 其他政府办公厅（室）及相关机构事务支出",
  "2060599 其他科技条件与服务支出",
  "2069999 其他科学技术支出",
];
const PAIRS: readonly (readonly [string, string])[] = [
  ["30101 基本工资", "50101 工资奖金津补贴"],
  ["30102 津贴补贴", "50101 工资奖金津补贴"],
  ["30108 机关事业单位基本养老保险缴费", "50102 社会保障缴费"],
  ["30113 住房公积金", "50103 住房公积金"],
  ["30201 办公费", "50201 办公经费"],
  ["30217 公务接待费", "50206 公务接待费"],
  ["30302 退休费", "50905 离退休费"],
];
const FUNDS = [
  "一般公共预算",
  "一般公共预算",
  "一般公共预算",
  "政府性基金预算",
  "财政专户管理资金",
  "其他资金",
];
const ITEMS = ["A020523 制冷空调设备", "C0202 信息系统集成实施服务", "C1204 物业管理服务", "B0605 装修工程"];
const SERVICES = ["E1204 其他后勤管理服务", "A1703 系统运维管理"];

/** A list of invented rows of 基本支出 and 项目支出; the same seed gives the same. */
export function inventedList(count: number, seed: number, cents = true): InventedRow[] {
  const chooser = new Chooser(randomFrom(seed));
  const next = (end: number) => chooser.below(end);
  const pick = <T>(list: readonly T[]): T => chooser.pick(list);
  return Array.from({ length: count }, (_, index) => {
    const isBasic = next(10) < 4;
    const [department, government] = pick(PAIRS);
    const isPurchase = !isBasic && next(4) === 0;
    const isService = !isBasic && next(6) === 0;
    return {
      unit: pick(UNITS),
      project: isBasic ? "" : `项目${(index % 40) + 1}经费`,
      functional: pick(isBasic ? BASIC : PROJECT),
      department,
      government,
      fund: isBasic ? "一般公共预算" : pick(FUNDS),
      kind: isBasic ? "基本支出" : "项目支出",
      item: isPurchase ? pick(ITEMS) : "",
      service: isService ? pick(SERVICES) : "",
      amount: cents ? `${next(3_000_000) + 1}.${next(10)}${next(10)}` : `${(next(30_000) + 1) * 100}`,
    };
  });
}

export const PLATFORM_HEADING = [
  ...["序号", "预算单位编码", "预算单位名称", "项目名称", "支出功能分类科目", "部门预算支出经济分类"],
  ...[
    "政府预算支出经济分类",
    "资金性质",
    "支出类别",
    "是否政府采购",
    "采购品目",
    "是否政府购买服务",
    "政府购买服务目录",
  ],
  "预算金额（元）",
];

/** A row as the platform writes it. */
export function platformRow(row: InventedRow, index: number): TestCell[] {
  const [code, name] = row.unit;
  return [
    ...[
      index + 1,
      code,
      name,
      row.project,
      row.functional,
      row.department,
      row.government,
      row.fund,
      row.kind,
    ],
    ...[row.item === "" ? "否" : "是", row.item, row.service === "" ? "否" : "是", row.service],
    Number(row.amount),
  ];
}

/** The list as a workbook: a title, a heading, the rows. */
export function listWorkbook(rows: readonly InventedRow[]): WorkbookSnapshot {
  return workbookOf(
    sheetOf("项目清单", [["2020年部门预算项目清单"], PLATFORM_HEADING, ...rows.map(platformRow)]),
  );
}

/** The sum of the rows that a test holds for, in 元. */
export function sumOf(
  rows: readonly InventedRow[],
  holds: (row: InventedRow) => boolean = () => true,
): Decimal {
  return rows.filter(holds).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}

/** A cell with a formula and its value. */
export function formulaCell(formula: string, value: number): Cell {
  return { formula, value, numberFormat: "#,##0.00" };
}
