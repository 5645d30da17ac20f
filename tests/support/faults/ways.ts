import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
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
  /**
   * What of a workbook is to be as before or as asked, where somebody has changed it meanwhile: its lines (workbookLines).
   * @param at the workbook as it was at the very beginning
   */
  ownLines?(lines: readonly string[], at: WorkbookSnapshot): readonly string[];
  /** The user begins to edit a cell just before it, and cancels the command that waits for him. */
  readonly isCancelled?: boolean;
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
    // What is made anew says nothing of it, and may be called as it was.
    ownLines: (lines, { sheets: [gone, ...others] }) => {
      const isOther = (line: string) => others.some(({ name }) => line.startsWith(`${name} [`));
      const says = (line: string) => line.includes(String(gone?.name)) || line.includes("#REF!");
      return lines.filter((line) => !says(line) && (isOther(line) || !/^[^"\s]+ \[/.test(line)));
    },
  },
  "a sheet that is renamed meanwhile": {
    meanwhile: (store, sheet) => renameSheet(store, sheet, `${sheet.name}旧`),
    // A name in formulas may have quotes afterwards or not.
    ownLines: (lines, { sheets: [renamed] }) => {
      const name = String(renamed?.name);
      return lines.map((line) => line.replaceAll(`${name}旧`, name).replaceAll(`'${name}'!`, `${name}!`));
    },
  },
  "a user who types meanwhile": {
    meanwhile: (_, { cells }) => {
      cells.set(200, new Map([[1, { value: TYPED, numberFormat: "General" }]]));
    },
    // What he has typed is there once, and all else as it has to be.
    ownLines: (lines) => {
      const rest = lines.filter((line) => !line.includes(TYPED));
      return rest.length === lines.length - 1 ? rest : [...lines, `${TYPED} is lost`];
    },
  },
  "a cell that is being edited, and 取消": { isCancelled: true },
  "a pane that is closed before a request": { closes: "before" },
  "a pane that is closed before an answer": { closes: "after" },
};

/** Every way, by its name. */
export const WAYS: Readonly<Record<string, Way>> = { ...FAILURES, ...DISTURBANCES };
