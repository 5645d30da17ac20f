import type { RecognisedTable } from "../recognition/recognised";
import { isRuleSheet } from "../relations/ownRules/readRulesSheet";
import type { Pack } from "../tables/definition";
import type { CellAddress } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { withAcceptance } from "./acceptance";
import { blockFindings } from "./blockFindings";
import { judgementsAt, makeChecked } from "./checked";
import type { Checked, CheckOptions, Packs } from "./checked";
import type { CheckFinding } from "./checkFinding";
import { plainFinding } from "./checkFinding";
import type { CheckResult, TableReport } from "./checkResult";
import { codeFindings } from "./codeFindings";
import { joinCopies } from "./copiedFigures";
import type { Finding, RelationCounts } from "./finding";
import { edgeFindings } from "./edgeFindings";
import { explainSuspects } from "./hints/explainSuspects";
import { KeptChecks } from "./keptChecks";
import { FormulaReader } from "./following/linearFormula";
import { missingRowFindings } from "./missingRows";
import { findMistakes } from "./mistakes/findMistakes";
import { findBlocks } from "./mistakes/misplaced";
import { weighCells } from "./mistakes/weights";
import type { Outcome } from "./outcome";
import { overwrittenFindings } from "./overwritten";
import { readabilityFindings } from "./readability";
import { relationFindings } from "./relationFindings";
import { roundingNotes } from "./roundingNotes";
import { ruleProblemFinding } from "./ruleProblems";
import { sortFindings } from "./sortFindings";
import { tablesTwice } from "./tablesTwice";
import { unloadedFinding } from "./unloadedLists";
import { unitFindings } from "./unitFindings";
import { standsUnread, unreadRowFindings } from "./unreadRows";

export type { CheckOptions } from "./checked";

/** A check with its findings as they were made, and as plain data. */
export interface CheckedWorkbook {
  readonly checked: Checked;
  /** In the order of `result.findings`. */
  readonly findings: readonly CheckFinding[];
  readonly result: CheckResult;
}

/** Says what there is to say of a checked workbook. */
type Check = (checked: Checked) => readonly Finding[];

/** All checks; what they find is told in the order of sortFindings. */
const CHECKS: readonly Check[] = [
  mistakeFindings,
  ({ judgements }) => edgeFindings(judgements),
  ({ missing, unread }) =>
    missingRowFindings(missing.filter((row) => standsUnread(row, unread) === undefined)),
  ({ tables }) => tablesTwice(tables),
  ({ workbook, tables, options, lists }) => codeFindings(workbook, tables, options.edition, lists),
  ({ options }) => (options.unloaded ?? []).map(unloadedFinding),
  ({ tables }) => unitFindings(tables),
  readabilityFindings,
  overwrittenFindings,
  ({ unread, missing }) => unreadRowFindings(unread, missing),
  ({ problems }) => problems.map(ruleProblemFinding),
  ({ judgements }) => roundingNotes(judgements),
];

/**
 * Checks a workbook against the tables and relations of a pack. Changes nothing; never throws for what a workbook holds.
 * @param standard the set of tables, or several of which to choose
 * @param kept what earlier checks of the workbook have worked out
 */
export function checkWorkbook(
  workbook: WorkbookSnapshot,
  standard: Pack | Packs,
  options: CheckOptions = {},
  kept: KeptChecks = new KeptChecks(),
): CheckedWorkbook {
  const checked = makeChecked(workbook, standard, options, kept);
  const accept = withAcceptance(workbook);
  const found = CHECKS.flatMap((check) => check(checked)).map((finding): CheckFinding => ({
    about: [],
    ...accept(finding),
  }));
  const findings = sortFindings(found, checked.pack);
  const { tables, unplaced } = checked;
  return {
    checked,
    findings,
    result: {
      tables: tables.map(reportOf),
      unplaced: unplaced.filter(({ sheet }) => !isRuleSheet(sheet)),
      relations: countOutcomes(checked),
      findings: findings.map(plainFinding),
    },
  };
}

/** Relations that do not hold, one finding a mistake with its likely cells. */
function mistakeFindings(checked: Checked): CheckFinding[] {
  const { judgements, workbook, tables, index } = checked;
  if (judgements.every(({ outcome }) => outcome === "exact" || outcome === "cannotTell")) return [];
  const at = (cell: CellAddress) => judgementsAt(checked, cell);
  const { blocks, rest } = findBlocks(judgements, tables, workbook, at);
  // Where blocks are read otherwise, cells hold other figures than their tables say.
  const cells =
    blocks.length === 0
      ? index
      : {
          cellCount: index.cellCount,
          cellsOf: (relation: number) => index.cellsOf(relation),
          relationsOf: (cell: number) => index.relationsOf(cell),
        };
  const mistakes = findMistakes(rest, weighCells(workbook, at), new FormulaReader(workbook), cells);
  return [...blockFindings(blocks), ...joinCopies(explainSuspects(relationFindings(mistakes), at, workbook))];
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
    by: table.byStructure ? "structure" : "name",
    reasons: table.reasons,
  };
}

function countOutcomes({ judgements, unchecked }: Checked): RelationCounts {
  const counts: Record<Outcome, number> = {
    exact: 0,
    rounding: 0,
    edge: 0,
    zero: 0,
    mismatch: 0,
    cannotTell: 0,
  };
  for (const { outcome } of judgements) counts[outcome]++;
  const mismatch = counts.mismatch + counts.zero;
  // An edge lies within what half steps come to, and is told by itself.
  const rounding = counts.rounding + counts.edge;
  const untold = unchecked.filter(({ outcome }) => outcome === "cannotTell").length;
  return {
    checked: counts.exact + rounding + mismatch,
    exact: counts.exact,
    rounding,
    mismatch,
    notApplicable: unchecked.length - untold,
    cannotTell: counts.cannotTell + untold,
  };
}
