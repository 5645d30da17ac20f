import { Decimal, ZERO } from "./decimal";
import { parseNumberFormat, type FormatSection, type SectionCondition } from "./numberFormat";
import { roundToDecimals } from "./step";

/** What a stored number becomes on paper. */
export interface PrintedNumber {
  /** The number the printed text stands for, in the unit of the stored one (12% is 0.12, thousands are scaled back). */
  readonly value: Decimal;
  /**
   * The printed step is 10^-decimals; negative for formats that print thousands or 万. Undefined where the text shows no
   * such step: dates, fractions, powers of ten, hidden figures.
   */
  readonly decimals: number | undefined;
  /** True when the format fixes no number of decimals, so that neighbouring cells are the better guide to the step. */
  readonly isGeneral: boolean;
  /** What is stored, by its 15 digits. */
  readonly stored: Decimal;
}

/** Digits Excel keeps of a number. Source: Microsoft, Excel specifications and limits, number precision. */
const EXCEL_DIGITS = 15;

/** Characters, point included and sign not, that the General format prints at most. Source: Microsoft, number formats. */
const GENERAL_CHARACTERS = 11;

/** General prints powers of ten from here on, and for figures with many digits below the second bound. */
const GENERAL_LIMIT = new Decimal("1e11");
const GENERAL_SMALLEST = new Decimal("1e-4");

/**
 * What a number prints as under an Excel number format. Takes the stored number (15 significant digits of it, as Excel
 * does) and the format code in its English form. Rounds ties away from zero: 1.005 under 0.00 is 1.01, -2.5 under 0
 * is -3; under #,##0, the figure 12,345 prints 12 and stands for 12,000 with decimals -3.
 *
 * A section that prints no minus (`0.00;[Red]0.00`) still stands for a negative figure: that is how red ink is read. A
 * zero takes the decimals of the first section with digits, for its own may be just "-". Dates, fractions, powers of ten
 * and figures hidden by their format keep their 15 digits. Under General, figures that Excel would print as powers
 * of ten keep their 15 digits too: nobody publishes a budget that way, and rounding would hide their differences.
 *
 * Throws a RangeError for NaN and infinities, which no cell can hold.
 * @param sections what the format is read as, where whoever prints many figures holds it
 */
export function printNumber(
  value: number,
  numberFormat: string,
  sections: readonly FormatSection[] = parseNumberFormat(numberFormat),
): PrintedNumber {
  if (!Number.isFinite(value)) throw new RangeError(`not a number a cell can hold: ${value}`);
  const stored = value === 0 ? ZERO : new Decimal(value.toPrecision(EXCEL_DIGITS));
  const section = stored.isZero() ? zeroSection(sections) : findSection(sections, stored);
  switch (section?.kind) {
    case "digits": {
      const decimals = section.decimals + section.scale;
      return { value: roundToDecimals(stored, decimals), decimals, isGeneral: false, stored };
    }
    case "general":
      return printGeneral(stored);
    default:
      return { value: stored, decimals: undefined, isGeneral: true, stored };
  }
}

/** A zero is zero under any section; only its step is wanted. */
function zeroSection(sections: readonly FormatSection[]): FormatSection | undefined {
  return sections.find(({ kind }) => kind === "digits") ?? sections.find(({ kind }) => kind === "general");
}

/**
 * The section for a number other than zero: the first whose condition it meets. Without conditions the first is for
 * positive and the second for negative numbers; one section serves all. A number that no condition covers is shown as
 * #### by Excel: undefined.
 */
function findSection(sections: readonly FormatSection[], value: Decimal): FormatSection | undefined {
  const [first, second, third] = sections;
  if (first?.condition === undefined && second?.condition === undefined) {
    return value.isNegative() && second ? second : first;
  }
  if (first && meets(value, first.condition ?? { operator: ">", operand: 0 })) return first;
  if (!second) return { kind: "general" };
  if (!second.condition || meets(value, second.condition)) return second;
  return third;
}

function meets(value: Decimal, { operator, operand }: SectionCondition): boolean {
  const order = value.comparedTo(operand);
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
  }
}

function printGeneral(stored: Decimal): PrintedNumber {
  const size = stored.abs();
  const isPlain =
    size.isZero() || (size.lessThan(GENERAL_LIMIT) && size.greaterThanOrEqualTo(GENERAL_SMALLEST));
  // One character is the point, the rest are digits: 9 decimals behind one digit, none behind ten or eleven.
  const room = Math.max(GENERAL_CHARACTERS - 1 - size.truncated().toFixed().length, 0);
  const value = isPlain ? roundToDecimals(stored, room) : stored;
  return { value, decimals: value.decimalPlaces(), isGeneral: true, stored };
}
