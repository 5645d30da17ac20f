import type { ByteCursor } from "./byteCursor";
import { notPlain } from "./plainly";
import { CAPITAL_E, DIGIT, KINDS, MINUS, PLUS, POINT, SMALL_E, ZERO } from "./signs";

/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** Whole numbers of up to this many digits are exact in a double. */
const EXACT_DIGITS = 15;

/**
 * Passes a number and gives exactly what Number() gives for its text. Where all digits make a whole number that a
 * double holds exactly, and the power of ten is exact too, one division or multiplication rounds once, as reading the
 * text does; all others go through Number(). Source: W. D. Clinger, How to Read Floating Point Numbers Accurately,
 * 1990.
 */
export function readNumber(cursor: ByteCursor): number {
  const { bytes, at: start } = cursor;
  let at = start;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at++;
  let digits = 0;
  let whole = 0;
  let power = 0;
  const first = at;
  for (; (KINDS[bytes[at] as number] as number) & DIGIT; at++) {
    whole = whole * 10 + (bytes[at] as number) - ZERO;
    digits++;
  }
  if (at === first) notPlain();
  if (bytes[at] === POINT) {
    const point = at++;
    for (; (KINDS[bytes[at] as number] as number) & DIGIT; at++) {
      whole = whole * 10 + (bytes[at] as number) - ZERO;
      digits++;
    }
    power = point + 1 - at;
    if (power === 0) notPlain();
  }
  if (bytes[at] === CAPITAL_E || bytes[at] === SMALL_E) {
    cursor.at = at + 1;
    power += readPower(cursor);
    at = cursor.at;
  }
  cursor.at = at;
  if (digits > EXACT_DIGITS || power > 22 || power < -22) return finite(Number(cursor.ascii(start, at)));
  const size = power < 0 ? whole / (POWERS[-power] as number) : whole * (POWERS[power] as number);
  return isNegative ? -size : size;
}

function readPower(cursor: ByteCursor): number {
  const sign = cursor.bytes[cursor.at];
  if (sign === MINUS || sign === PLUS) cursor.at++;
  const power = cursor.digits();
  return sign === MINUS ? -power : power;
}

/** A number too large for a double is none; the strict way refuses it. */
function finite(number: number): number {
  return Number.isFinite(number) ? number : notPlain();
}
