import type { RelationDefinition } from "../definition";
import { under } from "../shorthand";

/**
 * F.X01 to F.X07, the relations between the tables of the final accounts. What is left of the year before and for the
 * next is no income or expenditure of the year: only the totals of the year agree.
 * Source: 2024 and 2025 final accounts of this form, in which all of them hold.
 */
export const ACROSS: readonly RelationDefinition[] = [
  ...under(
    "F.X01",
    "F01[本年收入合计] = F02[合计].c3",
    "F01[一般公共预算财政拨款收入] + F01[政府性基金预算财政拨款收入] + F01[国有资本经营预算财政拨款收入] = F02[合计].c4",
    "F01[上级补助收入] = F02[合计].c5",
    "F01[事业收入] = F02[合计].c6",
    "F01[经营收入] = F02[合计].c7",
    "F01[附属单位上缴收入] = F02[合计].c8",
    "F01[其他收入] = F02[合计].c9",
  ),
  ...under("F.X02", "F01[本年支出合计] = F03[合计].c3", "F01[功能科目].c4 = F03[类].c3 by code"),
  ...under(
    "F.X03",
    "F04[一般公共预算财政拨款] = F01[一般公共预算财政拨款收入]",
    "F04[政府性基金预算财政拨款] = F01[政府性基金预算财政拨款收入]",
    "F04[国有资本经营预算财政拨款] = F01[国有资本经营预算财政拨款收入]",
  ),
  ...under(
    "F.X04",
    "F04[功能科目].c5 = F05[类].c3 by code",
    "F04[功能科目].c6 = F07[类].c5 by code",
    "F04[功能科目].c7 = F08[类].c3 by code",
  ),
  ...under(
    "F.X05",
    "F03[类|款|项].c4! >= F05[类|款|项].c4 + F07[类|款|项].c6 + F08[类|款|项].c4 by code",
    "F03[类|款|项].c5! >= F05[类|款|项].c5 + F07[类|款|项].c7 + F08[类|款|项].c5 by code",
  ),
  ...under("F.X06", "F05[合计].c4 = F06[人员经费合计].c3 + F06[公用经费合计].c6"),
  // What basic expenditure pays of 三公 is a part of it. Trips abroad of teachers and researchers are counted in neither
  // the limit nor the table (厅字〔2016〕17号), but in 30212: a warning there.
  { id: "F.X07", text: "F09[决算数].c4 >= Σ F06[款:30212].c6", severity: "warning" },
  ...under(
    "F.X07",
    "F09[决算数].c8 >= Σ F06[款:31013].c6",
    "F09[决算数].c10 >= Σ F06[款:30231].c6",
    "F09[决算数].c12 >= Σ F06[款:30217].c6",
  ),
];
