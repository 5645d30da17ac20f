import type { TableDefinition } from "../definition";
import { FUNCTIONAL_CLASS_LINES } from "../guangzhou/functionalClasses";
import { line, requiredLine } from "../guangzhou/rowRules";
import { amount, group, named, words } from "../shorthand";
import { FUNDS_LEFT, FUNDS_OF_YEAR, OTHER_EXPENDITURE_LINES } from "./incomeLines";

/** 财政拨款收支总表: expenditure by class, split over the three funds. */
export const N04: TableDefinition = {
  id: "N04",
  label: "财政拨款收支总表",
  title: "财政拨款收支预算总表",
  titleVariants: ["财政拨款收支总表", "部门财政拨款收支总表"],
  header: [
    {
      label: "财政拨款收入",
      synonyms: ["收入"],
      children: [words(1, "name", "项目", "收入项目"), amount(2, "预算数", "年预算", "年预算数", "金额")],
    },
    {
      ...group(
        "财政拨款支出",
        words(3, "name", "项目", "支出项目"),
        amount(4, "合计", "小计"),
        amount(5, "一般公共预算", "一般公共预算财政拨款"),
        amount(6, "政府性基金预算", "政府性基金预算财政拨款"),
        amount(7, "国有资本经营预算", "国有资本经营预算财政拨款"),
      ),
      synonyms: ["支出"],
    },
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2],
      parents: "position",
      rows: [
        ...FUNDS_OF_YEAR,
        FUNDS_LEFT,
        line("本年收入合计", "本年收入"),
        line("上年结转", "上年结转结余", "年初财政拨款结转和结余"),
        requiredLine("收入总计", "总计", "合计"),
      ],
    },
    {
      nameColumn: 3,
      amountColumns: [4, 5, 6, 7],
      parents: "position",
      rows: [
        ...FUNCTIONAL_CLASS_LINES,
        ...OTHER_EXPENDITURE_LINES,
        line("本年支出合计", "本年支出"),
        requiredLine("支出总计", "总计", "合计"),
      ],
    },
  ],
  relations: named(
    "N04",
    "[收入总计] = Σ[一般公共预算|政府性基金预算|国有资本经营预算|上年结转]",
    "[本年收入合计] = [收入总计] - Σ[上年结转]",
    "[上年结转] = Σ[>结转资金]",
    "[本年支出合计] = [支出总计] - Σ[结转下年]",
    "[支出总计] = Σ[功能科目|结转下年]",
    "[收入总计].c2 = [支出总计].c4",
    "c4 = c5 + c6 + c7",
  ),
};
