import { isEmpty } from "./features";
import type { Features } from "./features";
import type { TextFigure } from "./figure";
import type { Phrase } from "./phrase";
import type { NumberAt } from "./readNumbers";
import type { Reader } from "./reader";
import type { Token } from "./tokens";

/**
 * What a percentage is a share of: the amount its words name, else the total of the open list, else the amount that its own one
 * is a row of, where the share agrees with that. Gives a share without a meaning where that cannot be told.
 */
export function shareOf(
  reader: Reader,
  { token, next }: NumberAt,
  phrase: Phrase,
): Pick<TextFigure, "meanings" | "subject" | "whole" | "doubt"> {
  const subject = reader.current;
  const about = subject === undefined ? undefined : reader.figures[subject];
  const isShare = phrase.roles.has("share") || isShareWord(next[0]);
  const untold = { meanings: [], subject: undefined, whole: undefined, doubt: undefined };
  if (!isShare || !about || !phrase.isUnderstood || token.unit !== "%") return untold;
  const isBare = isEmpty(phrase.features);
  const sure = isBare ? reader.open.at(-1)?.total : namedWhole(reader, phrase.features, about.index);
  const whole = sure ?? (isBare ? rowsWhole(reader, about) : undefined);
  if (whole === undefined) return { ...untold, subject };
  const doubt = sure === undefined && whole < reader.sectionStart ? `whole ${whole}` : undefined;
  return { meanings: about.meanings, subject, whole, doubt };
}

function isShareWord(token: Token | undefined): boolean {
  return token?.kind === "term" && token.term.role === "share";
}

/** 占本年收入的 12 %: the whole is the amount with just these words, not one of its parts; 占“三公”经费的: of whatever fund. */
function namedWhole({ figures, said }: Reader, named: Features, part: number): number | undefined {
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
function rowsWhole({ figures }: Reader, { meanings, index }: TextFigure): number | undefined {
  const [own] = meanings;
  if (!own?.item) return undefined;
  return figures.findLast(
    (figure) =>
      figure.quantity === "amount" &&
      figure.year === "this" &&
      figure.index < index &&
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
