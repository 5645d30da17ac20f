import { cellAt } from "../workbook/snapshot";
import type { Block } from "./block";
import { cellText } from "./grid";
import type { HeaderMatch } from "./header";
import type { KeptRecognition } from "./keptRecognition";
import { restOfName, withName } from "./rows";
import type { RowDraft } from "./rows";
import { saysNothing } from "./text";

/** A table that runs on under its repeated title and heading, as printed pages do, is one table. */
export function joinPages(blocks: readonly Block[], { pages }: KeptRecognition): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    const whole =
      before &&
      pages.get(block, [before], () => {
        const longer = withPage(before, block);
        return longer && { ...longer, end: block.end };
      });
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(block);
  }
  return joined;
}

/** The table that goes on with this block; undefined where the block is a table of its own. */
export function withPage(before: Block, block: Block): Block | undefined {
  const further = nextPage(before, block);
  return further && append(before, block, further);
}

/** A table with the rows that a further page adds; those printed again at its top are none of the body. */
function append(before: Block, block: Block, further: readonly RowDraft[]): Block {
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
function nextPage(before: Block, block: Block): readonly RowDraft[] | undefined {
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
