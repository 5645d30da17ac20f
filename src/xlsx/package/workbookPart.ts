import { damaged, WorkbookFileError } from "../fileError";
import { decodeExcelString } from "../xml/excelString";
import { scanPart } from "./scanPart";
import type { OfficePackage } from "./openPackage";
import { findTarget, readRelationships } from "./relationships";
import type { Relationship } from "./relationships";

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Name of its part. */
  readonly part: string;
  readonly isHidden: boolean;
  /** False for chart, dialog and macro sheets. */
  readonly isWorksheet: boolean;
  /** Place among all sheets, counted from 0: what localSheetId of a defined name means. */
  readonly position: number;
}

/** What the other parts are reached through. */
export interface WorkbookPart {
  readonly part: string;
  /** What it leads to. */
  readonly relationships: readonly Relationship[];
  /** All sheets in tab order. */
  readonly sheets: readonly SheetEntry[];
  readonly sharedStringsPart?: string;
  readonly stylesPart?: string;
  /** Names that the whole workbook knows, without Excel's own (_xlnm.Print_Area). */
  readonly names: readonly string[];
  /** True when dates count from 1904 (old Mac workbooks). */
  readonly isDate1904: boolean;
}

/**
 * Finds the workbook part through the package's relationships and reads its list of sheets.
 * Throws file.notWorkbook when the package holds something else (docx, ods, xlsb), file.damaged when a part is missing
 * or not well-formed. Source: ECMA-376 part 1, 12.3.23 and 18.2.
 */
export function readWorkbookPart(file: OfficePackage): WorkbookPart {
  const part = findTarget(readRelationships(file, ""), "officeDocument");
  if (part === undefined) throw notWorkbook("the zip has no office document in it");
  // Binary workbooks keep the same package around parts that are not XML.
  if (part.toLowerCase().endsWith(".bin")) throw notWorkbook("a binary workbook (.xlsb)");
  const relationships = readRelationships(file, part);
  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  const names: string[] = [];
  let isDate1904 = false;
  let isRoot = true;
  scanPart(file, part, {
    open({ tag, attributes, scope }) {
      if (isRoot && tag !== "workbook") throw notWorkbook(`its main part is <${tag}>`);
      isRoot = false;
      if (tag === "workbookPr") isDate1904 = isTrue(attributes["date1904"]);
      if (tag === "definedName" && attributes["localSheetId"] === undefined) {
        const name = decodeExcelString(attributes["name"] ?? "");
        if (name !== "" && !name.startsWith("_xlnm.")) names.push(name);
      }
      if (tag !== "sheet") return;
      const name = decodeExcelString(attributes["name"] ?? "");
      const target = targets.get(scope.attribute(attributes, "r:id") ?? "");
      if (!target) throw damaged(part, `the sheet “${name}” has no relationship`);
      const isHidden = (attributes["state"] ?? "visible") !== "visible";
      const isWorksheet = target.type === "worksheet";
      sheets.push({ name, part: target.target, isHidden, isWorksheet, position: sheets.length });
    },
  });
  const sharedStringsPart = findTarget(relationships, "sharedStrings");
  const stylesPart = findTarget(relationships, "styles");
  return {
    part,
    relationships,
    sheets,
    names,
    isDate1904,
    ...(sharedStringsPart === undefined ? {} : { sharedStringsPart }),
    ...(stylesPart === undefined ? {} : { stylesPart }),
  };
}

/** An xsd:boolean attribute: "1" and "true" (and, as Excel accepts, "on"). */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function notWorkbook(why: string): WorkbookFileError {
  return new WorkbookFileError("file.notWorkbook", why, { why });
}
