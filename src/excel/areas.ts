import { parseRange } from "../workbook/address";
import type { CellRange } from "../workbook/address";

/** The areas that an address of several names, without their sheet: "表6!C7:C8,表6!C10". */
export function areasOf(address: string): CellRange[] {
  return address.split(",").flatMap((area) => parseRange(area.slice(area.lastIndexOf("!") + 1)) ?? []);
}
