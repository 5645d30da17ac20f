import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { UNIT_ROW, totalRow } from "./rowRules";

/** 表10 部门预算项目支出预算表: projects under their unit; a project row carries a 7-digit functional code. */
export const T10: TableDefinition = {
  id: "T10",
  label: "表10",
  title: "部门预算项目支出预算表",
  titleVariants: ["项目支出预算表", "部门预算项目支出情况表"],
  header: [
    codes(1, "单位编码", ["functional", "unit"], { synonyms: ["单位编码(科目编码)"] }),
    words(2, "name", "项目名称(项目类别)", "项目名称", "单位名称(项目名称)"),
    amount(3, "总计", "合计"),
    group(
      "财政拨款",
      amount(4, "合计", "小计"),
      amount(5, "一般公共预算"),
      amount(6, "政府性基金预算"),
      amount(7, "国有资本经营预算"),
    ),
    amount(8, "财政专户管理资金"),
    amount(9, "事业收入资金", "事业收入"),
    amount(10, "经营收入资金", "经营收入"),
    amount(11, "其他资金"),
    amount(12, "上年预结转", "上年结转"),
    words(13, "text", "项目内容"),
    words(14, "text", "绩效目标"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      parents: "position",
      rows: [totalRow("合计"), UNIT_ROW, { kind: "项目", level: 2, code: /^2\d{6}$/, digits: [7] }],
    },
  ],
  relations: [
    ...named("T10", "c3 = c4 + c8 + c9 + c10 + c11 + c12", "c4 = c5 + c6 + c7"),
    ...under("T10.tree", "[合计] = Σ[>单位]", "[单位] = Σ[>项目]"),
  ],
};
