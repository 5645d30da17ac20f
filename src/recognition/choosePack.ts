import type { Pack } from "../tables/definition";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { confidenceOf } from "./confidence";
import { KeptRecognition } from "./keptRecognition";
import { CORRECTIONS_KEY } from "./correction";
import { mostHeadings, outlineWorkbook } from "./outline";

/**
 * The set of tables a workbook is made of: the one of which most is found, each table counting by how sure it is. Of
 * equals the earlier in the list; so for a workbook without any table the first. Titles and headings tell; no row is read.
 */
export function choosePack(
  workbook: WorkbookSnapshot,
  packs: readonly [Pack, ...Pack[]],
  kept: KeptRecognition = new KeptRecognition(),
): Pack {
  const isCorrected = workbook.settings?.[CORRECTIONS_KEY] !== undefined;
  const candidates = packs.map((pack, place) => ({
    pack,
    place,
    bound: isCorrected ? Infinity : mostHeadings(workbook, pack, kept),
  }));
  // Where little of a set can be found it is not looked for: no table counts more than once.
  candidates.sort((a, b) => b.bound - a.bound || a.place - b.place);
  let best = { pack: packs[0], place: 0, found: 0 };
  for (const { pack, place, bound } of candidates) {
    if (bound < best.found) break;
    const found = foundOf(workbook, pack, kept);
    if (found > best.found || (found === best.found && place < best.place)) best = { pack, place, found };
  }
  return best.pack;
}

function foundOf(workbook: WorkbookSnapshot, pack: Pack, kept: KeptRecognition): number {
  return outlineWorkbook(workbook, pack, kept)
    .flatMap((sheet) => ("headings" in sheet ? sheet.headings : []))
    .reduce((sum, heading) => sum + confidenceOf(heading), 0);
}
