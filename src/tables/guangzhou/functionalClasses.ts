import type { RowRule } from "../definition";

/**
 * The 22 class lines of the two statements (T01, T04), numbered 一 to 二十二: code and the names they have had.
 * Source: 2020年政府收支分类科目; the 2019 names are those of 2019年政府收支分类科目 (207, 210, 215, 220).
 */
const CLASSES: readonly (readonly [code: string, ...names: string[]])[] = [
  ["201", "一般公共服务支出"],
  ["202", "外交支出"],
  ["203", "国防支出"],
  ["204", "公共安全支出"],
  ["205", "教育支出"],
  ["206", "科学技术支出"],
  ["207", "文化旅游体育与传媒支出", "文化体育与传媒支出"],
  ["208", "社会保障和就业支出"],
  ["210", "卫生健康支出", "医疗卫生与计划生育支出"],
  ["211", "节能环保支出"],
  ["212", "城乡社区支出"],
  ["213", "农林水支出"],
  ["214", "交通运输支出"],
  ["215", "资源勘探工业信息等支出", "资源勘探信息等支出"],
  ["216", "商业服务业等支出"],
  ["217", "金融支出"],
  ["219", "援助其他地区支出"],
  ["220", "自然资源海洋气象等支出", "国土海洋气象等支出"],
  ["221", "住房保障支出"],
  ["222", "粮油物资储备支出"],
  ["224", "灾害防治及应急管理支出"],
  ["229", "其他支出"],
];

/** Row rules for the class lines: all of kind 功能科目, each standing for its class code. */
export const FUNCTIONAL_CLASS_LINES: readonly RowRule[] = CLASSES.map(([code, ...names]) => ({
  kind: "功能科目",
  level: 1,
  names,
  standsFor: code,
}));
