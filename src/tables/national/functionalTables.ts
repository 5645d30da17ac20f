import type { TableDefinition } from "../definition";
import { FUNCTIONAL_TREE, totalRow } from "../guangzhou/rowRules";
import { amount, codes, group, named, under, words } from "../shorthand";

/** Expenditure by functional code in 合计 = 基本支出 + 项目支出: all funds together, or one fund each. */
function functionalTable(
  id: string,
  label: string,
  heading: string,
  [title, ...titleVariants]: readonly [string, ...string[]],
): TableDefinition {
  return {
    id,
    label,
    title,
    titleVariants,
    header: [
      group(
        "项目",
        codes(1, "功能分类科目编码", ["functional"], { synonyms: ["科目编码", "功能科目编码"] }),
        words(2, "name", "功能分类科目名称", "科目名称", "功能科目名称"),
      ),
      group(heading, amount(3, "合计", "总计"), amount(4, "基本支出"), amount(5, "项目支出")),
    ],
    sides: [
      {
        nameColumn: 2,
        codeColumn: 1,
        amountColumns: [3, 4, 5],
        parents: "code",
        rows: [totalRow("合计"), ...FUNCTIONAL_TREE],
      },
    ],
    relations: [...named(id, "c3 = c4 + c5"), ...under(`${id}.tree`, "[合计|类|款] = Σ[>]")],
  };
}

/** 部门支出总表. */
export const N03 = functionalTable("N03", "支出总表", "支出预算", [
  "支出预算总表",
  "部门支出总表",
  "单位支出总表",
  "部门支出预算总表",
]);

/** 一般公共预算支出表. */
export const N05 = functionalTable("N05", "一般公共预算支出表", "一般公共预算支出", [
  "一般公共预算支出功能分类预算表",
  "一般公共预算支出表",
]);

/** 政府性基金预算支出表; often only an empty 合计, or no row at all. */
export const N06 = functionalTable("N06", "政府性基金预算支出表", "政府性基金预算支出", [
  "政府性基金预算支出功能分类预算表",
  "政府性基金预算支出表",
]);

/** 国有资本经营预算支出表; likewise. */
export const N07 = functionalTable("N07", "国有资本经营预算支出表", "国有资本经营预算支出", [
  "国有资本经营预算支出功能分类预算表",
  "国有资本经营预算支出表",
]);
