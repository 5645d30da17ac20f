import type { TableDefinition } from "../definition";
import { totalRow } from "../guangzhou/rowRules";
import { amount, group, named, optional, under, words } from "../shorthand";

/** 项目支出表: projects and the funds that pay for them. */
export const N10: TableDefinition = {
  id: "N10",
  label: "项目支出表",
  title: "项目支出表",
  titleVariants: ["项目支出预算表", "部门项目支出表"],
  header: [
    words(1, "name", "项目名称", "项目"),
    amount(2, "合计", "总计"),
    group(
      "财政拨款",
      amount(3, "一般公共预算", "一般公共预算拨款"),
      amount(4, "政府性基金预算", "政府性基金预算拨款"),
      amount(5, "国有资本经营预算", "国有资本经营预算拨款"),
    ),
    optional(amount(6, "财政专户管理资金")),
    optional(amount(7, "单位资金", "其他资金")),
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2, 3, 4, 5, 6, 7],
      parents: "position",
      rows: [totalRow("合计"), { kind: "项目", level: 1 }],
    },
  ],
  relations: [...named("N10", "c2 = c3 + c4 + c5 + c6 + c7"), ...under("N10.tree", "[合计] = Σ[>项目]")],
};
