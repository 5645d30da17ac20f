import type { TableDefinition } from "../definition";
import { amount, codes, group, words } from "../shorthand";
import { FUNCTIONAL_EXPENDITURE_SIDE, functionalExpenditureRelations } from "./functionalExpenditure";

/** 表6 一般公共预算支出预算表（按功能分类科目）. */
export const T06: TableDefinition = {
  id: "T06",
  label: "表6",
  title: "一般公共预算支出预算表（按功能分类科目）",
  titleVariants: ["一般公共预算支出预算表", "一般公共预算支出情况表（按功能分类科目）"],
  header: [
    group(
      "功能分类科目",
      codes(1, "科目编码", ["functional"], { synonyms: ["功能科目编码"] }),
      words(2, "name", "科目名称", "功能科目名称"),
    ),
    group(
      "一般公共预算支出",
      amount(3, "总计", "合计"),
      amount(4, "基本支出"),
      group(
        "项目支出",
        amount(5, "小计"),
        amount(6, "部门项目支出"),
        amount(7, "财政专项资金(本级支出)", "财政专项资金"),
      ),
    ),
  ],
  sides: [FUNCTIONAL_EXPENDITURE_SIDE],
  relations: functionalExpenditureRelations("T06"),
};
