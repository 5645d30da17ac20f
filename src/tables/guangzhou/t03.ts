import type { TableDefinition } from "../definition";
import { amount, codes, named, under, words } from "../shorthand";
import { FUNCTIONAL_TREE, totalRow } from "./rowRules";

/** 表3 支出总体情况表: all expenditure by functional code. */
export const T03: TableDefinition = {
  id: "T03",
  label: "表3",
  title: "支出总体情况表",
  titleVariants: ["支出预算总表", "部门支出总体情况表"],
  header: [
    codes(1, "功能科目编码", ["functional"], { synonyms: ["科目编码"] }),
    words(2, "name", "功能科目名称", "科目名称"),
    amount(3, "合计", "总计"),
    amount(4, "基本支出"),
    amount(5, "项目支出"),
    amount(6, "事业单位经营支出", "经营支出"),
    amount(7, "对附属单位补助支出"),
    amount(8, "上缴上级支出"),
    amount(9, "结转下年"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5, 6, 7, 8, 9],
      parents: "code",
      rows: [totalRow("总计"), ...FUNCTIONAL_TREE],
    },
  ],
  relations: [
    ...named("T03", "c3 = c4 + c5 + c6 + c7 + c8 + c9"),
    ...under("T03.tree", "[总计|类|款] = Σ[>]"),
  ],
};
