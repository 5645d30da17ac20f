import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import { describeDisclosure } from "../messages/disclosure/describeDisclosure";
import type { MessageRef } from "../messages/messageRef";
import { describeUnits } from "../messages/units/describeUnits";
import { describeYears } from "../messages/years/describeYears";
import type { Point } from "../disclosure/point";
import type { ReportPart, ReportPartLine } from "../planning/reportPart";
import type { UnitBook } from "../units/unitBook";
import type { Severity } from "../validation/finding";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Thresholds } from "../years/thresholds";
import { checkComplete } from "./checkComplete";
import { checkText } from "./checkText";
import { compareWorkbooks } from "./compareYears";
import { tellSuspects } from "./tellSuspects";
import { compareUnits } from "./unitBooks";

/** What the user has given to be compared with the tables; what is left out has no part in the report. */
export interface AroundTables {
  readonly text?: string;
  readonly lastYear?: WorkbookSnapshot;
  readonly units?: readonly UnitBook[];
  /** Whether what has to be published is listed. */
  readonly isPublic?: boolean;
}

/** How the parts are worded and what they go by. */
export interface AroundOptions {
  readonly locale: Locale;
  /** Those that hold for everyone when undefined. */
  readonly thresholds: Thresholds | undefined;
}

/**
 * The parts of the report on what stands around the tables, each checked anew against the workbook as it is: the text, last
 * year, the units, what has to be published. Pure.
 */
export function aroundParts(
  workbook: WorkbookSnapshot,
  { text, lastYear, units, isPublic = false }: AroundTables,
  options: AroundOptions,
): ReportPart[] {
  return [
    ...(text === undefined ? [] : [textPart(workbook, text, lastYear, options.locale)]),
    ...(lastYear ? [yearsPart(workbook, lastYear, options)] : []),
    ...(units ? [unitsPart(workbook, units, options.locale)] : []),
    ...(isPublic ? [publicPart(workbook, text, options.locale)] : []),
  ];
}

/** A part that could not be worked out says why. */
function unmade(title: string, counts: string): ReportPart {
  return { title, counts, lines: [] };
}

function numbers(counts: Readonly<Record<string, number>>): MessageRef["args"] {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
}

function textPart(
  workbook: WorkbookSnapshot,
  text: string,
  lastYear: WorkbookSnapshot | undefined,
  locale: Locale,
): ReportPart {
  const say = (message: MessageRef) => describeText(message, locale);
  const title = say({ key: "text.report.title", args: {} });
  const check = checkText(text, { tables: workbook, ...(lastYear && { lastYear }) });
  if ("problem" in check) return unmade(title, say(check.problem));
  const { counts, figures, findings } = check;
  const alone = figures.filter(({ status }) => status === "alone").length;
  return {
    title,
    counts: say({ key: "text.counts", args: numbers({ ...counts, alone }) }),
    lines: findings.map(({ severity, message, quote, cells, suspects, actual, expected, difference }) => ({
      severity,
      cell: cells.find(({ year }) => year === "this"),
      message: [say(message), quote.replace(/\s+/g, " ").trim()].filter((part) => part !== "").join("\n"),
      actual,
      expected,
      difference,
      hint: tellSuspects(suspects, locale),
    })),
  };
}

function yearsPart(
  workbook: WorkbookSnapshot,
  lastYear: WorkbookSnapshot,
  { locale, thresholds }: AroundOptions,
): ReportPart {
  const say = (message: MessageRef) => describeYears(message, locale);
  const title = say({ key: "years.report.title", args: {} });
  const compared = compareWorkbooks(workbook, lastYear, thresholds);
  if ("problem" in compared) return unmade(title, say(compared.problem));
  const { comparison, findings } = compared;
  const open = findings.filter(({ severity, reason }) => severity === "warning" && reason === undefined);
  const counts = numbers({ all: comparison.changes.length, open: open.length });
  return {
    title,
    counts: say({ key: "years.report.counts", args: counts }),
    lines: findings.map(({ severity, message, cells, actual, expected, difference, reason }) => ({
      severity: reason === undefined ? severity : "info",
      cell: cells.find(({ year }) => year === "this"),
      message: say(message),
      actual,
      expected,
      difference,
      hint: reason === undefined ? "" : say({ key: "years.report.reason", args: { reason } }),
    })),
  };
}

function unitsPart(workbook: WorkbookSnapshot, units: readonly UnitBook[], locale: Locale): ReportPart {
  const say = (message: MessageRef) => describeUnits(message, locale);
  const { counts, findings } = compareUnits({ file: workbook.name, workbook }, units);
  const args = { ...numbers(counts), unread: counts.unread === 0 ? "" : String(counts.unread) };
  return {
    title: say({ key: "units.report.title", args: {} }),
    counts: say({ key: "units.counts", args }),
    lines: findings.map(({ severity, message, cells, actual, expected, difference }) => ({
      severity,
      cell: cells[0],
      message: say(message),
      actual,
      expected,
      difference,
      hint: "",
    })),
  };
}

/** How a point of the list to tick stands out. */
const POINT_SEVERITY: Readonly<Record<Point["status"], Severity>> = {
  unmet: "error",
  doubt: "warning",
  manual: "info",
  unknown: "info",
  met: "info",
  notApplicable: "info",
};

function publicPart(workbook: WorkbookSnapshot, text: string | undefined, locale: Locale): ReportPart {
  const say = (key: string, args: MessageRef["args"] = {}) => describeDisclosure({ key, args }, locale);
  const title = say("complete.report.title");
  const check = checkComplete(workbook, text);
  if ("problem" in check) return unmade(title, describeDisclosure(check.problem, locale));
  const count = (status: Point["status"]) => check.points.filter((point) => point.status === status).length;
  const lines = check.points.map(({ status, point, problem, basis, cells }): ReportPartLine => {
    const words = [point, ...(problem ? [problem] : [])].map((one) => describeDisclosure(one, locale));
    return {
      severity: POINT_SEVERITY[status],
      label: say(`complete.status.${status}`),
      cell: cells[0],
      message: words.join("\n"),
      actual: null,
      expected: null,
      difference: null,
      hint: describeDisclosure(basis, locale),
    };
  });
  const args = { all: check.points.length, ...countsOf(["met", "unmet", "doubt", "manual"], count) };
  return { title, counts: say("complete.totals", numbers(args)), lines };
}

function countsOf(
  statuses: readonly Point["status"][],
  count: (status: Point["status"]) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(statuses.map((status) => [status, count(status)]));
}
