import { inherited, isEmpty, withoutScope } from "./features";
import type { Features } from "./features";
import type { LevelClaim, TextFigure, TextList } from "./figure";
import type { Phrase } from "./phrase";
import type { WordIndex } from "./tokens";

/** An open list of parts: what it follows, and the words its items inherit. */
export interface OpenList {
  readonly total: number | undefined;
  readonly features: Features;
  readonly items: number[];
  /** Opened by a bracket: closes with it. */
  readonly isBracket: boolean;
  /** The amount spoken of before the bracket. */
  readonly outer: number | undefined;
}

export interface Heading {
  readonly level: number;
  readonly features: Features;
  readonly isSkipped: boolean;
}

/** Where the reading stands. */
export interface Reader {
  readonly words: WordIndex;
  readonly year: number | undefined;
  readonly figures: TextFigure[];
  readonly said: Map<number, Features>;
  readonly lists: TextList[];
  readonly level: LevelClaim[];
  headings: Heading[];
  /** How many figures there were at the last heading of the first order. */
  sectionStart: number;
  open: OpenList[];
  /** First amount of the paragraph: what 其中 behind a full stop goes back to. */
  main: number | undefined;
  /** The amount that changes, rates and shares are said of. */
  current: number | undefined;
  /** What else the next sentence may go on about: the last item of a list that ended with the sentence. */
  beside: readonly number[];
  /** Amounts of this sentence. */
  amounts: number[];
  /** Amounts of the sentence before. */
  previous: readonly number[];
  /** What the paragraph says it is about in a sentence of its own: 1.公务接待费。2020年预算数…. */
  label: Phrase | undefined;
  /** The amount that the last list opened at the end of a paragraph is of; its items stand in paragraphs of their own. */
  listed: number | undefined;
  /** Words of clauses of this sentence that have no figure. */
  carried: Phrase | undefined;
  isReason: boolean;
  /** The sign before this clause. */
  sign: string;
  /** 主要用于…、…: the clause says what money is for, and changes nothing of what is spoken of. */
  isPurpose: boolean;
  /** 包括…、…: the clause before names parts without figures, and 、 goes on with them. */
  isNaming: boolean;
  /** How many figures there were when the sentence came to its reason. */
  reasonStart: number | undefined;
  /** A clause behind the last amount that has words of its own, and no figure: what follows may be said of that. */
  foreign: Phrase | undefined;
  /** 货物、工程、服务分别为…: which figure is whose is told by their order alone. */
  isRespective: boolean;
  /** Names joined by 、 before 分别为, and those still to be given a figure. */
  names: Phrase[];
  respective: Phrase[];
  /** What this sentence has said of last year, or of a change, without this year's amount: 由上年的23.65万元下降到…. */
  before: Features | undefined;
  /** Whether the sentence has spoken of a comparison, and with what. */
  base: "budget" | "actual" | undefined;
}

/** The words that a figure inherits: those of the open list, else those of the headings above. */
export function around(reader: Reader): Features {
  const list = reader.open.at(-1);
  if (list) return list.features;
  return reader.headings.reduce<Features>((all, { features }) => {
    if (features.topic !== undefined) return features;
    return isEmpty(features) ? all : { ...withoutTopic(all), ...features };
  }, {});
}

function withoutTopic({ topic, ...rest }: Features): Features {
  return topic === undefined ? rest : {};
}

/** Opens a list of parts behind 其中 or inside a bracket; one that is open ends. */
export function openList(
  reader: Reader,
  total: number | undefined,
  isBracket: boolean,
  phrase: Phrase,
): void {
  const outer = reader.current;
  const parent = total ?? (isBracket ? undefined : listTotal(reader));
  const above = parent === undefined ? around(reader) : (reader.said.get(parent) ?? around(reader));
  const kind = above.topic === undefined && phrase.features.topic === undefined ? above.kind : undefined;
  const features = withoutScope({ ...(kind && { kind }), ...inherited(phrase.features, above) });
  // 其中 inside 其中: a list of one item's parts, within the other; a second list of the same total ends the first.
  const isWithin = parent !== undefined && reader.open.at(-1)?.items.at(-1) === parent;
  if (!isBracket && !isWithin) closeLists(reader, reader.open.findLastIndex((one) => one.isBracket) + 1);
  reader.open.push({ total: parent, features, items: [], isBracket, outer });
}

/** What 其中 follows: the amount just spoken of, or the paragraph's main one when a sentence begins with it. */
function listTotal({ current, amounts, main }: Reader): number | undefined {
  return amounts.length === 0 ? main : current;
}

/** Ends the lists from this one on; those with several items are kept. */
export function closeLists(reader: Reader, from: number): void {
  for (const { total, items } of reader.open.splice(Math.max(from, 0))) {
    if (total !== undefined && items.length > 1) reader.lists.push({ total, items });
  }
}

/** Ends lists within lists: after a semicolon, or before an item that belongs beside their total and not below it. */
export function closeInnerLists(reader: Reader, kind: Features["kind"]): void {
  for (let at = reader.open.length - 1; at > 0; at--) {
    const [inner, outer] = [reader.open[at], reader.open[at - 1]];
    if (!inner || inner.isBracket || outer?.items.at(-1) !== inner.total) return;
    const whole = inner.total === undefined ? undefined : reader.said.get(inner.total)?.kind;
    const isBeside = kind !== whole && [kind, whole].every((one) => one !== undefined && MAIN_KINDS.has(one));
    if (kind !== undefined && !isBeside) return;
    closeLists(reader, at);
  }
}

/** The two kinds every expenditure is one of: neither is ever part of the other. */
const MAIN_KINDS: ReadonlySet<string> = new Set(["基本支出", "项目支出"]);

/** What a change may be said of besides `subject`, when no word names it: the whole of an open list, or its last item. */
export function otherSubjectsOf({ open, beside, reasonStart = 0 }: Reader, subject: number): number[] {
  const wholes = open.flatMap(({ total }) => (total === undefined ? [] : [total])).toReversed();
  return [...new Set([...wholes, ...beside])].filter((one) => one !== subject && one >= reasonStart);
}
