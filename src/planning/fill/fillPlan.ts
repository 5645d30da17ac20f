import type { CodeSystem } from "../../tables/definition";
import type { MessageRef } from "../../messages/messageRef";
import type { CellAddress, CellRange } from "../../workbook/address";

/** One cell to be filled: what stands there (mostly nothing), what will, and on what grounds. */
export interface Fill {
  readonly cell: CellAddress;
  /** Id of the table it belongs to. */
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly why: readonly MessageRef[];
}

/** Something to choose from: the text that would stand in the cell, and the name it goes with. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
}

/** What is left to the user: nothing is ever filled on a guess. */
export interface Question {
  readonly cell: CellAddress;
  readonly table: string;
  /** What stands beside the blank: the name whose code is wanted, or the code whose name is. */
  readonly subject: string;
  /** What is wanted; the answer is given as such. */
  readonly wanted: "code" | "name";
  readonly system: CodeSystem;
  /** The likeliest first; empty when nothing in the lists or the workbook fits. */
  readonly candidates: readonly Candidate[];
  readonly why: MessageRef;
  /** Cells that follow from the answer and need not be asked for. */
  readonly follows: readonly CellAddress[];
}

/** A filled cell that disagrees with the lists. It is never changed by filling. */
export interface Suggestion {
  readonly cell: CellAddress;
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly why: MessageRef;
}

/** Why a suggestion is made whose name was right in an earlier year; FillOptions.updateNames carries those out. */
export const OUTDATED_NAME = "suggest.outdatedName";

export interface FillPlan {
  readonly fills: readonly Fill[];
  readonly asked: readonly Question[];
  readonly suggestions: readonly Suggestion[];
}

/** Which cells are filled: what is selected, the tables of one sheet, or all. */
export type FillScope =
  | { readonly kind: "selection"; readonly sheet: string; readonly range: CellRange }
  | { readonly kind: "table"; readonly sheet: string }
  | { readonly kind: "workbook" };

/** An answer to a question: a code or a name, by the question's cell. */
export interface Answer {
  readonly cell: CellAddress;
  readonly value: string;
}
