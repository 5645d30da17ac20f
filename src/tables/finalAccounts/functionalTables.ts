import type { ColumnDefinition, HeaderNode, TableDefinition } from "../definition";
import { FUNCTIONAL_TREE, totalRow } from "../guangzhou/rowRules";
import { amount, codes, group, named, optional, under, words } from "../shorthand";

interface Titles {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly titleVariants?: readonly string[];
}

/** A table of functional codes: the amount columns under a heading or none, and the relation within each row. */
function byFunction(
  { id, ...titles }: Titles,
  amounts: readonly HeaderNode[],
  numbers: readonly number[],
  ...relations: readonly string[]
): TableDefinition {
  return {
    id,
    ...titles,
    header: [
      group(
        "项目",
        codes(1, "功能分类科目编码", ["functional"], {
          synonyms: ["科目编码", "支出功能分类科目编码", "科目代码"],
        }),
        words(2, "name", "科目名称", "功能分类科目名称"),
      ),
      ...amounts,
    ],
    sides: [
      {
        nameColumn: 2,
        codeColumn: 1,
        amountColumns: numbers,
        parents: "code",
        rows: [totalRow("合计"), ...FUNCTIONAL_TREE],
      },
    ],
    relations: [...named(id, ...relations), ...under(`${id}.tree`, "[合计|类|款] = Σ[>]")],
  };
}

/** 收入决算表: income of the year by functional code and source. */
export const F02 = byFunction(
  { id: "F02", label: "收入决算表", title: "收入决算表", titleVariants: ["部门收入决算表"] },
  [
    amount(3, "本年收入合计", "合计"),
    amount(4, "财政拨款收入", "财政拨款"),
    amount(5, "上级补助收入"),
    amount(6, "事业收入"),
    amount(7, "经营收入"),
    amount(8, "附属单位上缴收入"),
    amount(9, "其他收入"),
  ],
  [3, 4, 5, 6, 7, 8, 9],
  "c3 = c4 + c5 + c6 + c7 + c8 + c9",
);

/** 支出决算表: expenditure of the year by functional code and kind. */
export const F03 = byFunction(
  { id: "F03", label: "支出决算表", title: "支出决算表", titleVariants: ["部门支出决算表"] },
  [
    amount(3, "本年支出合计", "合计"),
    amount(4, "基本支出"),
    amount(5, "项目支出"),
    amount(6, "上缴上级支出"),
    amount(7, "经营支出"),
    amount(8, "对附属单位补助支出"),
  ],
  [3, 4, 5, 6, 7, 8],
  "c3 = c4 + c5 + c6 + c7 + c8",
);

const spent = (total: number): ColumnDefinition[] => [
  amount(total, "合计", "小计"),
  amount(total + 1, "基本支出"),
  amount(total + 2, "项目支出"),
];

/** 一般公共预算财政拨款支出决算表. */
export const F05 = byFunction(
  {
    id: "F05",
    label: "一般公共预算支出决算表",
    title: "一般公共预算财政拨款支出决算表",
    titleVariants: ["一般公共预算支出决算表"],
  },
  [{ label: "本年支出", synonyms: ["一般公共预算财政拨款支出"], children: spent(3) }],
  [3, 4, 5],
  "c3 = c4 + c5",
);

/** 政府性基金预算财政拨款收入支出决算表: what was left, came in, was spent and is left of the funds. */
export const F07 = byFunction(
  {
    id: "F07",
    label: "政府性基金决算表",
    title: "政府性基金预算财政拨款收入支出决算表",
    titleVariants: ["政府性基金预算收入支出决算表", "政府性基金预算财政拨款支出决算表"],
  },
  [
    amount(3, "年初结转和结余"),
    amount(4, "本年收入"),
    { label: "本年支出", children: spent(5) },
    amount(8, "年末结转和结余"),
  ],
  [3, 4, 5, 6, 7, 8],
  "c5 = c6 + c7",
  "c3 + c4 = c5 + c8",
);

/** 国有资本经营预算财政拨款支出决算表. */
export const F08 = byFunction(
  {
    id: "F08",
    label: "国有资本经营决算表",
    title: "国有资本经营预算财政拨款支出决算表",
    titleVariants: [
      "国有资本经营预算支出决算表",
      "国有资本经营预算财政拨款收入支出决算表",
      "国有资本经营预算收入支出决算表",
    ],
  },
  [
    // Since 2024 many print what was left and came in as well, as for the government funds.
    optional(amount(6, "年初结转和结余")),
    optional(amount(7, "本年收入")),
    { label: "本年支出", children: spent(3) },
    optional(amount(8, "年末结转和结余")),
  ],
  [3, 4, 5, 6, 7, 8],
  "c3 = c4 + c5",
  "c6 + c7 = c3 + c8",
);
