import { formatA1 } from "./address";
import type { MarkEdit } from "./edit";

/** Why a host did not write marks. */
export type MarksRefusal = "protected" | "busy" | "changed" | "unsupported" | "cellEditMode" | "unknown";

/** So many cells are named; the rest are counted. */
const MOST_NAMED = 5;

/**
 * Thrown by WorkbookPort.apply when some marks could not be written, or old ones not removed; everything else of the
 * edits was done. Key and args are a message to be worded.
 */
export class MarksRefused extends Error {
  readonly key: `marks.notWritten.${MarksRefusal}`;
  readonly args: Readonly<Record<string, string | readonly string[]>>;
  readonly unwritten: readonly MarkEdit[];

  constructor(why: MarksRefusal, unwritten: readonly MarkEdit[], cause: unknown) {
    const count = String(unwritten.length);
    const places = new Set(unwritten.map(placeOf));
    const named = [...places].slice(0, MOST_NAMED);
    super(`${count} marks were refused (${why}): ${named.join(" ")}`, { cause });
    this.name = "MarksRefused";
    this.key = `marks.notWritten.${why}`;
    this.args = { count, cells: places.size > MOST_NAMED ? [...named, "…"] : named };
    this.unwritten = unwritten;
  }
}

/** A mark that is to go is known by its sheet alone. */
function placeOf(edit: MarkEdit): string {
  return edit.kind === "addMark" ? `${edit.sheet}!${formatA1(edit.row, edit.column)}` : edit.sheet;
}
