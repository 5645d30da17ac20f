import type {
  LiveEdit,
  MarkEdit,
  RestoreRows,
  RowEdit,
  WriteCell,
  WriteName,
  WriteSetting,
} from "../workbook/edit";
import { applyMarks } from "./applyMarks";
import { capabilities } from "./capabilities";
import { errorCode, ExcelError } from "./hostError";
import { restoreMerges } from "./mergedAreas";
import { payloadBytes, payloadGroups } from "./payload";
import { queueContent } from "./queueContent";
import { lookBytes, piecesOf, queueLooks } from "./restoreLooks";
import { addMissingRules, clearOvergrown, findRulesBack } from "./rowRules";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";
import { sheetsOf } from "./sheetsOf";
import { newRows, takeMarksOffNewRows } from "./takeMarksOffNewRows";

/** What is known of the workbook from the last reading. */
export interface KnownWorkbook {
  /** Cells with a note of somebody else's, as "Sheet!B2": theirs stays, a mark there gets none. */
  readonly foreignNotes: ReadonlySet<string>;
  /** Names of sheets with marks. */
  readonly markedSheets: ReadonlySet<string>;
  /** The name of each sheet, by its id: one that somebody renames between two requests stays the one that is meant. */
  readonly sheetIds: ReadonlyMap<string, string>;
}

const NOTHING_KNOWN: KnownWorkbook = {
  foreignNotes: new Set(),
  markedSheets: new Set(),
  sheetIds: new Map(),
};

/**
 * Carries out edits of sheets in one round trip for cells and rows and one for marks, more where they are too much for
 * one; as one step of undo each where Excel has undo groups. Cells come first: a mark's formula looks at them.
 *
 * Excel takes nothing back by itself when it fails half-way; what has become of cells and rows is the caller's to find out.
 * Throws ExcelError when Excel refuses cells or rows, MarksRefused when it refuses marks alone.
 */
export async function applyEdits(
  edits: readonly Exclude<LiveEdit, WriteSetting>[],
  known: KnownWorkbook = NOTHING_KNOWN,
  run: RunBatch = runBatch,
): Promise<void> {
  const { hasNotes, hasUndoGroups } = capabilities();
  const contents = bySheetId(
    edits.filter((edit) => !isMark(edit)),
    known.sheetIds,
  );
  const restored = contents.filter((edit) => edit.kind === "restoreRows");
  // How rows look can be seen only once all of them have come.
  const come = restored.length > 0 ? contents.findLastIndex(isRowEdit) + 1 : contents.length;
  const rest = contents
    .slice(come)
    .flatMap((edit): (typeof edit)[] => (edit.kind === "restoreRows" ? piecesOf(edit) : [edit]));
  const applyAll = async (part: typeof rest) => {
    for (const group of payloadGroups(part, contentBytes)) await applyContent(run, group, hasUndoGroups);
  };
  await applyAll(contents.slice(0, come));
  const rules = await findRulesBack(run, restored);
  await clearOvergrown(run, rules);
  await restoreMerges(run, restored);
  await applyAll(rest);
  await addMissingRules(run, rules);
  const marked = [...newRows(contents)].filter(([sheet]) =>
    known.markedSheets.has(known.sheetIds.get(sheet) ?? sheet),
  );
  if (marked.length > 0) await takeMarksOffNewRows(run, new Map(marked));
  await applyMarks(edits.filter(isMark), { run, hasNotes, hasUndoGroups, foreignNotes: known.foreignNotes });
}

/** The same edits with sheets told by their ids, which Excel takes for names; those of sheets that are not known as they are. */
function bySheetId<T extends { readonly sheet: string }>(
  edits: readonly T[],
  names: ReadonlyMap<string, string>,
): readonly T[] {
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  return edits.map((edit) => ({ ...edit, sheet: ids.get(edit.sheet) ?? edit.sheet }));
}

/** When Excel cannot undo one of the edits in a group, cells are written once more without; rows are never tried twice. */
async function applyContent(
  run: RunBatch,
  edits: readonly (WriteCell | RowEdit | RestoreRows | WriteName)[],
  hasUndoGroups: boolean,
): Promise<void> {
  const carryOut = async (context: Excel.RequestContext) => {
    const sheets = sheetsOf(context, edits);
    await queueLooks(
      context,
      sheets,
      edits.filter((edit) => edit.kind === "restoreRows"),
    );
    queueContent(
      sheets,
      edits.filter((edit) => edit.kind !== "restoreRows"),
    );
    await context.sync();
  };
  if (!hasUndoGroups) return run(carryOut);
  try {
    await run(carryOut, { mergeUndoGroup: true });
  } catch (error) {
    if (!(error instanceof ExcelError) || errorCode(error.cause) !== "UndoNotSupported") throw error;
    if (edits.some(({ kind }) => kind !== "writeCell")) throw error;
    await run(carryOut);
  }
}

/** About how many bytes of a request an edit of cells or rows takes: its actions, and what is written. */
function contentBytes(edit: WriteCell | RowEdit | RestoreRows | WriteName): number {
  if (edit.kind === "restoreRows") return lookBytes(edit.looks);
  const written = edit.kind === "writeCell" && edit.content ? Object.values(edit.content)[0] : undefined;
  return 1200 + payloadBytes(written);
}

function isRowEdit({ kind }: LiveEdit): boolean {
  return kind === "insertRows" || kind === "deleteRows";
}

function isMark(edit: Exclude<LiveEdit, WriteSetting>): edit is MarkEdit {
  return edit.kind === "addMark" || edit.kind === "removeMark";
}
