import { isTrue } from "../../src/xlsx/package/workbookPart";
import type { StoredProtection } from "../host/store";

/** Excel.WorksheetProtectionOptions by the attribute that, when "0", allows the same. Source: ECMA-376 part 1, 18.3.1.85. */
export const ALLOWED: Readonly<Record<string, string>> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};

/**
 * How a file protects a sheet, from the attributes of sheetProtection. Its password can be checked here in the old form
 * alone. Source: ECMA-376 part 1, 18.3.1.85.
 */
export function readProtection(attributes: Readonly<Record<string, string>>): StoredProtection {
  const { password, hashValue } = attributes;
  const allowed = Object.entries(ALLOWED).filter(([, name]) => !isTrue(attributes[name] ?? "1"));
  const hash = hashValue !== undefined ? "" : password?.toUpperCase();
  return {
    options: Object.fromEntries(allowed.map(([option]) => [option, true])),
    ...(hash !== undefined && { passwordHash: hash }),
  };
}
