/** Characters that print nothing: zero width spaces and direction marks, as pasted from web pages. */
export const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060]/g;

/** How far the full-width forms ！ to ～ (U+FF01 to U+FF5E) lie above their ASCII counterparts. Source: Unicode. */
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Takes a text as typed or pasted, gives it with one character for each meaning: ASCII digits and punctuation for the
 * full-width ones, one "-" for every dash and minus, "¥" for both yen signs, "'" for every apostrophe, a plain space for
 * every other white space; spaces at the ends and invisible characters are gone. 。 between two digits is a point: that
 * is what a Chinese keyboard gives for one.
 *
 * Unicode's own NFKC would do most of this but also turn 12² into 122 and ½ into 1⁄2, so it is not used on amounts.
 */
export function toPlainCharacters(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\s/g, " ")
    .replace(/[‐‑‒–—―−─━﹣]/g, "-")
    .replace(/￥/g, "¥")
    .replace(/[‘’]/g, "'")
    .replace(/(?<=\d)。(?=\d)/g, ".")
    .trim();
}
