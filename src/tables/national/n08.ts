import type { TableDefinition } from "../definition";
import { totalRow } from "../guangzhou/rowRules";
import { amount, codes, group, named, under, words } from "../shorthand";

/** 一般公共预算基本支出表: by departmental economic class, 人员经费 and 公用经费. */
export const N08: TableDefinition = {
  id: "N08",
  label: "基本支出表",
  title: "一般公共预算基本支出部门预算经济分类预算表",
  titleVariants: ["一般公共预算基本支出表", "一般公共预算基本支出预算表"],
  header: [
    group(
      "项目",
      codes(1, "部门预算经济分类科目编码", ["economicDepartment"], {
        synonyms: ["经济分类科目编码", "部门预算支出经济分类科目编码", "科目编码"],
      }),
      words(2, "name", "经济分类科目名称", "部门经济分类科目名称", "科目名称"),
    ),
    group("一般公共预算基本支出", amount(3, "合计", "总计"), amount(4, "人员经费"), amount(5, "公用经费")),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3, 4, 5],
      parents: "code",
      rows: [
        totalRow("合计"),
        { kind: "类", level: 2, code: /^3\d{2}$/, digits: [3] },
        { kind: "款", level: 3, code: /^3\d{4}$/, digits: [5] },
      ],
    },
  ],
  relations: [...named("N08", "c3 = c4 + c5"), ...under("N08.tree", "[合计|类] = Σ[>]")],
};
