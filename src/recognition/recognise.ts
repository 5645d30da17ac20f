import { findUnit } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { Pack, TableDefinition } from "../tables/definition";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { completeCodeColumns } from "./codeColumns";
import { cellText, filledRows, lastFilledRow } from "./grid";
import { findHeader } from "./header";
import type { HeaderMatch } from "./header";
import { buildRows, classifyRow, restOfName } from "./rows";
import type { RowDraft } from "./rows";
import { normaliseHeading, normaliseText } from "./text";
import { findTitles } from "./title";
import type { TitleMatch } from "./title";
import type { RecognisedTable, Recognition } from "./recognised";

/** Below this share of the definition's headings a titled block is not taken for the table. */
const LEAST_HEADER_SCORE = 0.5;
/** Without a title the headings alone must say more, and clearly more than for any other table. */
const LEAST_SCORE_WITHOUT_TITLE = 0.85;
const LEAST_LEAD_WITHOUT_TITLE = 0.1;
/** How many rows under a title may pass before the heading starts (部门名称, 单位, blank rows). */
const MOST_ROWS_BEFORE_HEADER = 12;

/** Finds the tables of a pack in a workbook; says of every other sheet why it was not placed. */
export function recogniseWorkbook(workbook: WorkbookSnapshot, pack: Pack): Recognition {
  const tables: RecognisedTable[] = [];
  const unplaced: { sheet: string; reason: MessageRef }[] = [];
  for (const sheet of workbook.sheets) {
    const found = recogniseSheet(sheet, pack);
    if ("reason" in found) unplaced.push({ sheet: sheet.name, reason: found.reason });
    else tables.push(...found.tables);
  }
  return { tables, unplaced };
}

function recogniseSheet(
  sheet: SheetSnapshot,
  pack: Pack,
): { tables: RecognisedTable[] } | { reason: MessageRef } {
  if (sheet.unreadable) {
    return {
      reason: { key: `sheet.${sheet.unreadable.reason}`, args: { range: sheet.unreadable.usedRange } },
    };
  }
  const last = lastFilledRow(sheet);
  if (last < 0) return { reason: { key: "sheet.empty", args: {} } };
  const titles = findTitles(sheet, pack);
  const blocks = titles.flatMap((title) => {
    const below = titles.find(({ row }) => row > title.row);
    const end = (below?.row ?? last + 1) - 1;
    return titledBlock(beside(sheet, title, titles), title, end) ?? [];
  });
  const tables = joinPages(blocks).map(buildTable);
  if (tables.length > 0) return { tables };
  const untitled = titles.length === 0 ? recogniseUntitled(sheet, pack, last) : undefined;
  if (untitled) return { tables: [untitled] };
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

function titledBlock(sheet: SheetSnapshot, title: TitleMatch, end: number): Block | undefined {
  const header = findHeader(sheet, title.definition, title.row + 1, end);
  if (!header || header.score < LEAST_HEADER_SCORE) return undefined;
  if (header.firstRow - title.row > MOST_ROWS_BEFORE_HEADER) return undefined;
  return readBlock(sheet, title.definition, header, end, title);
}

function recogniseUntitled(sheet: SheetSnapshot, pack: Pack, end: number): RecognisedTable | undefined {
  const matches = pack.tables
    .flatMap((definition) => {
      const header = findHeader(sheet, definition, 0, Math.min(end, MOST_ROWS_BEFORE_HEADER * 2));
      return header ? [{ definition, header }] : [];
    })
    .sort((a, b) => b.header.score - a.header.score);
  const [best, second] = matches;
  if (!best || best.header.score < LEAST_SCORE_WITHOUT_TITLE) return undefined;
  if (second && best.header.score - second.header.score < LEAST_LEAD_WITHOUT_TITLE) return undefined;
  return buildTable(readBlock(sheet, best.definition, best.header, end, undefined));
}

/** A heading and the rows under it. */
interface Block {
  readonly sheet: SheetSnapshot;
  readonly definition: TableDefinition;
  readonly title: TitleMatch | undefined;
  readonly header: HeaderMatch;
  readonly drafts: readonly RowDraft[];
  /** The last row that may belong to it. */
  readonly end: number;
}

function readBlock(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  header: HeaderMatch,
  end: number,
  title: TitleMatch | undefined,
): Block {
  const body = bodyRows(sheet, header, end);
  const columns = completeCodeColumns(sheet, definition, header, body);
  const isRow = (row: number) =>
    definition.sides.some((side) => classifyRow(sheet, columns, side, row) !== undefined);
  const drafts = body.flatMap((row) =>
    definition.sides.flatMap((side) => {
      let rest = "";
      for (let next = row + 1; !isRow(next); next++) {
        const more = restOfName(sheet, columns, side, next);
        if (more === "") break;
        rest += more;
      }
      return classifyRow(sheet, columns, side, row, rest) ?? [];
    }),
  );
  return { sheet, definition, title, header: { ...header, columns }, drafts, end };
}

/** A table that runs on under its repeated title and heading, as printed pages do, is one table. */
function joinPages(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    if (before && isNextPage(before, block)) {
      joined[joined.length - 1] = { ...before, drafts: [...before.drafts, ...block.drafts], end: block.end };
    } else joined.push(block);
  }
  return joined;
}

/** The same table in the same columns, which brings neither a total row nor whole rows that were there before. */
function isNextPage(before: Block, block: Block): boolean {
  if (before.definition !== block.definition || block.drafts.length === 0) return false;
  for (const [number, { sheetColumn }] of before.header.columns)
    if (block.header.columns.get(number)?.sheetColumn !== sheetColumn) return false;
  const totals = new Set(before.drafts.filter(({ rule }) => rule.required).map(({ rule }) => rule));
  if (block.drafts.some(({ rule }) => totals.has(rule))) return false;
  const known = new Set(before.drafts.map((draft) => rowText(before, draft)));
  const repeated = block.drafts.filter((draft) => known.has(rowText(block, draft))).length;
  return repeated * 2 < block.drafts.length;
}

function rowText({ sheet }: Block, { sheetRow }: RowDraft): string {
  return [...(sheet.rows.get(sheetRow)?.values() ?? [])].map(cellText).join("|");
}

function buildTable({ sheet, definition, title, header, drafts, end }: Block): RecognisedTable {
  const top = title?.row ?? Math.max(0, header.firstRow - 3);
  const unitLine = readUnitLine(sheet, top, header.firstRow - 1);
  const lastRow = drafts[drafts.length - 1]?.sheetRow ?? header.lastRow;
  const sheetColumns = [...header.columns.values()].map(({ sheetColumn }) => sheetColumn);
  const table: RecognisedTable = {
    definition,
    sheet: sheet.name,
    range: {
      firstRow: title?.row ?? header.firstRow,
      firstColumn: Math.min(...sheetColumns, title?.column ?? Infinity),
      lastRow,
      lastColumn: Math.max(...sheetColumns),
    },
    columns: header.columns,
    rows: [],
    firstBodyRow: header.lastRow + 1,
    lastBodyRow: lastOfBlock(sheet, lastRow, end),
    unit: unitLine ?? "万元",
    year: findYear(sheet, top, header.lastRow),
    confidence: Math.min(1, header.score * 0.8 + (title ? 0.2 : 0)),
    reasons: reasons(definition, header, title, unitLine),
  };
  return Object.assign(table, { rows: buildRows(table, sheet, drafts, table.unit) });
}

/** The body: filled rows under the heading up to the closing 注 line, without headings repeated at page breaks. */
function bodyRows(sheet: SheetSnapshot, header: HeaderMatch, end: number): number[] {
  const headings = new Set(
    filledRows(sheet, header.firstRow, header.lastRow).flatMap((row) => headingTexts(sheet, row)),
  );
  const rows: number[] = [];
  for (const row of filledRows(sheet, header.lastRow + 1, end)) {
    if (isClosingNote(sheet, row)) break;
    const texts = headingTexts(sheet, row);
    if (texts.length > 1 && texts.every((text) => headings.has(text))) continue;
    rows.push(row);
  }
  return rows;
}

function headingTexts(sheet: SheetSnapshot, row: number): string[] {
  return [...(sheet.rows.get(row)?.values() ?? [])]
    .map((cell) => normaliseHeading(cellText(cell)))
    .filter((text) => text !== "");
}

function isClosingNote(sheet: SheetSnapshot, row: number): boolean {
  const [first] = sheet.rows.get(row)?.values() ?? [];
  return /^(注|备注|说明)(:|\d|$)/.test(normaliseText(cellText(first)).replace(/^注$/, "注:"));
}

/** The last row that follows without a gap: rows of the body that could not be told stand there. */
function lastOfBlock(sheet: SheetSnapshot, lastRow: number, end: number): number {
  let last = lastRow;
  while (last < end && sheet.rows.has(last + 1) && !isClosingNote(sheet, last + 1)) last++;
  return last;
}

function readUnitLine(sheet: SheetSnapshot, first: number, last: number): AmountUnit | undefined {
  for (const row of filledRows(sheet, first, last)) {
    for (const cell of sheet.rows.get(row)?.values() ?? []) {
      const unit = findUnit(cellText(cell));
      if (unit) return unit;
    }
  }
  return undefined;
}

function findYear(sheet: SheetSnapshot, first: number, last: number): number | undefined {
  for (const row of filledRows(sheet, first, last)) {
    for (const cell of sheet.rows.get(row)?.values() ?? []) {
      const match = /(20\d{2})\s*年/.exec(cellText(cell).normalize("NFKC"));
      if (match) return Number(match[1]);
    }
  }
  return undefined;
}

function reasons(
  definition: TableDefinition,
  header: HeaderMatch,
  title: TitleMatch | undefined,
  unit: AmountUnit | undefined,
): MessageRef[] {
  const defined = definition.sides.flatMap((side) => side.amountColumns).length;
  return [
    title
      ? { key: "reason.title", args: { title: title.text, cell: formatA1(title.row, title.column) } }
      : { key: "reason.headerOnly", args: { title: definition.title } },
    { key: "reason.header", args: { found: String(header.columns.size), amounts: String(defined) } },
    unit ? { key: "reason.unit", args: { unit } } : { key: "reason.unitAssumed", args: { unit: "万元" } },
  ];
}
