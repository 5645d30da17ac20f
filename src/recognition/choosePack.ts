import type { Pack } from "../tables/definition";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { confidenceOf } from "./confidence";
import { KeptRecognition } from "./keptRecognition";
import { outlineWorkbook } from "./outline";

/**
 * The set of tables a workbook is made of: the one of which most is found, each table counting by how sure it is. Of
 * equals the earlier in the list; so for a workbook without any table the first. Titles and headings tell; no row is read.
 */
export function choosePack(
  workbook: WorkbookSnapshot,
  packs: readonly [Pack, ...Pack[]],
  kept: KeptRecognition = new KeptRecognition(),
): Pack {
  let best = packs[0];
  let most = 0;
  for (const pack of packs) {
    const headings = outlineWorkbook(workbook, pack, kept).flatMap((sheet) =>
      "headings" in sheet ? sheet.headings : [],
    );
    const found = headings.reduce((sum, heading) => sum + confidenceOf(heading), 0);
    if (found > most) {
      best = pack;
      most = found;
    }
  }
  return best;
}
