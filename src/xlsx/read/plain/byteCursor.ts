import { resolveEntities } from "../../xml/entities";
import { notPlain } from "./plainly";
import { BLANK, DIGIT, isOf, KINDS, NAME_PART, NAME_START, TEXT, VALUE, WIDE } from "./signs";
import { AMPERSAND, CLOSING_BRACKET, DOUBLE_QUOTE, EQUALS, GREATER, LESS, SLASH, ZERO } from "./signs";

/** More attributes than any element of a sheet has. */
const MOST_ATTRIBUTES = 32;

/** Texts up to this length are put together byte by byte, which is faster than calling the decoder. */
const SHORT = 32;

const XMLNS = bytesOf("xmlns");

/** The bytes of an ASCII text, for what a cursor is to find. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** Where these bytes stand first; -1 when they do not. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, wanted, at)) return at;
  }
  return -1;
}

function isAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}

/**
 * A place in the bytes of a part, moved on by what is read. Only markup in its simplest form gets past (ASCII names,
 * double quotes, no comment, no declaration of a namespace); anything else is not plain, so that what has been read
 * is known to be well-formed.
 */
export class ByteCursor {
  /** Where name and value of the last attribute stand. */
  private nameStart = 0;
  private nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** True when the tag whose attributes were read last ended in "/>". */
  isEmptyElement = false;

  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** Where the names of the attributes of the tag being read start and end, by turns. */
  private readonly names = new Int32Array(MOST_ATTRIBUTES * 2);
  private nameCount = 0;

  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  /** Passes spaces, tabs and line feeds. */
  skipBlanks(): void {
    while ((KINDS[this.bytes[this.at] as number] as number) & BLANK) this.at++;
  }

  /** Passes these bytes when they come next; false when others do. */
  take(wanted: Uint8Array): boolean {
    if (!isAt(this.bytes, wanted, this.at)) return false;
    this.at += wanted.length;
    return true;
  }

  /** Passes these bytes, which must come next. */
  expect(wanted: Uint8Array): void {
    if (!this.take(wanted)) notPlain();
  }

  /** Call it behind the name of a tag, then nextAttribute until that gives false. */
  beginAttributes(): void {
    this.nameCount = 0;
  }

  /** Passes the next attribute of a tag, or the end of the tag and gives false. */
  nextAttribute(): boolean {
    const before = this.at;
    this.skipBlanks();
    const sign = this.bytes[this.at];
    if (sign === GREATER || sign === SLASH) {
      this.isEmptyElement = sign === SLASH;
      if (this.isEmptyElement && this.bytes[++this.at] !== GREATER) notPlain();
      this.at++;
      return false;
    }
    if (this.at === before) notPlain();
    this.readAttribute();
    this.checkName();
    return true;
  }

  /** True when the last attribute has this name. */
  isNamed(name: Uint8Array): boolean {
    return this.nameEnd - this.nameStart === name.length && isAt(this.bytes, name, this.nameStart);
  }

  /** The value of the last attribute. */
  value(): string {
    return this.decode(this.valueStart, this.valueEnd);
  }

  /** Passes a whole number of at most nine digits. */
  digits(): number {
    const { bytes } = this;
    let at = this.at;
    let number = 0;
    for (; (KINDS[bytes[at] as number] as number) & DIGIT; at++)
      number = number * 10 + (bytes[at] as number) - ZERO;
    if (at === this.at || at - this.at > 9) notPlain();
    this.at = at;
    return number;
  }

  /** Passes the text up to the next tag; gives it with its entities resolved. */
  text(): string {
    const { bytes, at: start } = this;
    let at = start;
    let isAscii = true;
    let hasEntities = false;
    for (;;) {
      while ((KINDS[bytes[at] as number] as number) & TEXT) at++;
      const sign = bytes[at];
      if (sign === LESS) break;
      if (isOf(sign, WIDE)) {
        isAscii = false;
        // U+FFFE and U+FFFF, which are no characters.
        if (sign === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe) notPlain();
      } else if (sign === AMPERSAND) hasEntities = true;
      // "]]>" may not stand in text; behind two brackets the strict way looks on.
      else if (sign !== CLOSING_BRACKET || bytes[at + 1] === CLOSING_BRACKET) notPlain();
      at++;
    }
    this.at = at;
    const text = isAscii && at - start <= SHORT ? this.ascii(start, at) : this.decode(start, at);
    return hasEntities ? (resolveEntities(text) ?? notPlain()) : text;
  }

  /** Some ASCII bytes as text. */
  ascii(start: number, end: number): string {
    return String.fromCharCode.apply(null, this.bytes.subarray(start, end) as unknown as number[]);
  }

  private decode(start: number, end: number): string {
    try {
      return this.decoder.decode(this.bytes.subarray(start, end));
    } catch {
      // The strict way says what is wrong with them.
      return notPlain();
    }
  }

  private readAttribute(): void {
    const { bytes } = this;
    let at = this.at;
    this.nameStart = at;
    if (!isOf(bytes[at], NAME_START)) notPlain();
    while ((KINDS[bytes[at] as number] as number) & NAME_PART) at++;
    this.nameEnd = at;
    if (bytes[at] !== EQUALS || bytes[at + 1] !== DOUBLE_QUOTE) notPlain();
    this.valueStart = at += 2;
    while ((KINDS[bytes[at] as number] as number) & VALUE) at++;
    const wideFrom = at;
    // Names of fonts, as of a run of text, are seldom ASCII.
    while (isOf(bytes[at], VALUE | WIDE)) at++;
    if (bytes[at] !== DOUBLE_QUOTE) notPlain();
    if (at > wideFrom && /[\ufffe\uffff]/.test(this.decode(wideFrom, at))) notPlain();
    this.valueEnd = at;
    this.at = at + 1;
  }

  /** Two attributes of one name are not well-formed; what declares a namespace may give tags another meaning. */
  private checkName(): void {
    const { nameStart, nameEnd, names, nameCount } = this;
    if (nameCount === MOST_ATTRIBUTES || isAt(this.bytes, XMLNS, nameStart)) notPlain();
    for (let index = 0; index < nameCount * 2; index += 2) {
      const start = names[index] as number;
      if ((names[index + 1] as number) - start === nameEnd - nameStart && this.isNameAt(start)) notPlain();
    }
    names[nameCount * 2] = nameStart;
    names[nameCount * 2 + 1] = nameEnd;
    this.nameCount++;
  }

  private isNameAt(start: number): boolean {
    const { bytes, nameStart, nameEnd } = this;
    for (let index = 0; index < nameEnd - nameStart; index++)
      if (bytes[start + index] !== bytes[nameStart + index]) return false;
    return true;
  }
}
