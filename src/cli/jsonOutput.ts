import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { TableReport } from "../validation/checkResult";
import type { Finding, FindingCell } from "../validation/finding";
import { columnLetters, formatA1, formatRange } from "../workbook/address";
import type { FileReport } from "./fileReport";

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

/** The reports as the JSON described in docs/command-line.md: amounts are decimal strings, cells are A1 text. */
export function toJson(reports: readonly FileReport[], locale: Locale): string {
  const files = reports.map(({ file, error, result }) => ({
    file,
    error: error && { code: error.key, message: describe(error, locale) },
    tables: result?.tables.map(tableJson) ?? [],
    unplaced:
      result?.unplaced.map(({ sheet, reason }) => ({ sheet, reason: describe(reason, locale) })) ?? [],
    relations: result?.relations ?? NO_RELATIONS,
    findings: result?.findings.map((finding) => findingJson(finding, locale)) ?? [],
  }));
  return `${JSON.stringify({ version: VERSION, files }, null, 2)}\n`;
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
  const { severity, rule, table, sheet, cell, message, expected, actual, difference, cells, suspects } =
    finding;
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
    suspects: suspects.map(({ sheet: name, row, column, low, high, suggested, why }) => ({
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
    ...(finding.accepted && { accepted: finding.accepted }),
  };
}

function cellJson({ sheet, row, column, role }: FindingCell) {
  return { sheet, cell: formatA1(row, column), role };
}
