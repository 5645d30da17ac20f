import type { Chooser } from "../random";
import type { TestCell } from "../sheet";

/** A sheet as it lies in an accountant's workbook beside the budget: its figures agree, whatever sums are in it. */
export interface OfficeSheet {
  readonly title: string;
  readonly rows: readonly (readonly TestCell[])[];
}

/** A kind of sheet. */
export type OfficeKind = (kit: Kit) => OfficeSheet;

/** What the sheets are made of. Amounts are whole 分 until they are printed. */
export class Kit {
  constructor(readonly choose: Chooser) {}

  /** An amount in 分 between two of 元. */
  cents(from: number, to: number): number {
    return from * 100 + this.choose.below((to - from) * 100);
  }

  count(from: number, to: number): number {
    return from + this.choose.below(to - from + 1);
  }

  people(most = 12): string[] {
    return this.choose.shuffle(PEOPLE).slice(0, this.count(4, most));
  }

  offices(): string[] {
    return this.choose.shuffle(OFFICES).slice(0, this.count(3, OFFICES.length));
  }

  some(words: readonly string[], least = 3): string[] {
    return this.choose.shuffle(words).slice(0, this.count(Math.min(least, words.length), words.length));
  }
}

/** 分 as a cell in 元; nothing for zero. */
export function yuan(cents: number): TestCell {
  return cents === 0 ? undefined : { value: cents / 100, numberFormat: "#,##0.00" };
}

/** A count, price or share as Excel shows what is typed. */
export function plain(value: number): TestCell {
  return { value, numberFormat: "General" };
}

export function percent(share: number): TestCell {
  return { value: Math.round(share * 10_000) / 10_000, numberFormat: "0.00%" };
}

/** A day of the year as Excel keeps it. */
export function day(number: number): TestCell {
  return { value: 45_658 + number, numberFormat: "yyyy/m/d" };
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}

/** The sums of the columns of rows of amounts. */
export function sums(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)));
}

const PEOPLE = [
  "张建国",
  "李秀英",
  "王芳",
  "刘洋",
  "陈静",
  "杨帆",
  "赵敏",
  "黄磊",
  "周杰",
  "吴霞",
  "徐强",
  "孙丽",
  "马超",
  "朱琳",
  "胡军",
  "郭涛",
];
const OFFICES = ["办公室", "财务科", "人事科", "业务一科", "业务二科", "信息中心", "后勤服务中心"];
