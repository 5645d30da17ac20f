import type { TableDefinition } from "../definition";
import { amount, group, named, words } from "../shorthand";
import { FUNCTIONAL_CLASS_LINES } from "./functionalClasses";
import { line, requiredLine } from "./rowRules";

/** 表4 财政拨款收支总体情况表: the part of 表1 that the treasury pays. */
export const T04: TableDefinition = {
  id: "T04",
  label: "表4",
  title: "财政拨款收支总体情况表",
  titleVariants: ["财政拨款收支预算总表", "财政拨款收支总表"],
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
        line("一般公共预算", "一般公共预算拨款"),
        line("政府性基金预算", "政府性基金预算拨款"),
        line("国有资本经营预算", "国有资本经营预算拨款"),
        requiredLine("本年收入合计"),
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
        line("结转下年"),
        requiredLine("支出总计"),
      ],
    },
  ],
  relations: named(
    "T04",
    "[本年收入合计] = [一般公共预算] + [政府性基金预算] + [国有资本经营预算]",
    "[收入总计] = [本年收入合计] + [上年预结转]",
    "[本年支出合计] = Σ[功能科目]",
    "[支出总计] = [本年支出合计] + [结转下年]",
    "[收入总计] = [支出总计]",
  ),
};
