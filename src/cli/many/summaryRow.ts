/** What a summary says of one file: the same numbers as its own report. */
export interface SummaryRow {
  /** Its path as the command line found it. */
  readonly file: string;
  /** What the workbook calls its department; "" where it says nothing. */
  readonly department: string;
  /** Path of the marked or filled copy, where one was written. */
  readonly copy: string | null;
  /** Why it could not be used, in words; both this and counts where a part of it could not. */
  readonly error: string | null;
  readonly counts: SeverityCounts;
  /** How many open findings of each kind there are, rounding left out, and how many of them are errors. */
  readonly kinds: Readonly<Partial<Record<Kind, KindCount>>>;
}

/** Open findings by severity, and those that were accepted. */
export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly rounding: number;
  readonly info: number;
  readonly accepted: number;
}

export interface KindCount {
  readonly all: number;
  readonly errors: number;
}

/** The kinds of findings in the order of a summary's columns. */
export const KINDS = [
  "within",
  "across",
  "own",
  "blocks",
  "rows",
  "codes",
  "cells",
  "text",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

/** Shapes of rule ids (docs/command-line.md), with the kind they are of; the first that fits decides. */
const SHAPES: readonly (readonly [RegExp, Kind])[] = [
  // "T06.c3=c4+c5" is of a table, "X06" of several.
  [/^[A-Z]\d+\.|^joint$|^figure\./, "within"],
  [/^[A-Z]\d+$/, "across"],
  [/^(block|heading|table)\./, "blocks"],
  [/^rows\./, "rows"],
  [/^code\./, "codes"],
  [/^cell\./, "cells"],
  [/^text\./, "text"],
  [/^[a-z]/, "other"],
];

/** The kind that a rule's id belongs to. Ids of no such shape ("自1") are an office's own relations. */
function kindOf(rule: string): Kind {
  return SHAPES.find(([shape]) => shape.test(rule))?.[1] ?? "own";
}

/** What counting needs to know of a finding. */
export interface CountedFinding {
  readonly severity: "error" | "warning" | "rounding" | "info";
  readonly rule: string;
  readonly accepted?: unknown;
}

/** How many findings there are of each severity and kind. */
export function countFindings(findings: readonly CountedFinding[]): Pick<SummaryRow, "counts" | "kinds"> {
  const counts = { error: 0, warning: 0, rounding: 0, info: 0, accepted: 0 };
  const kinds: Partial<Record<Kind, KindCount>> = {};
  for (const { severity, rule, accepted } of findings) {
    counts[accepted === undefined ? severity : "accepted"] += 1;
    if (accepted !== undefined) continue;
    // 尾差 has a column of its own, as a severity.
    if (severity === "rounding") continue;
    const kind = kindOf(rule);
    const { all = 0, errors = 0 } = kinds[kind] ?? {};
    kinds[kind] = { all: all + 1, errors: errors + (severity === "error" ? 1 : 0) };
  }
  return { counts, kinds };
}
