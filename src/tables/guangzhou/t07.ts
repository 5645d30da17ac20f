import type { TableDefinition } from "../definition";
import { amount, codes, group, words } from "../shorthand";
import { FUNCTIONAL_EXPENDITURE_SIDE, functionalExpenditureRelations } from "./functionalExpenditure";

/** 表7 政府性基金预算支出情况表; often only 合计 = 0, with a note that there is none. */
export const T07: TableDefinition = {
  id: "T07",
  label: "表7",
  title: "政府性基金预算支出情况表",
  titleVariants: ["政府性基金预算支出预算表", "政府性基金预算支出预算表（按功能分类科目）"],
  header: [
    codes(1, "支出功能科目编码", ["functional"], { synonyms: ["功能科目编码", "科目编码"] }),
    words(2, "name", "支出功能科目", "支出功能科目名称", "功能科目名称", "科目名称"),
    amount(3, "总计", "合计"),
    amount(4, "基本支出"),
    group(
      "项目支出",
      amount(5, "小计"),
      amount(6, "部门项目支出"),
      amount(7, "财政专项资金(本级支出)", "财政专项资金"),
    ),
  ],
  sides: [FUNCTIONAL_EXPENDITURE_SIDE],
  relations: functionalExpenditureRelations("T07"),
};
