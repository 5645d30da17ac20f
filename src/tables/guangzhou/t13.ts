import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { UNIT_ROW, totalRow } from "./rowRules";

/** 表13 政府采购预算表: goods (A), works (B) and services (C), again by unit, kind of expenditure and item. */
export const T13: TableDefinition = {
  id: "T13",
  label: "表13",
  title: "政府采购预算表",
  titleVariants: ["政府采购预算情况表"],
  header: [
    codes(1, "单位编码", ["unit"]),
    words(2, "name", "单位名称(支出项目名称)", "单位名称"),
    group(
      "政府采购项目",
      words(3, "text", "政府采购项目名称", "项目名称"),
      codes(4, "政府采购品目名称", ["procurement"], { withName: true, synonyms: ["品目名称"] }),
      codes(5, "政府采购品目编号", ["procurement"], { synonyms: ["品目编号", "品目编码"] }),
    ),
    words(6, "text", "数量"),
    words(7, "text", "计量单位"),
    amount(8, "总计", "合计"),
    group(
      "财政拨款",
      amount(9, "合计", "小计"),
      amount(10, "一般公共预算"),
      amount(11, "政府性基金预算"),
      amount(12, "国有资本经营预算", "国有资本经营"),
    ),
    amount(13, "财政专户管理资金"),
    amount(14, "其他资金"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [8, 9, 10, 11, 12, 13, 14],
      parents: "position",
      rows: [
        totalRow("合计"),
        { kind: "货物类", level: 2, names: ["货物类", "货物"] },
        { kind: "工程类", level: 2, names: ["工程类", "工程"] },
        { kind: "服务类", level: 2, names: ["服务类", "服务"] },
        { kind: "基本支出", level: 2, names: ["基本支出"] },
        { kind: "项目支出", level: 2, names: ["项目支出"] },
        { kind: "品目", level: 3, filled: [4, 5], codeColumns: [5, 4] },
        UNIT_ROW,
      ],
    },
  ],
  relations: [
    ...named("T13", "c8 = c9 + c13 + c14", "c9 = c10 + c11 + c12"),
    ...named("T13", "[货物类] = Σ[品目:A]", "[工程类] = Σ[品目:B]", "[服务类] = Σ[品目:C]"),
    ...under(
      "T13.tree",
      "[合计] = Σ[>货物类|工程类|服务类]",
      "[合计] = Σ[>单位]",
      "[单位] = Σ[>基本支出|项目支出]",
      "[单位|基本支出|项目支出] = Σ[>品目]",
    ),
  ],
};
