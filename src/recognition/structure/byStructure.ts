import type { CodeLists } from "../../codes/listsInUse";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { isCodeSheet } from "../../workbook/ownSheets";
import { readBlock } from "../block";
import type { Block } from "../block";
import { buildTable, statedUnit, usualUnit } from "../buildTable";
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
  /** The same table with other relations. */
  readonly withRelations: (relations: TableDefinition["relations"]) => RecognisedTable;
  /** The same table in which some columns are taken for no amounts. */
  readonly withoutColumns: (columns: ReadonlySet<number>) => TableByStructure;
}

/** Why a sheet may still hold a table that no set knows. */
const MAY_HOLD: ReadonlySet<string> = new Set([
  "sheet.noTitle",
  "sheet.otherTitle",
  "sheet.titleWithoutHeader",
]);

/**
 * The tables on sheets that no definition takes, read by their parts: codes, names, headings, totals. They are called S1,
 * S2 … in the order of the sheets. Sheets that hold a table of the set, or that the user said hold none, are left alone.
 */
export function readByStructure(
  workbook: WorkbookSnapshot,
  { tables, unplaced }: Recognition,
  lists: CodeLists,
  kept: KeptRecognition,
): TableByStructure[] {
  const open = new Set(unplaced.filter(({ reason }) => MAY_HOLD.has(reason.key)).map(({ sheet }) => sheet));
  const found: TableByStructure[] = [];
  for (const sheet of workbook.sheets) {
    if (!open.has(sheet.name) || isCodeSheet(sheet)) continue;
    const first = found.length + 1;
    const usual = usualUnit(tables.map(({ unit }) => unit));
    const own = kept.byStructure.get(sheet, [first, lists, usual.unit, usual.isSure], () => {
      const read = withoutFilledMerges(readSheet(sheet, kept.facts));
      const derived: DerivedTable[] = [];
      for (const region of findRegions(read)) {
        const one = deriveTable(read, region, `S${first + derived.length}`, lists);
        if (one) derived.push(one);
      }
      return derived.map((one) => tableOf(readBlock(one.heading, lists), one, usual));
    });
    found.push(...own);
  }
  return found;
}

type Usual = ReturnType<typeof usualUnit>;

function tableOf(
  block: Block,
  { definition, proposals, isOfBudget }: Pick<DerivedTable, "definition" | "proposals" | "isOfBudget">,
  usual: Usual,
): TableByStructure {
  const build = (relations: TableDefinition["relations"]) => {
    const own = { ...block, definition: { ...definition, relations } };
    return buildTable(own, statedUnit(own), usual);
  };
  return {
    table: build(proposals.map(({ relation }) => relation)),
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
        { ...block, definition: left, drafts },
        { definition: left, proposals: proposals.filter((one) => !speaks(one)), isOfBudget },
        usual,
      );
    },
  };
}

function withoutAmounts(side: SideDefinition, columns: ReadonlySet<number>): SideDefinition {
  return { ...side, amountColumns: side.amountColumns.filter((number) => !columns.has(number)) };
}
