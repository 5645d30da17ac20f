import { combined, inherited, isEmpty, isTopicWithin } from "./features";
import type { Features } from "./features";
import type { Meaning, TextFigure } from "./figure";
import { AMOUNT_UNITS } from "./lexicon";
import { meaningsOf } from "./meanings";
import type { Said } from "./meanings";
import { add, unread } from "./noteFigure";
import type { NumberAt } from "./noteFigure";
import { readPhrase } from "./phrase";
import type { Phrase } from "./phrase";
import { around, closeInnerLists, openList, otherSubjectsOf } from "./reader";
import { takeChange, takePercent } from "./readChanges";
import type { Reader } from "./reader";
import { isNamed } from "./shares";
import type { Token } from "./tokens";

/** Tells what a figure is by the words before it, and notes it in the reader. */
export function takeNumber(reader: Reader, at: NumberAt): void {
  const { token, next } = at;
  const read = readPhrase(at.phrase);
  const isMoney = (AMOUNT_UNITS as readonly string[]).includes(token.unit);
  const isPercent = token.unit === "%" || token.unit === "倍" || token.unit === "个百分点";
  if (read.roles.has("among")) openList(reader, undefined, false, readPhrase(beforeAmong(at.phrase)));
  const phrase = inPlace(reader, read);
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

/** The phrase as it is understood here: a word that needs something to be spoken of says nothing where that is not. */
function inPlace(reader: Reader, phrase: Phrase): Phrase {
  const { needs, end } = phrase;
  const isThere =
    needs === undefined ||
    around(reader).topic === needs ||
    (needs === "采购" && reader.figures.some(({ meanings }) => meanings[0]?.what === needs));
  if (isThere) return phrase;
  return { ...phrase, features: {}, isUnderstood: false, end: end && inPlace(reader, end) };
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

function takeCount(reader: Reader, at: NumberAt, phrase: Phrase): void {
  const { topic } = inherited(phrase.features, around(reader));
  const isCounted = topic === "车辆" || topic === "设备" || topic === "房屋";
  if (isCounted && phrase.features.topic === topic)
    add(reader, at, { ...unread("count"), meanings: [{ what: topic }] });
}

/** 货物、工程、服务分别为…、…、…: each figure by the name in its place, when there are as many names as figures. */
function openRespective(reader: Reader, at: NumberAt): void {
  const names = [...reader.names, ...joinedNames(at.phrase)];
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

/** 基本支出和项目支出分别为…: the names that 和 joins. */
function joinedNames(tokens: readonly Token[]): Phrase[] {
  const names: Token[][] = [[]];
  for (const token of tokens) {
    if (/^(?:和|与|及|以及)$/.test(token.text)) names.push([]);
    else names.at(-1)?.push(token);
  }
  return names.map((name) => readPhrase(name));
}

function takeAmount(reader: Reader, at: NumberAt, said: Phrase): void {
  if (said.roles.has("respective")) openRespective(reader, at);
  const named = reader.isRespective ? reader.respective.shift() : undefined;
  const phrase = named ? { ...named, roles: withoutRespective(said.roles) } : said;
  const { own, isCarried, isUnsure } = ownFeatures(reader, phrase);
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
  const told = isSure && !isCompared ? amountBy(reader, at, own) : nearAmount(reader, at, own, phrase);
  const figure = reader.figures.length;
  add(reader, at, {
    ...unread("amount"),
    ...told,
    doubt: told.doubt ?? (isUnsure ? `figure ${figure}` : undefined),
    year: isLast ? "last" : "this",
    isRemark: reader.isReason && isCarried,
  });
  reader.before = isLast ? told.said : undefined;
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

function amountBy(reader: Reader, at: NumberAt, own: Features): AmountTold {
  if (own.kind !== undefined) closeInnerLists(reader, own.kind);
  const surroundings = around(reader);
  const said = inherited(own, surroundings);
  const isMixed = own.topic === undefined && surroundings.topic !== undefined && !isEmpty(own);
  const isFirst = !isEmpty(own) || reader.amounts.length === 0;
  const alternative = alternativeOf(reader, said);
  const total = reader.open.at(-1)?.total;
  const isPart = total !== undefined && isTopicWithin(said.topic, reader.said.get(total)?.topic);
  const isReason = reader.reasonStart !== undefined && !isPart && !isListedReason(reader, at);
  return {
    said,
    meanings: !isMixed && isFirst ? [...meaningsIn(surroundings, { own, whole: said }), ...alternative] : [],
    doubt: isReason
      ? `reason ${reader.reasonStart}`
      : isOtherMoney(said)
        ? `figure ${reader.figures.length}`
        : undefined,
  };
}

/** 政府采购…其中：拟购买服务…: the purchases of services, or what is bought of others. */
function meaningsIn({ topic }: Features, said: Said): Meaning[] {
  const bought = said.own.topic === "购买服务" && topic === "采购" ? [{ what: "采购服务" }] : [];
  return [...bought, ...meaningsOf(said)];
}

/** 财政拨款支出预算…。按用途分：基本支出…: perhaps of the money that the paragraph is about. */
function alternativeOf({ main, said: known }: Reader, said: Features): Meaning[] {
  const fund = known.get(main ?? -1)?.fund;
  if (fund === undefined || said.fund !== undefined || said.topic !== undefined) return [];
  return meaningsOf({ own: said, whole: { ...said, fund } });
}

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
  if (!isNear) return { ...amountBy(reader, at, own), meanings: [], doubt: undefined };
  const told = amountBy(reader, at, end.features);
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

/** What a figure is said to be, and whether words before its clause say it; unsure when those were not all understood. */
interface OwnWords {
  readonly own: Features;
  readonly isCarried: boolean;
  readonly isUnsure: boolean;
}

/** The words of the clause, or of the one before when this one only says 安排 or 共, or what the paragraph is labelled. */
function ownFeatures(reader: Reader, { features, roles }: Phrase): OwnWords {
  const { carried, label, amounts, sign, before } = reader;
  const own = { own: features, isCarried: false, isUnsure: false };
  if (roles.has("reach")) return { ...own, own: isEmpty(features) ? (before ?? features) : features };
  // 基本支出：1,033.38万元；项目支出：…: a colon names the figure behind it, whatever was spoken of before.
  if (!isEmpty(features) || (amounts.length > 0 && sign !== ":")) return own;
  const clause = carried && !carried.roles.has("compare") ? carried : undefined;
  const near =
    clause?.isUnderstood === false && clause.end && !isEmpty(clause.end.features) ? clause.end : clause;
  const words = near && !isEmpty(near.features) ? near : label;
  if (!words) return own;
  const isUnsure = words !== label && clause?.isUnderstood === false;
  return { own: combined(words.features, features) ?? features, isCarried: words !== label, isUnsure };
}
