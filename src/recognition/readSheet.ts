import { Derived } from "../workbook/derived";
import type { SheetSnapshot } from "../workbook/snapshot";

/** A sheet that is being recognised, with what has been worked out of it, of its rows and of the tables tried on it. */
export interface ReadSheet extends SheetSnapshot {
  readonly facts: Derived;
}

/** A sheet of a picture, to be recognised. */
export function readSheet(sheet: SheetSnapshot, facts = new Derived()): ReadSheet {
  return { ...sheet, facts };
}
