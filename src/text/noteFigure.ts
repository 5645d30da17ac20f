import type { Decimal } from "../amounts/decimal";
import type { AmountUnit } from "../amounts/unit";
import type { Quantity, TextFigure } from "./figure";
import { AMOUNT_UNITS } from "./lexicon";
import type { Paragraph } from "./paragraphs";
import type { Reader } from "./reader";
import type { NumberToken, Token } from "./tokens";

/** A figure with what stands around it. */
export interface NumberAt {
  readonly token: NumberToken;
  readonly phrase: readonly Token[];
  /** What follows to the end of the paragraph. */
  readonly next: readonly Token[];
  readonly paragraph: Paragraph;
  readonly sentence: { readonly from: number; readonly to: number };
}

/** What the grammar says of a figure, apart from where it stands. */
export type Told = Pick<
  TextFigure,
  | "quantity"
  | "meanings"
  | "year"
  | "base"
  | "subject"
  | "otherSubjects"
  | "doubt"
  | "whole"
  | "wholes"
  | "isRemark"
> & { readonly sign?: 1 | -1 };

/** A figure of which nothing could be told. */
export function unread(quantity: Quantity): Told {
  return {
    quantity,
    meanings: [],
    year: "this",
    base: "budget",
    subject: undefined,
    otherSubjects: [],
    doubt: undefined,
    whole: undefined,
    wholes: [],
    isRemark: false,
  };
}

/** Notes a figure in the reader, with its place in the text. */
export function add(reader: Reader, { token, paragraph, sentence }: NumberAt, told: Told): undefined {
  const { sign = 1, ...rest } = told;
  const from = paragraph.places[token.from] ?? 0;
  const value: Decimal = sign < 0 ? token.value.abs().negated() : token.value;
  reader.figures.push({
    index: reader.figures.length,
    from,
    to: (paragraph.places[token.to - 1] ?? from) + 1,
    text: token.text,
    sentence,
    value,
    decimals: token.decimals,
    unit: (AMOUNT_UNITS as readonly string[]).includes(token.unit) ? (token.unit as AmountUnit) : undefined,
    ...rest,
  });
  return undefined;
}
