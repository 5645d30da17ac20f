import { importedIn } from "../codes/import/importedList";
import { withImported } from "../codes/listsInUse";
import type { CodeLists } from "../codes/listsInUse";
import type { Pack } from "../tables/definition";
import type { MessageRef } from "../messages/messageRef";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readBlock } from "./block";
import type { Block } from "./block";
import { buildTable, statedUnit, usualUnit } from "./buildTable";
import { KeptRecognition } from "./keptRecognition";
import { isOtherTable } from "./knownRows";
import { otherTitle, outlineWorkbook } from "./outline";
import type { Heading } from "./outline";
import { joinPages, withPage } from "./pages";
import type { Recognition } from "./recognised";

/**
 * Finds the tables of a pack in a workbook, as the user has corrected it before; says of every other sheet why it was not
 * placed. A table that runs on over several sheets is one.
 * @param lists the code lists by which rows with names alone are told; those shipped and kept with the workbook if left out
 * @param kept what was worked out of earlier pictures of the workbook
 */
export function recogniseWorkbook(
  workbook: WorkbookSnapshot,
  pack: Pack,
  lists: CodeLists = withImported(importedIn(workbook.settings)),
  kept: KeptRecognition = new KeptRecognition(),
): Recognition {
  const blocks: Block[] = [];
  const unplaced: { sheet: string; reason: MessageRef }[] = [];
  for (const found of outlineWorkbook(workbook, pack, kept)) {
    if ("reason" in found) unplaced.push({ sheet: found.sheet, reason: found.reason });
    else blocks.push(...joinPages(readBlocks(found.headings, blocks.at(-1), lists, kept), kept));
  }
  const found = joinSheets(blocks, kept);
  const joined = found.filter((block) => !isOtherTable(block));
  for (const block of found) {
    const holdsNone = joined.every(({ sheet }) => sheet.name !== block.sheet.name);
    if (holdsNone) unplaced.push({ sheet: block.sheet.name, reason: whyNot(block) });
  }
  const units = joined.map(statedUnit);
  const usual = usualUnit(units);
  const tables = joined.map((block, index) => {
    const stated = units[index];
    return kept.tables.get(block, [stated, usual.unit, usual.isSure], () => buildTable(block, stated, usual));
  });
  return { tables, unplaced };
}

/** What is said of a sheet whose rows are none of the table's. */
function whyNot({ title }: Block): MessageRef {
  return title ? otherTitle(title) : { key: "sheet.noTitle", args: {} };
}

function readBlocks(
  headings: readonly Heading[],
  before: Block | undefined,
  lists: CodeLists,
  kept: KeptRecognition,
): Block[] {
  const blocks: Block[] = [];
  for (const heading of headings) {
    const last = blocks.at(-1) ?? before;
    // Only a page of the same table bears on how this one is read.
    const above = last?.definition === heading.definition ? last : undefined;
    blocks.push(kept.blocks.get(heading, [above, lists], () => readBlock(heading, lists, above)));
  }
  return blocks;
}

/** A table of which a further sheet brings more rows, without a total of its own, runs on there. */
function joinSheets(blocks: readonly Block[], kept: KeptRecognition): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    const whole =
      before && runsOn(before, block)
        ? kept.wholes.get(block, [before], () => withPage(before, block))
        : undefined;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(block);
  }
  return joined;
}

/** Only a table that has a total can be told to go on: of others each sheet may be a table of its own. */
function runsOn({ sheet, definition }: Block, block: Block): boolean {
  const hasTotal = definition.sides.every(({ rows }) => rows.some(({ required }) => required));
  return hasTotal && sheet.name !== block.sheet.name;
}
