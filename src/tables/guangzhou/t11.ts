import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { UNIT_ROW, totalRow } from "./rowRules";

/** 表11 部门预算转移支付项目预算表: transfers, also split over the eleven districts. */
export const T11: TableDefinition = {
  id: "T11",
  label: "表11",
  title: "部门预算转移支付项目预算表",
  titleVariants: ["转移支付项目预算表"],
  header: [
    codes(1, "单位编码", ["functional", "unit"]),
    words(2, "name", "单位名称(项目名称)", "单位名称", "项目名称"),
    amount(3, "总计", "合计"),
    amount(4, "一般公共预算"),
    amount(5, "政府性基金预算"),
    amount(6, "国有资本经营预算"),
    amount(7, "其他资金"),
    amount(8, "上年预结转", "上年结转"),
    group(
      "其中",
      ...[
        "越秀",
        "海珠",
        "荔湾",
        "天河",
        "白云",
        "黄埔",
        "南沙",
        "花都",
        "番禺",
        "从化",
        "增城",
        "待分配",
      ].map((district, index) => amount(9 + index, district, `${district}区`)),
    ),
    words(21, "text", "绩效目标"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
      parents: "position",
      rows: [totalRow("合计"), UNIT_ROW, { kind: "项目", level: 2 }],
    },
  ],
  relations: [
    ...named(
      "T11",
      "c3 = c4 + c5 + c6 + c7 + c8",
      "c3 = c9 + c10 + c11 + c12 + c13 + c14 + c15 + c16 + c17 + c18 + c19 + c20",
    ),
    ...under("T11.tree", "[合计] = Σ[>单位]", "[单位] = Σ[>项目]"),
  ],
};
