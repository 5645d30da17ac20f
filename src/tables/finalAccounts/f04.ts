import type { TableDefinition } from "../definition";
import { line, requiredLine } from "../guangzhou/rowRules";
import { amount, group, named, words } from "../shorthand";
import { BEGINNING_OF_YEAR, CLASS_LINES, END_OF_YEAR } from "./lines";

/** Some print below what was left of the year before of which fund it was, under the names of the income lines. */
const FUNDS = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"];

/** 财政拨款收入支出决算总表: expenditure by class, split over the three funds. */
export const F04: TableDefinition = {
  id: "F04",
  label: "财政拨款决算总表",
  title: "财政拨款收入支出决算总表",
  titleVariants: ["财政拨款收支决算总表"],
  header: [
    group("收入", words(1, "name", "项目", "收入项目"), amount(2, "决算数", "金额", "年决算数")),
    group(
      "支出",
      words(3, "name", "项目", "支出项目"),
      amount(4, "合计", "小计"),
      amount(5, "一般公共预算财政拨款"),
      amount(6, "政府性基金预算财政拨款"),
      amount(7, "国有资本经营预算财政拨款"),
    ),
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2],
      parents: "position",
      rows: [
        ...FUNDS.map((fund) => ({ ...line(fund, `${fund}收入`), isOnce: true })),
        requiredLine("本年收入合计"),
        BEGINNING_OF_YEAR,
        { kind: "其中", level: 2, names: FUNDS },
        requiredLine("收入总计", "总计"),
      ],
    },
    {
      nameColumn: 3,
      amountColumns: [4, 5, 6, 7],
      parents: "position",
      rows: [...CLASS_LINES, requiredLine("本年支出合计"), END_OF_YEAR, requiredLine("支出总计", "总计")],
    },
  ],
  relations: named(
    "F04",
    "[本年收入合计] = Σ[一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款]",
    "[收入总计] = Σ[本年收入合计|年初结转和结余]",
    "[本年支出合计] = Σ[功能科目]",
    "[支出总计] = Σ[本年支出合计|年末结转和结余]",
    "[收入总计].c2 = [支出总计].c4",
    "c4 = c5 + c6 + c7",
  ),
};
