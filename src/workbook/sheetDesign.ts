import type { CellRange } from "./address";
import type { CellContent } from "./edit";

/**
 * A whole new sheet as plain data, so that every host (Excel, files, workbench) can make the same one. Rows and columns
 * count from 0. Looks are named by what a cell is for; each adapter knows how such a cell looks (SHEET_STYLES).
 */

/**
 * input: a figure that is typed; sum: a figure worked out in its own table; linked: a figure that comes from another
 * table; code: a code, kept as text; count: how many of something; wrong: the same where there should be none.
 * plainHeading, figure (of two decimals, of none, as it stands), cover, entry (of a directory):
 * of what is printed for the public, without colours.
 */
export type SheetCellStyle =
  | "title"
  | "department"
  | "unit"
  | "heading"
  | "name"
  | "strong"
  | "code"
  | "text"
  | "input"
  | "sum"
  | "linked"
  | "note"
  | "list"
  | "count"
  | "wrong"
  | "plainHeading"
  | "figure"
  | "wholeFigure"
  | "anyFigure"
  | "cover"
  | "coverLine"
  | "entry"
  | "entryPage";

export interface DesignCell {
  readonly row: number;
  readonly column: number;
  /** Null for a cell that only has a look. */
  readonly content: CellContent | null;
  readonly style: SheetCellStyle;
  /** Steps of indentation; none when left out. */
  readonly indent?: number;
  /**
   * What a formula gives as the workbook stands, for hosts that do not calculate (files). Left out: not known, and the
   * file says that it has not been calculated.
   */
  readonly result?: number | string;
}

/** Cells that take one of a list of texts; others are warned of, not refused, since lists of codes have gaps. */
export interface ListValidation {
  readonly range: CellRange;
  /** A formula for the range that holds the texts, without "=": "编码表!$A$2:$A$1639". */
  readonly source: string;
  readonly title: string;
  readonly message: string;
  /** False: other entries are taken without a word. */
  readonly warns: boolean;
}

export interface PageLayout {
  readonly isLandscape: boolean;
  /** All on one page, not only as wide as one: for a table that never grows. */
  readonly isOnePage?: boolean;
  /** Repeated at the top of every page; last row included. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly area: CellRange;
  /** In Excel's codes: &P is the page, &N how many there are. */
  readonly footer: string;
  /** How it prints where that is not left to Excel: on which paper, how large, from which number, in which pages. */
  readonly print?: {
    readonly paper: "A4" | "A3";
    /** Of the size on screen, in hundredths. */
    readonly scale: number;
    readonly firstPage: number;
    /** Rows that begin a page. */
    readonly breaks: readonly number[];
  };
}

export interface SheetDesign {
  readonly name: string;
  readonly cells: readonly DesignCell[];
  readonly merges: readonly CellRange[];
  /** In characters of the workbook's usual typeface. */
  readonly columnWidths: readonly number[];
  /** In points; rows left out have the usual height. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** A4, one page wide. Undefined for a sheet that is not meant for printing. */
  readonly page: PageLayout | undefined;
  /** Names of the workbook for ranges of this sheet. */
  readonly names: readonly { readonly name: string; readonly range: CellRange }[];
  readonly lists: readonly ListValidation[];
  readonly isHidden: boolean;
  /** Cells with a filter in their first row; none when left out. */
  readonly filter?: CellRange;
}

/** How a kind of cell looks. */
export interface SheetCellLook {
  readonly numberFormat: "General" | "@" | "#,##0" | "#,##0.00";
  readonly horizontal: "left" | "center" | "right";
  /** In points; 10 when left out. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isWrapped?: boolean;
  readonly hasBorders: boolean;
  /** #RRGGBB */
  readonly fill?: string;
  readonly color?: string;
}

const AMOUNT = { numberFormat: "#,##0.00", horizontal: "right", hasBorders: true } as const;
const WORDS = { numberFormat: "@", horizontal: "left", hasBorders: true, isWrapped: true } as const;

const COUNT = { numberFormat: "General", horizontal: "right", hasBorders: true } as const;

/** Size of text in standard sheets, in points. */
export const USUAL_SIZE = 10;

/** Grey for figures that add up, blue for those that come from another table, white for what is to be typed. */
export const SHEET_STYLES: Readonly<Record<SheetCellStyle, SheetCellLook>> = {
  title: { numberFormat: "@", horizontal: "center", size: 16, isBold: true, hasBorders: false },
  department: { numberFormat: "@", horizontal: "left", hasBorders: false },
  unit: { numberFormat: "@", horizontal: "right", hasBorders: false },
  heading: {
    numberFormat: "@",
    horizontal: "center",
    isBold: true,
    isWrapped: true,
    hasBorders: true,
    fill: "#F2F2F2",
  },
  name: WORDS,
  strong: { ...WORDS, isBold: true },
  code: { ...WORDS, isWrapped: false },
  text: WORDS,
  input: AMOUNT,
  sum: { ...AMOUNT, fill: "#F2F2F2" },
  linked: { ...AMOUNT, fill: "#DDEBF7", color: "#1F4E79" },
  note: { numberFormat: "@", horizontal: "left", isWrapped: true, hasBorders: false, color: "#595959" },
  list: { numberFormat: "@", horizontal: "left", hasBorders: false },
  count: COUNT,
  wrong: { ...COUNT, isBold: true, fill: "#FFC7CE", color: "#9C0006" },
  plainHeading: { numberFormat: "@", horizontal: "center", isBold: true, isWrapped: true, hasBorders: true },
  figure: AMOUNT,
  wholeFigure: { ...AMOUNT, numberFormat: "#,##0" },
  anyFigure: { ...AMOUNT, numberFormat: "General" },
  cover: {
    numberFormat: "@",
    horizontal: "center",
    size: 26,
    isBold: true,
    isWrapped: true,
    hasBorders: false,
  },
  coverLine: { numberFormat: "@", horizontal: "center", size: 16, isWrapped: true, hasBorders: false },
  entry: { numberFormat: "@", horizontal: "left", size: 12, isWrapped: true, hasBorders: false },
  entryPage: { numberFormat: "General", horizontal: "right", size: 12, hasBorders: false },
};
