import type { ComparedYears } from "../actions/compareYears";
import { ZERO } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import { describeYears } from "../messages/years/describeYears";
import type { Locale } from "../messages/describe";
import { beforeText, partLabel } from "../planning/changeSheet";
import { formatA1 } from "../workbook/address";
import type { Change, ChangeSide, YearComparison } from "../years/compareYears";
import type { Reasons } from "../years/reasons";
import { nameOfChange } from "../years/yearFindings";
import { isOpen } from "../years/yearFinding";
import type { YearFinding } from "../years/yearFinding";

/** Raised when a field changes its meaning or goes away; new fields may appear within a version. */
const VERSION = 1;

/** The files that were compared, as named. */
interface YearFiles {
  readonly now: string;
  readonly last: string;
}

/** Two compared years as the JSON described in docs/years.md: amounts are decimal strings in 万元. */
export function yearsAsJson(files: YearFiles, compared: ComparedYears, locale: Locale): string {
  const { comparison, findings, thresholds, reasons, lastReasons } = compared;
  const about = (file: string, { packId, year }: YearComparison["now"]) => ({
    file,
    set: packId,
    year: year ?? null,
  });
  const plain = {
    version: VERSION,
    unit: "万元",
    this: about(files.now, comparison.now),
    last: about(files.last, comparison.last),
    thresholds,
    counts: countsOf(compared),
    changes: comparison.changes.map((change) => changeJson(change, reasons, lastReasons)),
    notCompared: comparison.left.map(({ id }) => id),
    findings: findings.map((finding) => findingJson(finding, locale)),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function countsOf({ comparison: { changes }, findings, reasons }: ComparedYears) {
  const needed = changes.filter(({ need }) => need === "needed");
  return {
    changes: changes.length,
    needed: needed.length,
    given: needed.filter(({ key }) => reasons.has(key)).length,
    open: findings.filter(isOpen).length,
  };
}

function changeJson(change: Change, reasons: Reasons, lastReasons: Reasons) {
  const { key, part, kind, need, now, last, rate } = change;
  return {
    key,
    part,
    kind,
    code: now?.codes[0] ?? null,
    name: now ? now.names.join(" + ") : null,
    lastCode: last?.codes[0] ?? null,
    lastName: last ? last.names.join(" + ") : null,
    codes: now?.codes ?? [],
    lastCodes: last?.codes ?? [],
    this: now ? amountText(now) : null,
    last: last ? amountText(last) : null,
    change: change.change ? plainAmount(change.change) : null,
    rate: rate ? formatAmount(rate).replaceAll(",", "") : null,
    need,
    reason: reasons.get(key) ?? null,
    lastReason: lastReasons.get(key) ?? null,
    cells: (now?.cells ?? []).map(cellJson),
    lastCells: (last?.cells ?? []).map(cellJson),
  };
}

function amountText({ value }: ChangeSide): string | null {
  return value ? plainAmount(value) : null;
}

function cellJson({
  sheet,
  row,
  column,
}: {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}) {
  return { sheet, cell: formatA1(row, column) };
}

function findingJson(finding: YearFinding, locale: Locale) {
  const { severity, rule, key, message, expected, actual, difference, cells, reason } = finding;
  return {
    severity,
    rule,
    key,
    message: describeYears(message, locale),
    expected,
    actual,
    difference,
    cells: cells.map((cell) => ({ ...cellJson(cell), year: cell.year })),
    reason: reason ?? null,
  };
}

/** Two compared years for reading in a terminal: every change, then what is open. */
export function yearsAsLines(files: YearFiles, compared: ComparedYears, locale: Locale): string {
  const { comparison, findings, reasons } = compared;
  const say = (key: string, args: Readonly<Record<string, string>>) => describeYears({ key, args }, locale);
  const lines: string[] = [
    say("years.heading", {
      now: yearText(files.now, comparison.now.year),
      last: yearText(files.last, comparison.last.year),
      nowSet: comparison.now.setName,
      lastSet: comparison.last.setName,
    }),
  ];
  let part: Change["part"] | undefined;
  for (const change of comparison.changes) {
    if (change.part !== part) lines.push(`  ${partLabel(change.part, locale)}`);
    part = change.part;
    lines.push(`    ${changeText(change, reasons, locale)}`);
  }
  lines.push(...comparison.left.map(({ label }) => `  ${say("years.left", { list: label })}`));
  const told = findings.filter((one) => isOpen(one) || one.severity === "info");
  lines.push(
    ...told.map((one) => `  [${say(`severity.${one.severity}`, {})}] ${describeYears(one.message, locale)}`),
  );
  const { changes, needed, given } = countsOf(compared);
  const soft = findings.filter((one) => isOpen(one) && !one.rule.startsWith("years.reason")).length;
  const numbers = { changes, needed, given, soft };
  lines.push(`  ${say("years.totals", mapText(numbers))}`, "");
  return lines.join("\n");
}

function mapText(numbers: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}

function yearText(file: string, year: number | undefined): string {
  return year === undefined ? file : `${file} ${year}`;
}

function changeText(change: Change, reasons: Reasons, locale: Locale): string {
  const { kind, now, last, rate } = change;
  const say = (key: string, args: Readonly<Record<string, string>>) => describeYears({ key, args }, locale);
  const what = nameOfChange(change);
  if (change.change === undefined) return say("years.change.unread", { what });
  const reason = reasons.get(change.key);
  const notes = [
    ...(kind === "same" || change.part === "lines"
      ? []
      : [say(`years.note.${kind}`, { before: noteBefore(change) })]),
    ...(reason === undefined ? [] : [say("years.note.reason", { reason })]),
  ];
  const args = {
    what,
    now: formatAmount(now?.value ?? ZERO),
    last: formatAmount(last?.value ?? ZERO),
    change: formatAmount(change.change.abs()),
    rate: rate && !rate.isZero() ? formatAmount(rate.abs()) : "",
    note: notes.join("；"),
  };
  const direction = change.change.isZero() ? "level" : change.change.greaterThan(ZERO) ? "more" : "less";
  return say(`years.change.${direction}`, args);
}

function noteBefore(change: Change): string {
  return change.kind === "renamed" ? (change.last?.names.join(" + ") ?? "") : beforeText(change);
}
