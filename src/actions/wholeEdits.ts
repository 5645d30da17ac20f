import { inverseEdits } from "../planning/inverse";
import { toKeep } from "../planning/toKeep";
import { touchedPart } from "../planning/touchedPart";
import type { MessageRef } from "../messages/messageRef";
import { contentKey, writtenKey } from "../workbook/content";
import type { AddSheet, LiveEdit } from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import type { Kept } from "../workbook/kept";
import { NOTHING_KEPT } from "../workbook/kept";
import type { WorkbookPort } from "../workbook/port";
import type { Cell, WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress } from "../workbook/snapshot";
import type { Journalled } from "./journal/journal";
import { Cancelled } from "./task";

/**
 * The host has failed half-way, and failed again when what it had done was to be taken back: the journal holds it, and
 * 撤销 takes it back once the host can. Key and args are a message to be worded.
 */
class HalfDoneError extends Error {
  readonly key = "journal.halfDone";
  readonly args = {};

  constructor(cause: unknown) {
    super("half done, and not taken back", { cause });
    this.name = "HalfDoneError";
  }
}

/** How edits are carried out. */
export interface WholeOptions {
  /** What is being done, for the journal; what has none is not noted there, such as taking back. */
  readonly label?: MessageRef;
  /** Sheets that are added before the edits; `carryOut` adds them, and takes them away itself when it fails. */
  readonly sheets?: readonly AddSheet[];
  /** True where what is written has the format that is there anyway: nothing has to be read beforehand. */
  readonly hasUsualFormats?: boolean;
  /** Where edits are not carried out by `apply`. */
  readonly carryOut?: () => Promise<void>;
}

/**
 * Carries edits out, all or none: what they replace is read and noted before, and when the host fails half-way what it has
 * done of them is taken back, and its error is thrown; cancelled before the first change it has done nothing. Gives the id
 * of the step in the journal, if there is one.
 * @param before the workbook as it was read just before
 * Throws HalfDoneError when not even taking back succeeds, unless there is nothing to take back.
 */
export async function applyWhole(
  port: WorkbookPort & Journalled,
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  options: WholeOptions = {},
): Promise<number | undefined> {
  const { label, sheets = [], carryOut = () => port.apply(edits) } = options;
  const kept = options.hasUsualFormats ? NOTHING_KEPT : await keptOf(port, before, edits);
  const journal = label && port.journal;
  const id = label && journal?.open({ label, edits, sheets, before: touchedPart(before, edits), kept });
  try {
    await carryOut();
  } catch (error) {
    if (isNotBegun(error)) {
      if (id !== undefined) journal?.drop(id);
      throw error;
    }
    if (journal && isHalfDone(error)) throw new HalfDoneError(error);
    try {
      if (edits.length > 0) await takeBack(port, before, edits, kept);
    } catch (second) {
      // A host that refuses all changes, as on a protected sheet, refuses to take them back too: none was made.
      if (!(await isAsBefore(port, before, edits))) {
        if (!journal) throw second;
        throw new HalfDoneError(new AggregateError([error, second]));
      }
    }
    if (id !== undefined) journal?.drop(id);
    throw error;
  }
  if (id !== undefined) journal?.close(id);
  return id;
}

/**
 * True where the user has cancelled before the first change: at its step (cancellable.ts), or while the host waited for him
 * to leave a cell (hostError.ts).
 */
function isNotBegun(error: unknown): boolean {
  if (error instanceof Cancelled) return true;
  const { key, isMidway } = error as { readonly key?: unknown; readonly isMidway?: unknown };
  return key === "host.cellEditMode" && isMidway === false;
}

/** True when sheets were begun and could not be taken away again (hostError.ts); their edits had not come yet. */
function isHalfDone(error: unknown): boolean {
  return error instanceof Error && "key" in error && error.key === "host.halfDone";
}

/** What edits are about to replace; nothing is asked where the snapshot holds it all. */
async function keptOf(
  port: WorkbookPort,
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
): Promise<Kept> {
  const wanted = toKeep(before, edits);
  const isNeeded = wanted.cells.length > 0 || wanted.rows.length > 0;
  return (isNeeded && (await port.keep?.(wanted))) || NOTHING_KEPT;
}

/** Cells and settings can be written back whether they were written or not; of rows it has to be known which have come. */
async function takeBack(
  port: WorkbookPort,
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  kept: Kept,
): Promise<void> {
  const hasRows = edits.some(({ kind }) => kind === "insertRows" || kind === "deleteRows");
  const done = hasRows ? carriedOut(before, edits, await port.read()) : edits;
  if (done.length === 0) return;
  try {
    await port.apply(inverseEdits(before, done, kept));
  } catch (error) {
    // Sheets that have gone or got other names meanwhile cannot be written to, and before they went were not.
    const now = await port.read();
    const rest = done.filter((edit) => !("sheet" in edit) || isThere(now, edit.sheet));
    if (rest.length === done.length || isWrittenElsewhere(before, now, done)) throw error;
    if (rest.length > 0) await port.apply(inverseEdits(before, rest, kept));
  }
}

/** True when a workbook is what it was before edits; false where it cannot be read, and of edits of what is not read. */
async function isAsBefore(
  port: WorkbookPort,
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
): Promise<boolean> {
  const places = edits.map((edit) => (READ_KINDS.has(edit.kind) && "sheet" in edit ? edit.sheet : undefined));
  if (places.includes(undefined)) return false;
  const names = new Set(places.filter((name) => name !== undefined));
  try {
    return contentsOf(await port.read(), names, true) === contentsOf(before, names, true);
  } catch {
    return false;
  }
}

/** Edits whose whole effect is read again. */
const READ_KINDS: ReadonlySet<LiveEdit["kind"]> = new Set(["writeCell", "insertRows", "deleteRows"]);

function isThere({ sheets }: WorkbookSnapshot, sheet: string): boolean {
  return sheets.some(({ name }) => name === sheet);
}

/** True when a sheet that was not there before, as one with another name since, holds what an edit has written. */
function isWrittenElsewhere(
  before: WorkbookSnapshot,
  now: WorkbookSnapshot,
  edits: readonly LiveEdit[],
): boolean {
  const fresh = now.sheets.filter(({ name }) => !isThere(before, name));
  const lost = edits.filter((edit) => edit.kind === "writeCell").filter(({ sheet }) => !isThere(now, sheet));
  return lost.some((edit) => {
    const was = contentKey(cellAtAddress(before, edit));
    return fresh.some(({ name }) => {
      const is = contentKey(cellAtAddress(now, { ...edit, sheet: name }));
      return is !== was && is === writtenKey(edit.content);
    });
  });
}

/**
 * The edits that a host has carried out before it failed: a host does them in order, so that the workbook is now what the
 * first so many of them make of it. None when it is something else, as somebody else has changed it too: nothing is
 * touched then.
 */
export function carriedOut(
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  now: WorkbookSnapshot,
): readonly LiveEdit[] {
  const names = new Set(edits.flatMap((edit) => ("sheet" in edit ? [edit.sheet] : [])));
  const wanted = contentsOf(now, names);
  let state = before;
  for (let count = 0; ; count++) {
    if (contentsOf(state, names) === wanted) return edits.slice(0, count);
    const next = edits[count];
    if (!next) return [];
    state = editedWorkbook(state, [next]);
  }
}

/** What stands on some sheets, and in which number formats where they count, as a text to compare by. */
export function contentsOf(
  { sheets }: WorkbookSnapshot,
  names: ReadonlySet<string>,
  hasFormats = false,
): string {
  const textsOf = (cells: ReadonlyMap<number, Cell>) =>
    [...cells].map(([at, cell]) => [at, contentKey(cell), ...(hasFormats ? [cell.numberFormat] : [])]);
  const wanted = sheets.filter(({ name }) => names.has(name));
  return JSON.stringify(
    wanted.map(({ name, rows }) => [name, [...rows].map(([row, cells]) => [row, textsOf(cells)])]),
  );
}
