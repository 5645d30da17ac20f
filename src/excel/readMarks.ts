import { MARK_SIGNATURE, NOTE_SIGNATURE } from "../workbook/edit";
import type { ExistingMark } from "../workbook/snapshot";

/** A mark with the formula by which it is known; notes have none. */
export interface FoundMark extends ExistingMark {
  readonly formula: string;
}

/** What is being read of one sheet's marks, step by step: each step follows a round trip and asks for the next. */
export interface MarkReading {
  /** After the first round trip: asks for what tells our own from others. */
  askForDetails(): void;
  /** After the second: this product's marks on the sheet. */
  found(): readonly FoundMark[];
  /** After the second: cells with a note of somebody else's, as "B2". */
  foreignNotes(): readonly string[];
}

/**
 * Asks for the marks of a sheet: conditional formats with a formula of ours anywhere on it, and, where the host has
 * notes, notes that begin with our signature. Only their presence is asked for at first, since an Excel format of
 * another kind has no formula to ask for.
 */
export function askForMarks(sheet: Excel.Worksheet, hasNotes: boolean): MarkReading {
  const formats = sheet.getRange().conditionalFormats.load("items/id,items/type");
  const notes = hasNotes ? sheet.notes.load("items/content") : undefined;
  let details: { format: Excel.ConditionalFormat; rule: Excel.ConditionalFormatRule }[] = [];
  let places: { note: Excel.Note; cell: Excel.Range }[] = [];

  const placesOf = (own: boolean) =>
    places
      .filter(({ note }) => note.content.startsWith(NOTE_SIGNATURE) === own)
      .map(({ cell }) => cell.address.slice(cell.address.lastIndexOf("!") + 1));

  return {
    askForDetails: () => {
      details = formats.items
        .filter(({ type }) => type === "Custom")
        .map((format) => ({ format, rule: format.custom.rule.load("formula") }));
      places = (notes?.items ?? []).map((note) => ({ note, cell: note.getLocation().load("address") }));
    },
    found: () => [
      ...details
        .filter(({ rule }) => isOurs(rule.formula))
        .map(({ format, rule }): FoundMark => ({ id: format.id, kind: "format", formula: rule.formula })),
      // A note has no id; Excel finds it by its cell.
      ...placesOf(true).map((id): FoundMark => ({ id, kind: "note", formula: "" })),
    ],
    foreignNotes: () => placesOf(false),
  };
}

/**
 * A mark's formula carries the signature. One that is blank is a mark that Excel broke off at before it had its formula:
 * users cannot leave it so.
 */
function isOurs(formula: string): boolean {
  return formula.includes(MARK_SIGNATURE) || formula === "";
}
