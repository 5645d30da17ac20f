import { rowPlace } from "../recognition/recognised";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { isRuleSheet } from "../relations/ownRules/readRulesSheet";
import type { Pack, Packs } from "../tables/definition";
import type { CellAddress } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { withAcceptance } from "./acceptance";
import { blockFindings } from "./blockFindings";
import { cellKey } from "./cellKey";
import { judgementsAt, makeChecked } from "./checked";
import type { Checked, CheckOptions } from "./checked";
import type { CheckFinding } from "./checkFinding";
import { plainFinding } from "./checkFinding";
import type { CheckResult, TableReport } from "./checkResult";
import { codeFindings } from "./codeFindings";
import { joinCopies } from "./copiedFigures";
import type { ActKind, Finding, RelationCounts } from "./finding";
import { edgeFindings } from "./edgeFindings";
import { explainSuspects } from "./hints/explainSuspects";
import { keptJudgementsAt } from "./judgementsAt";
import { KeptChecks } from "./keptChecks";
import { followersIn } from "./following/followers";
import { FormulaReader } from "./following/linearFormula";
import { missingRowFindings } from "./missingRows";
import type { MissingRow } from "./missingRows";
import { findMistakes } from "./mistakes/findMistakes";
import type { CellIndex } from "./mistakes/jointSystem";
import type { BlockMistake } from "./mistakes/misplaced";
import type { RelationIndex } from "./relationIndex";
import type { FoundAct } from "./acts/act";
import { actFindings } from "./acts/actFindings";
import { findActs } from "./acts/findActs";
import { placesOf } from "./acts/scene";
import { withSingleAct } from "./acts/singleFigure";
import { weighCells } from "./mistakes/weights";
import type { Outcome } from "./outcome";
import { overwrittenFindings, overwrittenFormulas } from "./overwritten";
import { readabilityFindings } from "./readability";
import { relationFindings } from "./relationFindings";
import { roundingNotes } from "./roundingNotes";
import { ruleProblemFinding } from "./ruleProblems";
import { sortFindings } from "./sortFindings";
import { contradictedFinding } from "./structure/contradicted";
import { otherColumnFindings } from "./structure/otherColumnSums";
import { productFindings } from "./structure/products";
import { tableProgress } from "./tableProgress";
import { tablesTwice } from "./tablesTwice";
import { unloadedFinding } from "./unloadedLists";
import { unitFindings } from "./unitFindings";
import { standsUnread, unreadRowFindings } from "./unreadRows";
import { untoldRelations } from "./untold";
import { namedSuspects } from "./finding";
import { withVerdict } from "./verdict";

export type { CheckOptions } from "./checked";

/** A check with its findings as they were made, and as plain data. */
export interface CheckedWorkbook {
  readonly checked: Checked;
  /** In the order of `result.findings`. */
  readonly findings: readonly CheckFinding[];
  readonly result: CheckResult;
}

/** Says what there is to say of a checked workbook, but for what the acts found in it explain. */
type Check = (checked: Checked, told: Told, kept: KeptChecks) => readonly Finding[];

/** What relations that do not hold come to, and what is no finding of its own beside it. */
interface Told {
  readonly findings: readonly CheckFinding[];
  readonly missing: ReadonlySet<MissingRow>;
  /** Rows of acts, as rowPlace. */
  readonly rows: ReadonlySet<string>;
  /** Cells whose text an act tells, as cellKey. */
  readonly texts: ReadonlySet<string>;
  /** Cells that it finds wrong, as cellKey. */
  readonly blamed: ReadonlySet<string>;
  /** Sheets that rows are gone from, as an act tells: their formulas have lost cells. */
  readonly shortened: ReadonlySet<string>;
}

/** All checks; what they find is told in the order of sortFindings. */
const CHECKS: readonly Check[] = [
  (_, { findings }) => findings,
  ({ judgements }) => edgeFindings(judgements),
  ({ missing, unread }, told) =>
    missingRowFindings(
      missing.filter((row) => standsUnread(row, unread) === undefined && !told.missing.has(row)),
    ),
  ({ tables }) => tablesTwice(tables),
  ({ contradicted }) => contradicted.map(contradictedFinding),
  (checked, { rows }, kept) =>
    codeFindings(checked, kept.codes).filter(
      ({ cell, rule }) => !OF_ACTS.has(rule) || !cell || !rows.has(rowPlace(cell.sheet, cell.row)),
    ),
  ({ options }) => (options.unloaded ?? []).map(unloadedFinding),
  ({ tables }) => unitFindings(tables),
  ({ workbook, tables }) => productFindings(workbook, tables),
  ({ workbook, tables }, { blamed }) => otherColumnFindings(workbook, tables, blamed),
  (checked, { texts, shortened }) =>
    readabilityFindings(checked).filter(
      ({ rule, cells, sheet, message }) =>
        !(rule === "cell.text-number" && cells.every((cell) => texts.has(cellKey(cell)))) &&
        !(rule === "cell.error" && message.args["error"] === "#REF!" && shortened.has(sheet)),
    ),
  (checked, { blamed }) => overwrittenFindings(checked, blamed),
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
  const told = mistakesIn(checked, kept);
  const found = CHECKS.flatMap((check) => check(checked, told, kept)).map((finding): CheckFinding => ({
    about: [],
    ...accept(finding),
  }));
  const findings = sortFindings(found, checked.pack);
  const { tables, unplaced } = checked;
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    checked,
    findings,
    result: {
      tables: tables.map((table) => reportOf(table, sheets)),
      unplaced: unplaced.filter(({ sheet }) => !isRuleSheet(sheet)),
      relations: countOutcomes(checked),
      untold: untoldRelations(checked),
      findings: findings.map(plainFinding),
    },
  };
}

/** Relations that do not hold, one finding a mistake with its likely cells. */
function mistakesIn(checked: Checked, kept: KeptChecks): Told {
  const { judgements, workbook, tables, index } = checked;
  const isQuiet = judgements.every(({ outcome }) => outcome === "exact" || outcome === "cannotTell");
  if (isQuiet && checked.missing.length === 0)
    return {
      findings: [],
      missing: new Set(),
      rows: new Set(),
      texts: new Set(),
      blamed: new Set(),
      shortened: new Set(),
    };
  const at = keptJudgementsAt((cell) => judgementsAt(checked, cell));
  const followers = once(() => followersIn(tables, new FormulaReader(workbook)));
  const placeOf = placesOf(checked.tables);
  const { acts, blocks, rest, missing } = findActs(checked, { judgementsAt: at, followers, placeOf, kept });
  const cells = blocks.length + acts.length === 0 ? index : indexUnder(index, acts, blocks);
  const mistakes = findMistakes(rest, weighCells(workbook, at), followers, cells);
  const isOverwritten = once(() => overwrittenCells(checked));
  const single = {
    workbook,
    placeOf,
    isOverwritten: (cell: CellAddress) => isOverwritten().has(cellKey(cell)),
  };
  const findings = [
    ...blockFindings(blocks),
    ...joinCopies(
      explainSuspects([...actFindings(acts), ...relationFindings(mistakes)], at, workbook),
      placeOf,
    ).map((finding) => withSingleAct(withVerdict(finding, at), single)),
  ];
  const rows = acts.flatMap((act) =>
    ROW_ACTS.has(act.kind) ? act.rows.map(({ sheet, sheetRow }) => rowPlace(sheet, sheetRow)) : [],
  );
  // A row that only a wrong figure asks for is not missing.
  const changed = new Set([
    ...blocks
      .flatMap((block) => (block.kind === "shift" ? block.figures : []))
      .map(({ address }) => rowPlace(address.sheet, address.row)),
    ...acts
      .flatMap(({ cells: own, rows: ofAct, supposed }) => [
        ...own.map(({ row }) => row),
        ...ofAct,
        ...[...supposed.figures.keys()].flatMap((key) => placeOf(key)?.row ?? []),
      ])
      .map(({ sheet, sheetRow }) => rowPlace(sheet, sheetRow)),
  ]);
  const explained = checked.missing.filter(
    (row) =>
      missing.has(row) ||
      (row.kind !== "total" && row.seenIn && changed.has(rowPlace(row.seenIn.sheet, row.seenIn.sheetRow))),
  );
  const texts = acts
    .filter(({ kind }) => kind === "textFigure")
    .flatMap(({ cells: own }) => own.map(({ figure }) => cellKey(figure.address)));
  const shortened = [
    ...acts.flatMap(({ kind, table }) => (kind === "rowDeleted" ? [table.sheet] : [])),
    ...checked.missing.flatMap(({ kind, table }) =>
      kind === "code" || kind === "parent" ? [table.sheet] : [],
    ),
  ];
  return {
    findings,
    missing: new Set(explained),
    rows: new Set(rows),
    texts: new Set(texts),
    blamed: new Set(findings.flatMap((finding) => namedSuspects(finding).map(cellKey))),
    shortened: new Set(shortened),
  };
}

function overwrittenCells(checked: Checked): ReadonlySet<string> {
  return new Set(overwrittenFormulas(checked).map(({ address }) => cellKey(address)));
}

/** The cells of relations where acts and blocks are read otherwise: their cells hold other figures than their tables say. */
function indexUnder(
  index: RelationIndex,
  acts: readonly FoundAct[],
  blocks: readonly BlockMistake[],
): CellIndex {
  const changed = new Set<string>(acts.flatMap(({ supposed }) => [...supposed.figures.keys()]));
  const scaled = new Set<RecognisedTable>();
  for (const block of blocks)
    if (block.kind === "unit") scaled.add(block.table);
    else for (const { address } of block.figures) changed.add(cellKey(address));
  return {
    cellCount: index.cellCount,
    cellsOf: (relation) => index.cellsOf(relation),
    relationsOf: (cell) => index.relationsOf(cell),
    gridPlaceOf: (cell) => {
      const place = index.gridPlaceOf(cell);
      const { table, row, column } = place;
      const { sheet, sheetRow } = table.rows[row] as RecognisedRow;
      const sheetColumn = table.columns.get(table.grid.numbers[column] as number)?.sheetColumn ?? -1;
      const isOther =
        scaled.has(table) || changed.has(cellKey({ sheet, row: sheetRow, column: sheetColumn }));
      return isOther ? undefined : place;
    },
  };
}

/** What is made once, when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What a code is said to be where an act tells why. */
const OF_ACTS: ReadonlySet<string> = new Set([
  "code.unknown",
  "code.name",
  "code.duplicate",
  "code.twoNames",
  "code.twoCodes",
]);

/** Acts that are told of rows whose codes are then no findings of their own. */
const ROW_ACTS: ReadonlySet<ActKind> = new Set(["codeWrong", "rowDuplicated", "rowLeftOver", "rowExtra"]);

function reportOf(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): TableReport {
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
    progress: tableProgress(table, sheets),
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
