import { dirname, relative, resolve, sep } from "node:path";
import type { Locale } from "../../messages/describe";
import { describeMany } from "../../messages/many/describeMany";
import { compareNames } from "../files";
import { stemOf } from "./copies";
import { KINDS } from "./summaryRow";
import type { Kind, SummaryRow } from "./summaryRow";

/** A summary as rows of texts and numbers, for a sheet or a page. Equal rows give equal summaries, in whatever order they come. */
export interface Summary {
  readonly title: string;
  readonly about: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly SummaryCell[])[];
  readonly total: readonly SummaryCell[];
}

export interface SummaryCell {
  readonly content: string | number;
  readonly isWrong?: true;
  /** Path from the summary's own folder, with "/" between its parts. */
  readonly link?: string;
}

const SEVERITIES = ["error", "warning", "rounding", "info", "accepted"] as const;

/**
 * Departments by kinds of findings, the worst first: files that could not be used, then those with most errors, most
 * warnings, most rounding differences.
 * @param output path of the summary, from which its links lead
 */
export function summaryOf(rows: readonly SummaryRow[], output: string, locale: Locale): Summary {
  const say = (key: string, args: Readonly<Record<string, string>> = {}) =>
    describeMany({ key, args }, locale);
  const sorted = [...rows].sort(worseFirst);
  const kinds = KINDS.filter((kind) => kind !== "text" || rows.some((row) => row.kinds.text));
  const { all, wrong, unusable } = totalsOf(rows);
  const right = String(rows.length - wrong - unusable);
  const sum = (count: (row: SummaryRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  return {
    title: say("summary.title"),
    about: say("summary.about", {
      all: String(all),
      wrong: String(wrong),
      unusable: String(unusable),
      right,
    }),
    headings: [
      ...["number", "department", "file", "copy", ...SEVERITIES].map((key) => say(`summary.${key}`)),
      ...kinds.map((kind) => say(`summary.kind.${kind}`)),
      say("summary.problem"),
    ],
    lines: sorted.map((row, index) => lineOf(row, index, kinds, output)),
    total: [
      { content: say("summary.total") },
      ...["", "", ""].map((content) => ({ content })),
      ...SEVERITIES.map((severity) => ({ content: sum(({ counts }) => counts[severity]) })),
      ...kinds.map((kind) => ({ content: sum((row) => row.kinds[kind]?.all ?? 0) })),
      { content: "" },
    ],
  };
}

/** How many files there are, how many of them have errors, and how many could not be used. */
export function totalsOf(rows: readonly SummaryRow[]) {
  const unusable = rows.filter(({ error }) => error !== null).length;
  const wrong = rows.filter(({ error, counts }) => error === null && counts.error > 0).length;
  return { all: rows.length, wrong, unusable };
}

function lineOf(row: SummaryRow, index: number, kinds: readonly Kind[], output: string): SummaryCell[] {
  const { file, department, copy, error, counts } = row;
  const link = (path: string) =>
    relative(dirname(resolve(output)), resolve(path))
      .split(sep)
      .join("/");
  const counted = (content: number, isWrong: boolean) => ({ content, ...(isWrong && { isWrong }) });
  return [
    { content: index + 1 },
    { content: department === "" ? stemOf(file) : department },
    { content: file, link: link(file) },
    copy === null ? { content: "" } : { content: copy, link: link(copy) },
    ...SEVERITIES.map((severity) => counted(counts[severity], severity === "error" && counts.error > 0)),
    ...kinds.map((kind) => {
      const { all = 0, errors = 0 } = row.kinds[kind] ?? {};
      return counted(all, errors > 0);
    }),
    { content: error ?? "", ...(error !== null && { isWrong: true as const }) },
  ];
}

function worseFirst(a: SummaryRow, b: SummaryRow): number {
  const unusable = Number(b.error !== null) - Number(a.error !== null);
  const severity = (["error", "warning", "rounding"] as const)
    .map((one) => b.counts[one] - a.counts[one])
    .find((difference) => difference !== 0);
  return unusable || (severity ?? compareNames(a.file, b.file));
}
