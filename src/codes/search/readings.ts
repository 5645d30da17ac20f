import data from "../data/pinyin.tsv";
import { parseTsv } from "../tsv";

/** How characters are read, from data/pinyin.tsv. */
export interface Readings {
  readonly usual: ReadonlyMap<string, string>;
  /** Pair of characters and which of the two is meant ("银行1") → its reading there. */
  readonly inPair: ReadonlyMap<string, string>;
}

/**
 * How each character of a name is read, without tones, ü as u ("绿" → "lu"): 银行 → yin hang, 行政 → xing zheng. Letters
 * and digits are their own reading, in lower case; a character not in the table has the reading "".
 */
export function readingsOf({ usual, inPair }: Readings, characters: readonly string[]): string[] {
  return characters.map((char, index) => {
    if (char < "\u2e80") return char.toLowerCase();
    const next = characters[index + 1];
    const before = characters[index - 1];
    return (
      (next !== undefined ? inPair.get(`${char}${next}0`) : undefined) ??
      (before !== undefined ? inPair.get(`${before}${char}1`) : undefined) ??
      usual.get(char) ??
      ""
    );
  });
}

/** Reads the table of readings; those who look up more than one name hold it. */
export function readReadings(): Readings {
  const usual = new Map<string, string>();
  const inPair = new Map<string, string>();
  for (const { reading = "", characters = "", place = "" } of parseTsv(data)) {
    if (place === "") for (const char of characters) usual.set(char, reading);
    else inPair.set(`${characters}${place}`, reading);
  }
  return { usual, inPair };
}
