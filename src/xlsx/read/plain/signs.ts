/** Signs of XML as bytes of UTF-8. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const NINE = 0x39;
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
export const SMALL_I = 0x69;
export const SMALL_N = 0x6e;
export const SMALL_R = 0x72;
export const SMALL_S = 0x73;
export const SMALL_T = 0x74;

const NAME_START = 1;
const NAME_PART = 2;
const BLANK = 4;
const WIDE = 8;
const VALUE = 16;
const TEXT = 32;

/**
 * What a byte may be part of. Only ASCII names and attribute values are plain; a carriage return, which XML turns into
 * a line feed, and control characters, which it forbids, are not.
 */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  let kinds = 0;
  if (/[A-Za-z_]/.test(sign)) kinds |= NAME_START;
  if (/[A-Za-z0-9_.:-]/.test(sign)) kinds |= NAME_PART;
  if (byte === TAB || byte === LINE_FEED || byte === SPACE) kinds |= BLANK;
  if (byte >= 0x80) kinds |= WIDE;
  if (byte >= SPACE && byte < 0x7f && !/["&<]/.test(sign)) kinds |= VALUE;
  if ((byte >= SPACE && byte < 0x80 && !/[&<\]]/.test(sign)) || byte === TAB || byte === LINE_FEED)
    kinds |= TEXT;
  return kinds;
});

/** The kinds of a byte, none for undefined: behind the last one. */
function is(byte: number | undefined, kind: number): boolean {
  return byte !== undefined && ((KINDS[byte] as number) & kind) !== 0;
}

export const isNameStart = (byte: number | undefined): boolean => is(byte, NAME_START);
export const isNamePart = (byte: number | undefined): boolean => is(byte, NAME_PART);
/** Space, tab or line feed. */
export const isBlank = (byte: number | undefined): boolean => is(byte, BLANK);
/** Part of a character beyond ASCII. */
export const isWide = (byte: number | undefined): boolean => is(byte, WIDE);
/** May stand in an attribute's value as it is. */
export const isValue = (byte: number | undefined): boolean => is(byte, VALUE);
/** May stand in text as it is, a single "]" not counted. */
export const isText = (byte: number | undefined): boolean => is(byte, TEXT);
export const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= ZERO && byte <= NINE;
