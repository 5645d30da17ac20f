import type { CodeLists } from "../../codes/listsInUse";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import { isCodeSheet } from "../../workbook/ownSheets";
import { readBlock } from "../block";
import type { Block } from "../block";
import { buildTable, statedUnit, usualUnit } from "../buildTable";
import type { UsualUnit } from "../buildTable";
import { withoutFilledMerges } from "../filledMerges";
import type { KeptRecognition } from "../keptRecognition";
import { readSheet } from "../readSheet";
import type { RecognisedTable, Recognition } from "../recognised";
import type { SideDefinition, TableDefinition } from "../../tables/definition";
import { deriveTable } from "./deriveTable";
import type { DerivedTable } from "./deriveTable";
import type { Proposal } from "./proposal";
import { findRegions } from "./region";

/** A table read by its structure, before anybody has looked whether its figures bear out what its parts propose. */
export interface TableByStructure {
  readonly table: RecognisedTable;
  readonly proposals: readonly Proposal[];
  readonly isOfBudget: boolean;
  /** The same table under its final id, with the relations that are used. */
  readonly withRelations: (id: string, relations: TableDefinition["relations"]) => RecognisedTable;
  /** The same table in which some columns are taken for no amounts. */
  readonly withoutColumns: (columns: ReadonlySet<number>) => TableByStructure;
}

/** Why a sheet may still hold a table that no set knows. */
const MAY_HOLD: ReadonlySet<string> = new Set([
  "sheet.noTitle",
  "sheet.otherTitle",
  "sheet.titleWithoutHeader",
]);

/** A table that structure tells, and what is read of it. */
export interface DerivedBlock extends Pick<DerivedTable, "definition" | "proposals" | "isOfBudget"> {
  readonly block: Block;
}

/**
 * The tables on sheets that no definition takes, read by their parts: codes, names, headings, totals. Sheets that hold a
 * table of the set, or that the user said hold none, are left alone, but for those named.
 * @param also sheets to be read as well, whatever was found on them
 */
export function readByStructure(
  workbook: WorkbookSnapshot,
  { tables, unplaced }: Recognition,
  lists: CodeLists,
  kept: KeptRecognition,
  also: ReadonlySet<string> = new Set(),
): TableByStructure[] {
  const open = new Set(unplaced.filter(({ reason }) => MAY_HOLD.has(reason.key)).map(({ sheet }) => sheet));
  const blocks = workbook.sheets
    .filter((sheet) => (open.has(sheet.name) || also.has(sheet.name)) && !isCodeSheet(sheet))
    .flatMap((sheet) => kept.derived.get(sheet, [lists], () => deriveBlocks(sheet, lists, kept)));
  if (blocks.length === 0) return [];
  const stated = [...tables.map(({ unit }) => unit), ...blocks.map(({ block }) => statedUnit(block))];
  const usual = { ...usualUnit(stated), isStated: stated.some((unit) => unit !== undefined) };
  return blocks.map((one) =>
    kept.byStructure.get(one, [usual.unit, usual.isSure, usual.isStated], () => tableOf(one, usual)),
  );
}

function deriveBlocks(sheet: SheetSnapshot, lists: CodeLists, kept: KeptRecognition): DerivedBlock[] {
  const read = withoutFilledMerges(readSheet(sheet, kept.facts));
  return findRegions(read).flatMap((region): DerivedBlock[] => {
    const derived = deriveTable(read, region, PROVISIONAL, lists);
    return derived ? [{ ...derived, block: readBlock(derived.heading, lists) }] : [];
  });
}

/** What a table is called until it is known which of them stand among the others. */
const PROVISIONAL = "S0";

interface Usual extends UsualUnit {
  /** Some table of the workbook names its unit. */
  readonly isStated: boolean;
}

function tableOf({ block, definition, proposals, isOfBudget }: DerivedBlock, usual: Usual): TableByStructure {
  const build = (id: string, relations: TableDefinition["relations"]) => {
    const own = { ...block, definition: { ...definition, id, relations } };
    const built = buildTable(own, statedUnit(own), usual);
    return Object.assign(built, {
      ...(usual.isStated ? {} : { withoutUnit: true as const }),
      // The month of a payroll says nothing of the year of the budget beside it.
      ...(isOfBudget ? {} : { year: undefined }),
    });
  };
  return {
    table: build(
      definition.id,
      proposals.map(({ relation }) => relation),
    ),
    proposals,
    isOfBudget,
    withRelations: build,
    withoutColumns: (columns) => {
      const speaks = ({ relation: { text } }: Proposal) =>
        [...columns].some((number) => text.match(new RegExp(`c${number}\\b`)));
      const sides = new Map(definition.sides.map((side) => [side, withoutAmounts(side, columns)]));
      const left = { ...definition, sides: [...sides.values()] };
      const drafts = block.drafts.map((draft) => ({ ...draft, side: sides.get(draft.side) ?? draft.side }));
      return tableOf(
        {
          block: { ...block, definition: left, drafts },
          definition: left,
          proposals: proposals.filter((one) => !speaks(one)),
          isOfBudget,
        },
        usual,
      );
    },
  };
}

function withoutAmounts(side: SideDefinition, columns: ReadonlySet<number>): SideDefinition {
  return { ...side, amountColumns: side.amountColumns.filter((number) => !columns.has(number)) };
}
