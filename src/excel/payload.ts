/**
 * Excel on the web takes no request and gives no response of more than 5 MB (office-js-docs,
 * docs/concepts/resource-limits-and-performance-optimization.md); the rest is room for what an estimate leaves out.
 */
export const LARGEST_PAYLOAD = 4_000_000;

/**
 * About how many bytes a value takes in a request or response: JSON in UTF-8, with the comma behind it. Signs that
 * JSON escapes count as they would be written.
 */
export function payloadBytes(value: unknown): number {
  if (typeof value !== "string") return String(value ?? "null").length + 1;
  let bytes = 3;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    bytes += code < 0x20 ? 6 : code === 0x22 || code === 0x5c ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}

/**
 * Things in their order, in groups of which none takes more than a payload; one that does by itself is alone in its group.
 * @param bytesOf about how many bytes a thing takes
 */
export function payloadGroups<T>(
  things: readonly T[],
  bytesOf: (thing: T) => number,
  most = LARGEST_PAYLOAD,
): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const thing of things) {
    const bytes = bytesOf(thing);
    const last = groups.at(-1);
    if (last && bytes <= room) last.push(thing);
    else {
      groups.push([thing]);
      room = most;
    }
    room -= bytes;
  }
  return groups;
}
