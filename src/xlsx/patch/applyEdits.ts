import type { AddMark, Edit, MarkSeverity, RemoveMark, WriteCell, WriteReport } from "../../workbook/edit";
import { formatA1 } from "../../workbook/address";
import { readWorkbookPart } from "../package/workbookPart";
import type { WorkbookPart } from "../package/workbookPart";
import { addSheets } from "../write/addSheets";
import { writeCells } from "./cells/writeCells";
import { PackageDraft } from "./draft";
import type { FoundMark } from "./findMarks";
import { addMarkStyles, removeUnusedMarkStyles } from "./markStyles";
import { addReport, removeReports } from "./report";
import { shiftRows } from "./rows/shiftRows";
import { writeSettings } from "./settingsPart";
import { addMarks, refersToOtherSheet, removeMarks } from "./sheetMarks";
import { removeEmptyStylesPart } from "./stylesPart";

/**
 * Carries out edits on an .xlsx file. Parts that the edits do not touch keep their bytes, compressed data and headers
 * alike; touched ones change only where something is put in or taken out. Equal arguments give equal bytes.
 *
 * - addMark replaces an earlier mark with the same formula on the same cell, so marking twice equals marking once.
 *   Notes are not written to files: the report sheet carries the sentences.
 * - removeMark takes ids of the snapshot of the same bytes; removing all marks gives back the parts as they were.
 * - writeReport replaces an earlier report; of several only the last counts.
 * - writeSetting keeps a text in a custom XML part; with the last of them gone the part is gone too.
 * - addSheet comes first, so that the others may speak of the sheets added.
 * - writeCell: of several to one cell the last counts; see writeCells.
 * - insertRows, deleteRows: in turn with writeCell, in the order given; see shiftRows. Marks and report come behind them.
 *
 * Throws WorkbookFileError when the file cannot be read or rows of it cannot come or go, RangeError for a sheet or mark
 * that is not in it.
 */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const added = withoutRepeats(edits.filter((edit) => edit.kind === "addMark"));
  const removed = edits.filter((edit) => edit.kind === "removeMark");
  const report = edits.findLast((edit) => edit.kind === "writeReport");
  const settings = edits.filter((edit) => edit.kind === "writeSetting");
  const written = withContents(withSheets(bytes, edits), edits);
  const marked = addAll(removeAll(written, removed, added, report !== undefined), added, report);
  return settings.length > 0 ? writeSettings(marked, settings) : marked;
}

/** Cells and rows in the order given; cells between two changes of rows are written together. */
function withContents(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let writes: WriteCell[] = [];
  let now = bytes;
  for (const edit of edits) {
    if (edit.kind === "writeCell") writes.push(edit);
    else if (edit.kind === "insertRows" || edit.kind === "deleteRows") {
      now = shiftRows(writeCells(now, writes), edit);
      writes = [];
    }
  }
  return writeCells(now, writes);
}

function withSheets(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const designs = edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.design] : []));
  if (designs.length === 0) return bytes;
  const draft = new PackageDraft(bytes);
  addSheets(draft, designs);
  return draft.toBytes();
}

/** An .xlsx file without this product's report sheet; the very same bytes when it has none. Errors as applyEdits. */
export function removeReport(bytes: Uint8Array): Uint8Array {
  return removeAll(bytes, [], [], true);
}

function removeAll(
  bytes: Uint8Array,
  removed: readonly RemoveMark[],
  replaced: readonly AddMark[],
  isReportRemoved: boolean,
): Uint8Array {
  const draft = new PackageDraft(bytes);
  const workbook = readWorkbookPart(draft.file);
  const goingById = bySheet(workbook, removed);
  const goingByContent = bySheet(workbook, replaced);
  for (const part of new Set([...goingById.keys(), ...goingByContent.keys()])) {
    const ids = new Set(goingById.get(part)?.map(idOf));
    const keys = new Set(goingByContent.get(part)?.map(keyOf));
    const found = new Set<string>();
    const text = removeMarks(draft.read(part), part, (mark) => {
      found.add(mark.id);
      return ids.has(mark.id) || keys.has(keyOfFound(mark));
    });
    const missing = [...ids].find((id) => !found.has(id));
    if (missing !== undefined) throw new RangeError(`${part} has no mark with the id ${missing}`);
    draft.write(part, text);
  }
  const hadReport = isReportRemoved && removeReports(draft);
  const shorter = draft.toBytes();
  if (shorter === bytes && !hadReport) return bytes;

  // What the marks used is looked for in the file without them.
  const rest = new PackageDraft(shorter);
  removeUnusedMarkStyles(rest, readWorkbookPart(rest.file));
  removeEmptyStylesPart(rest, readWorkbookPart(rest.file));
  return rest.toBytes();
}

function addAll(bytes: Uint8Array, marks: readonly AddMark[], report: WriteReport | undefined): Uint8Array {
  const draft = new PackageDraft(bytes);
  const workbook = readWorkbookPart(draft.file);
  const ordinary = marks.filter(({ formula }) => !refersToOtherSheet(formula));
  const severities = new Set<MarkSeverity>(ordinary.map(({ severity }) => severity));
  const formatIds = addMarkStyles(draft, workbook, severities);
  for (const [part, marksOfSheet] of bySheet(workbook, marks)) {
    draft.write(part, addMarks(draft.read(part), part, marksOfSheet, formatIds));
  }
  if (report) addReport(draft, report);
  return draft.toBytes();
}

/** Edits by the part of their sheet, sheets and edits in the order given. */
function bySheet<E extends AddMark | RemoveMark>(
  workbook: WorkbookPart,
  edits: readonly E[],
): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const edit of edits) {
    const sheet = workbook.sheets.find(({ name, isWorksheet }) => isWorksheet && name === edit.sheet);
    if (!sheet) throw new RangeError(`the workbook has no worksheet named “${edit.sheet}”`);
    const group = groups.get(sheet.part);
    if (group) group.push(edit);
    else groups.set(sheet.part, [edit]);
  }
  return groups;
}

function withoutRepeats(marks: readonly AddMark[]): AddMark[] {
  return [...new Map(marks.map((mark) => [`${mark.sheet}!${keyOf(mark)}`, mark])).values()];
}

function idOf({ id, mark }: RemoveMark): string {
  if (mark === "note") throw new RangeError("files have no notes of this product to remove");
  return id;
}

function keyOf({ row, column, formula }: AddMark): string {
  return `${formatA1(row, column)}${formula.startsWith("=") ? formula : `=${formula}`}`;
}

function keyOfFound({ block, formula }: FoundMark): string {
  return `${block.cells}${formula}`;
}
