import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { Severity } from "../validation/finding";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import type { ReportCell, ReportCellStyle } from "../workbook/edit";
import { amountText } from "./suspectText";

/** What a part of the report that is not about the tables themselves says: the text, last year, the units, what is published. */
export interface ReportPart {
  readonly title: string;
  /** How it came out, in one sentence. */
  readonly counts: string;
  readonly lines: readonly ReportPartLine[];
}

/** One line of such a part; amounts are decimal strings. */
export interface ReportPartLine {
  readonly severity: Severity;
  /** What stands in the column of severities, where that is not the word for the severity. */
  readonly label?: string;
  readonly cell: CellAddress | undefined;
  readonly message: string;
  readonly actual: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  /** What it should be, why it is so, what it rests on. */
  readonly hint: string;
}

const STYLES: Readonly<Record<Severity, ReportCellStyle>> = {
  error: "error",
  warning: "warning",
  rounding: "quiet",
  info: "quiet",
};

/** What the columns of findings are called: keys behind "report.". */
export const FINDING_HEADINGS = [
  "number",
  "severity",
  "sheet",
  "cell",
  "message",
  "actual",
  "expected",
  "difference",
  "suspects",
] as const;

/** The rows of a part, under a title of its own and the headings of the findings, with a link to each cell. */
export function reportPartRows({ title, counts, lines }: ReportPart, locale: Locale): ReportCell[][] {
  const text = (words: string, style: ReportCellStyle = "text"): ReportCell => ({ text: words, style });
  const amount = (plain: string | null) => text(plain === null ? "" : amountText(plain));
  const say = (key: string) => describe({ key, args: {} }, locale);
  return [
    [],
    [text(title, "title")],
    [text(counts, "muted")],
    ...(lines.length === 0 ? [] : [FINDING_HEADINGS.map((key) => text(say(`report.${key}`), "heading"))]),
    ...lines.map((line, index) => {
      const { severity, label = say(`severity.${severity}`), cell, message, hint } = line;
      return [
        text(String(index + 1)),
        text(label, STYLES[severity]),
        text(cell?.sheet ?? ""),
        cell ? { text: formatA1(cell.row, cell.column), style: "link" as const, link: cell } : text(""),
        text(message),
        amount(line.actual),
        amount(line.expected),
        amount(line.difference),
        text(hint),
      ];
    }),
  ];
}
