import type { WorkbookSnapshot } from "../workbook/snapshot";

/** Rows above a table in which 部门名称 stands. */
const TOP_ROWS = 6;
const DEPARTMENT =
  /(?:部门名称|单位名称|编制单位|编制部门|预算部门|预算单位|填报单位|部门)\s*[:：]\s*(\S{3,40})/;

/** The names behind 部门名称： and the like at the top of each sheet, in the order of the sheets. */
export function printedDepartments({ sheets }: WorkbookSnapshot): string[] {
  return sheets.flatMap(({ rows }) =>
    Array.from({ length: TOP_ROWS }, (_, row) => [...(rows.get(row)?.values() ?? [])])
      .flat()
      .flatMap(({ value }) => (typeof value === "string" ? (DEPARTMENT.exec(value)?.[1] ?? []) : [])),
  );
}

/** What a workbook calls its department: the first name it prints, "" where it prints none. */
export function departmentOf(workbook: WorkbookSnapshot): string {
  return printedDepartments(workbook)[0] ?? "";
}
