import type { RowRule } from "../definition";

/** Row rules that several tables share. */

/** The total row (合计 or 总计) every list of the set has; some offices say of what it is the total. */
export function totalRow(kind: "合计" | "总计"): RowRule {
  return { kind, level: 0, names: TOTAL_NAMES, required: true };
}

const TOTAL_NAMES = ["", "收入", "支出"].flatMap((side) => [`${side}合计`, `${side}总计`]);

/** Functional codes as a tree: 类 3, 款 5, 项 7 digits, all beginning with 2 (支出功能分类科目). */
export const FUNCTIONAL_TREE: readonly RowRule[] = [
  { kind: "类", level: 2, code: /^2\d{2}$/, digits: [3] },
  { kind: "款", level: 3, code: /^2\d{4}$/, digits: [5] },
  { kind: "项", level: 4, code: /^2\d{6}$/, digits: [7] },
];

/** A budget unit (预算单位): 3 digits for a department, 6 for a unit of it. */
export const UNIT_ROW: RowRule = { kind: "单位", level: 1, code: /^\d{3}(\d{3})*$/, digits: [3, 6, 9] };

/** One line of a statement, told by its name. */
export function line(kind: string, ...otherNames: string[]): RowRule {
  return { kind, level: 1, names: [kind, ...otherNames] };
}

/** A line without which the statement is incomplete. */
export function requiredLine(kind: string, ...otherNames: string[]): RowRule {
  return { ...line(kind, ...otherNames), required: true };
}
