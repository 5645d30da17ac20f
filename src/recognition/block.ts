import type { CodeLists } from "../codes/listsInUse";
import type { RowRule, SideDefinition, TableDefinition } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";

import { completeCodeColumns } from "./codeColumns";
import { columnText } from "./columnText";
import { correctColumns, correctRows } from "./correction";
import { withTotalsBeside } from "./blockTotals";
import { bodyRows } from "./bodyRows";
import { cellText } from "./grid";
import type { HeaderMatch } from "./header";
import type { Heading } from "./outline";
import { indentOf } from "./nameCodes";
import type { RowAbove } from "./nameCodes";
import { classifyRow, restOfName } from "./rows";
import type { RowDraft } from "./rows";
import { settleColumns } from "./settleColumns";
import { saysNothing } from "./text";
import type { ReadSheet } from "./readSheet";

/** A row of a table's body, on the sheet where it stands. */
export interface BodyRow {
  readonly sheet: ReadSheet;
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
 * @param lists by which rows with names alone are told
 * @param before the block above, or on the sheet before, which this one may be a further page of
 */
export function readBlock(heading: Heading, lists: CodeLists, before?: Block): Block {
  const { sheet, definition, header, end, title, correction } = heading;
  const body = bodyRows(sheet, header, end);
  const page = before && isSameForm(before, heading) ? before : undefined;
  const headed = page ? { ...header, columns: withoutNamed(page.header.columns) } : header;
  const above = before?.definition === definition ? lastRowOf(before) : undefined;
  const coded = completeCodeColumns(
    { sheet, definition, header: headed, bodyRows: body },
    { lists, year: title?.year, above },
  );
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
  sheet: ReadSheet,
  definition: TableDefinition,
  columns: HeaderMatch["columns"],
  body: readonly number[],
): RowDraft[] {
  const used = new Set<RowRule>();
  const asTheyStand = body.map((row) =>
    withTotalsBeside(
      { sheet, columns, sheetRow: row, sides: definition.sides },
      definition.sides.map((side) => {
        const draft = classifyRow(sheet, columns, side, row, { used });
        if (draft?.rule.isOnce) used.add(draft.rule);
        return draft;
      }),
    ),
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
      if (draft ? draft.name !== "" && isRow[index + 1] !== false : isRow[index]) {
        if (draft) drafts.push(draft);
        continue;
      }
      const moreAt = (place: number) =>
        isRow[place] ? "" : restOfName(sheet, columns, side, body[place] ?? 0);
      // The first line of a name that is written around its row of figures.
      const isNameless = (place: number) =>
        follows(place) &&
        (asTheyStand[place]?.[at]?.name === "" ||
          (isRow[place] === false && hasFiguresAlone(sheet, columns, side, body[place] ?? 0)));
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

/** A row of figures without code and name, which may have its name in the rows around it. */
function hasFiguresAlone(
  sheet: ReadSheet,
  columns: HeaderMatch["columns"],
  { amountColumns, codeColumn, nameColumn }: SideDefinition,
  row: number,
): boolean {
  const text = (number: number | undefined) => columnText(sheet, columns, number, row);
  return (
    text(nameColumn) === "" &&
    text(codeColumn) === "" &&
    amountColumns.some((number) => !saysNothing(text(number)))
  );
}

function isGap(sheet: ReadSheet, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row++) if (!sheet.rows.has(row)) return true;
  return false;
}
