import type { Pack } from "../tables/definition";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { confidenceOf } from "./confidence";
import { KeptRecognition } from "./keptRecognition";
import { CORRECTIONS_KEY } from "./correction";
import { mostHeadings, outlineWorkbook } from "./outline";
import { recogniseWorkbook } from "./recognise";
import { withImported } from "../codes/listsInUse";
import type { CodeLists } from "../codes/listsInUse";
import type { RecognisedTable } from "./recognised";

/**
 * The set of tables a workbook is made of: the one of which most is found, each table counting by how sure it is. Of
 * equals the earlier in the list; so for a workbook without any table the first. Titles and headings tell; no row is read,
 * but of a workbook of one table that fits several sets about as well: that of which more rows can be told counts.
 * @param lists by which rows are told then; those that the workbook is read with spare reading it twice
 */
export function choosePack(
  workbook: WorkbookSnapshot,
  packs: readonly [Pack, ...Pack[]],
  kept: KeptRecognition = new KeptRecognition(),
  lists: CodeLists = withImported([]),
): Pack {
  const isCorrected = workbook.settings?.[CORRECTIONS_KEY] !== undefined;
  const candidates = packs.map((pack, place) => ({
    pack,
    place,
    bound: isCorrected ? Infinity : mostHeadings(workbook, pack, kept),
  }));
  // Where little of a set can be found it is not looked for: no table counts more than once.
  candidates.sort((a, b) => b.bound - a.bound || a.place - b.place);
  let best: Fitting = { pack: packs[0], place: 0, found: 0 };
  const tried: Fitting[] = [];
  for (const { pack, place, bound } of candidates) {
    if (bound < best.found * ABOUT_AS_WELL) break;
    const one = { pack, place, found: foundOf(workbook, pack, kept) };
    tried.push(one);
    if (one.found > best.found || (one.found === best.found && place < best.place)) best = one;
  }
  if (best.found === 0 || best.found > ONE_TABLE) return best.pack;
  const close = tried.filter(({ found }) => found >= best.found * NEARLY);
  return close.length < 2
    ? best.pack
    : withMostRows(best, close, ({ pack }) => recogniseWorkbook(workbook, pack, lists, kept).tables);
}

interface Fitting {
  readonly pack: Pack;
  readonly place: number;
  readonly found: number;
}

/** Of two sets that fit about as well headings alone do not tell; one that fits less must tell many more rows. */
const ABOUT_AS_WELL = 0.9;
const NEARLY = 0.7;
const MANY_MORE = 1.5;
const ONE_TABLE = 1;

function withMostRows(
  best: Fitting,
  close: readonly Fitting[],
  tablesOf: (fitting: Fitting) => readonly RecognisedTable[],
): Pack {
  const rowsOf = (fitting: Fitting) => tablesOf(fitting).reduce((sum, { rows }) => sum + rows.length, 0);
  const read = tablesOf(best);
  const own = read.reduce((sum, { rows }) => sum + rows.length, 0);
  // What there is to tell: another set is not read where it cannot tell many more rows.
  const all = read.reduce(
    (sum, { bodyRows, definition }) => sum + bodyRows.length * definition.sides.length,
    0,
  );
  let most = { fitting: best, rows: own };
  for (const fitting of close) {
    const isAsGood = fitting.found >= best.found * ABOUT_AS_WELL;
    const least = isAsGood ? own : own * MANY_MORE;
    if (fitting === best || (!isAsGood && all <= least)) continue;
    const rows = rowsOf(fitting);
    if (rows > least && rows > most.rows) most = { fitting, rows };
  }
  return most.fitting.pack;
}

function foundOf(workbook: WorkbookSnapshot, pack: Pack, kept: KeptRecognition): number {
  return outlineWorkbook(workbook, pack, kept)
    .flatMap((sheet) => ("headings" in sheet ? sheet.headings : []))
    .reduce((sum, heading) => sum + confidenceOf(heading), 0);
}
