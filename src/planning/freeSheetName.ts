/** Excel's longest sheet name, in characters. */
const LONGEST_NAME = 31;

/** The name without what Excel does not take, and with a number behind it when a sheet bears it already. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const plain = wanted.replace(/[\\/?*[\]:]/g, "");
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : ` (${number})`;
    const name = plain.slice(0, LONGEST_NAME - end.length) + end;
    if (!known.has(name.toLowerCase())) return name;
  }
}
