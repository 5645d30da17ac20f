import { USUAL_SIZE } from "../../workbook/sheetDesign";

/** Points that a column takes for each character of its width, where 宋体 is not there and a wider typeface stands in. */
const CHARACTER = 7.4;

/** The smallest letters that may be printed, in points. */
const SMALLEST_PRINT = 7;

/** What of a page is left for rows and columns between the margins (0.5 and 0.6 inches), in points. */
const PRINTED = {
  portrait: { width: 523, height: 755 },
  landscape: { width: 770, height: 508 },
  large: { width: 1118, height: 755 },
} as const;

/** Smaller than this a table is turned to the side rather than printed on a page that stands. */
const LEAST_STANDING = 85;

/** Rows of a page may come out a little higher than they say. */
const ROOM = 0.97;

/** How a table of a width is printed. */
export interface Paper {
  readonly paper: "A4" | "A3";
  readonly isLandscape: boolean;
  /** In hundredths. */
  readonly scale: number;
  /** False where even the smallest print is wider than the largest paper. */
  readonly fits: boolean;
  /** Height of a page's rows, in points at full size. */
  readonly height: number;
}

/**
 * The smallest paper on which a table prints in one width with no letter under 7 points: A4 standing, A4 on its side, A3.
 * @param width of all columns, in characters
 */
export function paperFor(width: number): Paper {
  const least = Math.ceil((100 * SMALLEST_PRINT) / USUAL_SIZE);
  const kinds = [
    { paper: "A4", isLandscape: false, size: PRINTED.portrait, from: LEAST_STANDING },
    { paper: "A4", isLandscape: true, size: PRINTED.landscape, from: least },
    { paper: "A3", isLandscape: true, size: PRINTED.large, from: least },
  ] as const;
  const scaleOf = (available: number) =>
    Math.min(100, Math.floor((100 * available) / Math.max(1, width * CHARACTER)));
  const chosen = kinds.find(({ size, from }) => scaleOf(size.width) >= from) ?? kinds[2];
  const wanted = scaleOf(chosen.size.width);
  const scale = Math.max(wanted, least);
  const { paper, isLandscape, size } = chosen;
  return { paper, isLandscape, scale, fits: wanted >= least, height: (size.height * ROOM * 100) / scale };
}

/**
 * The rows that begin a page after the first.
 * @param heights of all rows from the first, in points
 * @param repeated rows at the top that are printed again on each page
 * @param height of a page
 */
export function pageBreaks(
  heights: readonly number[],
  repeated: { readonly first: number; readonly last: number },
  height: number,
): number[] {
  const again = heights.slice(repeated.first, repeated.last + 1).reduce((sum, one) => sum + one, 0);
  const breaks: number[] = [];
  let used = 0;
  heights.forEach((own, row) => {
    if (row > repeated.last + 1 && used + own > height) {
      breaks.push(row);
      used = again;
    }
    used += own;
  });
  return breaks;
}
