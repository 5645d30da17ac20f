import { LONGEST_LIVE, planMarks } from "../planning/marks";
import type { MarkPlan } from "../planning/marks";
import type { CheckedWorkbook } from "../validation/check";
import type { CheckResult } from "../validation/checkResult";
import type { Finding } from "../validation/finding";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readingFindings, writeMarks } from "./hostFindings";
import { LastCheck } from "./lastCheck";
import { withLists } from "./listsFor";
import type { ValidateOptions } from "./validate";
import { WANTED_FOR_CHECKING } from "./wantedSheets";

/**
 * What has happened since the last check. edits: contents of cells alone were changed, and what follows from them.
 * anything: an action has run too, or the workbook is new, so that marks may have come or gone.
 */
export type Since = "edits" | "anything";

/** What a check after an edit goes by. */
export type RecheckOptions = Pick<ValidateOptions, "edition" | "codeLists" | "rules" | "sets" | "isListOnly">;

/**
 * 边改边校: a check to be called after each edit. After edits alone contents are read in one round trip: Excel tells which
 * cells the user has changed, but not which others it has recalculated because of them. What differs is found by comparing,
 * and only that is checked again (LastCheck). Marks follow, but the workbook is touched only when they come out other
 * than the last time, so that most edits cost a reading and no writing. Where a change by an add-in empties the user's list
 * of undo steps it is never touched.
 */
export function createRecheck(
  port: WorkbookPort & Pick<SheetPort, "readContents">,
  options: Pick<ValidateOptions, "locale"> = {},
  check = new LastCheck(),
): (given?: RecheckOptions, since?: Since) => Promise<CheckResult> {
  const locale = options.locale ?? "zh-CN";
  let last: string | undefined;
  const checkNow = async (workbook: WorkbookSnapshot, given: RecheckOptions) =>
    check.check(workbook, await withLists(workbook, given, check.held));
  const isListed = ({ isListOnly }: RecheckOptions) => isListOnly === true || (port.losesUndo?.() ?? false);
  const mark = async (
    workbook: WorkbookSnapshot,
    checked: CheckedWorkbook,
    given: RecheckOptions,
  ): Promise<Finding[]> => {
    const plan = planMarks(workbook, checked, locale, LONGEST_LIVE);
    const present = plan.edits.filter((edit) => edit.kind === "removeMark" && edit.mark === "format").length;
    const marks = wantedMarks(plan);
    // Marks that somebody cleared meanwhile are made again: their number tells.
    if (marks.text === last && present === marks.count) return [];
    const refused = await writeMarks(port, isListed(given) ? [] : plan.edits);
    last = marks.text;
    return refused;
  };
  return async (given = {}, since = "anything") => {
    if (since === "edits" && last !== undefined) {
      const contents = await port.readContents(WANTED_FOR_CHECKING);
      const checked = await checkNow(contents, given);
      // Which marks there are to be replaced is asked only where they are to be others.
      const isMarked = wantedMarks(planMarks(contents, checked, locale, LONGEST_LIVE)).text === last;
      if (isMarked || isListed(given)) return withFindings(checked.result, readingFindings(contents));
    }
    const workbook = await port.read(WANTED_FOR_CHECKING);
    const checked = await checkNow(workbook, given);
    const refused = await mark(workbook, checked, given);
    return withFindings(checked.result, [...readingFindings(workbook), ...refused]);
  };
}

/** The result itself where there is nothing to add: what is shown of it stays the same then. */
function withFindings(result: CheckResult, findings: readonly Finding[]): CheckResult {
  return findings.length === 0 ? result : { ...result, findings: [...result.findings, ...findings] };
}

function wantedMarks({ edits }: MarkPlan): { readonly text: string; readonly count: number } {
  const wanted = edits.filter(({ kind }) => kind === "addMark");
  return { text: JSON.stringify(wanted), count: wanted.length };
}
