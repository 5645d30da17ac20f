import type { Decimal } from "../amounts/decimal";
import type { AmountUnit } from "../amounts/unit";
import { combined, inherited, isEmpty, isTopicWithin } from "./features";
import type { Features } from "./features";
import type { Quantity, TextFigure } from "./figure";
import { AMOUNT_UNITS } from "./lexicon";
import { meaningsOf } from "./meanings";
import type { Paragraph } from "./paragraphs";
import { readPhrase } from "./phrase";
import type { Phrase } from "./phrase";
import { around, closeInnerLists, openList, otherSubjectsOf } from "./reader";
import type { Reader } from "./reader";
import { isNamed, isSaid, shareOf } from "./shares";
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

/** Tells what a figure is by the words before it, and notes it in the reader. */
export function takeNumber(reader: Reader, at: NumberAt): void {
  const { token, next } = at;
  const phrase = readPhrase(at.phrase);
  const isMoney = (AMOUNT_UNITS as readonly string[]).includes(token.unit);
  const isPercent = token.unit === "%" || token.unit === "倍" || token.unit === "个百分点";
  if (phrase.roles.has("among")) openList(reader, undefined, false, readPhrase(beforeAmong(at.phrase)));
  if (!isMoney && !isPercent) return takeCount(reader, at, phrase);
  const isThreshold = phrase.roles.has("limit") || isLimit(next[0]);
  if (isThreshold) return undefined;
  const direction = phrase.roles.has("up") ? 1 : phrase.roles.has("down") ? -1 : 0;
  const isBoth = phrase.roles.has("up") && phrase.roles.has("down");
  if (!isMoney) return isBoth ? add(reader, at, unread("rate")) : takePercent(reader, at, phrase, direction);
  if (direction !== 0)
    return isBoth ? add(reader, at, unread("change")) : takeChange(reader, at, phrase, direction);
  return takeAmount(reader, at, phrase);
}

/** 其中办公费10万元，印刷费…: what stands before 其中 is of the list, what stands behind it only of its first item. */
function beforeAmong(tokens: readonly Token[]): readonly Token[] {
  return tokens.slice(
    0,
    tokens.findIndex((token) => token.kind === "term" && token.term.role === "among"),
  );
}

function isLimit(token: Token | undefined): boolean {
  return token?.kind === "term" && token.term.role === "limit";
}

/** What the grammar says of a figure, apart from where it stands. */
type Told = Pick<
  TextFigure,
  "quantity" | "meanings" | "year" | "base" | "subject" | "otherSubjects" | "doubt" | "whole" | "isRemark"
> & { readonly sign?: 1 | -1 };

function unread(quantity: Quantity): Told {
  return {
    quantity,
    meanings: [],
    year: "this",
    base: "budget",
    subject: undefined,
    otherSubjects: [],
    doubt: undefined,
    whole: undefined,
    isRemark: false,
  };
}

function takeCount(reader: Reader, at: NumberAt, phrase: Phrase): void {
  const { topic } = inherited(phrase.features, around(reader));
  const isCounted = topic === "车辆" || topic === "设备" || topic === "房屋";
  if (isCounted && phrase.features.topic === topic)
    add(reader, at, { ...unread("count"), meanings: [{ what: topic }] });
}

/** 货物、工程、服务分别为…、…、…: each figure by the name in its place, when there are as many names as figures. */
function openRespective(reader: Reader, at: NumberAt, phrase: Phrase): void {
  const names = [...reader.names, phrase];
  const further: Token[] = [];
  for (const token of at.next) {
    if (token.kind === "number") further.push(token);
    else if (!/^[、,和及与]$/.test(token.text)) break;
  }
  const isClear =
    names.length === further.length + 1 &&
    names.every((name) => name.isUnderstood && !isEmpty(name.features));
  reader.respective = isClear ? [...names] : [];
}

function takeAmount(reader: Reader, at: NumberAt, said: Phrase): void {
  if (said.roles.has("respective")) openRespective(reader, at, said);
  const named = reader.isRespective ? reader.respective.shift() : undefined;
  const phrase = named ? { ...named, roles: withoutRespective(said.roles) } : said;
  const { own, isCarried } = ownFeatures(reader, phrase);
  const isLast =
    phrase.roles.has("lastYear") || (reader.year !== undefined && phrase.years.has(reader.year - 1));
  const isCompared = phrase.roles.has("compare");
  const isSure = isSureOf(reader, at, phrase) && (!reader.isRespective || named !== undefined);
  if ((isCompared || (isLast && isEmpty(own))) && reader.current !== undefined) {
    const about = reader.figures[reader.current];
    const isSame = isEmpty(phrase.features) || isNamed(phrase.features, reader.said.get(reader.current));
    return add(reader, at, {
      ...unread("amount"),
      meanings: isSure && isSame && about ? about.meanings : [],
      year: "last",
      base: phrase.base,
      subject: reader.current,
      otherSubjects: isEmpty(phrase.features) ? otherSubjectsOf(reader, reader.current) : [],
    });
  }
  const told =
    isSure && !isCompared ? amountBy(reader, at, own, phrase) : nearAmount(reader, at, own, phrase);
  const figure = reader.figures.length;
  add(reader, at, {
    ...unread("amount"),
    ...told,
    year: isLast ? "last" : "this",
    isRemark: reader.isReason && isCarried,
  });
  if (isLast) return undefined;
  reader.current = figure;
  reader.amounts.push(figure);
  reader.foreign = undefined;
  reader.beside = [];
  reader.said.set(figure, told.said);
  if (reader.open.length === 0 && reader.main === undefined) reader.main = figure;
  reader.open.at(-1)?.items.push(figure);
  return undefined;
}

/** Every word was understood, no year but this and the last, and the number is written as numbers are. */
function isSureOf({ year }: Reader, { token }: NumberAt, { isUnderstood, roles, years }: Phrase): boolean {
  const areKnown = [...years].every((named) => year !== undefined && (named === year || named === year - 1));
  return isUnderstood && areKnown && !token.isMalformed && !roles.has("share");
}

/** What an amount is said to be: by its own words, and by those it inherits. */
type AmountTold = Pick<TextFigure, "meanings" | "doubt"> & { readonly said: Features };

function amountBy(reader: Reader, at: NumberAt, own: Features, phrase: Phrase): AmountTold {
  if (own.kind !== undefined) closeInnerLists(reader, own.kind);
  const surroundings = around(reader);
  const said = inherited(own, surroundings);
  const isPurchase =
    !phrase.needsPurchases ||
    surroundings.topic === "采购" ||
    reader.figures.some(({ meanings }) => meanings[0]?.what === "采购");
  const isMixed = own.topic === undefined && surroundings.topic !== undefined && !isEmpty(own);
  const isFirst = !isEmpty(own) || reader.amounts.length === 0;
  const total = reader.open.at(-1)?.total;
  const isPart = total !== undefined && isTopicWithin(said.topic, reader.said.get(total)?.topic);
  const isReason = reader.reasonStart !== undefined && !isPart && !isListedReason(reader, at);
  return {
    said,
    meanings: isPurchase && !isMixed && isFirst ? meaningsOf({ own, whole: said }) : [],
    doubt: isReason
      ? `reason ${reader.reasonStart}`
      : isOtherMoney(said)
        ? `figure ${reader.figures.length}`
        : undefined,
  };
}

const NOTHING_SAID = readPhrase([]);

/** 工资福利支出 of all money, or with projects, is not that of the table by economic classes, which has the general budget's basic part. */
function isOtherMoney({ items, fund, kind }: Features): boolean {
  const isEconomic = items?.[0]?.system === "economic";
  return isEconomic && !(fund === "一般公共预算" && kind === "基本支出");
}

/** 用于人员和日常公用方面的基本支出: only the words next to the figure are known. */
function nearAmount(reader: Reader, at: NumberAt, own: Features, { end }: Phrase): AmountTold {
  const isNear =
    end !== undefined &&
    !isEmpty(end.features) &&
    !reader.isRespective &&
    isSureOf(reader, at, end) &&
    !end.roles.has("compare") &&
    !end.roles.has("lastYear");
  if (!isNear) return { ...amountBy(reader, at, own, NOTHING_SAID), meanings: [], doubt: undefined };
  const told = amountBy(reader, at, end.features, end);
  return { ...told, doubt: told.doubt ?? `figure ${reader.figures.length}` };
}

function withoutRespective(roles: Phrase["roles"]): Phrase["roles"] {
  return new Set([...roles].filter((role) => role !== "respective"));
}

/**
 * 主要原因是：一、基本支出预算…，较上年增加…: an amount in a reason is the table's when it is an item, or compared. A semicolon
 * in a list ends the reason of one item, and the next item follows.
 */
function isListedReason({ sign: before, open }: Reader, { phrase, next }: NumberAt): boolean {
  if (before === ";" && open.at(-1)?.total !== undefined) return true;
  const [sign, word] = next;
  const isCompared = word?.kind === "term" && word.term.role === "compare" && sign?.text === ",";
  return isCompared || phrase.some(({ kind }) => kind === "numbering");
}

/** The words of the clause, or of the one before when this one only says 安排 or 共. */
function ownFeatures(
  reader: Reader,
  phrase: Phrase,
): { readonly own: Features; readonly isCarried: boolean } {
  const { carried } = reader;
  if (!isEmpty(phrase.features) || !carried || carried.roles.has("compare"))
    return { own: phrase.features, isCarried: false };
  if (!carried.isUnderstood || reader.amounts.length > 0) return { own: phrase.features, isCarried: false };
  return { own: combined(carried.features, phrase.features) ?? phrase.features, isCarried: true };
}

/**
 * The amount a change or rate is said of: one named in the phrase itself or in the clause before, or the one spoken of last.
 * A reason speaks of changes of its own: there only amounts that stand in the reason count.
 */
function subjectOf(reader: Reader, phrase: Phrase): number | undefined {
  const { foreign } = reader;
  const words = isEmpty(phrase.features) && foreign ? foreign.features : phrase.features;
  if (isEmpty(phrase.features) && foreign && !foreign.isUnderstood) return undefined;
  const isAsked = (figure: number | undefined) =>
    figure !== undefined && isNamed(words, reader.said.get(figure));
  const section = reader.figures.slice(reader.sectionStart).filter(({ index }) => reader.said.has(index));
  const places = [
    reader.current,
    ...reader.amounts.toReversed(),
    ...reader.previous.toReversed(),
    ...section.map(({ index }) => index).toReversed(),
  ];
  const found = isEmpty(words)
    ? reader.current
    : (places.find((one) => one !== undefined && isSaid(words, reader.said.get(one))) ??
      places.slice(0, 1 + reader.amounts.length + reader.previous.length).find(isAsked));
  const isOutside = reader.reasonStart !== undefined && found !== undefined && found < reader.reasonStart;
  return isOutside ? undefined : found;
}

function takeChange(reader: Reader, at: NumberAt, phrase: Phrase, direction: 1 | -1): void {
  const told = changed(reader, at.token, phrase, "change", direction);
  add(reader, at, told);
  // 收、支总预算各增加…，增长…: what follows goes on about the same.
  if (told.subject !== undefined) reader.current = told.subject;
}

function changed(
  reader: Reader,
  token: NumberToken,
  phrase: Phrase,
  quantity: "change" | "rate",
  sign: 1 | -1,
): Told {
  const subject = subjectOf(reader, phrase);
  const about = subject === undefined ? undefined : reader.figures[subject];
  const isDoubled = token.value.isNegative() && sign < 0 && !phrase.roles.has("variation");
  const isSure =
    phrase.isUnderstood &&
    !token.isMalformed &&
    !isDoubled &&
    token.unit !== "倍" &&
    token.unit !== "个百分点";
  const otherYears = [...phrase.years].some((year) => reader.year === undefined || year !== reader.year - 1);
  return {
    ...unread(quantity),
    meanings: isSure && !otherYears && about ? about.meanings : [],
    subject,
    otherSubjects: subject === undefined || !isEmpty(phrase.features) ? [] : otherSubjectsOf(reader, subject),
    base: phrase.base === "actual" ? "actual" : (reader.base ?? "budget"),
    sign,
  };
}

function takePercent(reader: Reader, at: NumberAt, phrase: Phrase, direction: 1 | -1 | 0): void {
  const way = direction === 0 ? variationOf(reader, at.token, phrase) : direction;
  if (way !== undefined) return add(reader, at, changed(reader, at.token, phrase, "rate", way));
  if (phrase.roles.has("variation")) return add(reader, at, unread("rate"));
  return add(reader, at, { ...unread("share"), ...shareOf(reader, at, phrase) });
}

/** 变动幅度为-5.2%: the sign tells the direction, else the change told before of the same amount. */
function variationOf(
  { figures, current }: Reader,
  { text }: NumberToken,
  { roles }: Phrase,
): 1 | -1 | undefined {
  if (!roles.has("variation")) return undefined;
  if (/^[-+]/.test(text)) return text.startsWith("-") ? -1 : 1;
  const change = figures.findLast(({ quantity, subject }) => quantity === "change" && subject === current);
  return change && !change.value.isZero() ? (change.value.isNegative() ? -1 : 1) : undefined;
}

function add(reader: Reader, { token, paragraph, sentence }: NumberAt, told: Told): undefined {
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
