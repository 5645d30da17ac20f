import type { WriteReport } from "../../workbook/edit";
import { folderOf, relationshipsPartOf } from "../package/partNames";
import { readWorkbookPart } from "../package/workbookPart";
import type { SheetEntry, WorkbookPart } from "../package/workbookPart";
import { encodeExcelString } from "../xml/excelString";
import { escapeAttribute } from "../../workbook/escapeXml";
import { spliceText } from "../xml/splice";
import type { PackageDraft } from "./draft";
import { isReportSheet } from "./findMarks";
import { appendInside, findChild, prefixOf, readOutline } from "./outline";
import { addPart, dialectOf, freePartName, freeRelationshipId, removePart } from "./partLists";
import { addReportStyles, removeReportStyles } from "./reportStyles";
import { reportSheetXml } from "./reportSheet";
import { removeSheetFromList } from "./sheetList";
import { readSheetOutline } from "./sheetOutline";

/** Excel's longest sheet name, in characters. */
const LONGEST_NAME = 31;

/** Adds the report as the last sheet. A name that another sheet has gets a number behind it. */
export function addReport(draft: PackageDraft, report: WriteReport): void {
  const workbook = readWorkbookPart(draft.file);
  const { part: workbookPart } = workbook;
  const formats = addReportStyles(draft, workbook);
  const { main, relationships } = dialectOf(draft, workbookPart);
  // Some programs (exceljs among them) see only sheets whose parts are named like this.
  const place = workbook.sheets.length + 1;
  const part = freePartName(draft, `${folderOf(workbookPart)}worksheets/sheet`, place);
  const id = freeRelationshipId(draft, workbookPart, "rIdGoujiReport");
  addPart(draft, workbookPart, { part, kind: "worksheet", id, text: reportSheetXml(report, main, formats) });

  const text = draft.read(workbookPart);
  const root = readOutline(text, workbookPart, 2);
  const list = findChild(root, "sheets");
  // readWorkbookPart has found at least one sheet in a workbook that gets a report; without the list there is none.
  if (!list) throw new RangeError("the workbook has no list of sheets");
  const r = list.scope.prefixOf(relationships);
  const binding = r === undefined ? ` xmlns:r="${relationships}"` : "";
  const sheetId =
    1 + Math.max(0, ...list.children.map(({ attributes }) => Number(attributes["sheetId"]) || 0));
  const name = escapeAttribute(encodeExcelString(freeSheetName(workbook.sheets, report.sheet)));
  const sheet = `<${prefixOf(list)}sheet${binding} name="${name}" sheetId="${sheetId}" ${r ?? "r"}:id="${id}"/>`;
  draft.write(workbookPart, spliceText(text, appendInside(list, sheet)));
}

/**
 * Removes this product's report sheets with all that addReport added. One that is the only sheet to be seen stays,
 * since a workbook without a visible sheet cannot be opened.
 * @returns true when there was one
 */
export function removeReports(draft: PackageDraft): boolean {
  const workbook = readWorkbookPart(draft.file);
  const reports = workbook.sheets.filter((sheet) => sheet.isWorksheet && isReport(draft, sheet));
  const areAllGone = workbook.sheets.every((sheet) => sheet.isHidden || reports.includes(sheet));
  if (reports.length === 0 || areAllGone) return false;
  // From the last one on, so that the places of those still to go stay right.
  for (const sheet of reports.reverse()) removeOne(draft, workbook, sheet);
  removeReportStyles(draft, workbook);
  return true;
}

function isReport(draft: PackageDraft, { part }: SheetEntry): boolean {
  if (draft.matches(part, /gouji-report:/g).next().done) return false;
  return isReportSheet(readSheetOutline(draft.read(part), part).blocks);
}

function removeOne(draft: PackageDraft, { part: workbookPart }: WorkbookPart, sheet: SheetEntry): void {
  const relationshipsPart = relationshipsPartOf(workbookPart);
  const text = draft.read(workbookPart);
  const { id, text: shorter } = removeSheetFromList(text, workbookPart, sheet.position);
  draft.write(workbookPart, shorter);
  if (id !== undefined && draft.has(relationshipsPart)) removePart(draft, workbookPart, sheet.part, id);
}

function freeSheetName(sheets: readonly SheetEntry[], wanted: string): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
