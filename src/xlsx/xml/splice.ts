/** Replaces the characters from start up to end (an insertion when both are equal) with `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Carries out splices given by places in the original text; everything outside them stays as it is. Insertions at one
 * place keep their order. Throws RangeError when two of them overlap, which would be a bug.
 */
export function spliceText(text: string, splices: readonly Splice[]): string {
  let at = 0;
  let result = "";
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) throw new RangeError(`two changes overlap at ${splice.start}`);
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}
