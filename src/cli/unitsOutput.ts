import type { Locale } from "../messages/describe";
import { describeUnits } from "../messages/units/describeUnits";
import type { UnitsCheck } from "../units/checkUnits";
import { namedUnit, nameOf } from "../units/causeFinding";
import type { UnitBook } from "../units/unitBook";
import type { UnitFinding } from "../units/unitFinding";
import { formatA1 } from "../workbook/address";

/** Raised when a field changes its meaning or goes away; new fields may appear within a version. */
const VERSION = 1;

/** A department beside its units as the JSON described in docs/units.md: amounts are decimal strings in 万元. */
export function unitsAsJson(
  department: UnitBook,
  units: readonly UnitBook[],
  { counts, findings }: UnitsCheck,
  locale: Locale,
): string {
  const plain = {
    version: VERSION,
    unit: "万元",
    department: { file: department.file, set: department.packId, name: department.name },
    units: units.map((book) => ({ ...namedUnit(book), set: book.packId })),
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
  department: UnitBook,
  units: readonly UnitBook[],
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
