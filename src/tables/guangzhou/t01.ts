import type { TableDefinition } from "../definition";
import { amount, group, named, words } from "../shorthand";
import { FUNCTIONAL_CLASS_LINES } from "./functionalClasses";
import { line, requiredLine } from "./rowRules";

/** 表1 收支总体情况表: what comes in by kind of income, what goes out by functional class. */
export const T01: TableDefinition = {
  id: "T01",
  label: "表1",
  title: "收支总体情况表",
  titleVariants: ["收支预算总表", "收支总表", "部门收支总体情况表"],
  header: [
    group("收入", words(1, "name", "收入项目", "项目"), amount(2, "年预算", "预算数", "年预算数")),
    group("支出", words(3, "name", "支出项目", "项目"), amount(4, "年预算", "预算数", "年预算数")),
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2],
      parents: "position",
      rows: [
        line("财政拨款", "财政拨款收入"),
        line("一般公共预算", "一般公共预算拨款"),
        line("政府性基金预算", "政府性基金预算拨款"),
        line("国有资本经营预算", "国有资本经营预算拨款"),
        line("财政专户管理资金", "财政专户拨款"),
        line("其他资金"),
        line("事业收入"),
        line("经营收入", "事业单位经营收入"),
        line("其他收入"),
        requiredLine("本年收入合计"),
        line("上级补助收入"),
        line("附属单位上缴收入"),
        line("用事业基金弥补收支总额", "用事业基金弥补收支差额"),
        line("上年预结转", "上年结转"),
        requiredLine("收入总计"),
      ],
    },
    {
      nameColumn: 3,
      amountColumns: [4],
      parents: "position",
      rows: [
        ...FUNCTIONAL_CLASS_LINES,
        requiredLine("本年支出合计"),
        line("对附属单位补助支出"),
        line("上缴上级支出"),
        line("结转下年"),
        requiredLine("支出总计"),
      ],
    },
  ],
  relations: named(
    "T01",
    "[财政拨款] = [一般公共预算] + [政府性基金预算] + [国有资本经营预算]",
    "[其他资金] = [事业收入] + [经营收入] + [其他收入]",
    "[本年收入合计] = [财政拨款] + [财政专户管理资金] + [其他资金]",
    "[收入总计] = [本年收入合计] + [上级补助收入] + [附属单位上缴收入] + [用事业基金弥补收支总额] + [上年预结转]",
    "[本年支出合计] = Σ[功能科目]",
    "[支出总计] = [本年支出合计] + [对附属单位补助支出] + [上缴上级支出] + [结转下年]",
    "[收入总计] = [支出总计]",
  ),
};
