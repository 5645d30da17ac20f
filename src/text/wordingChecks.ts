import { meaningName } from "./figure";
import type { TextFigure, TextReading } from "./figure";
import type { Paragraph } from "./paragraphs";
import { SECTIONS, isSkipped } from "./sections";
import type { TextFinding } from "./textFinding";

/** What the checks of wording look at. */
export interface Wording {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly reading: TextReading;
}

/** Everything about a text but its figures: reasons, left-overs, years, units, personal data, parts that lack. */
export function wordingFindings(wording: Wording): TextFinding[] {
  const { paragraphs } = wording;
  const spoken = spokenParagraphs(paragraphs);
  return [
    ...missingReasons(wording),
    ...found(wording, spoken, EMPTY_REASON, "text.reason.empty", "error"),
    ...found(wording, paragraphs, LEFT_OVER, "text.leftover", "error"),
    ...found(wording, paragraphs, PERSONAL, "text.personal", "warning"),
    ...found(wording, spoken, NO_UNIT, "text.unit.missing", "warning"),
    ...otherYears(wording, spoken),
    ...mixedUnits(wording),
    ...mixedOffices(wording, spoken),
    ...missingSections(wording),
  ];
}

/** Reasons that say nothing: none at all, or what is typed to get past a form. */
const EMPTY_REASON =
  /(?:主要)?原因(?:是|为|:|在于)(?:是|为|:)?(?=(?:1|无|略|同上|系统原因|详见附件|-+|\.{2,})?(?:[。;,]|$))|(?:主要)?是?由于(?=[。;]|$)/g;

/** A reason that 生成说明 has left to be written: told by its number and not as a mistake. */
const OPEN_REASON = /原因(?:是|为|:)*…+/g;

/** How many reasons the text still has to have written (……). */
export function openReasons(paragraphs: readonly Paragraph[]): number {
  const texts = spokenParagraphs(paragraphs).map(({ text }) => text);
  return texts.reduce((sum, text) => sum + [...text.matchAll(OPEN_REASON)].length, 0);
}

/** What a draft leaves behind. */
const LEFT_OVER =
  /[xX×]{2,}|[＊*]{2,}|PAGEREF\s*\S*|HYPERLINK|错误!未(?:找到引用源|定义书签)|#(?:REF|DIV\/0|VALUE|N\/A|NAME)[!?]?|\{[^{}]{1,12}\}|待(?:填写?|补充?|核实|定)(?=[^\u4e00-\u9fff]|$)|_{3,}/g;

/** Mobile telephone numbers and identity numbers. */
const PERSONAL =
  /(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dXx])/g;

/** An amount without its unit: 31,600.01，较上年… */
const NO_UNIT = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})(?=,(?!\d)|[。;、)比较增减占])/g;

/** Paragraphs of the parts that speak of this year's figures. */
function spokenParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  let skippedAt: number | undefined;
  return paragraphs.filter((one) => {
    if (one.kind === "heading") {
      const level = one.level ?? 1;
      if (skippedAt === undefined || level <= skippedAt)
        skippedAt = isSkipped(one.text, level) ? level : undefined;
    }
    return one.kind === "prose" && skippedAt === undefined;
  });
}

function found(
  { text }: Wording,
  paragraphs: readonly Paragraph[],
  pattern: RegExp,
  rule: string,
  severity: "error" | "warning",
): TextFinding[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(pattern)].map((match) => {
      const from = paragraph.places[match.index] ?? 0;
      const to = (paragraph.places[match.index + Math.max(match[0].length, 1) - 1] ?? from) + 1;
      return note({ rule, severity, from, to, quote: quoteAt(text, from, to), words: text.slice(from, to) });
    }),
  );
}

interface Note {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly words: string;
}

function note({ rule, severity, from, to, quote, words }: Note): TextFinding {
  return {
    severity,
    rule,
    message: { key: rule, args: { words } },
    quote,
    from,
    to,
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    suspects: [],
  };
}

/** The sentence around a place. */
function quoteAt(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf("。", from - 1), text.lastIndexOf("\n", from - 1)) + 1;
  const ends = ["。", "\n"].map((end) => text.indexOf(end, to)).filter((end) => end >= 0);
  return text.slice(start, Math.min(text.length, ...ends.map((end) => end + 1))).trim();
}

const REASON =
  /原因|由于|因为|主要[是系因为]|[,，。;；]因[\u4e00-\u9fff]{2}|[,，]系[\u4e00-\u9fff]|源于|归因/;

/** 增加 and 减少 need a reason before the text goes on to the next change; 持平 does not. */
function missingReasons({ text, reading, paragraphs }: Wording): TextFinding[] {
  const changes = reading.figures.filter(
    ({ quantity, value, meanings, isRemark }) =>
      (quantity === "change" || quantity === "rate") && !value.isZero() && meanings.length > 0 && !isRemark,
  );
  const groups = new Map<number | string, TextFigure[]>();
  for (const change of changes) {
    const [named] = change.meanings;
    const subject =
      change.subject ?? (named ? `${meaningName(named)} ${change.sentence.from}` : change.index);
    groups.set(subject, [...(groups.get(subject) ?? []), change]);
  }
  const ends = paragraphs.map(({ places }) => places.at(-1) ?? 0);
  const ordered = [...groups.values()].flatMap((group) => group.at(-1) ?? []);
  const scopes: ReasonScope[] = [];
  for (let at = ordered.length - 1; at >= 0; at--) {
    const [last, next] = [ordered[at] as TextFigure, ordered[at + 1]];
    const scope = reasonScopes(text, last, next, ends);
    // 支出增加…，其中基本支出增加…，项目支出减少…，主要是…: one reason behind changes with no amount between them.
    const isChained =
      next?.sentence.from === last.sentence.from &&
      !reading.figures.slice(last.index + 1, next.index).some(({ quantity }) => quantity === "amount");
    scopes[at] = isChained ? { ...scope, own: Math.max(scope.own, scopes[at + 1]?.own ?? 0) } : scope;
  }
  const hasReason = (last: TextFigure, end: number) =>
    REASON.test(text.slice(last.to, end).replace(/\s/g, ""));
  const own = ordered.filter((last, at) => hasReason(last, scopes[at]?.own ?? 0));
  const lasts = new Map(ordered.map((one) => [one.sentence.from, one]));
  const isEachOwn = own.length >= ordered.length * OWN_REASONS;
  return ordered.flatMap((last, at) => {
    const { own: narrow = 0, shared = 0 } = scopes[at] ?? {};
    const { sentence } = last;
    if (hasReason(last, isEachOwn ? narrow : shared) || isDivided(text, sentence)) return [];
    if (isShared(text, lasts.get(sentence.from))) return [];
    const quote = text.slice(last.sentence.from, last.sentence.to);
    return [
      note({
        rule: "text.reason.missing",
        severity: "warning",
        from: last.from,
        to: last.to,
        quote,
        words: last.text,
      }),
    ];
  });
}

/** 收入…增加…；支出…增加…，主要原因是…。: the only reason of a sentence stands behind all of its changes, and is that of all. */
function isShared(text: string, last: TextFigure | undefined): boolean {
  if (!last) return false;
  const { from, to } = last.sentence;
  const [before, behind] = [text.slice(from, last.to), text.slice(last.to, to)];
  return !REASON.test(before.replace(/\s/g, "")) && REASON.test(behind.replace(/\s/g, ""));
}

/**
 * 财政拨款支出预算…增加…，主要是…。财政拨款支出预算中，一般公共预算…增加…，政府性基金…减少…。: the sentence only divides an amount
 * whose change the one before has given a reason for, and gives none for any of its parts.
 */
function isDivided(text: string, { from, to }: TextFigure["sentence"]): boolean {
  const bare = (start: number, end: number) => text.slice(start, end).replace(/\s/g, "");
  const start = Math.max(text.lastIndexOf("\n", from - 1), text.lastIndexOf("。", from - 2)) + 1;
  return (
    /^[^，,。；;\d]{2,24}中[，,]/.test(bare(from, to)) &&
    !REASON.test(bare(from, to)) &&
    REASON.test(bare(start, from))
  );
}

/** A text that gives so many changes a reason of their own gives none together with others. */
const OWN_REASONS = 0.75;

/** How many paragraphs behind 其中： are its items: as many as 三公 has. */
const LISTED_PARAGRAPHS = 3;

/** How far a reason may stand. */
interface ReasonScope {
  readonly own: number;
  readonly shared: number;
}

/**
 * How far the reason of a change may stand: `own` to the sign before the next change, `shared` to the next sentence with
 * another one; both to the end of the paragraph at most.
 */
function reasonScopes(
  text: string,
  last: TextFigure,
  next: TextFigure | undefined,
  ends: readonly number[],
): ReasonScope {
  const at = ends.findIndex((end) => end >= last.to);
  const paragraph = ends[at] ?? last.sentence.to;
  // 其中： at the end: its items give the reasons.
  const isListed = /其中[:：]?\s*$/.test(text.slice(last.to, paragraph));
  const limit = isListed ? (ends[at + LISTED_PARAGRAPHS] ?? ends.at(-1) ?? paragraph) : paragraph;
  if (isListed || !next || next.from > limit) return { own: limit, shared: limit };
  const before = text.slice(last.to, next.from);
  const signs = [
    ...before.matchAll(/[；;。](?!\s*(?:[^，。；,;]{0,6}原因|主要[是系因]|[这系]?是?由于|因))/g),
  ];
  const sign = signs.at(-1)?.index ?? -1;
  const own = sign < 0 ? next.from : last.to + sign;
  return { own, shared: next.sentence.from <= last.sentence.from ? limit : next.sentence.from };
}

/** 2018年收入预算 in a text about 2020: left from an earlier year. */
function otherYears({ text, reading: { year } }: Wording, paragraphs: readonly Paragraph[]): TextFinding[] {
  if (year === undefined) return [];
  const pattern =
    /(?:^|[。;])(?:[一二三四五六七八九十]+、|\d{1,2}\.|\([^()]{1,3}\))?((?:19|20)\d{2})年度?[^,。;:《》]{0,24}?(?:预算|收入|支出|安排|经费)/g;
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(pattern)].flatMap((match) => {
      const named = match[1] ?? "";
      if (Number(named) === year || Number(named) === year - 1) return [];
      const at = match.index + match[0].indexOf(named);
      const from = paragraph.places[at] ?? 0;
      const to = (paragraph.places[at + 3] ?? from) + 1;
      return [
        note({
          rule: "text.year",
          severity: "warning",
          from,
          to,
          quote: quoteAt(text, from, to),
          words: named,
        }),
      ];
    }),
  );
}

/** 元 beside 万元 or 亿元 in one sentence; 亿元 beside 万元 is usual, and so is what one visit or vehicle costs in 元. */
function mixedUnits({ text, reading }: Wording): TextFinding[] {
  const bySentence = new Map<number, TextFigure[]>();
  for (const figure of reading.figures) {
    // 0元 is nothing in any unit.
    if (figure.unit === undefined || figure.value.isZero()) continue;
    bySentence.set(figure.sentence.from, [...(bySentence.get(figure.sentence.from) ?? []), figure]);
  }
  return [...bySentence.values()].flatMap((figures) => {
    const odd = figures.find(({ unit, meanings }) => unit === "元" && meanings.length > 0);
    if (!odd || figures.every(({ unit }) => unit === "元")) return [];
    const quote = text.slice(odd.sentence.from, odd.sentence.to);
    return [
      note({
        rule: "text.unit.mixed",
        severity: "warning",
        from: odd.from,
        to: odd.to,
        quote,
        words: odd.text,
      }),
    ];
  });
}

/** 本部门 and 本单位 in one text: one of them is left from another office's. */
function mixedOffices({ text }: Wording, paragraphs: readonly Paragraph[]): TextFinding[] {
  const places = (word: string) =>
    paragraphs.flatMap((paragraph) =>
      [...paragraph.text.matchAll(new RegExp(word, "g"))].map(({ index }) => paragraph.places[index] ?? 0),
    );
  const [departments, units] = [places("本部门"), places("本单位")];
  const [from] = departments.length < units.length ? departments : units;
  if (from === undefined || departments.length === 0 || units.length === 0) return [];
  const to = from + 3;
  return [
    note({
      rule: "text.office",
      severity: "warning",
      from,
      to,
      quote: quoteAt(text, from, to),
      words: text.slice(from, to),
    }),
  ];
}

/** A text that tells what the department does is meant to be whole; 编制说明 of figures alone is not. */
const WHOLE_TEXT = /职责|名词解释/;

/** Parts that a whole text must have; a pasted piece of one has too few headings to be asked. */
const FEWEST_SECTIONS = 5;

function missingSections({ paragraphs }: Wording): TextFinding[] {
  const headings = paragraphs.filter(({ kind }) => kind === "heading").map(({ text }) => text);
  const isWhole = headings.some((one) => /^第[一二三四五]部分/.test(one) || WHOLE_TEXT.test(one));
  const isThere = ({ heading }: (typeof SECTIONS)[number]) => headings.some((one) => heading.test(one));
  if (!isWhole || SECTIONS.filter(isThere).length < FEWEST_SECTIONS) return [];
  return SECTIONS.filter((kind) => kind.isRequired && !isThere(kind)).map(({ id }) =>
    note({ rule: `text.section.${id}`, severity: "warning", from: 0, to: 0, quote: "", words: "" }),
  );
}
