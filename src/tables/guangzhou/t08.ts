import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { UNIT_ROW, totalRow } from "./rowRules";

/** 表8 部门预算基本支出预算表: basic expenditure by unit and category. */
export const T08: TableDefinition = {
  id: "T08",
  label: "表8",
  title: "部门预算基本支出预算表",
  titleVariants: ["基本支出预算表", "部门预算基本支出情况表"],
  header: [
    codes(1, "单位编码", ["unit"]),
    words(2, "name", "支出项目类别(单位名称)", "支出项目类别", "单位名称"),
    amount(3, "总计", "合计"),
    group(
      "财政拨款",
      amount(4, "小计", "合计"),
      amount(5, "一般公共预算"),
      amount(6, "政府性基金预算"),
      amount(7, "国有资本经营预算"),
    ),
    group("财政专户管理资金", amount(8, "小计", "合计"), amount(9, "当年收入安排"), amount(10, "净结余安排")),
    amount(11, "事业收入资金", "事业收入"),
    amount(12, "经营收入资金", "经营收入"),
    amount(13, "其他资金"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
      parents: "position",
      rows: [
        totalRow("合计"),
        { kind: "人员支出", level: 2, names: ["人员支出", "人员经费"] },
        { kind: "公用经费", level: 2, names: ["公用经费", "公用支出"] },
        {
          kind: "对个人和家庭的补助支出",
          level: 2,
          names: ["对个人和家庭的补助支出", "对个人和家庭的补助", "对个人和家庭补助支出"],
        },
        UNIT_ROW,
      ],
    },
  ],
  relations: [
    ...named("T08", "c3 = c4 + c8 + c11 + c12 + c13", "c4 = c5 + c6 + c7", "c8 = c9 + c10"),
    ...under("T08.tree", "[合计] = Σ[>单位]", "[单位] = Σ[>人员支出|公用经费|对个人和家庭的补助支出]"),
  ],
};
