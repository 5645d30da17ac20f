import type { SheetSnapshot } from "./snapshot";

/** The hidden sheet with the codes that code columns offer; a number stands behind the name when it is taken. */
export const CODE_SHEET = "编码表";

/** What stands at the top of each list on it begins so. */
export const LIST_SIGN = "编码列表：";

/** True for a sheet that this product keeps lists of codes on: hidden, and signed. It is no table of anybody's. */
export function isCodeSheet({ name, isHidden, rows }: SheetSnapshot): boolean {
  const first = rows.get(0)?.get(0)?.value;
  return isHidden && name.startsWith(CODE_SHEET) && typeof first === "string" && first.startsWith(LIST_SIGN);
}

/** The sheet of a list's rows that formulas of tables add up; a number stands behind the name when it is taken. */
export const DETAIL_SHEET = "清单明细";

/** What stands at its top. */
export const DETAIL_SIGN = "清单明细（各表按此汇总，改这里的金额各表随之变动）";

/** True for a sheet of a list's rows that came with the tables made from it. It is no table of the set. */
export function isDetailSheet({ rows }: Pick<SheetSnapshot, "rows">): boolean {
  return rows.get(0)?.get(0)?.value === DETAIL_SIGN;
}
