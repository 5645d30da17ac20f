import type { Heading } from "./outline";

/** From this confidence on a table counts as recognised for certain; below it the user is asked to look. */
export const SURE = 0.8;
/** From this score on a column does. */
export const SURE_COLUMN = 0.5;

/** What the way a table was named adds to the share of its headings that was found. */
const TITLE_WEIGHT = { exact: 0.2, alike: 0.15, sheetName: 0.1 } as const;

/**
 * 0 to 1. What the user said is certain; a column whose meaning is in doubt, or a heading of which a good part was not
 * found, makes the whole table one to be looked at.
 */
export function confidenceOf({ correction, header, title, sheetNamed, isDoubtful }: Heading): number {
  if (correction) return 1;
  const named = title ? TITLE_WEIGHT[title.fit] : sheetNamed ? TITLE_WEIGHT.sheetName : 0;
  const sure = Math.min(1, header.score * 0.8 + named);
  if (isDoubtful) return unsure(sure);
  const isInDoubt = [...header.columns.values()].some(
    ({ score, reading }) => score < SURE_COLUMN && !reading,
  );
  return isInDoubt ? unsure(sure) : sure;
}

/** Sure enough to be read, but to be looked at. */
export function unsure(confidence: number): number {
  return Math.min(confidence, SURE - 0.1);
}
