import { completeness } from "../disclosure/completeness";
import type { Point } from "../disclosure/point";
import type { MessageRef } from "../messages/messageRef";
import { choosePack } from "../recognition/choosePack";
import { recogniseWorkbook } from "../recognition/recognise";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** The list of what has to be published, with the set of tables it was made for. */
export interface CompleteCheck {
  readonly set: string;
  readonly setName: string;
  readonly year: number | undefined;
  readonly points: readonly Point[];
}

/**
 * 公开检查: what of that which has to be published is there, in a workbook and the text beside it when given. Pure. Gives a problem
 * when the workbook has no table.
 */
export function checkComplete(
  workbook: WorkbookSnapshot,
  text?: string,
): CompleteCheck | { readonly problem: MessageRef } {
  const pack = choosePack(workbook, withOwnSets(PACKS, workbook.settings));
  const { tables } = recogniseWorkbook(workbook, pack);
  if (tables.length === 0) return { problem: { key: "complete.noTables", args: {} } };
  return {
    set: pack.id,
    setName: pack.name,
    year: tables.map((table) => table.year).find((one) => one !== undefined),
    points: completeness({ workbook, pack, tables, text }),
  };
}
