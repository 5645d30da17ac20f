import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { FUNCTIONAL_TREE, UNIT_ROW, totalRow } from "./rowRules";

/** 表2 收入总体情况表: income by source for each functional code, optionally under unit rows. */
export const T02: TableDefinition = {
  id: "T02",
  label: "表2",
  title: "收入总体情况表",
  titleVariants: ["收入预算总表", "部门收入总体情况表"],
  header: [
    codes(1, "功能科目编码(单位编码)", ["functional", "unit"], { synonyms: ["功能科目编码", "科目编码"] }),
    words(2, "name", "功能科目名称(单位名称)", "功能科目名称", "科目名称"),
    amount(3, "总计", "合计"),
    group(
      "本年收入",
      amount(4, "合计"),
      group(
        "财政拨款",
        amount(5, "小计"),
        amount(6, "一般公共预算"),
        amount(7, "政府性基金预算"),
        amount(8, "国有资本经营预算"),
      ),
      group("财政专户拨款", amount(9, "小计"), amount(10, "教育收费"), amount(11, "其他财政拨款收入")),
      group(
        "其他资金",
        amount(12, "小计"),
        amount(13, "事业收入"),
        amount(14, "事业单位经营收入", "经营收入"),
        amount(15, "其他收入"),
      ),
    ),
    amount(16, "上级补助收入"),
    amount(17, "附属单位上缴收入"),
    amount(18, "用事业基金弥补收支总额", "用事业基金弥补收支差额"),
    amount(19, "上年预结转", "上年结转"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      parents: "code",
      rows: [totalRow("总计"), ...FUNCTIONAL_TREE, UNIT_ROW],
    },
  ],
  relations: [
    ...named(
      "T02",
      "c3 = c4 + c16 + c17 + c18 + c19",
      "c4 = c5 + c9 + c12",
      "c5 = c6 + c7 + c8",
      "c9 = c10 + c11",
      "c12 = c13 + c14 + c15",
    ),
    ...under("T02.tree", "[总计|单位|类|款] = Σ[>]"),
  ],
};
