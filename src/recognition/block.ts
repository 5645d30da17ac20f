import type { RowRule, TableDefinition } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import { completeCodeColumns } from "./codeColumns";
import { correctColumns, correctRows } from "./correction";
import { cellText, filledRows } from "./grid";
import type { HeaderMatch } from "./header";
import { headingRow } from "./headingRow";
import type { Heading } from "./outline";
import { indentOf } from "./nameCodes";
import type { RowAbove } from "./nameCodes";
import { classifyRow, restOfName, withName } from "./rows";
import type { RowDraft } from "./rows";
import { settleColumns } from "./settleColumns";
import { normaliseHeading, normaliseText, saysNothing } from "./text";

/** A row of a table's body, on the sheet where it stands. */
export interface BodyRow {
  readonly sheet: SheetSnapshot;
  readonly row: number;
}

/** A heading and the rows under it. */
export interface Block extends Heading {
  readonly drafts: readonly RowDraft[];
  /** All rows of its body, told or not, those of further pages too. */
  readonly body: readonly BodyRow[];
}

/**
 * Reads what stands under a heading: completes the columns by what they hold, and tells the rows.
 * @param before the block above, or on the sheet before, which this one may be a further page of
 */
export function readBlock(heading: Heading, before?: Block): Block {
  const { sheet, definition, header, end, title, correction } = heading;
  const body = bodyRows(sheet, header, end);
  const page = before && isSameForm(before, heading) ? before : undefined;
  const headed = page ? { ...header, columns: withoutNamed(page.header.columns) } : header;
  const above = before?.definition === definition ? lastRowOf(before) : undefined;
  const coded = completeCodeColumns(sheet, definition, headed, body, title?.year, above);
  let known: readonly RowDraft[] | undefined;
  const readRows = () => (known ??= readDrafts(sheet, definition, coded, body));
  const settled = page
    ? coded
    : settleColumns(sheet, definition, { ...header, columns: coded }, body, readRows);
  const columns = correctColumns(sheet, definition, header, settled, correction);
  const rows = columns === coded ? readRows() : readDrafts(sheet, definition, columns, body);
  const drafts = correctRows(rows, sheet, definition, columns, body, correction);
  return { ...heading, header: { ...header, columns }, drafts, body: body.map((row) => ({ sheet, row })) };
}

/** The same table under the same headings, as on a further page: what was found of its columns there holds here. */
function isSameForm({ definition, header, correction }: Block, heading: Heading): boolean {
  const [one, other] = [header.headings, heading.header.headings];
  return (
    definition === heading.definition &&
    correction === heading.correction &&
    one.size === other.size &&
    [...one].every(([column, path]) => other.get(column)?.join("/") === path.join("/"))
  );
}

function withoutNamed(columns: HeaderMatch["columns"]): HeaderMatch["columns"] {
  return new Map([...columns].filter(([, { reading }]) => reading?.kind !== "named"));
}

/** The last row with a code, for names without codes on the next page. */
function lastRowOf({ drafts, header }: Block): RowAbove | undefined {
  const last = drafts.findLast(({ code }) => code !== "");
  const column = last && header.columns.get(last.side.nameColumn)?.sheetColumn;
  return last && column !== undefined
    ? { code: last.code, indent: indentOf(cellText(cellAt(last.sheet, last.sheetRow, column))) }
    : undefined;
}

function readDrafts(
  sheet: SheetSnapshot,
  definition: TableDefinition,
  columns: HeaderMatch["columns"],
  body: readonly number[],
): RowDraft[] {
  const used = new Set<RowRule>();
  const asTheyStand = body.map((row) =>
    definition.sides.map((side) => {
      const draft = classifyRow(sheet, columns, side, row, { used });
      if (draft?.rule.isOnce) used.add(draft.rule);
      return draft;
    }),
  );
  const isRow = asTheyStand.map((drafts) => drafts.some((draft) => draft !== undefined));
  // Rows that were passed over between two body rows are headings of a new page; others are a gap.
  const follows = (index: number) =>
    index > 0 && index < body.length && !isGap(sheet, body[index - 1] ?? 0, body[index] ?? 0);
  const drafts: RowDraft[] = [];
  for (const [index, row] of body.entries()) {
    for (const [at, side] of definition.sides.entries()) {
      const draft = asTheyStand[index]?.[at];
      // Most rows have a name of their own and a row of the table below them.
      if (draft?.name !== "" && isRow[index + 1] !== false) {
        if (draft) drafts.push(draft);
        continue;
      }
      const moreAt = (place: number) =>
        isRow[place] ? "" : restOfName(sheet, columns, side, body[place] ?? 0);
      // The first line of a name that is written around its row of figures.
      const isNameless = (place: number) => asTheyStand[place]?.[at]?.name === "" && follows(place);
      let rest = isNameless(index) ? moreAt(index - 1) : "";
      for (let next = index + 1; !isRow[next] && follows(next) && !isNameless(next + 1); next++) {
        const more = moreAt(next);
        if (more === "") break;
        rest += more;
      }
      // 合计 and its like are whole; what stands below them is the end of a row on the page before.
      const isWhole = rest === "" || draft?.rule.names !== undefined;
      const whole = isWhole ? draft : classifyRow(sheet, columns, side, row, { rest });
      if (whole) drafts.push(whole);
    }
  }
  return drafts;
}

function isGap(sheet: SheetSnapshot, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row++) if (!sheet.rows.has(row)) return true;
  return false;
}

/** A table that runs on under its repeated title and heading, as printed pages do, is one table. */
export function joinPages(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    const further = before && nextPage(before, block);
    if (before && further) joined[joined.length - 1] = { ...append(before, block, further), end: block.end };
    else joined.push(block);
  }
  return joined;
}

/** A table with the rows that a further page adds; those printed again at its top are none of the body. */
export function append(before: Block, block: Block, further: readonly RowDraft[]): Block {
  const first = further[0]?.sheetRow ?? 0;
  const isWhole = further.length === block.drafts.length;
  const body = block.body.filter(({ row }) => row >= first || isWhole);
  const drafts = [...completeNames(before, block, first), ...further];
  const header = { ...before.header, columns: withCodesOf(before.header.columns, block.header.columns) };
  return { ...before, header, drafts, body: [...before.body, ...body] };
}

/** The columns of a table with the codes that the names on a further page stand for. */
function withCodesOf(
  columns: HeaderMatch["columns"],
  further: HeaderMatch["columns"],
): HeaderMatch["columns"] {
  return new Map(
    [...columns].map(([number, match]) => {
      const own = match.reading;
      const more = further.get(number)?.reading;
      return own?.kind === "named" && more?.kind === "named"
        ? [number, { ...match, reading: { kind: "named", codes: new Map([...own.codes, ...more.codes]) } }]
        : [number, match];
    }),
  );
}

/** Names that were cut at the end of the page before go on above the first row of this one. */
function completeNames(before: Block, block: Block, firstRow: number): readonly RowDraft[] {
  const drafts = [...before.drafts];
  for (const side of block.definition.sides) {
    const last = drafts.findLastIndex((draft) => draft.side === side);
    const cut = drafts[last];
    if (!cut || cut.rule.names) continue;
    const told = new Set(block.drafts.map(({ sheetRow }) => sheetRow));
    const above = block.body.filter(({ row }) => row < firstRow && !told.has(row)).map(({ row }) => row);
    const rest = above
      .filter((row) => goesOn(before, block, cut, row))
      .map((row) => restOfName(block.sheet, block.header.columns, side, row))
      .join("");
    if (rest !== "") drafts[last] = withName(cut, cut.name + rest);
  }
  return drafts;
}

/**
 * A row that is cut is cut in all its long texts: where the row above has one and this row none, this is the end of
 * another row, which got lost.
 */
function goesOn(before: Block, block: Block, cut: RowDraft, row: number): boolean {
  const hasText = ({ sheet, header }: Block, at: number) =>
    [...header.columns.values()].some(
      ({ definition, sheetColumn }) =>
        definition.kind === "text" && !saysNothing(cellText(cellAt(sheet, at, sheetColumn))),
    );
  return !hasText({ ...before, sheet: cut.sheet }, cut.sheetRow) || hasText(block, row);
}

/**
 * What a further page adds to a table: the same definition in the same columns, less the total and other rows that are
 * printed again at the top of each page. Undefined when it is a table of its own: another total, or the same rows again.
 */
export function nextPage(before: Block, block: Block): readonly RowDraft[] | undefined {
  if (before.definition !== block.definition || block.drafts.length === 0) return undefined;
  for (const [number, { sheetColumn }] of before.header.columns)
    if (block.header.columns.get(number)?.sheetColumn !== sheetColumn) return undefined;
  const known = new Set(before.drafts.map(rowText));
  const firstNew = block.drafts.findIndex((draft) => !known.has(rowText(draft)));
  const further = firstNew < 0 ? [] : block.drafts.slice(firstNew);
  const isReprinted = firstNew > 0 && block.drafts[0]?.rule.required === true;
  if (further.length === 0) return undefined;
  const rest = isReprinted ? further : block.drafts;
  const totals = new Set(before.drafts.filter(({ rule }) => rule.required).map(({ rule }) => rule));
  if (rest.some(({ rule }) => totals.has(rule))) return undefined;
  const repeated = rest.filter((draft) => known.has(rowText(draft))).length;
  return repeated * 2 < rest.length ? rest : undefined;
}

function rowText({ sheet, sheetRow }: RowDraft): string {
  return [...(sheet.rows.get(sheetRow)?.values() ?? [])].map(cellText).join("|");
}

/**
 * The body: filled rows under the heading up to the closing 注 line, without headings repeated at page breaks nor the
 * rows printed again under them.
 */
export function bodyRows(sheet: SheetSnapshot, header: HeaderMatch, end: number): number[] {
  const headings = headingTexts(sheet, header);
  const filled = filledRows(sheet, header.lastRow + 1, end);
  const again = new Set(filled.filter((row) => isHeadingAgain(sheet, row, headings)));
  const lastAgain = again.size > 0 ? Math.max(...again) : -1;
  // A note between two pages closes nothing.
  const note = filled.findIndex((row) => isClosingNote(sheet, row) && row > lastAgain);
  const open = note < 0 ? filled : filled.slice(0, note);
  return again.size === 0 ? open : withoutReprinted(sheet, open, again);
}

/** Rows less headings printed again, notes above those, and what is printed again under them. */
function withoutReprinted(
  sheet: SheetSnapshot,
  filled: readonly number[],
  again: ReadonlySet<number>,
): number[] {
  const rows: number[] = [];
  let isTopOfPage = false;
  for (const row of filled) {
    if (again.has(row)) {
      isTopOfPage = true;
      continue;
    }
    if (isClosingNote(sheet, row)) continue;
    const [first] = rows;
    if (isTopOfPage && first !== undefined && sameTexts(sheet, first, row)) continue;
    isTopOfPage = false;
    rows.push(row);
  }
  return rows;
}

/** The texts of the heading by sheet column. */
function headingTexts(sheet: SheetSnapshot, header: HeaderMatch): ReadonlyMap<number, ReadonlySet<string>> {
  const texts = new Map<number, Set<string>>();
  for (const row of filledRows(sheet, header.firstRow, header.lastRow))
    for (const { column, text } of headingRow(sheet, row).cells)
      texts.set(column, (texts.get(column) ?? new Set()).add(text));
  return texts;
}

/** Everything that stands in the row, two texts or more, stands in the heading of its column. */
function isHeadingAgain(
  sheet: SheetSnapshot,
  row: number,
  headings: ReadonlyMap<number, ReadonlySet<string>>,
): boolean {
  const cells = sheet.rows.get(row);
  if (!cells || cells.size < 2) return false;
  let found = 0;
  for (const [column, cell] of cells) {
    // Figures of a body are no headings; only column numbers are.
    const text = typeof cell.value === "number" ? cellText(cell) : normaliseHeading(cellText(cell));
    if (text === "") continue;
    if (headings.get(column)?.has(text) !== true) return false;
    found++;
  }
  return found > 1;
}

/** The total that stands first is printed again at the top of a page. */
function sameTexts(sheet: SheetSnapshot, one: number, other: number): boolean {
  const texts = (row: number) =>
    headingRow(sheet, row)
      .cells.map(({ text }) => text)
      .join("|");
  return texts(one) === texts(other);
}

/** True for the 注 line that closes a table. */
export function isClosingNote(sheet: SheetSnapshot, row: number): boolean {
  const first = sheet.rows.get(row)?.values().next().value;
  if (typeof first?.value !== "string" || !/[注备说]/.test(first.value)) return false;
  return /^(注|备注|说明)(:|\d|$)/.test(normaliseText(cellText(first)).replace(/^注$/, "注:"));
}
