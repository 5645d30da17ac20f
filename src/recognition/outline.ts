import type { Pack, TableDefinition } from "../tables/definition";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import { isCodeSheet, isDetailSheet } from "../workbook/ownSheets";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { CORRECTIONS_KEY, correctionsFor, readCorrections } from "./correction";
import type { TableCorrection } from "./correction";
import { withoutFilledMerges } from "./filledMerges";
import { filledRows, lastFilledRow } from "./grid";
import { findHeader, matchHeaderRows } from "./header";
import type { HeaderMatch } from "./header";
import { isAside } from "./headingRow";
import { beside, MOST_ROWS_ASKEW, stripsOf } from "./strips";
import { findOtherTitle, findTitles, matchTitle, MOST_BESIDE_TITLE } from "./title";
import type { PossibleTitle, TitleMatch } from "./title";
import { KeptRecognition } from "./keptRecognition";
import { readSheet } from "./readSheet";
import type { ReadSheet } from "./readSheet";

/** Below this share of the definition's headings a titled block is not taken for the table. */
const LEAST_HEADER_SCORE = { exact: 0.5, alike: 0.6, sheetName: 0.7 } as const;
/** Without a title the headings alone must say more, and clearly more than for any other table. */
const LEAST_SCORE_WITHOUT_TITLE = 0.85;
const LEAST_LEAD_WITHOUT_TITLE = 0.1;
const LEAST_LEAD_TO_BE_SURE = 0.3;
/** How many rows under a title may pass before the heading starts (部门名称, 单位, blank rows). */
const MOST_ROWS_BEFORE_HEADER = 12;

/** Where a table stands, by its title and heading, before its rows are read. */
export interface Heading {
  readonly sheet: ReadSheet;
  readonly definition: TableDefinition;
  readonly title: TitleMatch | undefined;
  readonly header: HeaderMatch;
  /** The first row that may speak of it: of remarks above its title, or of the sheet where no other table stands above. */
  readonly top: number;
  /** The last row that may belong to it. */
  readonly end: number;
  readonly correction: TableCorrection | undefined;
  /** The sheet's name, where there is no title, names the table. */
  readonly sheetNamed?: boolean;
  /** The headings alone tell, and fit another table nearly as well. */
  readonly isDoubtful?: boolean;
}

/** What a sheet holds: the headings of its tables, or why there are none. */
export type SheetOutline =
  | { readonly sheet: string; readonly headings: readonly Heading[] }
  | { readonly sheet: string; readonly reason: MessageRef };

/** The titles and headings of a pack's tables, sheet by sheet. */
export function outlineWorkbook(
  workbook: WorkbookSnapshot,
  pack: Pack,
  kept: KeptRecognition = new KeptRecognition(),
): readonly SheetOutline[] {
  const corrections = readCorrections(workbook);
  const outlines = kept.outlines(pack.tables);
  // What the user has said of the reading of sheets bears on all of them.
  const said = workbook.settings?.[CORRECTIONS_KEY];
  return workbook.sheets
    .filter((sheet) => !isCodeSheet(sheet))
    .map((sheet) =>
      outlines.get(sheet, [said], () => ({
        sheet: sheet.name,
        ...outlineSheet(readSheet(sheet, kept.facts), pack, corrections),
      })),
    );
}

/**
 * How many headings of a pack's tables a workbook can have at the most, as its titles tell: for sets of which a workbook
 * holds little no heading need be looked for. Only for a workbook of which the user has corrected nothing.
 */
export function mostHeadings(workbook: WorkbookSnapshot, pack: Pack, kept: KeptRecognition): number {
  const counts = kept.mostHeadings(pack.tables);
  return workbook.sheets
    .filter((sheet) => !isCodeSheet(sheet) && !sheet.unreadable)
    .reduce((sum, asItStands) => {
      const own = counts.get(asItStands, [], () => {
        const sheet = withoutFilledMerges(readSheet(asItStands, kept.facts));
        const titles = findTitles(sheet, pack).length;
        return titles > 0 ? titles : mayHaveUntitled(sheet, pack) ? 1 : 0;
      });
      return sum + own;
    }, 0);
}

/** The table that a sheet's name names, or a sheet without a title of another table: its heading alone may tell. */
function mayHaveUntitled(sheet: ReadSheet, pack: Pack): boolean {
  const isHinted = matchTitle(sheet.name, pack, sheet.facts) !== undefined;
  // Most sheets of other sets and other kinds end here, before any heading is looked for.
  return isHinted || findOtherTitle(sheet, pack, firstRowOfMany(sheet)) === undefined;
}

function outlineSheet(
  asItStands: ReadSheet,
  pack: Pack,
  corrections: readonly TableCorrection[],
): { readonly headings: readonly Heading[] } | { readonly reason: MessageRef } {
  if (asItStands.unreadable) {
    const { reason, usedRange } = asItStands.unreadable;
    return { reason: { key: `sheet.${reason}`, args: { range: usedRange } } };
  }
  if (isDetailSheet(asItStands)) return { reason: { key: "sheet.listDetail", args: {} } };
  const sheet = withoutFilledMerges(asItStands);
  const last = lastFilledRow(sheet);
  if (last < 0) return { reason: { key: "sheet.empty", args: {} } };
  const titles = findTitles(sheet, pack);
  const said = correctionsFor(asItStands, corrections);
  const applies = ({ table }: TableCorrection) =>
    said.isOwn || titles.length === 0 || titles.some(({ definition }) => definition.id === table);
  const own = said.corrections.filter(applies);
  if (own.some(({ table }) => table === null)) return { reason: { key: "sheet.setAside", args: {} } };
  const chosen = own.find(({ table }) => !titles.some(({ definition }) => definition.id === table));
  const forced = chosen && chosenHeading(sheet, pack, chosen, last);
  if (forced) return { headings: [forced] };

  const headings = titledHeadings(sheet, titles, own);
  // What merged cells stand for shows in a strip also where another table has amounts beside them.
  const strips = titles.length > 1 ? stripsOf(sheet, titles).map(withoutFilledMerges) : [];
  const ofStrips = strips.flatMap((strip) => titledHeadings(strip, findTitles(strip, pack), own));
  // A blank column within a table cuts it in two: then fewer headings are whole.
  if (strips.length > 1 && ofStrips.length >= Math.max(1, headings.length)) return { headings: ofStrips };
  if (headings.length > 0) return { headings };
  const [title] = titles;
  if (title) {
    const args = { title: title.definition.title, cell: formatA1(title.row, title.column) };
    return { reason: { key: "sheet.titleWithoutHeader", args } };
  }
  const hinted = matchTitle(sheet.name, pack, sheet.facts)?.definition;
  // Most sheets of other sets and other kinds end here, before any heading is looked for.
  const above = hinted ? undefined : findOtherTitle(sheet, pack, firstRowOfMany(sheet));
  if (above) return { reason: otherTitle(above) };
  const untitled = untitledHeading(sheet, pack, last, hinted);
  if (!untitled) return { reason: { key: "sheet.noTitle", args: {} } };
  const other = untitled.sheetNamed ? undefined : findOtherTitle(sheet, pack, untitled.header.firstRow);
  return other ? { reason: otherTitle(other) } : { headings: [untitled] };
}

/** What is said of a sheet with a title that is none of the set's. */
export function otherTitle({ text, row, column }: PossibleTitle): MessageRef {
  return { key: "sheet.otherTitle", args: { title: text.trim(), cell: formatA1(row, column) } };
}

/** The first row with more cells than a title has beside it: a heading, or the first row of a list. */
function firstRowOfMany(sheet: ReadSheet): number {
  for (const row of filledRows(sheet, 0, lastFilledRow(sheet)))
    if ((sheet.rows.get(row)?.size ?? 0) > MOST_BESIDE_TITLE) return row;
  return Infinity;
}

/** The first of the rows of few words directly above a title, which speak of its table and not of the one above. */
function firstRemark(sheet: ReadSheet, titleRow: number): number {
  let first = titleRow;
  const isRemark = (row: number) => sheet.rows.get(row) === undefined || isAside(sheet, row);
  while (first > Math.max(0, titleRow - MOST_REMARKS) && isRemark(first - 1)) first--;
  return first;
}

const MOST_REMARKS = 6;

function titledHeadings(
  sheet: ReadSheet,
  titles: readonly TitleMatch[],
  corrections: readonly TableCorrection[],
): Heading[] {
  const last = lastFilledRow(sheet);
  return titles.flatMap((title) => {
    const below = titles.find(({ row }) => row > title.row + MOST_ROWS_ASKEW);
    const isFirst = titles.every(({ row }) => row >= title.row - MOST_ROWS_ASKEW);
    const rows = { top: isFirst ? 0 : firstRemark(sheet, title.row), end: (below?.row ?? last + 1) - 1 };
    const correction = corrections.find(({ table }) => table === title.definition.id);
    return titledHeading(beside(sheet, title, titles), title, rows, correction) ?? [];
  });
}

function titledHeading(
  sheet: ReadSheet,
  title: TitleMatch,
  { top, end }: { readonly top: number; readonly end: number },
  correction: TableCorrection | undefined,
): Heading | undefined {
  const { definition, row, fit, year } = title;
  const header = correction?.headerRows
    ? correctedHeader(sheet, definition, correction, year)
    : findHeader(sheet, definition, row + 1, end, year);
  if (!header) return undefined;
  if (!correction && header.score < LEAST_HEADER_SCORE[fit]) return undefined;
  if (!correction && header.firstRow - row > MOST_ROWS_BEFORE_HEADER) return undefined;
  return { sheet, definition, title, header, top, end, correction };
}

/** The table that the user said a sheet holds, whatever its title and headings. */
function chosenHeading(
  sheet: ReadSheet,
  pack: Pack,
  correction: TableCorrection,
  last: number,
): Heading | undefined {
  const definition = pack.tables.find(({ id }) => id === correction.table);
  if (!definition) return undefined;
  const header =
    correctedHeader(sheet, definition, correction, undefined) ?? findHeader(sheet, definition, 0, last);
  return header && { sheet, definition, title: undefined, header, top: 0, end: last, correction };
}

function correctedHeader(
  sheet: ReadSheet,
  definition: TableDefinition,
  { headerRows }: TableCorrection,
  year: number | undefined,
) {
  return headerRows && matchHeaderRows(sheet, definition, headerRows.first, headerRows.last, year);
}

function untitledHeading(
  sheet: ReadSheet,
  pack: Pack,
  end: number,
  hinted: TableDefinition | undefined,
): Heading | undefined {
  const matches = pack.tables
    .flatMap((definition) => {
      const header = findHeader(sheet, definition, 0, Math.min(end, MOST_ROWS_BEFORE_HEADER * 2));
      return header ? [{ definition, header }] : [];
    })
    .sort((a, b) => b.header.score - a.header.score);
  const named = matches.find(({ definition }) => definition === hinted);
  if (named && named.header.score >= LEAST_HEADER_SCORE.sheetName)
    return { sheet, ...named, title: undefined, top: 0, end, correction: undefined, sheetNamed: true };
  const [best, second] = matches;
  if (!best || best.header.score < LEAST_SCORE_WITHOUT_TITLE) return undefined;
  const lead = best.header.score - (second?.header.score ?? 0);
  if (lead < LEAST_LEAD_WITHOUT_TITLE) return undefined;
  const isDoubtful = lead < LEAST_LEAD_TO_BE_SURE;
  return { sheet, ...best, title: undefined, top: 0, end, correction: undefined, isDoubtful };
}
