import type { ForcedFailure } from "../../../workbench/host/disturbances";
import type { StoredSheet, WorkbookStore } from "../../../workbench/host/store";
import { removeSheet, renameSheet } from "../../../workbench/host/structure/sheets";

/** How one round trip of a command goes wrong. */
export interface Way {
  /** Excel refuses it, or its answer gets lost. */
  readonly failure?: Omit<ForcedFailure, "afterRoundTrips">;
  /** The pane is closed before it is sent, or before it is answered. */
  readonly closes?: "before" | "after";
  /** Somebody changes the workbook just before it. */
  meanwhile?(store: WorkbookStore, sheet: StoredSheet): void;
  /** Somebody makes possible again what he has made impossible. */
  lift?(sheet: StoredSheet): void;
  /** What of a workbook is to be as before or as asked, where somebody has changed it meanwhile: its lines (workbookLines). */
  ownLines?(lines: readonly string[]): readonly string[];
  /** True where the command has to do as it was asked all the same. */
  readonly isOvercome?: boolean;
}

/** What somebody types below the table while a command runs. */
const TYPED = "审核人：李四";

/** Round trips that Excel fails at. */
export const FAILURES: Readonly<Record<string, Way>> = {
  before: { failure: { code: "GeneralException" } },
  busy: { failure: { code: "RequestAborted" } },
  half: { failure: { code: "GeneralException", afterActions: 7 } },
  late: { failure: { code: "GeneralException", afterActions: 60 } },
  after: { failure: { code: "GeneralException", isLost: true } },
};

/** What else comes in between. */
export const DISTURBANCES: Readonly<Record<string, Way>> = {
  "a payload that is refused": { failure: { code: "RequestPayloadSizeLimitExceeded" } },
  "an answer that is too large": { failure: { code: "ResponsePayloadSizeLimitExceeded", isLost: true } },
  "a cell that is being edited": {
    failure: { code: "InvalidOperationInCellEditMode" },
    isOvercome: true,
  },
  "a sheet that is protected meanwhile": {
    meanwhile: (_, sheet) => {
      sheet.isProtected = true;
    },
    lift: (sheet) => {
      sheet.isProtected = false;
    },
  },
  "a sheet that is deleted meanwhile": {
    meanwhile: (store, sheet) => removeSheet(store, sheet),
    // What is made anew says nothing of it.
    ownLines: (lines) => lines.filter((line) => !/表6|#REF!|^(校验报告|表8) \[/.test(line)),
  },
  "a sheet that is renamed meanwhile": {
    meanwhile: (store, sheet) => renameSheet(store, sheet, "表6旧"),
    ownLines: (lines) => lines.map((line) => line.replaceAll("表6旧", "表6")),
  },
  "a user who types meanwhile": {
    meanwhile: (_, { cells }) => {
      cells.set(30, new Map([[1, { value: TYPED, numberFormat: "General" }]]));
    },
    // What he has typed is there once, and all else as it has to be.
    ownLines: (lines) => {
      const rest = lines.filter((line) => !line.includes(TYPED));
      return rest.length === lines.length - 1 ? rest : [...lines, `${TYPED} is lost`];
    },
  },
  "a pane that is closed before a request": { closes: "before" },
  "a pane that is closed before an answer": { closes: "after" },
};

/** Every way, by its name. */
export const WAYS: Readonly<Record<string, Way>> = { ...FAILURES, ...DISTURBANCES };
