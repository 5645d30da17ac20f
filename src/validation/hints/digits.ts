import { Decimal } from "../../amounts/decimal";
import { formatAmount } from "../../amounts/format";
import type { MessageRef } from "../finding";

/** A figure as it stands and the values it may have, all in the unit of its own sheet. */
export interface SlipQuestion {
  readonly present: Decimal;
  /** Digits after the point as printed. */
  readonly decimals: number;
  readonly low: Decimal;
  readonly high: Decimal;
}

/** 元 for 万元 is a factor of ten thousand. */
const WAN_DIGITS = 4;

/** Factors of ten looked for as a slipped point. */
const POINT_SLIPS = [1, -1, 2, -2, 3, -3];

/** The right figure, how it became the present one, and how easily chance looks like it: 0 hardly, 2 often. */
export interface Slip {
  readonly right: Decimal;
  readonly hint: MessageRef;
  readonly chance: 0 | 1 | 2;
}

type SlipTest = (question: SlipQuestion) => Omit<Slip, "chance"> | undefined;

/**
 * How a right figure may have become the present one, told by the digits alone: sign, 元 for 万元, a slipped point,
 * two digits exchanged, a digit wrong, lost or too many. At most one, the most telling first; none where the figure is zero
 * or the values it may have lie too far apart, when nearly any slip would hit one. `likeliest` is tried before the others.
 */
export function findSlip(question: SlipQuestion, likeliest?: Decimal): Slip | undefined {
  const { present, low, high, decimals } = question;
  if (present.isZero()) return undefined;
  const step = new Decimal(10).pow(-decimals);
  const exactly = likeliest && { ...question, low: likeliest, high: likeliest };
  for (const { tests, steps, chance } of KINDS) {
    const widest = Decimal.max(step.times(steps), present.abs().dividedBy(100));
    const isClose = high.minus(low).lessThanOrEqualTo(widest);
    for (const asked of [exactly, isClose ? question : undefined])
      for (const test of asked ? tests : []) {
        const slip = asked && test(asked);
        if (slip) return { ...slip, chance };
      }
  }
  return undefined;
}

/** The sentence of a slip alone. */
export function digitSlip(question: SlipQuestion): MessageRef | undefined {
  return findSlip(question)?.hint;
}

/** The less a test is passed by chance, the further apart the values may be, in steps. */
const KINDS: readonly {
  readonly tests: readonly SlipTest[];
  readonly steps: number;
  readonly chance: Slip["chance"];
}[] = [
  {
    tests: [
      (question) =>
        fits(question, question.present.negated())
          ? hint("sign", question, question.present.negated())
          : undefined,
      (question) => scaled(question, [-WAN_DIGITS], "yuan") ?? scaled(question, [WAN_DIGITS], "wanYuan"),
    ],
    steps: 20,
    chance: 0,
  },
  {
    tests: [
      (question) => scaled(question, POINT_SLIPS, "point"),
      (question) => amongTexts(question, exchanged, "exchanged"),
    ],
    steps: 20,
    chance: 1,
  },
  {
    tests: [
      (question) => amongTexts(question, oneReplaced, "digit"),
      (question) => amongTexts(question, oneAdded, "lost"),
      (question) => amongTexts(question, oneTaken, "extra"),
    ],
    steps: 4,
    chance: 2,
  },
];

function hint(slip: string, { present, decimals }: SlipQuestion, right: Decimal) {
  const args = { present: formatAmount(present, decimals), right: formatAmount(right, decimals) };
  return { right, hint: { key: `hint.${slip}`, args } };
}

function fits({ low, high }: SlipQuestion, value: Decimal): boolean {
  return value.greaterThanOrEqualTo(low) && value.lessThanOrEqualTo(high);
}

/** A figure of a single digit is hit by chance: 180.87 typed in 元 would be 0.02. */
const LEAST_STEPS = 10;

/** A figure typed in another unit has other digits behind the point, so it is rounded as printed before it is compared. */
function scaled(question: SlipQuestion, powers: readonly number[], slip: string) {
  for (const power of powers) {
    const value = question.present.times(new Decimal(10).pow(power)).toDecimalPlaces(question.decimals);
    const isLong = value
      .abs()
      .times(new Decimal(10).pow(question.decimals))
      .greaterThanOrEqualTo(LEAST_STEPS);
    if (isLong && fits(question, value)) return hint(slip, question, value);
  }
  return undefined;
}

function amongTexts(question: SlipQuestion, variants: (digits: string) => Iterable<string>, slip: string) {
  const { present, decimals } = question;
  const digits = present.abs().toFixed(decimals).replace(".", "");
  const isWithin = digitsWithin(question);
  for (const text of variants(digits)) {
    if (!isWithin(text)) continue;
    const size = new Decimal(text || "0").dividedBy(new Decimal(10).pow(decimals));
    return hint(slip, question, present.isNegative() ? size.negated() : size);
  }
  return undefined;
}

/** Digits that a double counts without losing any. Source: ECMA-262, Number.MAX_SAFE_INTEGER has 16. */
const MOST_COUNTED = 15;

/** Whether digits, with the sign of the present figure, stand for one of the values it may have: told by counting steps. */
function digitsWithin({ present, decimals, low, high }: SlipQuestion): (digits: string) => boolean {
  const [from, to] = present.isNegative() ? [high.negated(), low.negated()] : [low, high];
  const power = new Decimal(10).pow(decimals);
  const [first, last] = [from.times(power).ceil(), to.times(power).floor()];
  const [least, most] = [first.toNumber(), last.toNumber()];
  return (digits) => {
    if (digits.length > MOST_COUNTED) {
      const count = new Decimal(digits);
      return count.greaterThanOrEqualTo(first) && count.lessThanOrEqualTo(last);
    }
    const count = Number(digits);
    return count >= least && count <= most;
  };
}

/** The digits with each two neighbours exchanged. */
function* exchanged(digits: string): Iterable<string> {
  for (let index = 0; index + 1 < digits.length; index++) {
    const [first = "", second = ""] = digits.slice(index, index + 2);
    if (first !== second) yield digits.slice(0, index) + second + first + digits.slice(index + 2);
  }
}

function* oneReplaced(digits: string): Iterable<string> {
  for (let index = 0; index < digits.length; index++) {
    for (let digit = 0; digit <= 9; digit++) {
      if (String(digit) !== digits[index]) yield digits.slice(0, index) + digit + digits.slice(index + 1);
    }
  }
}

function* oneAdded(digits: string): Iterable<string> {
  for (let index = 0; index <= digits.length; index++) {
    for (let digit = 0; digit <= 9; digit++) yield digits.slice(0, index) + digit + digits.slice(index);
  }
}

function* oneTaken(digits: string): Iterable<string> {
  for (let index = 0; index < digits.length; index++) yield digits.slice(0, index) + digits.slice(index + 1);
}
