import type { DesignCell, SheetDesign } from "../../workbook/sheetDesign";
import { fittedHeights, textWidth } from "../insert/rowHeights";
import { pageBreaks, paperFor } from "./pages";

/** Words on the title page and in the directory; a published budget is in Chinese whatever language its maker reads. */
const WORDS = {
  cover: "封面",
  directory: "目录",
  budget: "部门预算",
  accounts: "部门决算",
} as const;

/** Width in characters of a page's columns at full size: A4 standing. */
const COVER_WIDTH = 80;
const DIRECTORY_WIDTHS = [14, 60, 8] as const;

const PLAIN = {
  frozenRows: 0,
  frozenColumns: 0,
  names: [],
  lists: [],
  isHidden: false,
} as const;

/** The title page: the department, and of which year its budget or its final accounts are. */
export function coverSheet({
  department,
  year,
  isAccounts,
}: {
  readonly department: string | undefined;
  readonly year: number | undefined;
  readonly isAccounts: boolean;
}): SheetDesign {
  const what = isAccounts ? WORDS.accounts : WORDS.budget;
  const cells: DesignCell[] = [
    ...(department === undefined
      ? []
      : [{ row: 1, column: 0, content: { value: department }, style: "coverLine" as const }]),
    {
      row: 2,
      column: 0,
      content: { value: year === undefined ? what : `${year}年${what}` },
      style: "cover",
    },
  ];
  return {
    ...PLAIN,
    name: WORDS.cover,
    cells: [{ row: 0, column: 0, content: null, style: "coverLine" }, ...cells],
    merges: [],
    columnWidths: [COVER_WIDTH],
    rowHeights: new Map([
      [0, 200],
      [1, 60],
      [2, 80],
    ]),
    page: {
      isLandscape: false,
      area: { firstRow: 0, firstColumn: 0, lastRow: 2, lastColumn: 0 },
      footer: "",
      print: { paper: "A4", scale: 100, firstPage: 1, breaks: [] },
    },
  };
}

/** The directory: each table with the page on which it begins. */
export function directorySheet(
  entries: readonly { readonly name: string; readonly title: string; readonly page: number }[],
): SheetDesign {
  const title: DesignCell = { row: 0, column: 0, content: { value: "目　录" }, style: "title" };
  const cells = entries.flatMap(({ name, title: text, page }, index): DesignCell[] => [
    { row: index + 1, column: 0, content: { value: name }, style: "entry" },
    { row: index + 1, column: 1, content: { value: text }, style: "entry" },
    { row: index + 1, column: 2, content: { value: page }, style: "entryPage" },
  ]);
  const wide = Math.max(DIRECTORY_WIDTHS[0], ...entries.map(({ name }) => textWidth(name) + 2));
  const columnWidths = [wide, DIRECTORY_WIDTHS[1], DIRECTORY_WIDTHS[2]];
  const merges = [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 2 }];
  const usual = new Map([[0, 48], ...entries.map((_, index) => [index + 1, 26] as const)]);
  const rowHeights = fittedHeights(usual, cells, merges, columnWidths);
  const heights = Array.from({ length: entries.length + 1 }, (_, row) => rowHeights.get(row) ?? 26);
  const { scale, height } = paperFor(columnWidths.reduce((sum, one) => sum + one, 0));
  return {
    ...PLAIN,
    name: WORDS.directory,
    cells: [title, ...cells],
    merges,
    columnWidths,
    rowHeights,
    page: {
      isLandscape: false,
      area: { firstRow: 0, firstColumn: 0, lastRow: entries.length, lastColumn: 2 },
      footer: "",
      print: { paper: "A4", scale, firstPage: 1, breaks: pageBreaks(heights, { first: 0, last: 0 }, height) },
    },
  };
}
