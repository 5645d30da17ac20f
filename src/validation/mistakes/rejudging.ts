import { ONE, ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import { sumSlack } from "../../amounts/step";
import { balance } from "../../relations/balance";
import type { Balance } from "../../relations/balance";
import { withTerms } from "../../relations/relation";
import type { Relation } from "../../relations/relation";
import type { Figure } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { JudgementsAt } from "../judgementsAt";
import { excessOf, inexactOutcome, judge } from "../outcome";
import type { Judgement, Outcome } from "../outcome";

/** How often a cell counts in left − right of a relation. */
interface Share {
  readonly figure: Figure;
  readonly signed: Decimal;
  /** The same without signs: what its rounding counts. */
  readonly size: Decimal;
}

/** The cells of a relation by cellKey, and what its zeros would add to its slack if they were rounded too. */
interface Shares {
  readonly of: ReadonlyMap<string, Share>;
  readonly ofZeros: Decimal;
  /** The figures it was judged by last, and what came of them: suppositions and readings ask the same again and again. */
  last?: { readonly figures: ReadonlyMap<string, Figure>; readonly judged: Judgement };
}

/** How relations are looked up and judged otherwise. */
export interface Judging {
  readonly judgementsAt: JudgementsAt;
  readonly rejudging: Rejudging;
}

const NONE: ReadonlyMap<string, Figure> = new Map();

/**
 * Judges relations with some of their cells read otherwise, by what these cells change alone: the cells of a relation are gone
 * through once for as long as this is held. Comes to what judging the whole relation comes to.
 */
export class Rejudging {
  private readonly known = new Map<Judgement, Shares>();

  /** A relation as judged with some of its cells holding other figures, by cellKey; figures of other cells are passed over. */
  judge(judgement: Judgement, figures: ReadonlyMap<string, Figure>): Judgement {
    const shares = this.sharesOf(judgement);
    const changed = among(shares.of, figures);
    if (shares.last && isSame(shares.last.figures, changed)) return shares.last.judged;
    const judged = rejudged(judgement, shares, changed);
    shares.last = { figures: changed, judged };
    return judged;
  }

  /** How often a cell counts in left − right of a relation; undefined where it does not stand in it. */
  factorOf(judgement: Judgement, key: string): Decimal | undefined {
    return this.sharesOf(judgement).of.get(key)?.signed;
  }

  /** The cells of a relation, by cellKey. */
  keysOf(judgement: Judgement): ReadonlyMap<string, unknown> {
    return this.sharesOf(judgement).of;
  }

  private sharesOf(judgement: Judgement): Shares {
    let shares = this.known.get(judgement);
    if (!shares) this.known.set(judgement, (shares = sharesIn(judgement.relation)));
    return shares;
  }
}

/** A relation as judged with some of its own cells holding other figures. */
function rejudged(judgement: Judgement, shares: Shares, changed: ReadonlyMap<string, Figure>): Judgement {
  const before = judgement.balance;
  if (!before || [...changed.values()].some(({ kind }) => kind === "bad"))
    return judge(substitute(judgement.relation, changed));
  let { deviation } = before;
  let { slack } = judgement;
  let loose = shares.ofZeros;
  for (const [key, figure] of changed) {
    const share = shares.of.get(key) as Share;
    const by = amountOf(figure).minus(amountOf(share.figure));
    if (!by.isZero()) deviation = deviation.plus(times(by, share.signed));
    if (isRoundedAlike(figure, share.figure)) continue;
    slack = slack.plus(slackOf(figure, share, false)).minus(slackOf(share.figure, share, false));
    loose = loose.plus(slackOf(figure, share, true)).minus(slackOf(share.figure, share, true));
  }
  const excess = excessOf(judgement.relation, deviation);
  // At the edge it matters which figures are rounded up.
  if (!excess.isZero() && excess.equals(slack)) return judge(substitute(judgement.relation, changed));
  const outcome = excess.isZero() ? "exact" : inexactOutcome(excess, slack, slack.plus(loose));
  return new Rejudged(judgement.relation, changed, { outcome, deviation, slack });
}

/** Whether the same cells hold the same figures. */
function isSame(one: ReadonlyMap<string, Figure>, other: ReadonlyMap<string, Figure>): boolean {
  if (one.size !== other.size) return false;
  for (const [key, figure] of one) if (other.get(key) !== figure) return false;
  return true;
}

/** A relation with some of its cells read otherwise; its terms are made for those who ask. */
class Rejudged implements Judgement {
  readonly outcome: Outcome;
  readonly slack: Decimal;
  readonly balance: Balance;
  #relation: Relation | undefined;

  constructor(
    private readonly before: Relation,
    private readonly figures: ReadonlyMap<string, Figure>,
    told: { readonly outcome: Outcome; readonly deviation: Decimal; readonly slack: Decimal },
  ) {
    this.outcome = told.outcome;
    this.slack = told.slack;
    this.balance = new LateBalance(told.deviation, () => balance(this.relation));
  }

  get relation(): Relation {
    return (this.#relation ??= substitute(this.before, this.figures));
  }
}

/** Sides are added up for those who ask: mostly it is enough what they are apart. */
class LateBalance implements Balance {
  #sides: Balance | undefined;

  constructor(
    readonly deviation: Decimal,
    private readonly add: () => Balance | undefined,
  ) {}

  get left(): Decimal {
    return this.sides().left;
  }

  get right(): Decimal {
    return this.sides().right;
  }

  private sides(): Balance {
    return (this.#sides ??= this.add() ?? { left: this.deviation, right: ZERO, deviation: this.deviation });
  }
}

/** The figures that stand in a relation. */
function among(
  shares: ReadonlyMap<string, Share>,
  figures: ReadonlyMap<string, Figure>,
): ReadonlyMap<string, Figure> {
  const changed: [string, Figure][] = [];
  if (figures.size < shares.size) {
    for (const [key, figure] of figures) if (shares.has(key)) changed.push([key, figure]);
  } else
    for (const key of shares.keys()) {
      const figure = figures.get(key);
      if (figure) changed.push([key, figure]);
    }
  return changed.length === 0 ? NONE : new Map(changed);
}

function sharesIn({ terms }: Relation): Shares {
  const of = new Map<string, Share>();
  let ofZeros = ZERO;
  for (const { figure, coefficient, side } of terms) {
    const key = cellKey(figure.address);
    const signed = side === "left" ? coefficient : coefficient.negated();
    const size = coefficient === ONE ? ONE : coefficient.abs();
    const known = of.get(key);
    const share = known
      ? { figure, signed: known.signed.plus(signed), size: known.size.plus(size) }
      : { figure, signed, size };
    of.set(key, share);
    if (figure.kind === "amount" && figure.value.isZero())
      ofZeros = ofZeros.plus(sumSlack([{ ...figure, coefficient: size }], { zeroExact: false }));
  }
  return { of, ofZeros };
}

/** The relation with some of its cells read otherwise. */
export function substitute(relation: Relation, figures: ReadonlyMap<string, Figure>): Relation {
  const terms = relation.terms.map((term) => {
    const figure = figures.get(cellKey(term.figure.address));
    return figure ? { ...term, figure } : term;
  });
  return withTerms(relation, terms);
}

function amountOf(figure: Figure): Decimal {
  return figure.kind === "amount" ? figure.value : ZERO;
}

function times(amount: Decimal, factor: Decimal): Decimal {
  return factor === ONE ? amount : amount.times(factor);
}

function isRoundedAlike(one: Figure, other: Figure): boolean {
  if (one.kind !== "amount" || other.kind !== "amount") return one.kind === other.kind;
  return one.step === other.step && one.value.isZero() === other.value.isZero();
}

/** What a figure adds to the slack of a relation, or, if it is a zero, would add if it were rounded. */
function slackOf(figure: Figure, { size }: Share, isOfZeros: boolean): Decimal {
  if (figure.kind !== "amount" || figure.value.isZero() !== isOfZeros) return ZERO;
  return sumSlack([{ ...figure, coefficient: size }], { zeroExact: false });
}
