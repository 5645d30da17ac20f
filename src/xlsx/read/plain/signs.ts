/** Signs of XML as bytes of UTF-8. */
export const DOUBLE_QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const CAPITAL_A = 0x41;
export const CAPITAL_E = 0x45;
export const CAPITAL_Z = 0x5a;
export const CLOSING_BRACKET = 0x5d;
export const SMALL_B = 0x62;
export const SMALL_D = 0x64;
export const SMALL_E = 0x65;
export const SMALL_F = 0x66;
export const SMALL_I = 0x69;
export const SMALL_N = 0x6e;
export const SMALL_R = 0x72;
export const SMALL_S = 0x73;
export const SMALL_T = 0x74;

/** Kinds of bytes, as bits of KINDS. */
export const NAME_START = 1;
export const NAME_PART = 2;
/** Space, tab or line feed. */
export const BLANK = 4;
/** Part of a character beyond ASCII. */
export const WIDE = 8;
/** ASCII that may stand in an attribute's value as it is. */
export const VALUE = 16;
/** May stand in text as it is; a single "]" may too, but is not counted. */
export const TEXT = 32;
export const DIGIT = 64;

/**
 * What each byte may be part of. Only ASCII names are plain; a carriage return, which XML turns into
 * a line feed, and control characters, which it forbids, are not. Behind the last byte nothing is of any kind:
 * `KINDS[undefined] & TEXT` is 0.
 */
export const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  let kinds = 0;
  if (/[A-Za-z_]/.test(sign)) kinds |= NAME_START;
  if (/[A-Za-z0-9_.:-]/.test(sign)) kinds |= NAME_PART;
  if (/[ \t\n]/.test(sign)) kinds |= BLANK;
  if (/[0-9]/.test(sign)) kinds |= DIGIT;
  if (byte >= 0x80) kinds |= WIDE;
  if (/[ -~]/.test(sign) && !/["&<]/.test(sign)) kinds |= VALUE;
  if (/[ -\x7f\t\n]/.test(sign) && !/[&<\]]/.test(sign)) kinds |= TEXT;
  return kinds;
});

/** True when a byte is of one of these kinds. Loops over many bytes ask KINDS themselves, which is faster. */
export function isOf(byte: number | undefined, kinds: number): boolean {
  return ((KINDS[byte as number] as number) & kinds) !== 0;
}
