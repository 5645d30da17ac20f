import { combined, inherited, isEmpty, widerTopics } from "./features";
import type { Features } from "./features";
import type { Meaning, TextFigure } from "./figure";
import { meaningsOf } from "./meanings";
import type { NumberAt } from "./noteFigure";
import { readPhrase } from "./phrase";
import type { Phrase } from "./phrase";
import { around } from "./reader";
import type { Reader } from "./reader";
import type { Token } from "./tokens";

/** What a share says: what it is a part of, and which amount the part is. */
type ShareTold = Pick<TextFigure, "meanings" | "subject" | "whole" | "wholes" | "doubt">;

/**
 * What a percentage is a share of: the amount named behind 占, in the text or in the tables alone; without words the total of
 * the list, else the nearest amount that the part belongs to, where the share agrees with that. The part is the amount spoken
 * of, or the one named before 占. Gives a share without a meaning where that cannot be told.
 */
export function shareOf(
  reader: Reader,
  { token, next, phrase, paragraph }: NumberAt,
  all: Phrase,
): ShareTold {
  const untold = { meanings: [], subject: undefined, whole: undefined, wholes: [], doubt: undefined };
  const isShare = all.roles.has("share") || isShareWord(next[0]);
  if (!isShare || !all.isUnderstood || token.unit !== "%") return untold;
  const at = phrase.findIndex(isShareWord);
  const among = phrase.findIndex((one) => one.kind === "term" && one.term.role === "among");
  const part = partOf(reader, readPhrase(at < 0 ? [] : phrase.slice(among + 1, at)));
  if (!part) return untold;
  const { features: named } = readPhrase(at < 0 ? phrase : phrase.slice(at + 1));
  const told = { ...untold, subject: part.subject, meanings: part.meanings };
  if (!isEmpty(named)) {
    const whole = namedWhole(reader, named, part.subject);
    return { ...told, whole, wholes: whole === undefined ? meaningsOf({ own: named, whole: named }) : [] };
  }
  const sure = reader.open.at(-1)?.total ?? listedWhole(reader, part);
  if (sure !== undefined && sure !== part.subject) return { ...told, whole: sure };
  const row = rowsWhole(reader, part);
  const whole = row ?? nearestWhole(reader, part);
  if (whole === undefined)
    return { ...told, wholes: widerThan(part), doubt: beside(reader, part, paragraph.places[0]) };
  const isSure = row !== undefined && row >= reader.sectionStart;
  return { ...told, whole, doubt: isSure ? undefined : `whole ${whole}` };
}

/** Rows listed in one paragraph are shares of the same money: what one of them says, all do. Any other share is by itself. */
function beside({ figures }: Reader, { features: { items, fund } }: Part, start = 0): string {
  return items ? `shares ${start} ${fund ?? ""}` : `figure ${figures.length}`;
}

/** The amount that is a part: one of the text, or what words say of it. */
interface Part {
  readonly subject: number | undefined;
  readonly features: Features;
  readonly meanings: readonly Meaning[];
}

function partOf(reader: Reader, { features: own }: Phrase): Part | undefined {
  const { current, said, figures, sectionStart } = reader;
  const features = isEmpty(own) ? said.get(current ?? -1) : inherited(own, around(reader));
  if (!features) return undefined;
  const subject = isEmpty(own)
    ? current
    : figures
        .slice(sectionStart)
        .findLast(
          ({ quantity, year, index }) =>
            quantity === "amount" && year === "this" && isSaid(features, said.get(index)),
        )?.index;
  const meanings = figures[subject ?? -1]?.meanings ?? meaningsOf({ own, whole: features });
  return { subject, features, meanings };
}

/** What the words for a part leave when the narrowest of them is left out: 支出 of 支出…基本支出, of a functional class, 采购 of 货物. */
function widerThan({ features, meanings }: Part): Meaning[] {
  const { items, kind, fund, flow = "支出" } = features;
  const whats = [...new Set(meanings.map(({ what }) => what))];
  if (items) return whats.map((what) => ({ what }));
  if (features.topic !== undefined) return widerTopics(features.topic).map((what) => ({ what }));
  if (kind !== undefined) return [{ what: fund === undefined ? flow : `${flow}·${fund}` }];
  return fund === undefined ? [] : [{ what: flow }];
}

/** 其中： and its items in paragraphs of their own: of the amount that the list is of. */
function listedWhole({ listed, said }: Reader, { features }: Part): number | undefined {
  return listed !== undefined && isPartOf(features, said.get(listed)) ? listed : undefined;
}

/** The amount before that its words make this one a part of: 采购 of 采购货物, 支出 of 基本支出. */
function nearestWhole({ figures, said, sectionStart }: Reader, { features }: Part): number | undefined {
  return figures
    .slice(sectionStart)
    .findLast(
      ({ quantity, year, index }) =>
        quantity === "amount" && year === "this" && isPartOf(features, said.get(index)),
    )?.index;
}

/** True when a part is said by all the words of the whole, and by more. */
function isPartOf(part: Features, whole: Features | undefined): boolean {
  if (!whole) return false;
  const both = combined(whole, part);
  return both !== undefined && isSaid(both, part) && !isSaid(whole, part);
}

function isShareWord(token: Token | undefined): boolean {
  return token?.kind === "term" && token.term.role === "share";
}

/** 占本年收入的 12 %: the whole is the amount with just these words, not one of its parts; 占“三公”经费的: of whatever fund. */
function namedWhole(
  { figures, said }: Reader,
  named: Features,
  part: number | undefined,
): number | undefined {
  const isWhole = ({ index, quantity, year }: TextFigure, anyFund: boolean) => {
    const other = said.get(index);
    return (
      quantity === "amount" &&
      year === "this" &&
      index !== part &&
      other !== undefined &&
      isNamed(named, other) &&
      other.kind === named.kind &&
      other.topic === named.topic &&
      other.items === named.items &&
      (anyFund || other.fund === named.fund)
    );
  };
  const exact = figures.findLast((figure) => isWhole(figure, false));
  return (exact ?? (named.topic && figures.findLast((figure) => isWhole(figure, true))))?.index;
}

/** A functional class without a list: a share of the same money in all. */
function rowsWhole({ figures }: Reader, { meanings, subject = figures.length }: Part): number | undefined {
  const [own] = meanings;
  if (!own?.item) return undefined;
  return figures.findLast(
    (figure) =>
      figure.quantity === "amount" &&
      figure.year === "this" &&
      figure.index < subject &&
      figure.meanings[0]?.what === own.what &&
      figure.meanings[0].item === undefined,
  )?.index;
}

/** True when words name an amount by what was said of it, and nothing besides: 三公 does not name 三公…公务接待费. */
export function isNamed(words: Features, said: Features | undefined): boolean {
  if (!said) return false;
  const { flow, fund, kind, topic, items } = words;
  const isItem = !items || items.some(({ row }) => said.items?.some((other) => other.row === row));
  return (
    isItem &&
    (fund === undefined || fund === said.fund) &&
    (kind === undefined || kind === said.kind) &&
    (topic === undefined || topic === said.topic) &&
    // 收、支总预算各增加…: of either side.
    (flow === undefined || flow === said.flow || flow === "收支")
  );
}

/** True when words say just what was said of an amount, and nothing less: 支出预算 is not 支出预算…基本支出. */
export function isSaid(words: Features, said: Features | undefined): boolean {
  return (
    isNamed(words, said) &&
    said?.kind === words.kind &&
    said?.topic === words.topic &&
    said?.items?.[0]?.row === words.items?.[0]?.row &&
    (said?.fund === words.fund || words.topic !== undefined)
  );
}
