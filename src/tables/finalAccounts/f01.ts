import type { TableDefinition } from "../definition";
import { line, requiredLine } from "../guangzhou/rowRules";
import { amount, group, named, words } from "../shorthand";
import { BEGINNING_OF_YEAR, CLASS_LINES, END_OF_YEAR } from "./lines";

/** 收入支出决算总表: what came in and what was spent, with what was left before and after. */
export const F01: TableDefinition = {
  id: "F01",
  label: "收支决算总表",
  title: "收入支出决算总表",
  titleVariants: ["收支决算总表", "部门收支决算总表"],
  header: [
    group("收入", words(1, "name", "项目", "收入项目"), amount(2, "决算数", "金额", "年决算数")),
    group("支出", words(3, "name", "项目", "支出项目"), amount(4, "决算数", "金额", "年决算数")),
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2],
      parents: "position",
      rows: [
        line("一般公共预算财政拨款收入", "一般公共预算财政拨款"),
        line("政府性基金预算财政拨款收入", "政府性基金预算财政拨款"),
        line("国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款"),
        line("上级补助收入"),
        line("事业收入"),
        line("经营收入"),
        line("附属单位上缴收入"),
        line("其他收入"),
        requiredLine("本年收入合计"),
        line("使用非财政拨款结余", "使用非财政拨款结余(含专用结余)", "用事业基金弥补收支差额"),
        BEGINNING_OF_YEAR,
        requiredLine("收入总计", "总计"),
      ],
    },
    {
      nameColumn: 3,
      amountColumns: [4],
      parents: "position",
      rows: [
        ...CLASS_LINES,
        requiredLine("本年支出合计"),
        line("结余分配"),
        END_OF_YEAR,
        requiredLine("支出总计", "总计"),
      ],
    },
  ],
  relations: named(
    "F01",
    "[本年收入合计] = Σ[一般公共预算财政拨款收入|政府性基金预算财政拨款收入|国有资本经营预算财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入]",
    "[收入总计] = Σ[本年收入合计|使用非财政拨款结余|年初结转和结余]",
    "[本年支出合计] = Σ[功能科目]",
    "[支出总计] = Σ[本年支出合计|结余分配|年末结转和结余]",
    "[收入总计].c2 = [支出总计].c4",
  ),
};
