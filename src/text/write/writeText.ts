import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import { formatAmount } from "../../amounts/format";
import { roundToDecimals } from "../../amounts/step";
import type { RecognisedRow } from "../../recognition/recognised";
import type { CellFinder, TextTables } from "../cellSums";
import { cellFinder } from "../cellSums";
import type { Meaning } from "../figure";
import type { LayoutSection } from "./layout";

/** What a text is written from. */
export interface TextSource {
  readonly tables: TextTables;
  readonly lastYear?: TextTables;
  readonly year: number;
  /** Why an amount changed, by its meaning; left open (……) when there is none. */
  readonly reasonOf?: (meaning: string) => string | undefined;
}

interface Writer {
  readonly now: CellFinder;
  readonly last: CellFinder | undefined;
  readonly source: TextSource;
}

/** What stands where a person has to write a reason. */
const OPEN = "……";

/**
 * 生成说明: writes the explanation of a budget from its tables, in 万元 to two decimals. Every figure is that of a cell, or
 * worked out from cells, so that the text agrees with its tables. Reasons that are not given are left open.
 */
export function writeText(layout: readonly LayoutSection[], source: TextSource): string {
  const writer: Writer = {
    now: cellFinder(source.tables),
    last: source.lastYear && cellFinder(source.lastYear),
    source,
  };
  return layout
    .flatMap(({ heading, lines }) => {
      const written = lines.flatMap((line) => lineOf(line, writer) ?? []);
      return written.length > 0 ? [heading, ...written, ""] : [];
    })
    .join("\n");
}

const PLACE = /\{(年|=|±|其中 |类=)([^{}]*)\}/g;

/** Undefined when an amount that the line names is not in the tables. */
function lineOf(line: string, writer: Writer): string | undefined {
  let isComplete = true;
  const text = line.replace(PLACE, (_all, sign: string, what: string) => {
    const part = partOf(sign.trim(), what, writer);
    isComplete &&= part !== undefined;
    return part ?? "";
  });
  return isComplete ? text : undefined;
}

function partOf(sign: string, what: string, writer: Writer): string | undefined {
  if (sign === "年") return String(writer.source.year);
  if (sign === "其中") return listOf(what, writer);
  if (sign === "类=") return classesOf(what, writer);
  const amount = amountOf({ what }, writer.now);
  if (amount === undefined) return undefined;
  return sign === "=" ? money(amount) : changeOf(what, amount, writer);
}

function amountOf(meaning: Meaning, finder: CellFinder): Decimal | undefined {
  return finder.find(meaning)[0]?.value;
}

function money(amount: Decimal): string {
  return `${formatAmount(amount)}万元`;
}

/** 较上年增加…万元，增长…%，主要原因是…; nothing without last year's amount, no rate when there was none. */
function changeOf(what: string, amount: Decimal, { last, source }: Writer): string {
  const before = last && amountOf({ what }, last);
  if (before === undefined) return "";
  // What the text prints is what its readers work with: the change is that of the printed amounts.
  const change = roundToDecimals(amount, 2).minus(roundToDecimals(before, 2));
  if (change.isZero()) return "，与上年持平";
  const isMore = change.greaterThan(ZERO);
  const rate = before.isZero()
    ? ""
    : `，${isMore ? "增长" : "下降"}${formatAmount(change.abs().dividedBy(before.abs()).times(100))}%`;
  const reason = source.reasonOf?.(what) ?? OPEN;
  return `，较上年${isMore ? "增加" : "减少"}${money(change.abs())}${rate}，主要原因是${reason}`;
}

function listOf(items: string, { now }: Writer): string | undefined {
  const parts = items.split(" ").flatMap((item) => {
    const [name = "", what = ""] = item.split("=");
    const amount = amountOf({ what }, now);
    return amount === undefined ? [] : [`${name}${money(amount)}`];
  });
  return parts.length > 0 ? `其中：${parts.join("，")}。` : undefined;
}

/** The classes with an amount under a meaning, each with its share of all. */
function classesOf(what: string, { now, source }: Writer): string | undefined {
  const all = amountOf({ what }, now);
  const classes = new Map<string, RecognisedRow>();
  for (const row of source.tables.tables.flatMap(({ rows }) => rows))
    if (/^2\d{2}$/.test(row.code) && !classes.has(row.code)) classes.set(row.code, row);
  if (!all || all.isZero()) return undefined;
  const parts = [...classes].flatMap(([code, row]) => {
    const amount = amountOf({ what, item: { system: "functional", row: code } }, now);
    if (amount === undefined || amount.isZero()) return [];
    return [`${row.key}${money(amount)}，占${formatAmount(amount.dividedBy(all).times(100))}%`];
  });
  return parts.length > 0 ? parts.join("；") : undefined;
}
