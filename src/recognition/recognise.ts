import type { Pack, TableDefinition } from "../tables/definition";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { append, joinPages, nextPage, readBlock } from "./block";
import type { Block } from "./block";
import { buildTable } from "./buildTable";
import { correctionsFor, readCorrections } from "./correction";
import type { TableCorrection } from "./correction";
import { lastFilledRow } from "./grid";
import { findHeader, matchHeaderRows } from "./header";
import type { Recognition } from "./recognised";
import { findTitles, matchTitle } from "./title";
import type { TitleMatch } from "./title";

/** Below this share of the definition's headings a titled block is not taken for the table. */
const LEAST_HEADER_SCORE = { exact: 0.5, alike: 0.6, sheetName: 0.7 } as const;
/** Without a title the headings alone must say more, and clearly more than for any other table. */
const LEAST_SCORE_WITHOUT_TITLE = 0.85;
const LEAST_LEAD_WITHOUT_TITLE = 0.1;
/** How many rows under a title may pass before the heading starts (部门名称, 单位, blank rows). */
const MOST_ROWS_BEFORE_HEADER = 12;

/**
 * Finds the tables of a pack in a workbook, as the user has corrected it before; says of every other sheet why it was not
 * placed. A table that runs on over several sheets is one.
 */
export function recogniseWorkbook(workbook: WorkbookSnapshot, pack: Pack): Recognition {
  const before = known.get(workbook)?.get(pack);
  if (before) return before;
  const recognition = recogniseAnew(workbook, pack);
  known.set(workbook, (known.get(workbook) ?? new Map<Pack, Recognition>()).set(pack, recognition));
  return recognition;
}

/** A picture never changes; the set of tables is chosen and the tables are checked on the same one. */
const known = new WeakMap<WorkbookSnapshot, Map<Pack, Recognition>>();

function recogniseAnew(workbook: WorkbookSnapshot, pack: Pack): Recognition {
  const corrections = readCorrections(workbook);
  const blocks: Block[] = [];
  const unplaced: { sheet: string; reason: MessageRef }[] = [];
  for (const sheet of workbook.sheets) {
    const found = recogniseSheet(sheet, pack, corrections);
    if ("reason" in found) unplaced.push({ sheet: sheet.name, reason: found.reason });
    else blocks.push(...found.blocks);
  }
  return { tables: joinSheets(blocks).map(buildTable), unplaced };
}

/** A table of which a further sheet brings more rows, without a total of its own, runs on there. */
function joinSheets(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    const further = before && runsOn(before, block) ? nextPage(before, block) : undefined;
    if (before && further) joined[joined.length - 1] = append(before, block, further);
    else joined.push(block);
  }
  return joined;
}

/** Only a table that has a total can be told to go on: of others each sheet may be a table of its own. */
function runsOn({ sheet, definition, header }: Block, block: Block): boolean {
  const hasTotal = definition.sides.every(({ rows }) => rows.some(({ required }) => required));
  const isByRow = [...header.columns.values()].some(({ reading }) => reading?.kind === "named");
  return hasTotal && !isByRow && sheet.name !== block.sheet.name;
}

function recogniseSheet(
  sheet: SheetSnapshot,
  pack: Pack,
  corrections: readonly TableCorrection[],
): { blocks: readonly Block[] } | { reason: MessageRef } {
  if (sheet.unreadable) {
    return {
      reason: { key: `sheet.${sheet.unreadable.reason}`, args: { range: sheet.unreadable.usedRange } },
    };
  }
  const last = lastFilledRow(sheet);
  if (last < 0) return { reason: { key: "sheet.empty", args: {} } };
  const titles = findTitles(sheet, pack);
  const said = correctionsFor(sheet, corrections);
  const applies = ({ table }: TableCorrection) =>
    said.isOwn || titles.length === 0 || titles.some(({ definition }) => definition.id === table);
  const own = said.corrections.filter(applies);
  if (own.some(({ table }) => table === null)) return { reason: { key: "sheet.setAside", args: {} } };
  const chosen = own.find(({ table }) => !titles.some(({ definition }) => definition.id === table));
  const forced = chosen && chosenBlock(sheet, pack, chosen, last);
  if (forced) return { blocks: [forced] };

  const blocks = titles.flatMap((title) => {
    const below = titles.find(({ row }) => row > title.row);
    const end = (below?.row ?? last + 1) - 1;
    const correction = own.find(({ table }) => table === title.definition.id);
    return titledBlock(beside(sheet, title, titles), title, end, correction) ?? [];
  });
  if (blocks.length > 0) return { blocks: joinPages(blocks) };
  const untitled = titles.length === 0 ? untitledBlock(sheet, pack, last) : undefined;
  if (untitled) return { blocks: [untitled] };
  const [title] = titles;
  return {
    reason: title
      ? {
          key: "sheet.titleWithoutHeader",
          args: { title: title.definition.title, cell: formatA1(title.row, title.column) },
        }
      : { key: "sheet.noTitle", args: {} },
  };
}

/** Of tables that stand side by side, titles in one row, each has the columns up to the next one's title. */
function beside(
  sheet: SheetSnapshot,
  { row, column }: TitleMatch,
  titles: readonly TitleMatch[],
): SheetSnapshot {
  const columns = titles.filter((other) => other.row === row).map((other) => other.column);
  if (columns.length < 2) return sheet;
  const isFirst = columns.every((other) => other >= column);
  const next = Math.min(...columns.filter((other) => other > column));
  const isOwn = (at: number) => (isFirst || at >= column) && at < next;
  const rows = [...sheet.rows].flatMap(([at, cells]) => {
    const own = [...cells].filter(([place]) => isOwn(place));
    return own.length > 0 ? [[at, new Map(own)] as const] : [];
  });
  return { ...sheet, rows: new Map(rows) };
}

function titledBlock(
  sheet: SheetSnapshot,
  title: TitleMatch,
  end: number,
  correction: TableCorrection | undefined,
): Block | undefined {
  const { definition, row, fit, year } = title;
  const header = correction?.headerRows
    ? correctedHeader(sheet, definition, correction, year)
    : findHeader(sheet, definition, row + 1, end, year);
  if (!header) return undefined;
  if (!correction && header.score < LEAST_HEADER_SCORE[fit]) return undefined;
  if (!correction && header.firstRow - row > MOST_ROWS_BEFORE_HEADER) return undefined;
  return readBlock(sheet, definition, header, end, title, correction);
}

/** The table that the user said a sheet holds, whatever its title and headings. */
function chosenBlock(
  sheet: SheetSnapshot,
  pack: Pack,
  correction: TableCorrection,
  last: number,
): Block | undefined {
  const definition = pack.tables.find(({ id }) => id === correction.table);
  if (!definition) return undefined;
  const header =
    correctedHeader(sheet, definition, correction, undefined) ?? findHeader(sheet, definition, 0, last);
  return header && readBlock(sheet, definition, header, last, undefined, correction);
}

function correctedHeader(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  { headerRows }: TableCorrection,
  year: number | undefined,
) {
  return headerRows && matchHeaderRows(sheet, definition, headerRows.first, headerRows.last, year);
}

function untitledBlock(sheet: SheetSnapshot, pack: Pack, end: number): Block | undefined {
  const hinted = matchTitle(sheet.name, pack)?.definition;
  const matches = pack.tables
    .flatMap((definition) => {
      const header = findHeader(sheet, definition, 0, Math.min(end, MOST_ROWS_BEFORE_HEADER * 2));
      return header ? [{ definition, header }] : [];
    })
    .sort((a, b) => b.header.score - a.header.score);
  const named = matches.find(({ definition }) => definition === hinted);
  if (named && named.header.score >= LEAST_HEADER_SCORE.sheetName)
    return {
      ...readBlock(sheet, named.definition, named.header, end, undefined),
      sheetNamed: true,
    };
  const [best, second] = matches;
  if (!best || best.header.score < LEAST_SCORE_WITHOUT_TITLE) return undefined;
  if (second && best.header.score - second.header.score < LEAST_LEAD_WITHOUT_TITLE) return undefined;
  return readBlock(sheet, best.definition, best.header, end, undefined);
}
