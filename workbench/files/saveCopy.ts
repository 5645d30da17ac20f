import { readWorkbookPart } from "../../src/xlsx/package/workbookPart";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { PackageDraft } from "../../src/xlsx/patch/draft";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { createWorkbookStore } from "../host/store";
import { openWorkbook } from "./openWorkbook";
import { CellStyles } from "./save/cellStyles";
import { areUnknownFormatsChanged, writeFormats } from "./save/conditionalFormats";
import { contentEdits } from "./save/contentEdits";
import { followRenames } from "./save/followRenames";
import { writeNames } from "./save/names";
import { writeLinks } from "./save/links";
import { areNotesChanged, hasThreads, writeNotes } from "./save/notes";
import { numberedCells } from "./save/numberedCells";
import { arrangeSheets } from "./save/sheetList";
import { writeAspects } from "./save/sheetAspects";
import { changedLooks, writeLooks } from "./save/writeLooks";
import { writeResults } from "./storedResults";

export interface SavedCopy {
  readonly bytes: Uint8Array;
  /** What was changed in the workbench and is not in the copy, in words: "表1 的批注". */
  readonly unsaved: readonly string[];
}

/**
 * A copy of the file that a store was opened from, with what became another in the store since then: sheets, cells,
 * looks, marks, names, print settings. What opening the file again gives is what the store is compared with, so all
 * that was not touched stays as it was, shown in the grid or not; without any change the copy has the same bytes.
 * @param original the bytes as opened; they are not changed
 */
export function saveCopy(original: Uint8Array, store: WorkbookStore): SavedCopy {
  const { store: before } = openWorkbook(original, store.name);
  const arranged = withSheets(original, before, store);
  const edited = applyEdits(arranged, contentEdits(readWorkbook(arranged, store.name, true), store));
  const draft = new PackageDraft(edited);
  const workbook = readWorkbookPart(draft.file);
  const styles = new CellStyles(draft, workbook);
  const unsaved: string[] = [];
  for (const { name, part, isWorksheet } of workbook.sheets) {
    const sheet = store.sheets.find((one) => one.name === name);
    if (!isWorksheet || !sheet || sheet.statedRange) continue;
    const was = before.sheets.find(({ id }) => id === sheet.id) ?? blank();
    if (areNotesChanged(was, sheet) && hasThreads(draft, part)) unsaved.push(`${name} 的批注`);
    unsaved.push(...notWritten(was, sheet));
    let text = draft.read(part);
    const looks = changedLooks(was, sheet);
    if (looks.length > 0) text = numberedCells({ text, part });
    text = writeLooks({ text, part }, looks, styles);
    text = writeAspects({ text, part }, was, sheet);
    text = writeFormats({ text, part }, was, sheet, draft, workbook);
    text = writeLinks({ text, part }, was, sheet, draft, workbook.part);
    text = writeNotes({ text, part }, was, sheet, draft, workbook.part);
    const { text: calculated, unknown } = writeResults(text, part, sheet);
    if (unknown > 0) unsaved.push(`${name} 有 ${unknown} 个公式工作台不会算，保留原来的结果`);
    draft.write(part, calculated);
  }
  return { bytes: draft.toBytes(), unsaved };
}

function blank(): StoredSheet {
  return createWorkbookStore().sheets[0] as StoredSheet;
}

/** The file with the sheets and names of the store; what stands in them comes later. */
function withSheets(original: Uint8Array, before: WorkbookStore, store: WorkbookStore): Uint8Array {
  const draft = new PackageDraft(original);
  const workbook = readWorkbookPart(draft.file);
  const renames = new Map(
    before.sheets.flatMap(({ id, name }) => {
      const now = store.sheets.find((sheet) => sheet.id === id);
      return now && now.name !== name ? [[name.toLowerCase(), now.name] as const] : [];
    }),
  );
  const movedTo = arrangeSheets(draft, before, store);
  writeNames(draft, workbook, before, store, movedTo, renames);
  followRenames(draft, renames);
  return draft.toBytes();
}

/** What of a sheet became another but is written by nothing here. */
function notWritten(before: StoredSheet, sheet: StoredSheet): string[] {
  const differs = (of: (one: StoredSheet) => unknown) =>
    JSON.stringify(of(before)) !== JSON.stringify(of(sheet));
  return [
    ...(differs(({ comments }) => comments?.map(({ content }) => content) ?? []) ? ["会话批注"] : []),
    ...(areUnknownFormatsChanged(before, sheet) ? ["色阶、数据条等条件格式"] : []),
  ].map((what) => `${sheet.name} 的${what}`);
}
