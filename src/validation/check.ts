import type { CodeList } from "../codes/codeLists";
import { importedIn } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { listsInUse } from "../codes/listsInUse";
import type { CodeLists } from "../codes/listsInUse";
import type { RecognisedTable } from "../recognition/recognised";
import type { OwnRules } from "../relations/ownRules/ownRule";
import { isRuleSheet } from "../relations/ownRules/readRulesSheet";
import type { Relation, RelationSet } from "../relations/relation";
import type { Pack } from "../tables/definition";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { CheckResult, TableReport } from "./checkResult";
import { withAcceptance } from "./acceptance";
import { setAsideForOtherColumns } from "./explainedByOtherColumns";
import { setAsideExplained } from "./explainedByMissing";
import { codeFindings } from "./codeFindings";
import { joinCopies } from "./copiedFigures";
import type { Finding, RelationCounts } from "./finding";
import { findBlocks } from "./mistakes/misplaced";
import { MistakesByGroup } from "./mistakes/mistakesByGroup";
import { weighCells } from "./mistakes/weights";
import { explainSuspects } from "./hints/explainSuspects";
import { findMissingRows, missingRowFindings } from "./missingRows";
import { judgeAll } from "./outcome";
import type { Judgement, Outcome } from "./outcome";
import { readabilityFindings } from "./readability";
import { setAsideForUnread } from "./explainedByUnread";
import { findUnreadRows, standsUnread, unreadRowFindings } from "./unreadRows";
import { relateWorkbook } from "./relateWorkbook";
import { blockFindings } from "./blockFindings";
import { relationFindings } from "./relationFindings";
import type { RelationFindings } from "./relationFindings";
import { roundingNotes } from "./roundingNotes";
import { ruleProblemFinding } from "./ruleProblems";
import { sortFindings } from "./sortFindings";
import { tablesTwice } from "./tablesTwice";
import { unitFindings } from "./unitFindings";

export interface CheckOptions {
  /** Year edition of the code lists; the tables' own year when left out. */
  readonly edition?: number;
  /** An office's own relations from a file; those of the workbook's own rule sheet come on top. */
  readonly rules?: OwnRules;
  /** Lists imported for the user; those kept with the workbook come before them. */
  readonly codeLists?: readonly ImportedList[];
  /** Shipped lists that are loaded on demand (codes/largeLists.ts), where the workbook's years need them. */
  readonly largeLists?: readonly CodeList[];
}

/** A check with what it was made from, for those who plan edits by it. */
export interface CheckedWorkbook {
  readonly result: CheckResult;
  /** The relations behind each finding about some. */
  readonly relations: RelationFindings;
}

/**
 * Checks a workbook against the tables and relations of a pack. Changes nothing; never throws for what a workbook holds.
 * @param mistakes what the last check of the workbook found, for one after an edit (carryOver)
 */
export function checkWorkbook(
  workbook: WorkbookSnapshot,
  standard: Pack,
  options: CheckOptions = {},
  mistakes = new MistakesByGroup(),
): CheckedWorkbook {
  const { pack, tables, unplaced, set, problems } = relateWorkbook(workbook, standard, options.rules);
  const missing = findMissingRows(tables, set.unlisted);
  const unread = findUnreadRows(workbook, tables);
  const judgements = setAsideForUnread(
    setAsideForOtherColumns(setAsideExplained(judgeAll(set.relations), missing), workbook),
    unread,
  );
  const accept = withAcceptance(workbook);
  const weigh = weighCells(workbook, judgements);
  const { blocks, rest } = findBlocks(judgements, tables, workbook);
  const told = new Map([
    ...blockFindings(blocks),
    ...joinCopies(withHints(relationFindings(mistakes.find(rest, weigh, workbook)), judgements, workbook)),
  ]);
  const failing = new Map([...told].map(([finding, relation]) => [accept(finding), relation]));
  const findings: Finding[] = [
    ...failing.keys(),
    ...[
      ...missingRowFindings(missing.filter((row) => standsUnread(row, unread) === undefined)),
      ...tablesTwice(tables),
      ...codeFindings(workbook, tables, options.edition, listsFor(workbook, options)),
      ...unitFindings(tables),
      ...readabilityFindings(workbook, tables),
      ...unreadRowFindings(unread, missing),
      ...problems.map(ruleProblemFinding),
      ...roundingNotes(judgements),
    ].map(accept),
  ];
  return {
    result: {
      tables: tables.map(reportOf),
      unplaced: unplaced.filter(({ sheet }) => !isRuleSheet(sheet)),
      relations: countOutcomes(judgements, set),
      findings: sortFindings(findings, pack),
    },
    relations: failing,
  };
}

function withHints(
  failing: RelationFindings,
  judgements: readonly Judgement[],
  workbook: WorkbookSnapshot,
): Map<Finding, readonly Relation[]> {
  const relations = [...failing.values()];
  const explained = explainSuspects([...failing.keys()], judgements, workbook);
  return new Map(explained.map((finding, index) => [finding, relations[index] as readonly Relation[]]));
}

/** The lists a workbook is checked by: shipped, the user's own, its own. */
function listsFor(
  { settings }: WorkbookSnapshot,
  { codeLists = [], largeLists = [] }: CheckOptions,
): CodeLists {
  return listsInUse({ imported: [...codeLists, ...importedIn(settings)], large: largeLists });
}

function reportOf(table: RecognisedTable): TableReport {
  return {
    table: table.definition.id,
    label: table.definition.label,
    title: table.definition.title,
    sheet: table.sheet,
    range: table.range,
    columns: Object.fromEntries([...table.columns].map(([number, { sheetColumn }]) => [number, sheetColumn])),
    rows: new Set(table.rows.map(({ sheetRow }) => sheetRow)).size,
    confidence: table.confidence,
    reasons: table.reasons,
  };
}

function countOutcomes(judgements: readonly Judgement[], { unchecked }: RelationSet): RelationCounts {
  const count = (...outcomes: Outcome[]) =>
    judgements.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const exact = count("exact");
  const rounding = count("rounding");
  const mismatch = count("mismatch", "zero");
  const untold = unchecked.filter(({ outcome }) => outcome === "cannotTell").length;
  return {
    checked: exact + rounding + mismatch,
    exact,
    rounding,
    mismatch,
    notApplicable: unchecked.length - untold,
    cannotTell: count("cannotTell") + untold,
  };
}
