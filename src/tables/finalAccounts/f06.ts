import type { RowRule, TableDefinition } from "../definition";
import { amount, codes, named, under, words } from "../shorthand";

const economic = (number: number) =>
  codes(number, "经济分类科目编码", ["economicDepartment"], {
    synonyms: ["科目编码", "部门预算支出经济分类科目编码", "科目代码"],
  });

/** The classes of one side as a tree under its total. */
function tree(total: string, classes: RegExp): readonly RowRule[] {
  return [
    {
      kind: total,
      level: 0,
      names: [total, total.replace("合计", "小计"), total.replace("合计", "")],
      required: true,
    },
    { kind: "类", level: 2, code: classes, digits: [3] },
    { kind: "款", level: 3, code: /^3\d{4}$/, digits: [5] },
  ];
}

/** 一般公共预算财政拨款基本支出决算表: wages and persons on the left, the running of the office on the right. */
export const F06: TableDefinition = {
  id: "F06",
  label: "基本支出决算表",
  title: "一般公共预算财政拨款基本支出决算表",
  titleVariants: ["一般公共预算财政拨款基本支出决算明细表", "一般公共预算基本支出决算表"],
  header: [
    economic(1),
    words(2, "name", "科目名称", "经济分类科目名称"),
    amount(3, "决算数", "金额"),
    economic(4),
    words(5, "name", "科目名称", "经济分类科目名称"),
    amount(6, "决算数", "金额"),
  ],
  sides: [
    {
      nameColumn: 2,
      codeColumn: 1,
      amountColumns: [3],
      parents: "code",
      rows: tree("人员经费合计", /^30[13]$/),
    },
    {
      nameColumn: 5,
      codeColumn: 4,
      amountColumns: [6],
      parents: "code",
      rows: tree("公用经费合计", /^3(02|07|09|1\d|99)$/),
    },
  ],
  relations: [
    ...named("F06", "[人员经费合计] = Σ[>类]", "[公用经费合计] = Σ[>类]"),
    ...under("F06.tree", "[类] = Σ[>款]"),
  ],
};
