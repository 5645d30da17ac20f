import { keyFrom, codesDown, CATEGORIES_BY_UNIT, FUNCTIONAL_TREE } from "./layouts";
import { economicPairs, incomeByUnit, projectsByUnit, purchasesByUnit, servicesByUnit } from "./layouts";
import type { Fund } from "./fields";
import type { ColumnChoice, ListSet, RowLayout } from "./listTable";

/**
 * How the tables of Guangzhou are filled from a list of rows of expenditure: each figure is the sum of the rows that its row
 * and its column name. Source: the headings of the 2020 tables; relations X01 to X13 hold of such sums by themselves.
 * Not made: 表11 (a list does not say what goes to which district), 表12 (行政经费 is no sum of codes).
 */

/** Columns by kind of money; kinds that a table has no column for stand in its last one, 其他资金. */
function byFund(columns: Partial<Record<Fund, number>> & { readonly 其他资金: number }): ColumnChoice {
  const rest = columns.其他资金;
  return {
    by: "fund",
    columns: {
      一般公共预算: rest,
      政府性基金预算: rest,
      国有资本经营预算: rest,
      财政专户管理资金: rest,
      事业收入: rest,
      经营收入: rest,
      上级补助收入: rest,
      附属单位上缴收入: rest,
      用事业基金弥补收支差额: rest,
      上年结转: rest,
      ...columns,
    },
  };
}

/** What 收入 of 表1 adds up; the money of the treasury alone stands in 表4. */
const INCOME_LINES: Readonly<Record<Fund, readonly string[]>> = {
  一般公共预算: ["一般公共预算", "财政拨款", "本年收入合计", "收入总计"],
  政府性基金预算: ["政府性基金预算", "财政拨款", "本年收入合计", "收入总计"],
  国有资本经营预算: ["国有资本经营预算", "财政拨款", "本年收入合计", "收入总计"],
  财政专户管理资金: ["财政专户管理资金", "本年收入合计", "收入总计"],
  事业收入: ["事业收入", "其他资金", "本年收入合计", "收入总计"],
  经营收入: ["经营收入", "其他资金", "本年收入合计", "收入总计"],
  其他资金: ["其他收入", "其他资金", "本年收入合计", "收入总计"],
  上级补助收入: ["上级补助收入", "收入总计"],
  附属单位上缴收入: ["附属单位上缴收入", "收入总计"],
  用事业基金弥补收支差额: ["用事业基金弥补收支总额", "收入总计"],
  上年结转: ["上年预结转", "收入总计"],
};

const INCOME_SIDE: RowLayout = {
  needs: ["fund", "functional"],
  keysOf: ({ fund }) => (fund === "" ? [] : INCOME_LINES[fund]),
  keyOf: ({ kind }) => kind,
};

/** 功能科目 lines by the class they stand for; what is no expenditure of its own class has a line below. */
const EXPENDITURE_SIDE: RowLayout = {
  needs: ["functional", "fund"],
  keysOf: ({ row: { spending, functional } }) =>
    spending === "对附属单位补助支出" || spending === "上缴上级支出"
      ? [spending, "支出总计"]
      : [keyFrom("类", codesDown(functional.code)[0] ?? ""), "本年支出合计", "支出总计"],
  keyOf: ({ kind, code }) => (kind === "功能科目" ? keyFrom("类", code) : kind),
};

const STATEMENT = [
  { layout: INCOME_SIDE, columns: { by: "one", column: 2 } },
  { layout: EXPENDITURE_SIDE, columns: { by: "one", column: 4 } },
] as const;

const TREASURY: readonly Fund[] = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

const BY_PROJECT_KIND: ColumnChoice = {
  by: "spending",
  columns: { 基本支出: 4, 项目支出: 6, 财政专项资金: 7 },
};

export const GUANGZHOU_LISTS: ListSet = {
  pack: "guangzhou-2020",
  tables: [
    { id: "T01", takes: {}, sides: STATEMENT, isLinked: true },
    {
      id: "T02",
      takes: {},
      sides: [
        {
          layout: FUNCTIONAL_TREE,
          columns: byFund({
            一般公共预算: 6,
            政府性基金预算: 7,
            国有资本经营预算: 8,
            // 教育收费 has a column beside it; a list does not tell the two apart.
            财政专户管理资金: 11,
            事业收入: 13,
            经营收入: 14,
            其他资金: 15,
            上级补助收入: 16,
            附属单位上缴收入: 17,
            用事业基金弥补收支差额: 18,
            上年结转: 19,
          }),
        },
      ],
    },
    {
      id: "T03",
      takes: {},
      sides: [
        {
          layout: FUNCTIONAL_TREE,
          columns: {
            by: "spending",
            columns: { 基本支出: 4, 项目支出: 5, 经营支出: 6, 对附属单位补助支出: 7, 上缴上级支出: 8 },
          },
        },
      ],
    },
    { id: "T04", takes: { funds: TREASURY }, sides: STATEMENT },
    {
      id: "T05",
      takes: { isIncome: true },
      sides: [
        {
          layout: incomeByUnit({ code: 3, project: 4 }),
          columns: { by: "share", columns: { 上缴中央: 6, 上缴省财政专户: 7, 本级收入: 8 } },
        },
      ],
    },
    {
      id: "T06",
      takes: { funds: ["一般公共预算"], spending: ["基本支出", "项目支出"] },
      sides: [{ layout: FUNCTIONAL_TREE, columns: BY_PROJECT_KIND }],
    },
    {
      id: "T07",
      takes: { funds: ["政府性基金预算"], spending: ["基本支出", "项目支出"] },
      sides: [{ layout: FUNCTIONAL_TREE, columns: BY_PROJECT_KIND }],
    },
    {
      id: "T08",
      takes: { spending: ["基本支出"] },
      sides: [
        {
          layout: CATEGORIES_BY_UNIT,
          columns: byFund({
            一般公共预算: 5,
            政府性基金预算: 6,
            国有资本经营预算: 7,
            财政专户管理资金: 9,
            事业收入: 11,
            经营收入: 12,
            其他资金: 13,
          }),
        },
      ],
    },
    {
      id: "T09",
      takes: { spending: ["基本支出"], funds: ["一般公共预算"] },
      sides: [{ layout: economicPairs(1), columns: { by: "one", column: 3 } }],
    },
    {
      id: "T10",
      takes: { spending: ["项目支出"] },
      sides: [
        {
          layout: projectsByUnit({ content: 13, goal: 14 }),
          columns: byFund({
            一般公共预算: 5,
            政府性基金预算: 6,
            国有资本经营预算: 7,
            财政专户管理资金: 8,
            事业收入: 9,
            经营收入: 10,
            其他资金: 11,
            上年结转: 12,
          }),
        },
      ],
    },
    {
      id: "T13",
      takes: { flag: "isPurchase" },
      sides: [
        {
          layout: purchasesByUnit({ title: 3, item: 4, code: 5, quantity: 6, measure: 7 }),
          columns: byFund({
            一般公共预算: 10,
            政府性基金预算: 11,
            国有资本经营预算: 12,
            财政专户管理资金: 13,
            其他资金: 14,
          }),
        },
      ],
    },
    {
      id: "T14",
      takes: { flag: "isService" },
      sides: [
        {
          layout: servicesByUnit({ levels: [3, 4, 5], method: 6 }),
          columns: byFund({
            一般公共预算: 9,
            政府性基金预算: 10,
            国有资本经营预算: 11,
            财政专户管理资金: 12,
            其他资金: 13,
          }),
        },
      ],
    },
  ],
};
