import type { RelationDefinition, SideDefinition } from "../definition";
import { named, under } from "../shorthand";
import { FUNCTIONAL_TREE, totalRow } from "./rowRules";

/** What 表6 and 表7 share: the same seven columns for two different funds. */

export const FUNCTIONAL_EXPENDITURE_SIDE: SideDefinition = {
  nameColumn: 2,
  codeColumn: 1,
  amountColumns: [3, 4, 5, 6, 7],
  parents: "code",
  rows: [totalRow("合计"), ...FUNCTIONAL_TREE],
};

/** 总计 = 基本支出 + 项目支出; 项目支出 = 部门项目支出 + 财政专项资金; and the code tree. */
export function functionalExpenditureRelations(table: "T06" | "T07"): RelationDefinition[] {
  return [...named(table, "c3 = c4 + c5", "c5 = c6 + c7"), ...under(`${table}.tree`, "[合计|类|款] = Σ[>]")];
}
