import type { CellRange } from "../../src/workbook/address";

/** What an engine tells of: what the user has done in the grid. Sheets by their ids. */
export type UserChange =
  | { readonly kind: "cells"; readonly sheet: string; readonly range: CellRange; readonly change: ChangeType }
  | { readonly kind: "selection"; readonly sheet: string; readonly range: CellRange }
  | { readonly kind: "activated"; readonly sheet: string; readonly before: string }
  | { readonly kind: "calculated"; readonly sheet: string };

/** Excel.DataChangeType, as far as it is known here. */
export type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

/**
 * What calculates the workbook of a store and, in the browser, shows it. The host works on the store alone; an engine
 * keeps store and its own workbook the same in both directions.
 */
export interface WorkbookEngine {
  /** True when the host has written cells that the engine has not taken over: values may be stale. */
  readonly isBehind: boolean;
  /**
   * Takes over what the host has changed; settles when every formula is calculated and its value in the store.
   * @param isMidway in the middle of a request: what follows in it belongs to the same step of undo
   */
  settle(isMidway?: boolean): Promise<void>;
  /** Calls back after each change by the user, once it is in the store; gives the function that stops it. */
  onUserChange(listener: (change: UserChange) => void): () => void;
}
