import type { ImportedList } from "../codes/import/importedList";
import type { CodeLists } from "../codes/listsInUse";
import type { Locale } from "../messages/describe";
import { LONGEST_LIVE, planClear, planMarks } from "../planning/marks";
import type { OwnRules } from "../relations/ownRules/ownRule";
import type { Pack } from "../tables/definition";
import { PACKS } from "../tables/packs";
import { checkWorkbook } from "../validation/check";
import type { CheckResult } from "../validation/checkResult";
import type { KeptChecks } from "../validation/keptChecks";
import type { Finding } from "../validation/finding";
import type { WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readingFindings, writeMarks } from "./hostFindings";
import { LastCheck } from "./lastCheck";
import { withLists } from "./listsFor";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import { WANTED_FOR_CHECKING } from "./wantedSheets";

export interface ValidateOptions {
  /** Year edition of the code lists; found from the tables' own year when left out. */
  readonly edition?: number;
  /** An office's own relations from a file; those of the workbook's own rule sheet are always used. */
  readonly rules?: OwnRules;
  /** 只列出，不标记: nothing is written into the workbook. */
  readonly isListOnly?: boolean;
  /** Name of the one sheet to mark (校验本表); marks on others stay as they are. All are marked when left out. */
  readonly sheet?: string;
  /** Code lists imported for the user; those kept with the workbook are always used. */
  readonly codeLists?: readonly ImportedList[];
  /** The lists put together of all these (listsFor.ts), for a check of a workbook already read. */
  readonly lists?: CodeLists;
  /** Titles of lists that it needs and that could not be loaded. */
  readonly unloaded?: readonly string[];
  /** Sets of tables of the office's own, which come before the standard ones. */
  readonly sets?: readonly Pack[];
  /** Language of the notes on marked cells; Chinese when left out. */
  readonly locale?: Locale;
}

/**
 * Checks a workbook already read. Pure: the command line and tests use it on files.
 * @param kept for those who check several: what is worked out of the sets of tables, and of sheets that come again
 */
export function checkSnapshot(
  snapshot: WorkbookSnapshot,
  options: ValidateOptions = {},
  kept?: KeptChecks,
): CheckResult {
  return checkWorkbook(snapshot, PACKS, options, kept).result;
}

/** 校验: reads the workbook and checks it; changes nothing. */
export async function validate(port: WorkbookPort, options: ValidateOptions = {}): Promise<CheckResult> {
  const snapshot = await port.read(WANTED_FOR_CHECKING);
  const result = checkSnapshot(snapshot, await withLists(snapshot, options));
  return { ...result, findings: [...result.findings, ...readingFindings(snapshot)] };
}

/**
 * 校验并标记: reads, checks, and puts the marks of this check in place of those of the last one, in one batch. Protected
 * sheets are left as they are and named in the result, and so are marks that the host refuses: the findings never depend on
 * them. Cancelled before the marks, it changes nothing.
 * @param check the last check of the workbook, to go on from
 */
export async function validateAndMark(
  port: WorkbookPort,
  options: ValidateOptions = {},
  task: Task = WITHOUT_PROGRESS,
  check = new LastCheck(),
): Promise<CheckResult> {
  await task.step({ key: "progress.reading", args: {} });
  const snapshot = await port.read(WANTED_FOR_CHECKING);
  await task.step({ key: "progress.checking", args: { sheets: String(snapshot.sheets.length) } });
  const checked = check.check(snapshot, await withLists(snapshot, options, check.held));
  const plan = planMarks(snapshot, checked, options.locale ?? "zh-CN", LONGEST_LIVE);
  const isMeant = (sheet: string) => options.sheet === undefined || options.sheet === sheet;
  const edits = plan.edits.filter(({ sheet }) => isMeant(sheet));
  const protectedSheets = plan.protectedSheets.filter(isMeant);
  await task.step({ key: "progress.marking", args: {} });
  const refused = await writeMarks(port, options.isListOnly ? [] : edits);
  const { result } = checked;
  const ofHost = [...readingFindings(snapshot), ...protectedSheets.map(protectedFinding), ...refused];
  return { ...result, findings: [...result.findings, ...ofHost] };
}

/** 清除标记: takes every mark of this product out of the workbook. Gives how many there were. */
export async function clearMarks(port: WorkbookPort): Promise<number> {
  const { edits } = planClear(await port.read());
  if (edits.length > 0) await port.apply(edits);
  return edits.filter((edit) => edit.kind === "removeMark" && edit.mark === "format").length;
}

function protectedFinding(sheet: string): Finding {
  return {
    severity: "info",
    rule: "sheet.protected",
    table: null,
    sheet,
    cell: null,
    message: { key: "sheet.protected", args: { sheet } },
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    suspects: [],
  };
}
