import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { CheckResult } from "../validation/checkResult";
import { isOpen, worstFirst } from "../validation/finding";
import type { Finding, Severity } from "../validation/finding";
import { namedSuspects } from "../validation/finding";
import { findingText, severityText } from "./findingText";
import { FINDING_HEADINGS, reportPartRows } from "./reportPart";
import type { ReportPart } from "./reportPart";
import { formatA1 } from "../workbook/address";
import type { ReportCell, ReportCellStyle, WriteReport } from "../workbook/edit";
import { printedDecimals } from "../validation/printedDecimals";
import { amountText, suspectText } from "./suspectText";

const WIDTHS = [6, 8, 14, 12, 70, 14, 14, 12, 60];

/** What a report says of itself. All of it is given: equal arguments give equal reports. */
export interface ReportAbout {
  /** Name of the workbook; left out in a copy, whose name is not that of what was checked. */
  readonly file?: string;
  /** The day of the check, "2026-03-01"; left out where a report must not depend on it. */
  readonly date?: string;
  /** The year edition of the code lists that was asked for; the tables' own year when left out. */
  readonly edition?: number;
  /** What was checked around the tables, each a part of its own behind theirs. */
  readonly parts?: readonly ReportPart[];
}

/**
 * The report sheet (校验报告): what was checked, how it came out, every finding with a link to its cell, the worst first, what was
 * checked around the tables, then the tables found and the sheets not placed with the reason, and at the end a line to sign on.
 */
export function planReport(
  result: CheckResult,
  sheet: string,
  locale: Locale,
  about?: ReportAbout,
): WriteReport {
  const say = (key: string, args: MessageRef["args"] = {}) => describe({ key, args }, locale);
  const text = (words: string, style: ReportCellStyle = "text"): ReportCell => ({ text: words, style });
  const headings = (...keys: string[]) => keys.map((key) => text(say(`report.${key}`), "heading"));
  const { relations, findings } = result;
  const count = (severity: Severity) => String(findings.filter((one) => isOpen(one, severity)).length);
  const rows: ReportCell[][] = [
    [text(say("report.title"), "title")],
    ...(about ? [[text(say("report.about", aboutArgs(about, say)), "muted")]] : []),
    [
      text(
        say("report.relations", {
          tables: String(result.tables.length),
          checked: String(relations.checked),
          exact: String(relations.exact),
          rounding: String(relations.rounding),
          mismatch: String(relations.mismatch),
          cannotTell: relations.cannotTell > 0 ? String(relations.cannotTell) : "",
        }),
        "muted",
      ),
    ],
    [
      text(
        say("report.counts", { errors: count("error"), warnings: count("warning"), infos: count("info") }),
        "muted",
      ),
    ],
    [],
    headings(...FINDING_HEADINGS),
    ...worstFirst(findings).map((finding, index) => findingRow(finding, index, locale)),
  ];
  if (findings.length === 0) rows.push([text(say("report.none"), "muted")]);
  for (const part of about?.parts ?? []) rows.push(...reportPartRows(part, locale));
  rows.push([], headings("number", "table", "sheet", "cell", "why"));
  result.tables.forEach((table, index) => {
    const { firstRow: row, firstColumn: column } = table.range;
    rows.push([
      text(String(index + 1)),
      text(table.label),
      text(table.sheet),
      { text: formatA1(row, column), style: "link", link: { sheet: table.sheet, row, column } },
      text(table.reasons.map((reason) => describe(reason, locale)).join(locale === "zh-CN" ? "；" : "; ")),
    ]);
  });
  for (const { sheet: name, reason } of result.unplaced) {
    rows.push([text(""), text("—"), text(name), text(""), text(describe(reason, locale), "quiet")]);
  }
  if (about) rows.push([], [text(say("report.signatures"), "sentence")]);
  return { kind: "writeReport", sheet, columnWidths: WIDTHS, rows };
}

function aboutArgs(
  { file = "", date = "", edition }: ReportAbout,
  say: (key: string) => string,
): MessageRef["args"] {
  return { file, date, edition: edition === undefined ? say("report.editionOwn") : String(edition) };
}

const STYLES: Readonly<Record<Severity, ReportCellStyle>> = {
  error: "error",
  warning: "warning",
  rounding: "quiet",
  info: "quiet",
};

function findingRow(finding: Finding, index: number, locale: Locale): ReportCell[] {
  const { severity, sheet, cell, actual, expected, difference } = finding;
  const text = (words: string): ReportCell => ({ text: words, style: "text" });
  const decimals = printedDecimals(finding, cell ?? undefined);
  const amount = (plain: string | null) => text(plain === null ? "" : amountText(plain, decimals));
  return [
    text(String(index + 1)),
    { text: severityText(finding, locale), style: finding.accepted ? "quiet" : STYLES[severity] },
    text(sheet),
    cell ? { text: formatA1(cell.row, cell.column), style: "link", link: cell } : text(""),
    text([findingText(finding, locale), ...otherRelations(finding, locale)].join("\n")),
    amount(actual),
    amount(expected),
    amount(difference),
    text(
      namedSuspects(finding)
        .map((suspect) => suspectText(finding, suspect, locale))
        .join("\n"),
    ),
  ];
}

/** Other relations that the same mistake breaks, as many as a cell shows without becoming a page. */
const MOST_RELATIONS = 8;

function otherRelations({ relations = [], difference, act }: Finding, locale: Locale): string[] {
  const others = difference === null ? relations : relations.slice(1);
  if (others.length === 0) return [];
  const key = difference !== null ? "report.also" : act ? "report.broken" : "report.together";
  return [
    describe({ key, args: { count: String(others.length) } }, locale),
    ...others.slice(0, MOST_RELATIONS).map((relation) => describe(relation.message, locale)),
    ...(others.length > MOST_RELATIONS ? ["…"] : []),
  ];
}
