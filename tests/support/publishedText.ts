import type { Decimal } from "../../src/amounts/decimal";
import { formatAmount } from "../../src/amounts/format";
import { roundToDecimals } from "../../src/amounts/step";
import { cellFinder } from "../../src/text/cellSums";
import type { CellFinder, TextTables } from "../../src/text/cellSums";
import type { NamedItem } from "../../src/text/features";
import type { Chooser } from "./random";
import { CHANGES, NO_CHANGES, PUBLISHED, REASONS } from "./publishedWordings";
import type { PublishedSection } from "./publishedWordings";

/** A figure as it was meant when the text was made. */
export interface PublishedFigure {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly quantity: "amount" | "change" | "rate" | "share";
  readonly year: "this" | "last";
}

/** Why something changed, lead-in and all, and the last figure before it. */
export interface PublishedReason {
  readonly from: number;
  readonly to: number;
  readonly after: number;
}

export interface PublishedText {
  readonly text: string;
  readonly figures: readonly PublishedFigure[];
  readonly reasons: readonly PublishedReason[];
  readonly unit: "万元" | "元";
}

interface Writing {
  readonly choose: Chooser;
  readonly now: CellFinder;
  readonly last: CellFinder;
  readonly rows: readonly Item[];
  readonly year: number;
  readonly unit: "万元" | "元";
  readonly isPlain: boolean;
  readonly hasThousands: boolean;
  readonly space: string;
  readonly percent: string;
  text: string;
  readonly figures: PublishedFigure[];
  readonly reasons: PublishedReason[];
}

interface Item {
  readonly item: NamedItem;
  readonly name: string;
  readonly path: string;
}

const DEPARTMENT = "某某市某某局";

const HEADINGS: readonly ((index: number, heading: string) => string)[] = [
  (index, heading) => `${CHINESE[index] ?? ""}、${heading}`,
  (index, heading) => `（${CHINESE[index] ?? ""}）${heading}`,
  (index, heading) => `${CHINESE[index] ?? ""}、关于${DEPARTMENT}2020年${heading}的说明`,
  (index, heading) => `${CHINESE[index] ?? ""}、${heading}说明`,
];
const CHINESE = "一二三四五六七八九十";

/** The whole text of a budget in other words than those of `gouji draft`, with the figures of its tables. */
export function publishedText(
  tables: TextTables,
  lastYear: TextTables,
  choose: Chooser,
  sections: readonly PublishedSection[] = PUBLISHED,
): PublishedText {
  const writing: Writing = {
    choose,
    now: cellFinder(tables),
    last: cellFinder(lastYear),
    rows: itemsOf(tables),
    year: 2020,
    unit: choose.chance(0.85) ? "万元" : "元",
    isPlain: choose.chance(0.25),
    hasThousands: choose.chance(0.6),
    space: choose.chance(0.2) ? " " : "",
    percent: choose.pick(["%", "%", "%", "％"]),
    text: `2020年${DEPARTMENT}部门预算\n\n第三部分 2020年部门预算情况说明\n\n`,
    figures: [],
    reasons: [],
  };
  const headingOf = choose.pick(HEADINGS);
  const comma = choose.pick(["，", "，", "，", ","]);
  sections.forEach(({ heading, ways }, index) => {
    writing.text += `${headingOf(index, heading)}\n`;
    const told = ways.filter((one) => one.every((line) => isThere(line, writing)));
    const way = told.length > 0 ? choose.pick(told) : [];
    for (const line of way) {
      write(line.replaceAll("，", comma), writing, comma);
      writing.text += "\n";
    }
    writing.text += "\n";
  });
  const { text, figures, reasons, unit } = writing;
  return { text, figures, reasons, unit };
}

function itemsOf({ tables }: TextTables): Item[] {
  const names = new Map<string, string>();
  for (const { code, name } of tables.flatMap(({ rows }) => rows))
    if (/^2\d{2}(\d\d){0,2}$/.test(code) && !names.has(code)) names.set(code, name.trim());
  const levels = (code: string) => [3, 5, 7].filter((length) => length <= code.length);
  return [...names].map(([code, name]) => ({
    item: { system: "functional" as const, row: code },
    name,
    path: levels(code)
      .map((length, level) => `${names.get(code.slice(0, length)) ?? ""}（${"类款项"[level] ?? ""}）`)
      .join(""),
  }));
}

const MARK =
  /<(?<sign>[-±%@]|亿 )?(?<key>[^<>/]+)(?:\/(?<whole>[^<>]+))?>|\{(?<up>[^{}/ ]+)\/(?<down>[^{}/ ]+) (?<of>[^{}]+)\}|\{Δ (?<change>[^{}]+)\}|\{类 (?<classes>[^{}]+)\}|\{项 (?<items>[^{}]+)\}|\{(?<word>[YLDRU])\}/g;

/** Whether the tables have all a line speaks of; a rate needs something to be a rate of. */
function isThere(line: string, { now, last }: Writing): boolean {
  return [...line.matchAll(MARK)].every(({ groups = {} }) => {
    const { sign, key = groups["change"] } = groups;
    if (key === undefined) return true;
    const [one, before] = [now, last].map((finder) => amount(finder, key));
    return one !== undefined && before !== undefined && !(sign === "%" && before.isZero());
  });
}

function amount(finder: CellFinder, what: string, item?: NamedItem): Decimal | undefined {
  return finder.find(item ? { what, item } : { what })[0]?.value;
}

function put(writing: Writing, words: string, about: Omit<PublishedFigure, "from" | "to">): void {
  writing.text += writing.space;
  const from = writing.text.length;
  writing.text += words;
  writing.figures.push({ ...about, from, to: writing.text.length });
}

/** In 元, or 万元 to two decimals; plain texts leave zeros behind the point away. */
function money(value: Decimal, { unit, isPlain, hasThousands, space }: Writing): string {
  const own = printed(value, unit).times(unit === "元" ? 10_000 : 1);
  const digits = isPlain ? Math.min(own.decimalPlaces(), 2) : unit === "元" ? 0 : 2;
  const words = hasThousands ? formatAmount(own, digits) : own.toFixed(digits);
  return `${words}${space}${unit}`;
}

/** In 亿元 to two decimals, whatever the unit of the rest. */
function billions(value: Decimal, { space }: Writing): string {
  return `${value.dividedBy(10_000).toFixed(2)}${space}亿元`;
}

/** What the text prints: that is what its changes are worked out from. */
function printed(value: Decimal, unit: "万元" | "元"): Decimal {
  return roundToDecimals(value, unit === "元" ? 4 : 2);
}

function write(line: string, writing: Writing, comma: string): void {
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    writing.text += line.slice(at, match.index);
    at = match.index + match[0].length;
    const { sign = "", key, whole, up, down, of, change, classes, items, word } = match.groups ?? {};
    if (word) writing.text += wordOf(word, writing);
    else if (of !== undefined) writing.text += (deltaOf(of, writing).isNegative() ? down : up) ?? "";
    else if (change !== undefined) writeChange(change, writing, comma);
    else if (classes !== undefined) writeClasses(classes, writing, comma);
    else if (items !== undefined) writeItems(items, writing, comma);
    else if (key !== undefined) writeFigure(sign, key, whole, writing);
  }
  writing.text += line.slice(at);
}

function wordOf(word: string, { year, choose, unit }: Writing): string {
  if (word === "U") return unit;
  if (word === "Y") return String(year);
  if (word === "L") return String(year - 1);
  return word === "D" ? DEPARTMENT : choose.pick(REASONS);
}

function nowAndLast(key: string, { now, last, unit }: Writing): readonly [Decimal, Decimal] {
  const [one, other] = [amount(now, key), amount(last, key)];
  if (!one || !other) throw new Error(`no amount ${key}`);
  return [printed(one, unit), printed(other, unit)];
}

function deltaOf(key: string, writing: Writing): Decimal {
  const [one, other] = nowAndLast(key, writing);
  return one.minus(other);
}

function writeFigure(sign: string, key: string, whole: string | undefined, writing: Writing): void {
  const [value, before] = nowAndLast(key, writing);
  const year = sign === "-" ? "last" : "this";
  const percent = (ratio: Decimal) => `${formatAmount(ratio.abs().times(100))}${writing.percent}`;
  if (sign === "%") {
    const rate = value.minus(before).dividedBy(before);
    return put(writing, percent(rate), { key, quantity: "rate", year: "this" });
  }
  if (sign === "@") {
    const [all] = nowAndLast(whole ?? "", writing);
    const share = all.isZero() ? all : value.dividedBy(all);
    return put(writing, percent(share), { key, quantity: "share", year: "this" });
  }
  if (sign === "亿 ") return put(writing, billions(value, writing), { key, quantity: "amount", year });
  const own = sign === "±" ? value.minus(before).abs() : sign === "-" ? before : value;
  return put(writing, money(own, writing), { key, quantity: sign === "±" ? "change" : "amount", year });
}

function writeChange(key: string, writing: Writing, comma: string): void {
  const [value, before] = nowAndLast(key, writing);
  const isSame = value.equals(before);
  const ways = isSame ? NO_CHANGES : CHANGES.filter((one) => !before.isZero() || !one.includes("<%"));
  const clause = writing.choose.pick(ways).replaceAll("K", key).replaceAll("，", comma);
  const reason = /[，,。（](?=[^，,。（]*(?:原因|主要))[^{]*\{R\}/.exec(clause)?.[0];
  if (reason === undefined) return write(clause, writing, comma);
  write(clause.slice(0, clause.indexOf(reason)), writing, comma);
  const from = writing.text.length;
  write(reason, writing, comma);
  writing.reasons.push({ from, to: writing.text.length, after: writing.figures.length - 1 });
  write(clause.slice(clause.indexOf(reason) + reason.length), writing, comma);
}

function writeClasses(what: string, writing: Writing, comma: string): void {
  const all = amount(writing.now, what);
  const classes = writing.rows.flatMap(({ item, name }) => {
    const value = item.row.length === 3 ? amount(writing.now, what, item) : undefined;
    return value && !value.isZero() ? [{ item, name, value }] : [];
  });
  const style = writing.choose.below(3);
  classes.forEach(({ item, name, value }, index) => {
    const stem = name.replace(/支出$/, "");
    const written = style === 0 ? `${stem}（类）支出` : style === 1 ? name : `${stem}支出（类）`;
    writing.text += `${index === 0 ? "" : style === 1 ? comma : "；"}${written}`;
    put(writing, money(printed(value, writing.unit), writing), {
      key: `${what}#${item.row}`,
      quantity: "amount",
      year: "this",
    });
    if (style === 1 || !all) return;
    writing.text += `${comma}占`;
    const share = printed(value, writing.unit).dividedBy(printed(all, writing.unit)).times(100);
    put(writing, `${formatAmount(share)}${writing.percent}`, {
      key: `${what}#${item.row}`,
      quantity: "share",
      year: "this",
    });
  });
}

function writeItems(what: string, writing: Writing, comma: string): void {
  const items = writing.rows.flatMap(({ item, path }) => {
    const value = item.row.length === 7 ? amount(writing.now, what, item) : undefined;
    return value && !value.isZero() ? [{ item, path, value }] : [];
  });
  const words = writing.choose
    .pick([`{Y}年预算数为`, `支出`, `预算`, `{Y}年预算`, `预算支出`, `{Y}年安排`])
    .replace("{Y}", String(writing.year));
  items.slice(0, 8).forEach(({ item, path, value }, index) => {
    if (index > 0) writing.text += "\n";
    writing.text += `${index + 1}.${path}${words}`;
    put(writing, money(printed(value, writing.unit), writing), {
      key: `${what}#${item.row}`,
      quantity: "amount",
      year: "this",
    });
    writing.text += `${comma}主要用于相关工作。`;
  });
}
