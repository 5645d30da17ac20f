import type { Finding } from "./finding";

/** codes.unloaded: a list that the workbook's years need was not there to check by, so that its codes went unchecked. */
export function unloadedFinding(list: string): Finding {
  return {
    severity: "warning",
    rule: "codes.unloaded",
    table: null,
    sheet: "",
    cell: null,
    message: { key: "codes.unloaded", args: { list } },
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    suspects: [],
  };
}
