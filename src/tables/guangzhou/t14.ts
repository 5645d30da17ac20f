import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { UNIT_ROW, totalRow } from "./rowRules";

/** 表14 政府购买服务预算表: purchased services by unit and item. */
export const T14: TableDefinition = {
  id: "T14",
  label: "表14",
  title: "政府购买服务预算表",
  titleVariants: ["政府购买服务预算情况表"],
  header: [
    codes(1, "单位编码", ["unit"]),
    words(2, "name", "单位名称(支出项目名称)", "单位名称"),
    group(
      "政府购买服务项目",
      codes(3, "一级目录", ["purchasedService"], { withName: true }),
      codes(4, "二级目录", ["purchasedService"], { withName: true }),
      codes(5, "三级目录", ["purchasedService"], { withName: true }),
    ),
    words(6, "text", "购买方式"),
    amount(7, "总计", "合计"),
    group(
      "财政拨款",
      amount(8, "合计", "小计"),
      amount(9, "一般公共预算"),
      amount(10, "政府性基金预算"),
      amount(11, "国有资本经营", "国有资本经营预算"),
    ),
    amount(12, "财政专户管理资金"),
    amount(13, "其他资金"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [7, 8, 9, 10, 11, 12, 13],
      parents: "position",
      rows: [
        totalRow("合计"),
        { kind: "基本支出", level: 2, names: ["基本支出"] },
        { kind: "项目支出", level: 2, names: ["项目支出"] },
        { kind: "服务项目", level: 3, filled: [3, 4, 5], codeColumns: [5, 4, 3] },
        UNIT_ROW,
      ],
    },
  ],
  relations: [
    ...named("T14", "c7 = c8 + c12 + c13", "c8 = c9 + c10 + c11"),
    ...under(
      "T14.tree",
      "[合计|单位] = Σ[>基本支出|项目支出]",
      "[合计] = Σ[>单位]",
      "[单位|基本支出|项目支出] = Σ[>服务项目]",
    ),
  ],
};
