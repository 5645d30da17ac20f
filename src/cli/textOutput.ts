import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { findingText, severityText } from "../planning/findingText";
import { suspectText } from "../planning/suspectText";
import { fullName } from "../messages/tableName";
import type { CheckResult } from "../validation/checkResult";
import { isOpen, worstFirst } from "../validation/finding";
import type { Finding, Severity, Suspect } from "../validation/finding";
import { namedSuspects } from "../validation/finding";
import type { FileReport } from "./fileReport";

/** Likely culprits printed under one finding. */
const MOST_SUSPECTS = 3;

/** Other relations printed under one finding. */
const MOST_RELATIONS = 5;

/** One file's report for reading in a terminal. */
export function toText({ file, error, result }: FileReport, locale: Locale): string {
  const lines = [file];
  if (error) lines.push(`  ${describe(error, locale)}`);
  if (result && result.tables.length > 0) lines.push(...resultLines(result, locale));
  else if (result) lines.push(...unplacedLines(result, locale));
  return `${lines.join("\n")}\n`;
}

function resultLines(result: CheckResult, locale: Locale): string[] {
  const count = (severity: Severity) => String(result.findings.filter((one) => isOpen(one, severity)).length);
  const { checked, exact, rounding, mismatch, cannotTell } = result.relations;
  return [
    `  ${describe(
      {
        key: "report.relations",
        args: {
          tables: String(result.tables.length),
          checked: String(checked),
          exact: String(exact),
          rounding: String(rounding),
          mismatch: String(mismatch),
          cannotTell: cannotTell > 0 ? String(cannotTell) : "",
        },
      },
      locale,
    )}`,
    ...worstFirst(result.findings).flatMap((finding) => findingLines(finding, locale)),
    ...sheetLines(result, locale),
    `  ${describe(
      {
        key: "report.counts",
        args: { errors: count("error"), warnings: count("warning"), infos: count("info") },
      },
      locale,
    )}`,
  ];
}

function findingLines(finding: Finding, locale: Locale): string[] {
  const named = namedSuspects(finding);
  const shown = named.slice(0, MOST_SUSPECTS);
  return [
    `  ${severityText(finding, locale)}  ${findingText(finding, locale)}`,
    ...shown.map(
      (suspect) => `        ${suspectText(finding, suspect, locale)}${reasonText(suspect, locale)}`,
    ),
    ...(named.length > shown.length ? ["        …"] : []),
    ...relationLines(finding, locale),
  ];
}

/** What the digits, the formula or the neighbours of a suspect tell, in brackets; "" when nothing does. */
function reasonText({ why }: Suspect, locale: Locale): string {
  const hints = why.filter(({ key }) => /^hint\./.test(key)).map((hint) => describe(hint, locale));
  if (hints.length === 0) return "";
  return locale === "zh-CN" ? `（${hints.join("；")}）` : ` (${hints.join("; ")})`;
}

/** The other relations that the same mistake breaks. */
function relationLines({ relations = [], difference, act }: Finding, locale: Locale): string[] {
  const others = difference === null ? relations : relations.slice(1);
  if (others.length === 0) return [];
  const shown = others
    .slice(0, MOST_RELATIONS)
    .map(({ message }) => `          ${describe(message, locale)}`);
  const key = difference !== null ? "report.also" : act ? "report.broken" : "report.together";
  return [
    `        ${describe({ key, args: { count: String(others.length) } }, locale)}`,
    ...shown,
    ...(others.length > shown.length ? ["          …"] : []),
  ];
}

const TAKEN_FOR = { name: "sheets.byName", structure: "sheets.byStructure" } as const;

/** What every sheet was taken for, by what and how surely; or why it holds no table. */
function sheetLines(result: CheckResult, locale: Locale): string[] {
  const taken = result.tables.map(({ table, sheet, label, title, by, confidence }) => {
    const args = {
      sheet,
      name: fullName({ label, title }),
      table,
      title,
      percent: String(Math.round(confidence * 100)),
    };
    return describe({ key: TAKEN_FOR[by], args }, locale);
  });
  const title = describe({ key: "sheets.title", args: {} }, locale);
  return [...[title, ...taken].map((line) => `  ${line}`), ...unplacedLines(result, locale)];
}

function unplacedLines({ unplaced }: CheckResult, locale: Locale): string[] {
  return unplaced.map(({ sheet, reason }) => `  ${sheet}：${describe(reason, locale)}`);
}
