import type { RelationDefinition } from "../definition";
import { under } from "../shorthand";

/**
 * N.X01 to N.X10, the relations between the tables of the nationwide set; the same ideas as X01 to X10 of Guangzhou's.
 * Source: 2024 to 2026 department budgets of this form, in which all of them hold.
 */
export const ACROSS: readonly RelationDefinition[] = [
  ...under(
    "N.X01",
    "N01[财政拨款收入] = N02[合计].c4",
    "N01[事业收入] = N02[合计].c5",
    "N01[事业单位经营收入] = N02[合计].c6",
    "N01[其他收入] = N02[合计].c7",
  ),
  ...under("N.X02", "N01[功能科目].c4 = N03[类].c3 by code"),
  ...under(
    "N.X03",
    "N04[一般公共预算] = N01[一般公共预算]",
    "N04[政府性基金预算] = N01[政府性基金预算]",
    "N04[国有资本经营预算] = N01[国有资本经营预算]",
  ),
  ...under(
    "N.X04",
    "N04[功能科目].c5 = N05[类].c3 by code",
    "N04[功能科目].c6 = N06[类].c3 by code",
    "N04[功能科目].c7 = N07[类].c3 by code",
  ),
  ...under(
    "N.X05",
    "N03[类|款|项].c4! >= N05[类|款|项].c4 + N06[类|款|项].c4 by code",
    "N03[类|款|项].c5! >= N05[类|款|项].c5 + N06[类|款|项].c5 by code",
  ),
  ...under("N.X06", "N02[类|款|项].c3! = N03[类|款|项].c3! by code"),
  ...under("N.X07", "N05[合计].c4 = N08[合计].c3"),
  ...under(
    "N.X08",
    "N03[合计].c5 = N10[合计].c2",
    "N05[合计].c5 = N10[合计].c3",
    "N06[合计].c5 = N10[合计].c4",
  ),
  // What basic expenditure pays of 三公 is a part of it; 30212 may have trips of teachers and researchers besides, which are
  // not counted as 三公 (厅字〔2016〕17号): a warning there.
  { id: "N.X10", text: "N09[预算数].c2 >= Σ N08[款:30212].c3", severity: "warning" },
  ...under(
    "N.X10",
    "N09[预算数].c3 >= Σ N08[款:30217].c3",
    "N09[预算数].c5 >= Σ N08[款:31013].c3",
    "N09[预算数].c6 >= Σ N08[款:30231].c3",
  ),
];
