import type { CellAddress } from "./address";
import type { LiveEdit } from "./edit";
import type { WorkbookSnapshot } from "./snapshot";

/** What the actions need of a live workbook. Excel implements it (src/excel); tests may too. */
export interface WorkbookPort {
  /** A fresh picture of the whole workbook; nothing is cached between actions. */
  read(): Promise<WorkbookSnapshot>;
  /** Carries out all edits in one go, as one step of undo where the host has such. */
  apply(edits: readonly LiveEdit[]): Promise<void>;
  /** Shows and selects one cell. */
  select(address: CellAddress): Promise<void>;
}
