import { MARK_SIGNATURE, MARK_STYLES, NOTE_SIGNATURE } from "../workbook/edit";
import type { ExistingMark } from "../workbook/snapshot";
import { isRefusal } from "./hostError";
import type { RunBatch } from "./runBatch";

/** A mark with the formula by which it is known; notes have none. */
export interface FoundMark extends ExistingMark {
  readonly formula: string;
}

/** The marks of one sheet. */
export interface SheetMarks {
  /** This product's marks, rules first, in the order of Excel's collections. */
  readonly found: readonly FoundMark[];
  /** Cells with a note of somebody else's, as "B2". */
  readonly foreignNotes: readonly string[];
  /** Rules that Excel did not tell the formula of; whether they are ours is not known. */
  readonly unreadable: number;
}

/** A conditional format with a formula, before it is known whose it is. */
interface RuleRef {
  readonly sheet: string;
  readonly id: string;
}

interface NoteRef {
  readonly sheet: string;
  readonly index: number;
  readonly isOurs: boolean;
}

/** What stands on one sheet: rules with a formula, and notes. */
export interface MarkPresence {
  readonly rules: readonly RuleRef[];
  readonly notes: readonly NoteRef[];
}

/** Gives what was asked for, once the next sync is over. */
type Answer<T> = () => T;

/** A rule takes about 600 bytes to be asked for and a few hundred in the answer. */
export const RULES_A_REQUEST = 1500;

/**
 * Asks which conditional formats with a formula stand anywhere on a sheet and, where the host has notes, which notes.
 * @param sheet its id or name
 */
export function askForPresence(
  context: Excel.RequestContext,
  sheet: string,
  hasNotes: boolean,
): Answer<MarkPresence> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const formats = worksheet.getRange().conditionalFormats.load("items/id,items/type");
  const notes = hasNotes ? worksheet.notes.load("items/content") : undefined;
  return () => ({
    rules: formats.items.filter(({ type }) => type === "Custom").map(({ id }) => ({ sheet, id })),
    notes: (notes?.items ?? []).map(({ content }, index) => ({
      sheet,
      index,
      isOurs: content.startsWith(NOTE_SIGNATURE),
    })),
  });
}

/** What tells our own marks from others: formulas of rules, cells of notes. What is missing could not be read. */
export type MarkTexts = ReadonlyMap<RuleRef | NoteRef, string>;

/** Asks for the texts of rules and notes. */
export function askForTexts(
  context: Excel.RequestContext,
  refs: readonly (RuleRef | NoteRef)[],
): Answer<MarkTexts> {
  const { worksheets } = context.workbook;
  const collections = new Map<string, Excel.ConditionalFormatCollection>();
  const asked = refs.map((ref): readonly [RuleRef | NoteRef, Answer<string>] => {
    if (isNote(ref)) {
      const cell = worksheets.getItem(ref.sheet).notes.getItemAt(ref.index).getLocation().load("address");
      return [ref, () => cell.address.slice(cell.address.lastIndexOf("!") + 1)];
    }
    const all = collections.get(ref.sheet) ?? worksheets.getItem(ref.sheet).getRange().conditionalFormats;
    collections.set(ref.sheet, all);
    const rule = all.getItem(ref.id).custom.rule.load("formula");
    return [ref, () => rule.formula];
  });
  return () => new Map(asked.map(([ref, answer]) => [ref, answer()]));
}

/** Rules and notes of all sheets. */
export function refsOf(presence: ReadonlyMap<string, MarkPresence>): readonly (RuleRef | NoteRef)[] {
  return [...presence.values()].flatMap(({ rules, notes }) => [...rules, ...notes]);
}

/**
 * The marks of sheets, tolerant of what Excel cannot read: one conditional format that it cannot makes it refuse all
 * that is asked for with it (OfficeDev/office-js issues 5222, 6396, 6827, 6835). Then less and less is asked for at a time, down to
 * the single rule, which is passed over and counted. Two round trips where Excel refuses nothing.
 * @param sheets their ids or names
 * @param present what stands on the sheets where that is known already
 */
export async function readMarks(
  run: RunBatch,
  sheets: readonly string[],
  hasNotes: boolean,
  present?: ReadonlyMap<string, MarkPresence>,
): Promise<ReadonlyMap<string, SheetMarks>> {
  const lost = new Set<string>();
  let known = present;
  if (!known) {
    const asked = await tolerantly(sheets, (some) =>
      run(async (context) => {
        const answers = some.map((sheet) => [sheet, askForPresence(context, sheet, hasNotes)] as const);
        await context.sync();
        return answers.map(([sheet, answer]) => [sheet, answer()] as const);
      }),
    );
    known = new Map(asked.answers);
    for (const sheet of asked.refused) lost.add(sheet);
  }
  const texts = await tolerantly(refsOf(known), (some) =>
    run(async (context) => {
      const answer = askForTexts(context, some);
      await context.sync();
      return [...answer()];
    }),
  );
  return marksOf(run, known, new Map(texts.answers), lost);
}

function isNote(ref: RuleRef | NoteRef): ref is NoteRef {
  return "index" in ref;
}

/**
 * Puts together what is known of the sheets. A rule whose formula is blank may be a mark that Excel broke off at, or a
 * user's that Excel does not tell the formula of: our colours tell, in one more round trip where there is such a rule.
 * @param texts formulas of rules and cells of notes; those that are missing could not be read
 * @param lost sheets of which nothing could be read
 */
export async function marksOf(
  run: RunBatch,
  presence: ReadonlyMap<string, MarkPresence>,
  texts: MarkTexts,
  lost: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, SheetMarks>> {
  const blank = [...presence.values()].flatMap(({ rules }) => rules.filter((ref) => texts.get(ref) === ""));
  const begun = await ourColours(run, blank);
  const marks = new Map<string, SheetMarks>();
  for (const sheet of lost) marks.set(sheet, { found: [], foreignNotes: [], unreadable: 1 });
  for (const [sheet, { rules, notes }] of presence) {
    const own = rules.filter((ref) => begun.has(ref) || texts.get(ref)?.includes(MARK_SIGNATURE));
    const cellsOf = (isOurs: boolean) =>
      notes.filter((ref) => ref.isOurs === isOurs).flatMap((ref) => texts.get(ref) ?? []);
    marks.set(sheet, {
      found: [
        ...own.map((ref): FoundMark => ({ id: ref.id, kind: "format", formula: texts.get(ref) ?? "" })),
        // A note has no id; Excel finds it by its cell.
        ...cellsOf(true).map((id): FoundMark => ({ id, kind: "note", formula: "" })),
      ],
      foreignNotes: cellsOf(false),
      unreadable: rules.filter((ref) => !texts.has(ref)).length,
    });
  }
  return marks;
}

/** Those of the rules that have a mark's fill and font. */
async function ourColours(run: RunBatch, rules: readonly RuleRef[]): Promise<ReadonlySet<RuleRef>> {
  const { answers } = await tolerantly(rules, (some) =>
    run(async (context) => {
      const looks = some.map((ref) => {
        const { conditionalFormats } = context.workbook.worksheets.getItem(ref.sheet).getRange();
        const { format } = conditionalFormats.getItem(ref.id).custom;
        return { ref, fill: format.fill.load("color"), font: format.font.load("color") };
      });
      await context.sync();
      return looks.map(({ ref, fill, font }) => [ref, `${fill.color} ${font.color}`.toUpperCase()] as const);
    }),
  );
  const ours = new Set(Object.values(MARK_STYLES).map(({ fill, font }) => `${fill} ${font}`));
  return new Set(answers.filter(([, look]) => ours.has(look)).map(([ref]) => ref));
}

/** Round trips spent on finding out what Excel refuses; what is left then counts as refused. */
const MOST_ATTEMPTS = 200;

/** Asks about some things at a time; where Excel refuses, about half of them each, down to the single one. */
async function tolerantly<T, A>(
  things: readonly T[],
  ask: (some: readonly T[]) => Promise<readonly (readonly [T, A])[]>,
): Promise<{ readonly answers: readonly (readonly [T, A])[]; readonly refused: readonly T[] }> {
  const answers: (readonly [T, A])[] = [];
  const refused: T[] = [];
  const groups: (readonly T[])[] = [];
  for (let first = 0; first < things.length; first += RULES_A_REQUEST)
    groups.push(things.slice(first, first + RULES_A_REQUEST));
  for (let attempts = 0; groups.length > 0; attempts++) {
    const group = groups.shift() as readonly T[];
    if (attempts >= MOST_ATTEMPTS) {
      refused.push(...group);
      continue;
    }
    try {
      answers.push(...(await ask(group)));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (group.length === 1) refused.push(...group);
      else groups.unshift(group.slice(0, group.length >> 1), group.slice(group.length >> 1));
    }
  }
  return { answers, refused };
}
