import type { MessageRef } from "../messages/messageRef";
import type { CellAddress } from "../workbook/address";

/**
 * One point of what has to be published. met; unmet: something is missing; doubt: it may be; manual: only a person can tell;
 * unknown: there is no text to look in; notApplicable: the office has nothing of the kind.
 */
export type PointStatus = "met" | "unmet" | "doubt" | "manual" | "unknown" | "notApplicable";

/** A point of the list to tick, with what it rests on. */
export interface Point {
  /** complete.table, complete.empty, complete.detail, complete.sangong, complete.units, complete.section, complete.manual */
  readonly rule: string;
  /** Of its kind: the id of a table, of a section. */
  readonly id: string;
  readonly status: PointStatus;
  /** What is asked for. */
  readonly point: MessageRef;
  /** The document it rests on. */
  readonly basis: MessageRef;
  /** What is wrong; undefined where nothing is. */
  readonly problem: MessageRef | undefined;
  readonly cells: readonly CellAddress[];
}
