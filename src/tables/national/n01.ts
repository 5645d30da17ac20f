import type { TableDefinition } from "../definition";
import { FUNCTIONAL_CLASS_LINES } from "../guangzhou/functionalClasses";
import { line, requiredLine } from "../guangzhou/rowRules";
import { amount, group, named, optional, words } from "../shorthand";
import { FURTHER_CLASS_LINES, FUNDS_LEFT, FUNDS_OF_YEAR, OTHER_EXPENDITURE_LINES } from "./incomeLines";

/** 部门收支总表: only the class lines an office uses; some split each into 基本支出 (人员, 公用) and 项目支出. */
export const N01: TableDefinition = {
  id: "N01",
  label: "收支总表",
  title: "财务收支预算总表",
  titleVariants: ["部门收支总表", "部门收支预算总表", "单位收支总表", "收支预算总表"],
  header: [
    {
      label: "本年收入",
      synonyms: ["收入"],
      children: [words(1, "name", "项目", "收入项目"), amount(2, "预算数", "年预算", "年预算数", "金额")],
    },
    {
      label: "本年支出",
      synonyms: ["支出"],
      children: [
        words(3, "name", "项目", "支出项目", "支出功能分类科目"),
        {
          label: "预算数",
          synonyms: ["年预算数"],
          children: [
            amount(4, "合计", "预算数", "年预算", "年预算数", "金额"),
            group("基本支出", optional(amount(5, "人员经费")), optional(amount(6, "公用经费"))),
            optional(amount(7, "项目支出")),
          ],
        },
      ],
    },
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2],
      parents: "position",
      rows: [
        line("财政拨款收入", "财政拨款"),
        // Below 财政拨款收入 they are its parts; most offices leave that line out and list the funds themselves.
        ...FUNDS_OF_YEAR.map((rule) => ({ ...rule, level: 2 })),
        FUNDS_LEFT,
        line("财政专户管理资金", "财政专户管理资金收入"),
        line("事业收入"),
        line("事业单位经营收入", "经营收入"),
        line("上级补助收入"),
        line("附属单位上缴收入"),
        line("其他收入"),
        line("单位资金", "单位资金收入"),
        line("本年收入合计"),
        line("使用非财政拨款结余", "用事业基金弥补收支差额"),
        line("上年结转", "上年结转结余", "年初结转和结余", "上年预结转"),
        { ...requiredLine("收入总计", "总计", "合计"), level: 0 },
      ],
    },
    {
      nameColumn: 3,
      amountColumns: [4, 5, 6, 7],
      parents: "position",
      rows: [
        ...FUNCTIONAL_CLASS_LINES,
        ...FURTHER_CLASS_LINES,
        ...OTHER_EXPENDITURE_LINES,
        line("本年支出合计"),
        requiredLine("支出总计", "总计", "合计"),
      ],
    },
  ],
  relations: [
    // Some offices print what goes between offices below the sums of the year, and not in them.
    {
      id: "N01.本年收入合计",
      text: "[本年收入合计] = [收入总计] - Σ[使用非财政拨款结余|上年结转]",
      when: "[本年收入合计] >= [收入总计] - Σ[使用非财政拨款结余|上年结转]",
      otherwise: "[本年收入合计] = [收入总计] - Σ[使用非财政拨款结余|上年结转|上级补助收入|附属单位上缴收入]",
    },
    {
      id: "N01.本年支出合计",
      text: "[本年支出合计] = [支出总计] - Σ[结转下年]",
      when: "[本年支出合计] >= [支出总计] - Σ[结转下年]",
      otherwise: "[本年支出合计] = [支出总计] - Σ[结转下年|上缴上级支出|对附属单位补助支出]",
    },
    ...named(
      "N01",
      "[财政拨款收入] = Σ[一般公共预算|政府性基金预算|国有资本经营预算]",
      "[收入总计] = Σ[>财政拨款收入|一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|单位资金|使用非财政拨款结余|上年结转]",
      "[支出总计] = Σ[功能科目|上缴上级支出|对附属单位补助支出|结转下年]",
      "[收入总计].c2 = [支出总计].c4",
      "c4 = c5 + c6 + c7",
    ),
  ],
};
