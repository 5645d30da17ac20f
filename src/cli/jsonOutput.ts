import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { TableReport } from "../validation/checkResult";
import { namedSuspects } from "../validation/finding";
import type { Act, Finding, FindingCell, Suspect } from "../validation/finding";
import { columnLetters, formatA1, formatRange } from "../workbook/address";
import type { FileReport } from "./fileReport";
import type { SeverityCounts } from "./many/summaryRow";

/** Raised when a field changes its meaning or goes away; new fields may appear within a version. */
const VERSION = 1;

const NO_RELATIONS = {
  checked: 0,
  exact: 0,
  rounding: 0,
  mismatch: 0,
  notApplicable: 0,
  cannotTell: 0,
};

/** What stands around the files of the JSON described in docs/command-line.md; each file's part is `fileAsJson`. */
export const JSON_FRAME = {
  begin: `{\n  "version": ${VERSION},\n  "files": [\n`,
  between: ",\n",
  end: "\n  ]\n}\n",
} as const;

/** One file of the JSON, indented as its place in the whole asks. */
export function fileAsJson(report: FileReport, locale: Locale): string {
  return `    ${JSON.stringify(fileJson(report, locale), null, 2).replaceAll("\n", "\n    ")}`;
}

/** One file as a line of JSON Lines (docs/command-line.md): the same fields, with what a summary needs in front. */
export function fileAsLine(report: FileReport, about: LineAbout, locale: Locale): string {
  const { file, error, ...rest } = fileJson(report, locale);
  const { command, department, copy, counts } = about;
  return `${JSON.stringify({ version: VERSION, command, file, department, copy, error, counts, ...rest })}\n`;
}

/** What a line says beside the report. */
export interface LineAbout {
  readonly command: "check" | "mark";
  readonly department: string;
  readonly copy: string | null;
  readonly counts: SeverityCounts;
}

/** One file's report as plain data: amounts are decimal strings, cells are A1 text. */
function fileJson({ file, error, result }: FileReport, locale: Locale) {
  return {
    file,
    error: error && { code: error.key, message: describe(error, locale) },
    tables: result?.tables.map(tableJson) ?? [],
    unplaced:
      result?.unplaced.map(({ sheet, reason }) => ({ sheet, reason: describe(reason, locale) })) ?? [],
    relations: result?.relations ?? NO_RELATIONS,
    findings: result?.findings.map((finding) => findingJson(finding, locale)) ?? [],
  };
}

function tableJson({ table, sheet, range, columns, rows, confidence, by }: TableReport) {
  return {
    table,
    sheet,
    range: formatRange(range),
    columns: Object.fromEntries(
      Object.entries(columns).map(([number, column]) => [number, columnLetters(column)]),
    ),
    rows,
    confidence: Number(confidence.toFixed(3)),
    by,
  };
}

function findingJson(finding: Finding, locale: Locale) {
  const { severity, rule, table, sheet, cell, message, expected, actual, difference, cells } = finding;
  const { relations = [] } = finding;
  return {
    severity,
    rule,
    table,
    sheet,
    cell: cell && formatA1(cell.row, cell.column),
    message: describe(message, locale),
    expected,
    actual,
    difference,
    cells: cells.map(cellJson),
    suspects: suspectsOf(finding).map(({ sheet: name, row, column, low, high, suggested, why }) => ({
      sheet: name,
      cell: formatA1(row, column),
      low,
      high,
      suggested,
      why: why.map((reason) => describe(reason, locale)),
    })),
    relations: relations.map((relation) => ({
      rule: relation.rule,
      table: relation.table,
      sheet: relation.sheet,
      cell: relation.cell && formatA1(relation.cell.row, relation.cell.column),
      message: describe(relation.message, locale),
      expected: relation.expected,
      actual: relation.actual,
      difference: relation.difference,
      cells: relation.cells.map(cellJson),
    })),
    ...(finding.act && { act: actJson(finding.act, locale) }),
    ...(finding.accepted && { accepted: finding.accepted }),
  };
}

/** Where nobody can tell, the likeliest cells without an amount: programs may look at them first, and put in nothing. */
const MOST_POSSIBLE = 3;

function suspectsOf(finding: Finding): readonly Suspect[] {
  const named = namedSuspects(finding);
  return named.length > 0
    ? named
    : finding.suspects.slice(0, MOST_POSSIBLE).map((suspect) => ({ ...suspect, suggested: null }));
}

/** Rows are numbered as the sheet numbers them. */
function actJson({ kind, rows, others }: Act, locale: Locale) {
  return {
    kind,
    rows: rows.map(({ sheet, row }) => ({ sheet, row: row + 1 })),
    others: others.map(({ message }) => describe(message, locale)),
  };
}

function cellJson({ sheet, row, column, role }: FindingCell) {
  return { sheet, cell: formatA1(row, column), role };
}
