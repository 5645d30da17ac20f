import { tellSuspects } from "../actions/tellSuspects";
import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { TextCheck } from "../text/compareText";
import type { TextFinding } from "../text/textFinding";
import { formatA1 } from "../workbook/address";
import type { SeverityCounts } from "./many/summaryRow";

/** Raised when a field changes its meaning or goes away; new fields may appear within a version. */
const VERSION = 1;

/** A text check as the JSON described in docs/text.md. */
export function textAsJson(check: TextCheck, locale: Locale): string {
  return `${JSON.stringify({ version: VERSION, ...checkJson(check, locale) }, null, 2)}\n`;
}

/** What a line of JSON Lines says of one text of many. */
export interface TextLine {
  readonly file: string;
  readonly department: string;
  readonly error: MessageRef | null;
  readonly check: TextCheck | null;
  readonly counts: SeverityCounts;
}

/** One text as a line of JSON Lines (docs/command-line.md), with the fields of the JSON. */
export function textAsLine({ file, department, error, check, counts }: TextLine, locale: Locale): string {
  const said = error && { code: error.key, message: describeText(error, locale) };
  const about = { version: VERSION, command: "text", file, department, copy: null, error: said, counts };
  return `${JSON.stringify({ ...about, ...checkJson(check ?? NOTHING, locale) })}\n`;
}

const NOTHING: Pick<TextCheck, "counts" | "findings"> = {
  counts: { read: 0, agree: 0, rounding: 0, differ: 0, unread: 0 },
  findings: [],
};

function checkJson({ counts, findings }: Pick<TextCheck, "counts" | "findings">, locale: Locale) {
  return { figures: counts, findings: findings.map((finding) => findingJson(finding, locale)) };
}

function findingJson(finding: TextFinding, locale: Locale) {
  const { severity, rule, message, quote, from, to, expected, actual, difference, cells, suspects } = finding;
  return {
    severity,
    rule,
    message: describeText(message, locale),
    quote,
    from,
    to,
    expected,
    actual,
    difference,
    cells: cells.map(({ sheet, row, column, role, year }) => ({
      sheet,
      cell: formatA1(row, column),
      role,
      year,
    })),
    suspects: suspects.map((suspect) => ({
      from: suspect.from,
      to: suspect.to,
      text: suspect.text,
      sheet: suspect.cell && suspect.cell.sheet,
      cell: suspect.cell && formatA1(suspect.cell.row, suspect.cell.column),
      suggested: suspect.suggested,
      why: suspect.why.map((reason) => describeText(reason, locale)),
    })),
  };
}

/** A text check for reading in a terminal: each finding with its sentence and its likeliest wrong places. */
export function textAsLines(
  file: string,
  text: string,
  { counts, figures, findings, openReasons }: TextCheck,
  locale: Locale,
): string {
  const say = (key: string, args: Record<string, string>) => describeText({ key, args }, locale);
  const count = (severity: string) => String(findings.filter((one) => one.severity === severity).length);
  const alone = figures.filter(({ status }) => status === "alone").length;
  const { read, agree, rounding, differ, unread } = counts;
  const numbers = { read, agree, rounding, differ, alone, unread };
  return [
    file,
    `  ${say("text.counts", Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])))}`,
    ...findings.flatMap((finding) => findingLines(finding, text, locale)),
    ...(openReasons > 0 ? [`  ${say("text.openReasons", { count: String(openReasons) })}`] : []),
    `  ${say("text.totals", { errors: count("error"), warnings: count("warning"), roundings: count("rounding") })}`,
    "",
  ].join("\n");
}

function findingLines(finding: TextFinding, text: string, locale: Locale): string[] {
  const severity = describeText({ key: `severity.${finding.severity}`, args: {} }, locale);
  const line = String(text.slice(0, finding.from).split(/\r\n|\r|\n/).length);
  const place = finding.to > 0 ? `${describeText({ key: "text.at", args: { line } }, locale)}：` : "";
  const quote = finding.quote.replace(/\s+/g, " ").trim();
  const suspects = tellSuspects(finding.suspects, locale);
  return [
    `  [${severity}] ${place}${describeText(finding.message, locale)}`,
    ...(quote === "" ? [] : [`      ${quote}`]),
    ...(suspects === "" ? [] : [`      ${suspects}`]),
  ];
}
