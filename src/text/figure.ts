import type { Decimal } from "../amounts/decimal";
import type { AmountUnit } from "../amounts/unit";
import type { NamedItem } from "./features";

/** What an amount is: a key of SetMeanings, and the row it is said of when there is one. */
export interface Meaning {
  readonly what: string;
  readonly item?: NamedItem;
}

/** One name for a meaning, for maps. */
export function meaningName({ what, item }: Meaning): string {
  return item ? `${what}#${item.system}#${item.row}` : what;
}

/** True for a ratio written as 2.5倍 instead of 250%. */
export function isTimes(text: string): boolean {
  return text.endsWith("倍");
}

/** amount: money; change: a difference against another year; rate: such a difference in per cent; share: a part in per cent. */
export type Quantity = "amount" | "change" | "rate" | "share" | "count";

/** A figure of the text whose meaning is told, or `meanings` empty: 未识别. */
export interface TextFigure {
  /** Its place in the list of figures. */
  readonly index: number;
  /** Places in the text, `to` behind its unit. */
  readonly from: number;
  readonly to: number;
  /** As written, unit included. */
  readonly text: string;
  /** The sentence it stands in, and where that begins and ends. */
  readonly sentence: { readonly from: number; readonly to: number };
  readonly quantity: Quantity;
  /** As written: money in `unit`, rates and shares in per cent; a change carries the sign of its direction. */
  readonly value: Decimal;
  readonly decimals: number;
  /** Of money; undefined for per cent and counts. */
  readonly unit: AmountUnit | undefined;
  /** What may be meant, likeliest first; empty when it cannot be told. */
  readonly meanings: readonly Meaning[];
  /** Of amounts: the year it is the figure of. */
  readonly year: "this" | "last";
  /** Of changes and rates: against last year's budget, or against what was carried out (执行数, 决算数). */
  readonly base: "budget" | "actual";
  /**
   * The amount of this year that a change, rate or share is said of; undefined when the text has none in this place: the
   * meanings are then those of the amount that only the tables have.
   */
  readonly subject: number | undefined;
  /** Further amounts that a change or rate may be said of where the sentence leaves it open: …公务接待费…，较上年…: of the item or of all. */
  readonly otherSubjects: readonly number[];
  /**
   * Not every word was understood, only those next to it: its meaning is believed where a cell agrees with it, or with another
   * one of the same group. Undefined when the words are sure.
   */
  readonly doubt: string | undefined;
  /** Of shares: the amount it is a part of. */
  readonly whole: number | undefined;
  /** Of shares whose words name a whole that the text itself does not give: what it may be in the tables, likeliest first. */
  readonly wholes: readonly Meaning[];
  /** It stands where only a threshold, a reason or a remark stands: read, and never compared. */
  readonly isRemark: boolean;
}

/** A list of parts (其中：…) with the amount it follows. */
export interface TextList {
  readonly total: number;
  readonly items: readonly number[];
}

/** 持平: an amount said not to have changed. */
export interface LevelClaim {
  readonly subject: number;
  readonly otherSubjects: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly sentence: { readonly from: number; readonly to: number };
}

/** What a text says in figures. */
export interface TextReading {
  readonly figures: readonly TextFigure[];
  readonly lists: readonly TextList[];
  readonly level: readonly LevelClaim[];
  /** The year the text is about. */
  readonly year: number | undefined;
}
