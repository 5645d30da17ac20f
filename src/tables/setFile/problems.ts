/** What is wrong with a file of a set: notJson, missing, type, unknownField, id, kind, pattern, column, relation, empty. */
export type SetProblemKind =
  | "notJson"
  | "missing"
  | "type"
  | "unknownField"
  | "id"
  | "idTwice"
  | "choice"
  | "pattern"
  | "column"
  | "relation";

/** A problem of a file with the line it stands in, counted from 1. */
export interface SetProblem {
  readonly line: number;
  readonly problem: SetProblemKind;
  /** at: where, as tables[0].header[2]; found, wanted: what stands there and what should. */
  readonly args: Readonly<Record<string, string>>;
}
