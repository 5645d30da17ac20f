import type { TableDefinition } from "../definition";
import { amount, named, words } from "../shorthand";
import { line, requiredLine } from "./rowRules";

/** 表12 财政拨款安排的行政经费及“三公”经费预算表. */
export const T12: TableDefinition = {
  id: "T12",
  label: "表12",
  title: "财政拨款安排的行政经费及“三公”经费预算表",
  titleVariants: ["行政经费及“三公”经费预算表", "“三公”经费预算表"],
  header: [
    words(1, "name", "项目"),
    amount(2, "合计", "总计"),
    amount(3, "一般公共预算"),
    amount(4, "政府性基金预算"),
    amount(5, "国有资本经营预算"),
  ],
  sides: [
    {
      nameColumn: 1,
      amountColumns: [2, 3, 4, 5],
      parents: "position",
      rows: [
        line("行政经费"),
        requiredLine("三公经费总额", "三公经费", "三公经费合计"),
        line("因公出国(境)费", "因公出国(境)费用"),
        line("公务用车购置及运行维护费", "公务用车购置及运行费"),
        line("公务用车购置费"),
        line("公务用车运行维护费", "公务用车运行费"),
        line("公务接待费"),
      ],
    },
  ],
  relations: named(
    "T12",
    "c2 = c3 + c4 + c5",
    "[三公经费总额] = [因公出国(境)费] + [公务用车购置及运行维护费] + [公务接待费]",
    "[公务用车购置及运行维护费] = [公务用车购置费] + [公务用车运行维护费]",
  ),
};
