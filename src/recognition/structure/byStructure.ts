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
import type { TableDefinition } from "../../tables/definition";
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
      return derived.map(({ heading, definition, proposals, isOfBudget }): TableByStructure => {
        const block = readBlock(heading, lists);
        const build = (relations: TableDefinition["relations"]) =>
          buildWith(block, { ...definition, relations }, usual);
        const table = build(proposals.map(({ relation }) => relation));
        return { table, proposals, isOfBudget, withRelations: build };
      });
    });
    found.push(...own);
  }
  return found;
}

function buildWith(
  block: Block,
  definition: TableDefinition,
  usual: ReturnType<typeof usualUnit>,
): RecognisedTable {
  const own = { ...block, definition };
  return buildTable(own, statedUnit(own), usual);
}
