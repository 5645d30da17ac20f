/** What does not count when names are compared: spaces, line breaks, quotes and punctuation, width, kind of bracket. */
const IGNORED = /[\s\u200B-\u200F\u2060\uFEFF"'“”‘’「」『』、,;:·.()[\]〔〕【】《》\-—–]/g;

const NUMBERING =
  /^\s*([一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十]+[）)][、.．]?|\d{1,2}[、.．])/;

/** What some lists and tables print after a name to say its level: 教育支出（类）. */
const LEVEL = /[（(][类款项][）)]\s*$/;

/** A name as it is compared; never shown. Numbering in front (十四、) and the level behind (（类）) do not count either. */
export function normaliseName(name: string): string {
  return name.replace(NUMBERING, "").replace(LEVEL, "").normalize("NFKC").replace(IGNORED, "");
}

/** True when two names are the same but for what does not count. */
export function isSameName(a: string, b: string): boolean {
  return normaliseName(a) === normaliseName(b);
}

/** As isSameName; the names of functional classes are printed with and without 支出 at the end (教育支出, 教育). */
export function isSameClassName(a: string, b: string): boolean {
  const plain = (name: string) => normaliseName(name).replace(/支出$/, "");
  return plain(a) === plain(b);
}
