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
