import type { TableDefinition } from "../definition";
import { amount, codes, under } from "../shorthand";
import { totalRow } from "./rowRules";

/**
 * 表9 一般公共预算基本支出情况表（按支出经济分类科目）. Both code columns hold `[code]name`; a row's code is the
 * departmental one (3xx), wherever it stands, since the two headings are sometimes swapped.
 */
export const T09: TableDefinition = {
  id: "T09",
  label: "表9",
  title: "一般公共预算基本支出情况表（按支出经济分类科目）",
  titleVariants: ["一般公共预算基本支出情况表", "一般公共预算基本支出预算表（按支出经济分类科目）"],
  header: [
    codes(1, "政府预算经济分类", ["economicGovernment"], {
      withName: true,
      synonyms: ["政府预算支出经济分类"],
    }),
    codes(2, "部门预算经济分类", ["economicDepartment"], {
      withName: true,
      synonyms: ["部门预算支出经济分类"],
    }),
    amount(3, "年预算", "预算数", "年预算数"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 2,
      amountColumns: [3],
      parents: "position",
      rows: [
        totalRow("合计"),
        { kind: "类", level: 1, code: /^3\d{2}$/, digits: [3], codeColumns: [2, 1] },
        { kind: "款", level: 2, code: /^3\d{4}$/, digits: [5], codeColumns: [2, 1] },
      ],
    },
  ],
  relations: under("T09.tree", "[合计|类] = Σ[>]"),
};
