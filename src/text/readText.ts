import { combined, isEmpty, withoutScope } from "./features";
import type { Features } from "./features";
import type { TextReading } from "./figure";
import type { Paragraph } from "./paragraphs";
import { readPhrase } from "./phrase";
import type { Phrase } from "./phrase";
import { takeNumber } from "./readNumbers";
import { closeInnerLists, closeLists, openList, otherSubjectsOf } from "./reader";
import type { Reader } from "./reader";
import { isSkipped } from "./sections";
import { readTableRows } from "./tableRows";
import { tokensOf } from "./tokens";
import type { Token, WordIndex } from "./tokens";

/**
 * Reads the figures of a text: what each is, of which year, and what it is said of. Words carry on from heading to
 * paragraph and from clause to clause as a reader carries them on; a figure with a word beside it that is not known is left
 * without a meaning.
 * @param words lexicon and names of rows, units and projects (indexWords)
 * @param year the text is about, when the tables or the text say so
 */
export function readText(
  paragraphs: readonly Paragraph[],
  words: WordIndex,
  year: number | undefined,
): TextReading {
  const reader: Reader = {
    words,
    year,
    figures: [],
    said: new Map(),
    lists: [],
    level: [],
    headings: [],
    sectionStart: 0,
    open: [],
    main: undefined,
    current: undefined,
    beside: [],
    amounts: [],
    previous: [],
    label: undefined,
    listed: undefined,
    carried: undefined,
    isReason: false,
    sign: "",
    isPurpose: false,
    isNaming: false,
    reasonStart: undefined,
    foreign: undefined,
    isRespective: false,
    names: [],
    respective: [],
    before: undefined,
    base: undefined,
  };
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.kind === "heading") return enter(reader, paragraph);
    if (reader.headings.some((heading) => heading.isSkipped)) return undefined;
    if (paragraph.kind === "prose") return readParagraph(reader, paragraph);
    const isFirst = paragraphs[index - 1]?.kind !== "row";
    if (isFirst)
      readTableRows(paragraphs.slice(index, lastRow(paragraphs, index)), reader.words, reader.figures);
    return undefined;
  });
  closeLists(reader, 0);
  return { figures: reader.figures, lists: reader.lists, level: reader.level, year };
}

function lastRow(paragraphs: readonly Paragraph[], start: number): number {
  const end = paragraphs.findIndex((one, index) => index >= start && one.kind !== "row");
  return end < 0 ? paragraphs.length : end;
}

function enter(reader: Reader, paragraph: Paragraph): void {
  const level = paragraph.level ?? 1;
  closeLists(reader, 0);
  if (level <= 1) reader.sectionStart = reader.figures.length;
  reader.headings = reader.headings.filter((heading) => heading.level < level);
  reader.headings.push({
    level,
    features: looseFeatures(tokensOf(paragraph, reader.words)),
    isSkipped: isSkipped(paragraph.text, level),
  });
  reader.main = undefined;
  reader.current = undefined;
  reader.listed = undefined;
}

/** A heading need not be understood word by word: what it does say narrows what follows. */
function looseFeatures(tokens: readonly Token[]): Features {
  let features: Features = {};
  for (const token of tokens) {
    if (token.kind === "term" && token.term.role === "subject")
      features = combined(features, token.term.features) ?? {};
  }
  return withoutScope(features);
}

function readParagraph(reader: Reader, paragraph: Paragraph): void {
  const tokens = withoutAsides(tokensOf(paragraph, reader.words));
  if (reader.open.length === 0 && !isComparison(tokens)) {
    reader.main = undefined;
    reader.current = undefined;
  }
  reader.label = undefined;
  startSentence(reader);
  let phrase: Token[] = [];
  let sentence = sentenceAt(tokens, 0, paragraph);
  tokens.forEach((token, at) => {
    if (token.kind === "number") {
      takeNumber(reader, { token, phrase, next: tokens.slice(at + 1), paragraph, sentence });
      phrase = [];
    } else if (token.kind === "punctuation") {
      phrase = takeSign(reader, token.text, phrase, tokens, at);
      if (/[。!?]/.test(token.text)) sentence = sentenceAt(tokens, at + 1, paragraph);
    } else {
      phrase.push(token);
      takeWord(reader, token, phrase, paragraph, sentence);
    }
  });
}

/** (公务接待、公务用车): what brackets list without figures is a word that nothing is known of. */
function withoutAsides(tokens: readonly Token[]): Token[] {
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const close = token.text === "(" ? tokens.findIndex(({ text }, place) => place > at && text === ")") : -1;
    const inside = tokens.slice(at + 1, Math.max(close, at + 1));
    const isList =
      inside.some(({ kind }) => kind === "punctuation") && !inside.some(({ kind }) => kind === "number");
    if (isList) {
      left.push({ kind: "unknown", from: token.from, to: tokens[close]?.to ?? token.to, text: "()" });
      at = close;
    } else left.push(token);
  }
  return left;
}

/** 与上年相比减少…: goes on about what the paragraph before was about. */
function isComparison(tokens: readonly Token[]): boolean {
  const [first, second] = tokens.filter(({ kind }) => kind !== "numbering");
  const isYear = first?.kind === "term" && first.text === "与" && second?.kind === "year";
  return isYear || (first?.kind === "term" && first.term.role === "compare");
}

function startSentence(reader: Reader): void {
  reader.previous = reader.amounts;
  reader.amounts = [];
  reader.carried = undefined;
  reader.isReason = false;
  reader.isPurpose = false;
  reader.isNaming = false;
  reader.reasonStart = undefined;
  reader.foreign = undefined;
  reader.isRespective = false;
  reader.names = [];
  reader.respective = [];
  reader.before = undefined;
  reader.base = undefined;
}

/** From the token at `start` to the next full stop, as places of the whole text. */
function sentenceAt(
  tokens: readonly Token[],
  start: number,
  { places }: Paragraph,
): { from: number; to: number } {
  const end = tokens.findIndex(
    (token, at) => at >= start && token.kind === "punctuation" && /[。!?]/.test(token.text),
  );
  const last = end < 0 ? tokens.at(-1) : tokens[end];
  const from = places[tokens[start]?.from ?? 0] ?? 0;
  return { from, to: (places[(last?.to ?? 1) - 1] ?? from) + 1 };
}

function takeWord(
  reader: Reader,
  token: Token,
  phrase: readonly Token[],
  { places }: Paragraph,
  sentence: { readonly from: number; readonly to: number },
): void {
  if (token.kind !== "term") return;
  const { role } = token.term;
  if (role === "reason") {
    reader.isReason = true;
    reader.reasonStart ??= reader.figures.length;
  }
  if (role === "purpose" && phrase[0] === token) reader.isPurpose = true;
  if (role === "respective") reader.isRespective = true;
  if (role === "compare") reader.base = token.term.role === "compare" ? token.term.base : undefined;
  const isCompared = phrase.some((one) => one.kind === "term" && one.term.role === "compare");
  const isPlain = readPhrase(phrase.slice(0, -1)).isUnderstood && !phrase.some(({ text }) => text === "基本");
  if (
    role === "level" &&
    token.text !== "基本持平" &&
    isCompared &&
    isPlain &&
    reader.current !== undefined
  ) {
    const from = places[phrase[0]?.from ?? token.from] ?? 0;
    const otherSubjects = otherSubjectsOf(reader, reader.current);
    reader.level.push({
      subject: reader.current,
      otherSubjects,
      from,
      to: places[token.to] ?? from,
      sentence,
    });
  }
}

/** Gives the words that go on behind the sign. */
function takeSign(
  reader: Reader,
  sign: string,
  phrase: readonly Token[],
  tokens: readonly Token[],
  at: number,
): Token[] {
  const before = tokens[at - 1];
  if (sign === "(") {
    if (!hasFigure(tokens, at)) return [...phrase];
    const total = before?.kind === "number" ? reader.current : undefined;
    openList(reader, total, true, readPhrase(phrase));
    return [];
  }
  if (sign === ")") {
    const list = reader.open.findLastIndex(({ isBracket }) => isBracket);
    if (list < 0) return [...phrase];
    reader.current = reader.open[list]?.outer;
    closeLists(reader, list);
    return [];
  }
  if (/[-/~ <>《》\t]/.test(sign)) return [...phrase, { kind: "unknown", from: 0, to: 0, text: sign }];
  endClause(reader, phrase, sign);
  reader.sign = sign;
  if (/[。!?]/.test(sign)) {
    reader.label = labelOf(tokens, at) ?? reader.label;
    if (!isLastOpen(tokens, at)) endSentence(reader);
    startSentence(reader);
  }
  if (sign === ";") closeInnerLists(reader, undefined);
  if (sign === ";" && reader.open.length > 0 && reader.open.at(-1)?.isBracket !== true)
    reader.current = undefined;
  return [];
}

/**
 * What the next sentence goes on about when it names nothing: what a list belongs to, not its last item; nothing where two
 * amounts stood side by side.
 */
function endSentence(reader: Reader): void {
  const [list] = reader.open;
  const listed = new Set(reader.open.flatMap(({ items }) => items));
  const inLists = new Set(reader.lists.flatMap(({ items }) => items));
  const alone = reader.amounts.filter((figure) => !listed.has(figure) && !inLists.has(figure));
  if (list?.total !== undefined) reader.current = list.total;
  else if (alone.length > 1) reader.current = undefined;
  else if (alone.length === 1) reader.current = alone[0];
  reader.beside = reader.open.flatMap(({ items }) => items.slice(-1));
  closeLists(reader, 0);
}

/** 1.公务接待费。: a sentence that only names something; undefined when it says anything else. */
function labelOf(tokens: readonly Token[], end: number): Phrase | undefined {
  let start = end;
  while (start > 0 && !/^[。!?]$/.test(tokens[start - 1]?.text ?? "")) start--;
  const words = tokens.slice(start, end);
  const phrase = readPhrase(words);
  const isName = words.every(({ kind }) => kind === "term" || kind === "numbering" || kind === "year");
  const isBare = [...phrase.roles].every((role) => role === "subject" || role === "noise");
  return isName && isBare && phrase.isUnderstood && !isEmpty(phrase.features) ? phrase : undefined;
}

/** 其中：at the end of a paragraph: its list goes on in the next ones. */
function isLastOpen(tokens: readonly Token[], at: number): boolean {
  return at === tokens.length - 1 && tokens[at]?.text === ":";
}

function hasFigure(tokens: readonly Token[], open: number): boolean {
  const close = tokens.findIndex((token, at) => at > open && token.text === ")");
  return tokens.slice(open, close < 0 ? undefined : close).some(({ kind }) => kind === "number");
}

function endClause(reader: Reader, tokens: readonly Token[], sign: string): void {
  if (reader.isPurpose) {
    reader.isPurpose = sign === "、";
    return;
  }
  if (tokens.length === 0) return;
  if (isViewpoint(tokens)) return;
  const phrase = readPhrase(tokens);
  const isNaming = isPartsNamed(tokens, sign) || (reader.isNaming && reader.sign === "、");
  if (!isNaming && (!phrase.isUnderstood || !isEmpty(phrase.features))) reader.foreign = phrase;
  reader.isNaming = isNaming;
  if (phrase.roles.has("among")) {
    const at = tokens.findIndex((token) => token.kind === "term" && token.term.role === "among");
    const item = readPhrase(tokens.slice(at + 1));
    openList(reader, undefined, false, readPhrase(tokens.slice(0, at)));
    if (sign === ":") reader.listed = reader.open.at(-1)?.total;
    // 其中基本支出：1,033.38万元: what stands behind 其中 is its first item.
    if (!isEmpty(item.features)) reader.carried = item;
  } else if (
    sign === ":" &&
    phrase.isUnderstood &&
    !phrase.roles.has("reason") &&
    !isEmpty(phrase.features)
  ) {
    reader.carried = phrase;
  } else if (sign === "、") reader.names.push(phrase);
  else {
    reader.names = [];
    reader.carried = phrase;
  }
}

/** 基本支出…，主要包括工资、津贴和办公费，较上年增加…: names parts, and what follows goes on about the whole. */
function isPartsNamed(tokens: readonly Token[], sign: string): boolean {
  const names = (token: Token) =>
    token.kind === "term" && token.term.role === "among" && /包[括含]/.test(token.text);
  return /[、,]/.test(sign) && tokens.some(names);
}

/** 按采购类型分，从收入来源看，: by what the money is told apart, and nothing of the money itself. */
function isViewpoint(tokens: readonly Token[]): boolean {
  const words = tokens
    .filter(({ kind }) => kind !== "numbering")
    .map(({ text }) => text)
    .join("");
  return /^(?:从|按|按照|依|根据)[^,。]{1,16}?(?:分|划分|分类|区分|来?看|构成看)$/.test(words);
}
