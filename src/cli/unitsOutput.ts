import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { describeUnits } from "../messages/units/describeUnits";
import type { UnitsCheck } from "../units/checkUnits";
import { namedUnit, nameOf } from "../units/causeFinding";
import type { UnitBook } from "../units/unitBook";
import type { UnitFinding } from "../units/unitFinding";
import { formatA1 } from "../workbook/address";
import type { SeverityCounts } from "./many/summaryRow";

/** Raised when a field changes its meaning or goes away; new fields may appear within a version. */
const VERSION = 1;

/** A book as results name it: what UnitBook says of it but its tables. */
export type NamedBook = Omit<UnitBook, "tables">;

/** What a line of JSON Lines says of one department of many. */
export interface UnitsLine {
  readonly file: string;
  readonly department: string;
  readonly error: MessageRef | null;
  readonly check: UnitsCheck | null;
  readonly books: readonly NamedBook[];
  readonly counts: SeverityCounts;
}

/** One department as a line of JSON Lines (docs/command-line.md): `figures` are the counts of the JSON. */
export function unitsAsLine(line: UnitsLine, locale: Locale): string {
  const { file, department, error, check, books, counts } = line;
  const said = error && { code: error.key, message: describeUnits(error, locale) };
  const about = { version: VERSION, command: "units", file, department, copy: null, error: said, counts };
  const findings = (check?.findings ?? []).map((finding) => findingJson(finding, locale));
  const figures = check?.counts ?? NO_FIGURES;
  return `${JSON.stringify({ ...about, unit: "万元", units: books.map(unitJson), figures, findings })}\n`;
}

const NO_FIGURES: UnitsCheck["counts"] = { compared: 0, agree: 0, rounding: 0, differ: 0, unread: 0 };

function unitJson(book: NamedBook) {
  return { ...namedUnit(book), set: book.packId };
}

/** A department beside its units as the JSON described in docs/units.md: amounts are decimal strings in 万元. */
export function unitsAsJson(
  department: NamedBook,
  units: readonly NamedBook[],
  { counts, findings }: UnitsCheck,
  locale: Locale,
): string {
  const plain = {
    version: VERSION,
    unit: "万元",
    department: { file: department.file, set: department.packId, name: department.name },
    units: units.map(unitJson),
    counts,
    findings: findings.map((finding) => findingJson(finding, locale)),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function findingJson(finding: UnitFinding, locale: Locale) {
  const { severity, rule, unit, candidates, message, expected, actual, difference, cells, unitCells } =
    finding;
  return {
    severity,
    rule,
    unit,
    candidates,
    message: describeUnits(message, locale),
    expected,
    actual,
    difference,
    cells: cells.map(({ sheet, row, column }) => ({ sheet, cell: formatA1(row, column) })),
    unitCells: unitCells.map(({ file, sheet, row, column }) => ({
      file,
      sheet,
      cell: formatA1(row, column),
    })),
  };
}

/** Places printed under one finding. */
const MOST_PLACES = 6;

/** The same for reading in a terminal. */
export function unitsAsLines(
  department: NamedBook,
  units: readonly NamedBook[],
  { counts, findings }: UnitsCheck,
  locale: Locale,
): string {
  const say = (key: string, args: Readonly<Record<string, string>>) => describeUnits({ key, args }, locale);
  const count = (severity: string) => String(findings.filter((one) => one.severity === severity).length);
  const { compared, agree, rounding, differ, unread } = counts;
  const numbers = {
    compared: String(compared),
    agree: String(agree),
    rounding: String(rounding),
    differ: String(differ),
    unread: unread === 0 ? "" : String(unread),
  };
  return [
    say("units.heading", { file: department.file, set: department.setName, count: String(units.length) }),
    ...units.map((book) => `  ${say("units.unit", { name: nameOf(namedUnit(book)), file: book.file })}`),
    ...(units.some(({ packId }) => packId !== department.packId) ? [`  ${say("units.otherSet", {})}`] : []),
    `  ${say("units.counts", numbers)}`,
    ...findings.flatMap((finding) => [
      `  [${say(`severity.${finding.severity}`, {})}] ${describeUnits(finding.message, locale)}`,
      ...placesOf(finding),
    ]),
    `  ${say("units.totals", { errors: count("error"), warnings: count("warning") })}`,
    "",
  ].join("\n");
}

function placesOf({ cells }: UnitFinding): string[] {
  const places = cells
    .slice(0, MOST_PLACES)
    .map(({ sheet, row, column }) => `${sheet} ${formatA1(row, column)}`);
  return places.length === 0 ? [] : [`      ${places.join("  ")}`];
}
