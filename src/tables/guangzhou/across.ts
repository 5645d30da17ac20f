import type { RelationDefinition } from "../definition";
import { under } from "../shorthand";

/**
 * X01 to X13, the relations between tables that compare amounts. X14 (units) and X15 (codes) compare names and
 * codes; they are in src/validation. Source: the layout of the Guangzhou 2020 department budget tables.
 */

const NO_STATE_CAPITAL = "T04[国有资本经营预算] = 0";

export const ACROSS: readonly RelationDefinition[] = [
  ...under(
    "X01",
    "T01[收入总计] = T02[总计].c3",
    "T01[财政拨款] = T02[总计].c5",
    "T01[一般公共预算] = T02[总计].c6",
    "T01[政府性基金预算] = T02[总计].c7",
    "T01[国有资本经营预算] = T02[总计].c8",
    "T01[财政专户管理资金] = T02[总计].c9",
    "T01[其他资金] = T02[总计].c12",
    "T01[事业收入] = T02[总计].c13",
    "T01[经营收入] = T02[总计].c14",
    "T01[其他收入] = T02[总计].c15",
    "T01[上级补助收入] = T02[总计].c16",
    "T01[附属单位上缴收入] = T02[总计].c17",
    "T01[用事业基金弥补收支总额] = T02[总计].c18",
    "T01[上年预结转] = T02[总计].c19",
  ),
  ...under(
    "X02",
    "T01[支出总计] = T03[总计].c3",
    "T01[功能科目] = T03[类].c4 + T03[类].c5 + T03[类].c6 by code",
    "T01[对附属单位补助支出] = T03[总计].c7",
    "T01[上缴上级支出] = T03[总计].c8",
    "T01[结转下年] = T03[总计].c9",
  ),
  ...under(
    "X03",
    "T04[一般公共预算] = T01[一般公共预算]",
    "T04[政府性基金预算] = T01[政府性基金预算]",
    "T04[国有资本经营预算] = T01[国有资本经营预算]",
  ),
  // 国有资本经营 has no table of its own: where it is not zero, T06 and T07 give only a lower bound.
  {
    id: "X04",
    text: "T04[功能科目] = T06[类].c3 + T07[类].c3 by code",
    when: NO_STATE_CAPITAL,
    otherwise: "T04[功能科目] >= T06[类].c3 + T07[类].c3 by code",
  },
  {
    id: "X04",
    text: "T04[支出总计] = T06[合计].c3 + T07[合计].c3 + T04[结转下年]",
    when: NO_STATE_CAPITAL,
    otherwise: "T04[支出总计] >= T06[合计].c3 + T07[合计].c3 + T04[结转下年]",
  },
  ...under(
    "X05",
    "T03[类|款|项].c4! >= T06[类|款|项].c4 by code",
    "T03[类|款|项].c5! >= T06[类|款|项].c5 + T07[类|款|项].c5 by code",
  ),
  ...under(
    "X06",
    "T03[总计].c4 = T08[合计].c3",
    "T06[合计].c4 = T08[合计].c5",
    "T07[合计].c4 = T08[合计].c6",
  ),
  ...under(
    "X07",
    "T06[合计].c4 = T09[合计].c3",
    "Σ T08[人员支出].c5 = Σ T09[类:301].c3",
    "Σ T08[公用经费].c5 = Σ T09[类:302,307,309,310,399].c3",
    "Σ T08[对个人和家庭的补助支出].c5 = Σ T09[类:303].c3",
  ),
  ...under(
    "X08",
    "T03[总计].c5 = T10[合计].c3",
    "T06[合计].c5 = T10[合计].c5",
    "T07[合计].c5 = T10[合计].c6",
  ),
  ...under(
    "X09",
    "T03[项].c5! = Σ T10[项目].c3 by code",
    "T06[项].c5! = Σ T10[项目].c5 by code",
    "T07[项].c5! = Σ T10[项目].c6 by code",
  ),
  ...under(
    "X10",
    "T12[因公出国(境)费].c3 >= Σ T09[款:30212].c3",
    "T12[公务接待费].c3 >= Σ T09[款:30217].c3",
    "T12[公务用车运行维护费].c3 >= Σ T09[款:30231].c3",
    "T12[公务用车购置费].c3 >= Σ T09[款:31013].c3",
  ),
  ...under(
    "X11",
    "Σ T13[品目@项目支出].c8..c13 <= Σ T10[项目].c3..c8 by unit+name",
    "Σ T13[项目支出].c8..c13 <= Σ T10[单位].c3..c8! by unit",
    "Σ T13[单位].c8..c12 <= Σ T08[单位].c3..c7 + Σ T10[单位].c3..c7 by unit",
  ),
  ...under(
    "X12",
    "Σ T14[服务项目].c7..c12 <= Σ T10[项目].c3..c8 by unit+name",
    "T14[合计].c7 <= T03[总计].c3",
  ),
  ...under(
    "X13",
    "Σ T02[类|款|项].c3! = T03[类|款|项].c3! by code",
    "Σ T02[类|款|项].c6! = T06[类|款|项].c3! by code",
    "Σ T02[类|款|项].c7! = T07[类|款|项].c3! by code",
  ),
];
