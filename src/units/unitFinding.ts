import type { MessageRef } from "../messages/messageRef";
import type { CellAddress } from "../workbook/address";

/** A unit as a finding names it. */
export interface NamedUnit {
  readonly file: string;
  readonly name: string;
  readonly code: string;
}

/** One thing that comparing a department with its units has to say. Amounts are decimal strings in 万元. */
export interface UnitFinding {
  readonly severity: "error" | "warning" | "info";
  /** units.lacks, units.twice, units.scale, units.moved, units.differs, units.extra, units.own, units.noFile, units.twiceFile, units.offset, units.adjustment, units.notOffset */
  readonly rule: string;
  /** The unit that it is about; null where it cannot be told. */
  readonly unit: NamedUnit | null;
  /** Units of which it may be, where it cannot be told. */
  readonly candidates: readonly NamedUnit[];
  readonly message: MessageRef;
  /** What the department should have, and what it has, in the figure told first. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** actual − expected */
  readonly difference: string | null;
  /** The department's cells. */
  readonly cells: readonly CellAddress[];
  readonly unitCells: readonly (CellAddress & { readonly file: string })[];
}
