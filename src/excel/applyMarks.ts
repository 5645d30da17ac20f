import { formatA1 } from "../workbook/address";
import type { AddMark, MarkEdit } from "../workbook/edit";
import { MarksRefused } from "../workbook/marksRefused";
import type { MarksRefusal } from "../workbook/marksRefused";
import { errorCode, ExcelError, isRefusal } from "./hostError";
import { missingEdits } from "./missingEdits";
import { payloadGroups } from "./payload";
import { inMarkOrder, markBytes, queueMarks, queueNotes } from "./queueMarks";
import { readMarks } from "./readMarks";
import type { RunBatch } from "./runBatch";
import { sheetsOf } from "./sheetsOf";

export interface MarkOptions {
  readonly run: RunBatch;
  readonly hasNotes: boolean;
  readonly hasUndoGroups: boolean;
  /** Cells with a note of somebody else's, as "Sheet!B2": theirs stays, the mark gets none. */
  readonly foreignNotes: ReadonlySet<string>;
}

/** After so many refusals what is left is given up: something is wrong with the workbook, not with a mark. */
const MOST_REFUSALS = 20;

/** Refusals that hold for everything on the sheet. */
const OF_SHEET: ReadonlySet<string> = new Set(["host.protected", "host.unsupported"]);

/** What a refusal leaves to be done, and what it leaves undone for good. */
interface Remainder {
  readonly rest: readonly MarkEdit[];
  readonly unwritten: readonly MarkEdit[];
}

/**
 * Carries out mark edits in one round trip for each 4 MB. Excel takes nothing back when it fails half-way: then two round
 * trips find out what is still missing, the edit it failed at is left out, and the rest is tried again.
 * Throws MarksRefused when some were left out; nothing else but a defect of ours.
 */
export async function applyMarks(edits: readonly MarkEdit[], options: MarkOptions): Promise<void> {
  const unwritten: MarkEdit[] = [];
  let cause: unknown;
  let refusals = 0;
  let isGrouped = options.hasUndoGroups;
  for (const group of payloadGroups(inMarkOrder(edits), markBytes)) {
    let rest: readonly MarkEdit[] = group;
    while (rest.length > 0) {
      try {
        await carryOut(rest, options, isGrouped);
        rest = [];
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        refusals++;
        const isOfUndo = errorCode(error.cause) === "UndoNotSupported";
        const left = await remainderOf(rest, error, options, refusals);
        // What cannot be undone in a group is done without one.
        if (isOfUndo && isGrouped) left.rest = [...left.rest, ...left.unwritten];
        else {
          unwritten.push(...left.unwritten);
          cause ??= error;
        }
        isGrouped &&= !isOfUndo;
        rest = inMarkOrder(left.rest);
      }
    }
  }
  if (unwritten.length > 0) throw new MarksRefused(reasonOf(cause), unwritten, cause);
}

function carryOut(
  edits: readonly MarkEdit[],
  { run, hasNotes, foreignNotes }: MarkOptions,
  isGrouped: boolean,
): Promise<void> {
  return run(
    async (context) => {
      queueMarks(sheetsOf(context, edits), edits, hasNotes, foreignNotes);
      await context.sync();
    },
    isGrouped ? { mergeUndoGroup: true } : {},
  );
}

/**
 * What is left of edits that Excel failed at. Excel does them in their order, so that the first one missing is the one it
 * refused; a busy Excel refuses none in particular, and is asked once more.
 */
async function remainderOf(
  edits: readonly MarkEdit[],
  error: ExcelError,
  options: MarkOptions,
  refusals: number,
): Promise<{ rest: readonly MarkEdit[]; unwritten: readonly MarkEdit[] }> {
  const nothing: Remainder = { rest: [], unwritten: edits };
  if (!isRefusal(error)) return nothing;
  let missing: readonly MarkEdit[];
  try {
    missing = await missingEdits(options.run, edits, options.hasNotes);
    const [culprit] = missing;
    // A note was refused, or the answer got lost after everything was done.
    if (!culprit) {
      if (options.hasNotes) await addMissingNotes(options.run, edits);
      return { rest: [], unwritten: [] };
    }
    if (culprit.kind === "addMark") await dropHalfMade(options.run, culprit);
    if (refusals >= MOST_REFUSALS) return { rest: [], unwritten: missing };
    if (error.key === "host.busy" && refusals === 1) return { rest: missing, unwritten: [] };
    const isRefused = (edit: MarkEdit) =>
      edit === culprit || (OF_SHEET.has(error.key) && edit.sheet === culprit.sheet);
    return {
      rest: missing.filter((edit) => !isRefused(edit)),
      unwritten: missing.filter(isRefused),
    };
  } catch (failure) {
    if (!(failure instanceof ExcelError)) throw failure;
    return nothing;
  }
}

/**
 * Notes that are still missing, somebody having put one of their own onto a cell meanwhile: two round trips to find them and
 * one to add them. A mark stands without its note where that fails.
 */
async function addMissingNotes(run: RunBatch, edits: readonly MarkEdit[]): Promise<void> {
  const additions = edits.filter((edit) => edit.kind === "addMark");
  const present = await readMarks(run, [...new Set(additions.map(({ sheet }) => sheet))], true);
  const taken = [...present].flatMap(([sheet, { found, foreignNotes }]) => [
    ...found.filter(({ kind }) => kind === "note").map(({ id }) => `${sheet}!${id}`),
    ...foreignNotes.map((cell) => `${sheet}!${cell}`),
  ]);
  try {
    await run(async (context) => {
      queueNotes(sheetsOf(context, additions), additions, new Set(taken));
      await context.sync();
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/**
 * A conditional format that Excel broke off at before it had its look and formula: the topmost of the sheet, on the very
 * cell, without a formula. It shows nothing, but would stay for ever.
 */
async function dropHalfMade(run: RunBatch, { sheet, row, column }: AddMark): Promise<void> {
  const isOn = (address: string) => address.slice(address.lastIndexOf("!") + 1) === formatA1(row, column);
  try {
    await run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const formats = worksheet.getRangeByIndexes(row, column, 1, 1).conditionalFormats.load("items/type");
      await context.sync();
      const [format] = formats.items;
      if (format?.type !== "Custom") return;
      const rule = format.custom.rule.load("formula");
      const place = format.getRange().load("address");
      await context.sync();
      if (rule.formula !== "" || !isOn(place.address)) return;
      format.delete();
      await context.sync();
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function reasonOf(error: unknown): MarksRefusal {
  const reasons: Readonly<Record<string, MarksRefusal>> = {
    "host.protected": "protected",
    "host.busy": "busy",
    "host.changed": "changed",
    "host.unsupported": "unsupported",
    "host.cellEditMode": "cellEditMode",
  };
  return (error instanceof ExcelError && reasons[error.key]) || "unknown";
}
