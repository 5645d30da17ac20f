import type { TableDefinition } from "../definition";
import { amount, codes, group, named, under, words } from "../shorthand";
import { UNIT_ROW, totalRow } from "./rowRules";

/** 表5 非税收入预算表: non-tax income by unit and source of funds. */
export const T05: TableDefinition = {
  id: "T05",
  label: "表5",
  title: "非税收入预算表",
  titleVariants: ["非税收入预算情况表"],
  header: [
    codes(1, "单位编码", ["unit"]),
    words(2, "name", "单位名称(资金来源)", "单位名称"),
    codes(3, "收入科目", ["income"], { synonyms: ["收入科目编码"] }),
    words(4, "text", "项目名称"),
    group(
      "非税收入预算",
      amount(5, "合计"),
      amount(6, "上缴中央"),
      amount(7, "上缴省财政专户"),
      amount(8, "本级收入"),
    ),
    words(9, "text", "备注"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [5, 6, 7, 8],
      parents: "position",
      rows: [
        totalRow("合计"),
        {
          kind: "资金来源",
          level: 2,
          names: ["一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金"],
        },
        UNIT_ROW,
      ],
    },
  ],
  relations: [
    ...named("T05", "c5 = c6 + c7 + c8"),
    ...under("T05.tree", "[合计] = Σ[>单位]", "[合计|单位] = Σ[>资金来源]"),
  ],
};
