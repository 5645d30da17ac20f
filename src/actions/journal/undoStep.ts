import { isUntouched, leavesNoSheet, sheetLookingAt } from "../../planning/insert/insertedSheets";
import { planTakingBack } from "../../planning/takingBack";
import type { MessageRef } from "../../messages/messageRef";
import type { CellAddress } from "../../workbook/address";
import type { AddSheet, LiveEdit } from "../../workbook/edit";
import type { SheetPort, WorkbookPort } from "../../workbook/port";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { applyWhole, carriedOut, contentsOf } from "../wholeEdits";
import type { Journalled, Step } from "./journal";

/** What becomes of cells that somebody has changed since: it is asked, they stay as they are, or they are taken back too. */
export type Consent = "ask" | "keep" | "overwrite";

/** What 撤销 came to. */
export type Undone =
  /** Taken back; `kept` cells changed since were left alone. */
  | { readonly kind: "undone"; readonly label: MessageRef; readonly kept: number }
  /** Nothing of the step is there any more: taken back in Excel already, or never saved. Nothing was changed. */
  | { readonly kind: "gone"; readonly label: MessageRef }
  /** It cannot be taken back, as the sentence says; nothing was changed. */
  | { readonly kind: "blocked"; readonly label: MessageRef; readonly why: MessageRef }
  /** Somebody has changed these cells or sheets since; nothing was changed. `mayKeep`: they can stay as they are. */
  | {
      readonly kind: "asks";
      readonly label: MessageRef;
      readonly cells: readonly CellAddress[];
      readonly sheets: readonly string[];
      readonly mayKeep: boolean;
    };

type UndoPort = WorkbookPort & Partial<SheetPort> & Journalled;

/**
 * 撤销: takes the last step of the journal back, all or nothing, and its sheets after its cells. A step that was left half
 * done is taken back as far as it was done. What somebody has changed since is never written over unasked.
 * Gives undefined when there is no step. Throws what the port throws; the step stays then.
 */
export async function undoLast(port: UndoPort, consent: Consent = "ask"): Promise<Undone | undefined> {
  const step = port.journal?.steps().at(-1);
  return step && undoStep(port, step, consent);
}

async function undoStep(port: UndoPort, step: Step, consent: Consent): Promise<Undone> {
  const now = await port.read();
  const { label } = step;
  const edits = step.isOpen ? doneOf(step, now) : step.edits;
  if (!edits) return blocked(label, "journal.unclear", namesIn(step.edits));
  const plan = planTakingBack({ ...step, edits }, now);
  const sheets = presentSheets(step, now);
  // Of a step that stopped half-way a format may have come without its content.
  const isAnything = step.isOpen && plan.edits.length > 0;
  if (plan.isGone && !isAnything && sheets.length === 0) {
    port.journal?.drop(step.id);
    return { kind: "gone", label };
  }
  if (plan.moved.length > 0) return blocked(label, "journal.moved", plan.moved);
  const user = sheetLookingAt(now, namesOf(sheets), plan.edits);
  if (sheets.length > 0 && user !== undefined) return blocked(label, "insert.usedSince", [user]);
  if (sheets.length > 0 && leavesNoSheet(now, namesOf(sheets)))
    return blocked(label, "journal.lastSheet", namesOf(sheets));
  const typedIn = sheets
    .filter(({ design }) => !isUntouched(now, design, step.isOpen))
    .map(({ design }) => design.name);
  const cells = [...plan.lost, ...plan.changed.map(({ at }) => at)];
  const mayKeep = plan.lost.length === 0 && typedIn.length === 0;
  if (cells.length + typedIn.length > 0 && (consent === "ask" || (consent === "keep" && !mayKeep)))
    return { kind: "asks", label, cells, sheets: typedIn, mayKeep };
  const over = consent === "overwrite" ? plan.changed.map(({ edit }) => edit) : [];
  await carryOut(port, step, now, { back: [...plan.edits, ...over], sheets });
  port.journal?.drop(step.id);
  return { kind: "undone", label, kept: plan.changed.length - over.length };
}

function blocked(label: MessageRef, key: string, sheets: readonly string[]): Undone {
  return { kind: "blocked", label, why: { key, args: { sheets, sheet: sheets } } };
}

function namesOf(sheets: readonly AddSheet[]): string[] {
  return sheets.map(({ design }) => design.name);
}

function namesIn(edits: readonly LiveEdit[]): string[] {
  return [...new Set(edits.flatMap((edit) => ("sheet" in edit ? [edit.sheet] : [])))];
}

/** Cells, rows and settings first, so that no formula loses the cells it looks at. */
async function carryOut(
  port: UndoPort,
  step: Step,
  now: WorkbookSnapshot,
  { back, sheets }: { readonly back: readonly LiveEdit[]; readonly sheets: readonly AddSheet[] },
): Promise<void> {
  const names = namesOf(sheets);
  const hasRows = back.some(({ kind }) => kind === "insertRows" || kind === "deleteRows");
  // Cells can be taken back once more wherever it has stopped; of rows it has to be known which have come.
  if (back.length > 0) {
    const id = await applyWhole(port, now, back, hasRows ? { label: undoing(step) } : {});
    if (id !== undefined) port.journal?.drop(id);
  }
  if (names.length > 0) {
    await port.removeSheets?.(
      names,
      sheets.flatMap(({ design }) => design.names.map(({ name }) => name)),
    );
  }
}

function undoing({ label }: Step): MessageRef {
  return label.key === "journal.undoing" ? label : { key: "journal.undoing", args: {} };
}

/** Sheets of a step that are there, and were not before it. */
function presentSheets({ sheets, before }: Step, now: WorkbookSnapshot): AddSheet[] {
  const there = new Set(now.sheets.map(({ name }) => name));
  const earlier = new Set(before.sheets.map(({ name }) => name));
  return sheets.filter(({ design: { name } }) => there.has(name) && !earlier.has(name));
}

/**
 * What was done of a step that may be half done. Of cells each tells by itself; undefined where rows came or went and it
 * cannot be told.
 */
function doneOf(step: Step, now: WorkbookSnapshot): readonly LiveEdit[] | undefined {
  const hasRows = step.edits.some(({ kind }) => kind === "insertRows" || kind === "deleteRows");
  if (!hasRows) return step.edits;
  const done = carriedOut(step.before, step.edits, now);
  const names = new Set(namesIn(step.edits));
  return done.length > 0 || contentsOf(step.before, names) === contentsOf(now, names) ? done : undefined;
}
