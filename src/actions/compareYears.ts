import { withImported } from "../codes/listsInUse";
import { importedIn } from "../codes/import/importedList";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { planChangeSheet } from "../planning/changeSheet";
import { findComparison } from "../tables/comparison";
import { PACKS } from "../tables/packs";
import { makeChecked } from "../validation/checked";
import type { AddSheet, WriteCell, WriteSetting } from "../workbook/edit";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { YearTables } from "../years/amounts";
import { compareYears } from "../years/compareYears";
import type { YearComparison } from "../years/compareYears";
import { keepReasons, reasonsIn } from "../years/reasons";
import type { Reasons } from "../years/reasons";
import { THRESHOLDS } from "../years/thresholds";
import type { Thresholds } from "../years/thresholds";
import type { YearFinding } from "../years/yearFinding";
import { yearFindings } from "../years/yearFindings";

/** Both years compared, with the reasons that each workbook keeps. */
export interface ComparedYears {
  readonly comparison: YearComparison;
  readonly findings: readonly YearFinding[];
  readonly thresholds: Thresholds;
  readonly reasons: Reasons;
  readonly lastReasons: Reasons;
}

/** Why two workbooks cannot be compared; `ofLastYear` when it is last year's that cannot be used. */
export interface YearsProblem {
  readonly problem: MessageRef;
  readonly ofLastYear: boolean;
}

/**
 * 上年对比: compares a workbook with last year's, whatever set of tables each is of. Pure; changes nothing. Reasons are those that
 * this year's workbook keeps; those of last year's are offered.
 */
export function compareWorkbooks(
  now: WorkbookSnapshot,
  last: WorkbookSnapshot,
  thresholds: Thresholds = THRESHOLDS,
): ComparedYears | YearsProblem {
  const [mine, theirs] = [yearTables(now), yearTables(last)];
  const problem = problemOf(mine);
  if (problem) return { problem, ofLastYear: false };
  const lastProblem = problemOf(theirs);
  if (lastProblem) return { problem: lastProblem, ofLastYear: true };
  const lists = withImported(importedIn(now.settings));
  const comparison = compareYears(mine, theirs, { lists, thresholds });
  const reasons = reasonsIn(now);
  return {
    comparison,
    findings: yearFindings(comparison, thresholds, reasons),
    thresholds,
    reasons,
    lastReasons: reasonsIn(last),
  };
}

/** The tables of a workbook as a year of them. */
function yearTables(workbook: WorkbookSnapshot): YearTables {
  const { pack, tables } = makeChecked(workbook, PACKS);
  const year = tables.map((table) => table.year).find((one) => one !== undefined);
  return { packId: pack.id, setName: pack.name, year: year ?? yearOfName(workbook.name), tables };
}

/** 2021年预算.xlsx, where no table says its year. */
function yearOfName(name: string): number | undefined {
  const found = /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1];
  return found === undefined ? undefined : Number(found);
}

function problemOf({ packId, setName, tables }: YearTables): MessageRef | undefined {
  if (tables.length === 0) return { key: "years.unreadable", args: {} };
  return findComparison(packId) ? undefined : { key: "years.noComparison", args: { set: setName } };
}

/** The edits that put the change sheet into this year's workbook, keep its reasons, and the name of the sheet. */
export function planYears(
  now: WorkbookSnapshot,
  compared: ComparedYears,
  locale: Locale,
): { readonly edits: readonly (AddSheet | WriteCell | WriteSetting)[]; readonly sheet: string } {
  const { edits, sheet } = planChangeSheet(now, { ...compared, locale });
  return { edits: [...edits, keepReasons(compared.reasons)], sheet };
}
