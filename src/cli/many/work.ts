import type { Locale } from "../../messages/describe";
import type { MessageRef } from "../../messages/messageRef";
import type { OwnRules } from "../../relations/ownRules/ownRule";
import type { ValidateOptions } from "../../actions/validate";
import type { ExitCode } from "../command";
import type { SummaryRow } from "./summaryRow";

/** What a command does to each of many files: plain data, so that it can be handed to workers. */
export type Job = CheckJob | MarkJob | FillJob | TextJob | UnitsJob;

export type CheckFormat = "text" | "json" | "jsonl" | "html" | "csv";

type ImportedLists = NonNullable<ValidateOptions["codeLists"]>;

interface JobBase {
  readonly lang: Locale;
  readonly edition?: number;
  /** The day of the work, "2026-03-01". */
  readonly date: string;
}

/** Of commands that know an office's own sets of tables. */
interface WithSets extends JobBase {
  /** Texts of their files, read without a problem before. */
  readonly sets: readonly string[];
}

export interface CheckJob extends WithSets {
  readonly command: "check";
  readonly format: CheckFormat;
  readonly rules: OwnRules;
  readonly codeLists: ImportedLists;
}

export interface MarkJob extends WithSets {
  readonly command: "mark";
  readonly format: "text" | "jsonl";
}

export interface FillJob extends WithSets {
  readonly command: "fill";
  readonly format: "text" | "jsonl";
  readonly codeLists: ImportedLists;
  readonly updateNames: boolean;
  readonly sheet?: string;
  readonly unitKind?: "机关" | "事业单位";
  readonly isDryRun: boolean;
}

export interface TextJob extends JobBase {
  readonly command: "text";
  readonly format: "text" | "jsonl";
}

export interface UnitsJob extends JobBase {
  readonly command: "units";
  readonly format: "text" | "jsonl";
}

/** One file of many, with what belongs to it. */
export interface Item {
  readonly file: string;
  /** Key of the sentence that says why there is nothing to be done at this path. */
  readonly problem?: string;
  /** Where the copy goes. */
  readonly copy?: string;
  /** gouji text: the workbook that the text explains, and that of last year. */
  readonly tables?: string;
  readonly lastYear?: string;
  /** gouji units: files and folders of the department's units. */
  readonly units?: readonly string[];
  /** Where to keep what comes of it, for runs to come. */
  readonly keepAs?: string;
}

/** What came of one file, as plain data that can be kept and told again later. */
export interface Done {
  readonly error: MessageRef | null;
}

/** One file's part of the output. */
export interface Outcome {
  readonly code: ExitCode;
  /** Its part of the standard output. */
  readonly out: string;
  /** Sentences for the error output, each on a line of its own. */
  readonly notes: readonly string[];
  readonly row: SummaryRow;
}

/** A command over many files: what is done to each, and how it is told. */
export interface Work<D extends Done> {
  /** Does it. May throw; then `failed` gives what is told of the file. */
  readonly carryOut: (item: Item) => Promise<D>;
  readonly failed: (error: MessageRef) => D;
  readonly tell: (item: Item, done: D) => Outcome;
  /** False where what was done before is no longer there: the copy was changed or deleted. True where left out. */
  readonly isThere?: (item: Item, done: D) => boolean;
  /** What stands before the first, between two, and behind the last part of the output. */
  readonly frame: { readonly begin: string; readonly between: string; readonly end: string };
}
