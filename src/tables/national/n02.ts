import type { TableDefinition } from "../definition";
import { FUNCTIONAL_TREE, totalRow } from "../guangzhou/rowRules";
import { amount, codes, group, named, under, words } from "../shorthand";

/** 部门收入总表: income by functional code, often with the code in three columns 类, 款, 项. */
export const N02: TableDefinition = {
  id: "N02",
  label: "收入总表",
  title: "收入预算总表",
  titleVariants: ["部门收入总表", "单位收入总表", "部门收入预算总表"],
  header: [
    group(
      "项目",
      codes(1, "功能分类科目编码", ["functional"], { synonyms: ["科目编码", "功能科目编码"] }),
      words(2, "name", "功能分类科目名称", "科目名称", "功能科目名称"),
    ),
    group(
      "收入预算",
      amount(3, "合计", "总计"),
      amount(4, "财政拨款收入", "财政拨款"),
      amount(5, "事业收入"),
      amount(6, "事业单位经营收入", "经营收入"),
      amount(7, "其他收入"),
    ),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5, 6, 7],
      parents: "code",
      rows: [totalRow("合计"), ...FUNCTIONAL_TREE],
    },
  ],
  relations: [...named("N02", "c3 = c4 + c5 + c6 + c7"), ...under("N02.tree", "[合计|类|款] = Σ[>]")],
};
