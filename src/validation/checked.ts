import { importedIn } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { withImported } from "../codes/listsInUse";
import type { CodeLists } from "../codes/listsInUse";
import { choosePack } from "../recognition/choosePack";
import { SURE } from "../recognition/confidence";
import { recogniseWorkbook } from "../recognition/recognise";
import type { RecognisedTable, Recognition } from "../recognition/recognised";
import { NO_RULES } from "../relations/ownRules/ownRule";
import type { OwnRules } from "../relations/ownRules/ownRule";
import { readRulesSheet } from "../relations/ownRules/readRulesSheet";
import { withOwnRules } from "../relations/ownRules/withOwnRules";
import { relate } from "../relations/relate";
import type { UncheckedRelation } from "../relations/relation";
import type { Pack, Packs } from "../tables/definition";
import { withSets } from "../tables/withSets";
import type { CellAddress } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { setAsideExplained } from "./explainedByMissing";
import { setAsideForOtherColumns } from "./explainedByOtherColumns";
import { setAsideForUnread } from "./explainedByUnread";
import { KeptChecks } from "./keptChecks";
import { findMissingRows } from "./missingRows";
import type { MissingRow } from "./missingRows";
import { judgeAll } from "./outcome";
import type { Judgement } from "./outcome";
import { RelationIndex } from "./relationIndex";
import { withStructure } from "./structure/withStructure";
import type { Structured } from "./structure/withStructure";
import { findUnreadRows } from "./unreadRows";
import type { UnreadRow } from "./unreadRows";

export interface CheckOptions {
  /** Year edition of the code lists; the tables' own year when left out. */
  readonly edition?: number;
  /** An office's own relations from a file; those of the workbook's own rule sheet come on top. */
  readonly rules?: OwnRules;
  /** Lists imported for the user; those kept with the workbook come before them. */
  readonly codeLists?: readonly ImportedList[];
  /** The lists put together of all these, and of those loaded on demand, where a caller holds them. */
  readonly lists?: CodeLists;
  /** Titles of lists that the workbook needs and that could not be loaded. */
  readonly unloaded?: readonly string[];
  /** Sets of tables of the office's own, which come before the standard ones; with those that the workbook keeps. */
  readonly sets?: readonly Pack[];
}

/**
 * A checked workbook (校验过的工作簿): its tables, everything that must hold between their cells, and one outcome for each
 * relation, which is the same for everyone who asks: findings, marks, 解释此格, 舍位平衡, mends, reports.
 */
export interface Checked {
  readonly workbook: WorkbookSnapshot;
  readonly options: CheckOptions;
  /** The code lists it is read and checked by. */
  readonly lists: CodeLists;
  /** The set of tables by itself, and with the office's own relations on top. */
  readonly set: Pack;
  readonly pack: Pack;
  readonly tables: readonly RecognisedTable[];
  readonly unplaced: Recognition["unplaced"];
  /** What was proposed for each table that was read by its structure, used or not, and between tables. */
  readonly offers: Structured["offers"];
  readonly between: Structured["between"];
  /** Tables of budgets that their own figures speak against, so that nothing of them is checked. */
  readonly contradicted: Structured["contradicted"];
  /** One for each relation, in the order of the set; where it was set aside, why. */
  readonly judgements: readonly Judgement[];
  /** Sentences that gave no relation, and why. */
  readonly unchecked: readonly UncheckedRelation[];
  readonly missing: readonly MissingRow[];
  readonly unread: readonly UnreadRow[];
  /** Own relations that cannot be used, each with its place. */
  readonly problems: OwnRules["problems"];
  /** Relations go by their place among the judgements. */
  readonly index: RelationIndex;
}

/**
 * Makes the checked workbook of a picture: recognises its tables, lists the relations of the set and of the office (of a
 * file and of the rule sheet 自定义勾稽), judges each, and sets aside those that fail for a reason that is none of their
 * figures. Pure: what is kept changes how long it takes and nothing else. Never throws for what a workbook holds.
 * @param standard the set of tables, or several of which to choose
 * @param kept what earlier checks of the workbook have worked out
 */
export function makeChecked(
  workbook: WorkbookSnapshot,
  standard: Pack | Packs,
  options: CheckOptions = {},
  kept: KeptChecks = new KeptChecks(),
): Checked {
  const given = options.rules ?? NO_RULES;
  const lists =
    options.lists ?? withImported([...(options.codeLists ?? []), ...importedIn(workbook.settings)]);
  const sheetRules = readRulesSheet(workbook);
  const sets = [...(options.sets ?? []), ...kept.sets.of(workbook.settings)];
  const extended = (pack: Pack) => kept.packs.get(pack, sets, () => withSets(pack, sets));
  const [first, ...others] = "tables" in standard ? [standard] : standard;
  const set =
    others.length === 0
      ? extended(first)
      : choosePack(workbook, [extended(first), ...others.map(extended)], kept.recognition, lists);
  const own = withOwnRules(set, {
    rules: [...given.rules, ...sheetRules.rules],
    problems: [...given.problems, ...sheetRules.problems],
  });
  const named = recogniseWorkbook(workbook, own.pack, lists, kept.recognition);
  const { recognition, pack, offers, between, contradicted } = withStructure(
    workbook,
    { recognition: named, pack: own.pack, lists },
    kept,
  );
  const { tables, unplaced } = recognition;
  const related = relate(tables, pack, kept.relations);
  const missing = findMissingRows(tables, related.unlisted);
  const unread = findUnreadRows(workbook, tables.filter(isReadRightly));
  const judgements = setAsideForUnread(
    setAsideForOtherColumns(setAsideExplained(judgeAll(related.relations), missing), workbook),
    unread,
  );
  return {
    workbook,
    options,
    lists,
    set,
    pack,
    tables,
    unplaced,
    offers,
    between,
    contradicted,
    judgements,
    unchecked: related.unchecked,
    missing,
    unread,
    problems: own.problems,
    index: new RelationIndex(tables, related.relations),
  };
}

/** A row that nobody can tell says something only of a table that is read rightly. */
function isReadRightly({ byStructure, confidence }: RecognisedTable): boolean {
  return !byStructure || confidence >= SURE;
}

/** The judged relations that speak of a cell, in the order of the set. */
export function judgementsAt({ judgements, index }: Checked, cell: CellAddress): readonly Judgement[] {
  return index.relationsAt(cell).map((place) => judgements[place] as Judgement);
}
