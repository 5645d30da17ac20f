import { inherited, isEmpty } from "./features";
import type { Meaning } from "./figure";
import { meaningsOf } from "./meanings";
import { add, unread } from "./noteFigure";
import type { NumberAt, Told } from "./noteFigure";
import { isAgainstLastYear } from "./phrase";
import type { Phrase } from "./phrase";
import { around, otherSubjectsOf } from "./reader";
import type { Reader } from "./reader";
import { isNamed, isSaid, shareOf } from "./shares";
import type { NumberToken } from "./tokens";

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

/** Takes money with a word of direction before it: what something changed by. */
export function takeChange(reader: Reader, at: NumberAt, phrase: Phrase, direction: 1 | -1): void {
  const told = changed(reader, at, phrase, { quantity: "change", sign: direction });
  add(reader, at, told);
  // 收、支总预算各增加…，增长…: what follows goes on about the same.
  if (told.subject !== undefined) reader.current = told.subject;
  else reader.before = phrase.features;
}

function changed(
  reader: Reader,
  { token }: NumberAt,
  phrase: Phrase,
  { quantity, sign }: { readonly quantity: "change" | "rate"; readonly sign: 1 | -1 },
): Told {
  const subject = subjectOf(reader, phrase);
  const about = subject === undefined ? undefined : reader.figures[subject];
  const untold = subject === undefined ? amountOutside(reader, phrase) : undefined;
  const isDoubled = token.value.isNegative() && sign < 0 && !phrase.roles.has("variation");
  const isSure = phrase.isUnderstood && !token.isMalformed && !isDoubled && token.unit !== "个百分点";
  const isTold = isSure && isAgainstLastYear(phrase, reader.year);
  return {
    ...unread(quantity),
    meanings: isTold ? (about?.meanings ?? untold ?? []) : [],
    subject,
    isRemark: untold !== undefined && isInReason(reader),
    doubt: untold && isInReason(reader) ? `figure ${reader.figures.length}` : undefined,
    otherSubjects: subject === undefined || !isEmpty(phrase.features) ? [] : otherSubjectsOf(reader, subject),
    base: phrase.base === "actual" ? "actual" : (reader.base ?? "budget"),
    sign,
  };
}

/** Whether a change belongs to a reason: behind a semicolon of a list the next item follows instead. */
function isInReason({ reasonStart, sign, open }: Reader): boolean {
  return reasonStart !== undefined && !(sign === ";" && open.at(-1)?.total !== undefined);
}

/** 其中：基本支出减少…: what changed is named, and its amount stands in the tables alone; undefined when it is not named. */
function amountOutside(reader: Reader, { features }: Phrase): Meaning[] | undefined {
  if (isEmpty(features)) return undefined;
  return meaningsOf({ own: features, whole: inherited(features, around(reader)) });
}

/** Takes a percentage: a rate where its words, or the change before it, say so; else a share. */
export function takePercent(reader: Reader, at: NumberAt, phrase: Phrase, direction: 1 | -1 | 0): void {
  const way = direction === 0 ? (variationOf(reader, at.token, phrase) ?? bareRate(reader, at)) : direction;
  if (way !== undefined) return add(reader, at, changed(reader, at, phrase, { quantity: "rate", sign: way }));
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

/** 较上年增加10.00万元（5.20%）: alone in brackets right behind a change. Gives the direction; undefined for anything else. */
function bareRate({ figures }: Reader, { token, phrase, next, paragraph }: NumberAt): 1 | -1 | undefined {
  const change = figures.at(-1);
  const before = paragraph.text[token.from - 1];
  const isAlone = phrase.length === 0 && before === "(" && next[0]?.text === ")";
  const isBehind = isAlone && change?.quantity === "change" && change.to === paragraph.places[token.from - 1];
  if (!isBehind || change.value.isZero()) return undefined;
  return change.value.isNegative() ? -1 : 1;
}
