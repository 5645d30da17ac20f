import { ZERO } from "../../amounts/decimal";
import { Decimal } from "../../amounts/decimal";
import { convertAmount } from "../../amounts/unit";
import { COMMON_UNIT } from "../../recognition/figures";
import type { Figure, RecognisedRow } from "../../recognition/recognised";
import type { RelationTerm } from "../../relations/relation";
import { cellKey } from "../cellKey";
import { isFailing, setAside } from "../outcome";
import type { Judgement } from "../outcome";
import { toDecimal } from "../system/rational";
import type { Place, Scene } from "./scene";
import { isFormula } from "./scene";

/** Cells that may be carried along in one supposition: an act that would have to change more is none a person makes. */
const MOST_CARRIED = 240;

/** What a supposition comes to, next to the workbook as it stands. */
export interface Supposed {
  /** What cells are supposed to hold, formulas that follow included. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Cells that people typed, by cellKey: those changed on purpose and those carried along. */
  readonly typed: ReadonlySet<string>;
  /** Each relation it touches as judged before and after. */
  readonly judged: ReadonlyMap<Judgement, Judgement>;
  readonly mended: readonly Judgement[];
  /** Relations it touches that fail in both. */
  readonly left: readonly Judgement[];
  /** Sums whose total has changed and whose parts nobody knows (isOpenBelow). */
  readonly open: readonly Judgement[];
}

/** How far a supposition may go. */
export interface SupposedOptions {
  /** Formulas may be carried along that do not follow by themselves: their range lacks a part. */
  readonly withFormulas?: boolean;
  /** none: nothing is carried along; row: cells of the rows changed; all: cells of any table. */
  readonly reach?: "none" | "row" | "all";
  /** Sums below a changed total may be left open: which of their parts was changed nobody can tell. */
  readonly isOpenBelow?: boolean;
}

/**
 * What cells would hold if an act had not been done: figures changed one after the other, with the formulas that follow.
 * Where a change breaks a relation that held, as totals were typed anew beside their parts, the cell it should have
 * changed is carried along (`settle`).
 */
export class Supposition {
  private readonly figures = new Map<string, Figure>();
  private readonly typed = new Set<string>();
  private readonly rows = new Set<RecognisedRow>();
  private readonly touched = new Set<Judgement>();
  /** Cells that may hold anything, by cellKey. */
  private readonly unknown = new Set<string>();
  /** Touched relations that have not been looked at since. */
  private readonly waiting: Judgement[] = [];
  private isImpossible = false;

  constructor(
    private readonly scene: Scene,
    private readonly options: SupposedOptions = {},
  ) {}

  /** The relations that it bears on by now. */
  get looked(): ReadonlySet<Judgement> {
    return this.touched;
  }

  /** What a cell is supposed to hold by now. */
  figureAt(place: Pick<Place, "figure">): Figure {
    return this.figures.get(cellKey(place.figure.address)) ?? place.figure;
  }

  /** Whether a cell has been changed or has followed. */
  has({ figure }: Pick<Place, "figure">): boolean {
    return this.figures.has(cellKey(figure.address));
  }

  /** A relation as it is judged under the supposition. */
  judge(judgement: Judgement): Judgement {
    const { effort, rejudging } = this.scene;
    effort.spend(Math.min(this.figures.size, rejudging.keysOf(judgement).size));
    return rejudging.judge(judgement, this.figures);
  }

  /** Changes a cell by an amount in 万元, and with it what follows. */
  change(place: Place, by: Decimal): void {
    const key = cellKey(place.figure.address);
    this.typed.add(key);
    this.rows.add(place.row);
    const followed = this.scene.followers?.of(key);
    if (!followed || followed.size <= 1) this.put(place, by);
    else
      for (const [cell, times] of followed) {
        const own = cell === key ? place : this.scene.placeOf(cell);
        if (own) this.put(own, by.times(toDecimal(times)));
      }
  }

  /** Has a cell hold what another holds. */
  set(place: Place, figure: Figure): void {
    const [now, then] = [amountIn(this.figureAt(place)), amountIn(figure)];
    if (now === undefined || then === undefined) this.isImpossible = true;
    else if (!now.equals(then)) this.change(place, then.minus(now));
  }

  /** Leaves open what a cell holds: relations over it say nothing. */
  leaveOpen(place: Place): void {
    this.unknown.add(cellKey(place.figure.address));
    for (const judgement of this.scene.sources.over(place, this.scene)) this.touched.add(judgement);
  }

  /** Whether a cell has been left open. */
  isOpenCell({ figure }: Pick<Place, "figure">): boolean {
    return this.unknown.has(cellKey(figure.address));
  }

  /** Whether a relation speaks of a cell that has been left open. */
  isUnknown(judgement: Judgement): boolean {
    if (this.unknown.size === 0) return false;
    return this.scene.sources
      .typed(judgement)
      .some(({ figure }) => this.unknown.has(cellKey(figure.address)));
  }

  /** By how much a cell would have to change for a relation to hold to the last digit; undefined where it does not bear on it. */
  wanted(place: Place, judgement: Judgement): Decimal | undefined {
    const factor = this.factorOf(place, judgement);
    const deviation = this.judge(judgement).balance?.deviation;
    return factor.isZero() || !deviation ? undefined : deviation.dividedBy(factor).negated();
  }

  /**
   * Carries along what was typed beside what is changed, until every relation holds that did; false where one cannot be
   * kept by changing one more cell.
   */
  settle(): boolean {
    if (this.isImpossible) return false;
    let count = -1;
    // What cannot be kept yet may be once others have been carried along, or changed by whoever asks.
    while (count !== this.typed.size) {
      count = this.typed.size;
      const stuck: Judgement[] = [];
      // What is carried along touches relations in its turn.
      for (let judgement = this.waiting.pop(); judgement; judgement = this.waiting.pop()) {
        const after = this.judge(judgement);
        if (!isWorse(judgement, after) || this.isOpen(judgement)) continue;
        const carrier = this.carrierOf(judgement, after);
        const by = carrier && this.shareOf(carrier, judgement, after);
        if (!carrier || !by) stuck.push(judgement);
        else if (this.typed.size >= MOST_CARRIED || this.scene.effort.isSpent) return false;
        else this.change(carrier, by);
        if (this.isImpossible) return false;
      }
      this.waiting.push(...stuck);
      if (stuck.length === 0) return true;
    }
    return false;
  }

  /** What it comes to; undefined where a relation that holds would not, or a figure could only be negative. */
  outcome(): Supposed | undefined {
    if (this.isImpossible || this.figures.size === 0) return undefined;
    const judged = new Map<Judgement, Judgement>();
    const open: Judgement[] = [];
    for (const judgement of this.touched) {
      if (this.isUnknown(judgement)) {
        judged.set(judgement, setAside(judgement, "act"));
        continue;
      }
      const after = this.judge(judgement);
      const isLost = isWorse(judgement, after);
      if (isLost && !this.isOpen(judgement)) return undefined;
      if (isLost) open.push(judgement);
      judged.set(judgement, isLost ? setAside(judgement, "act") : after);
    }
    const failing = [...judged].filter(([before]) => isFailing(before));
    const { figures, typed } = this;
    return {
      figures,
      typed,
      judged,
      mended: failing.flatMap(([before, after]) => (isFailing(after) ? [] : [before])),
      left: failing.flatMap(([before, after]) => (isFailing(after) ? [before] : [])),
      open,
    };
  }

  /** What a cell has to take of a change, so that a relation is off by no more and no less than it was. */
  private shareOf(place: Place, before: Judgement, after: Judgement): Decimal | undefined {
    const factor = this.factorOf(place, before);
    if (factor.isZero() || !before.balance || !after.balance) return undefined;
    return before.balance.deviation.minus(after.balance.deviation).dividedBy(factor);
  }

  private put(place: Place, by: Decimal): void {
    const now = amountIn(this.figureAt(place));
    if (now === undefined) {
      this.isImpossible = true;
      return;
    }
    const value = now.plus(by);
    const before = amountIn(place.figure) ?? ZERO;
    // Nobody mends a figure that is not negative by one that is.
    if (value.isNegative() && !before.isNegative() && !value.isZero()) this.isImpossible = true;
    const { address } = place.figure;
    this.figures.set(cellKey(address), figureWith(place, value));
    for (const judgement of this.scene.judgementsAt(address)) {
      this.touched.add(judgement);
      this.waiting.push(judgement);
    }
  }

  private factorOf({ figure }: Pick<Place, "figure">, judgement: Judgement): Decimal {
    return this.scene.sources.factorOf(cellKey(figure.address), judgement);
  }

  /**
   * The one cell that should have been changed as well: the total of a sum; of its parts the one that other relations want
   * changed by as much, or the only one that says something; the other cell of two.
   */
  private carrierOf(judgement: Judgement, after: Judgement): Place | undefined {
    const { relation } = judgement;
    const { reach = "all" } = this.options;
    if (reach === "none" || (relation.operator !== "=" && relation.terms.length > 2)) return undefined;
    const mayFollow = (term: RelationTerm) =>
      !this.has(term) && this.mayCarry(term) && (reach === "all" || this.isInRow(term));
    const [left, second] = relation.terms;
    const isTotal = left?.side === "left" && second?.side !== "left";
    if (left && isTotal && mayFollow(left)) return left;
    const open = relation.terms.filter(mayFollow);
    const wanting = open.filter((term) => this.isWanted(term, judgement, after));
    const saying = open.filter(({ figure }) => amountIn(figure)?.isZero() === false);
    for (const terms of [wanting, saying, relation.terms.length === 2 ? open : []])
      if (terms.length === 1) return terms[0];
    return undefined;
  }

  /** Whether a relation that fails wants a cell changed by what another would have it take. */
  private isWanted(term: RelationTerm, judgement: Judgement, after: Judgement): boolean {
    const failing = this.scene.judgementsAt(term.figure.address).filter(isFailing);
    const share = failing.length > 0 ? this.shareOf(term, judgement, after) : undefined;
    if (!share) return false;
    return failing.some((one) => {
      const by = this.wanted(term, one);
      return by?.minus(share).abs().lessThanOrEqualTo(one.slack) === true;
    });
  }

  private isInRow({ row }: RelationTerm): boolean {
    return this.rows.has(row);
  }

  /** A sum whose total is changed and none of whose parts is. */
  private isOpen({ relation }: Judgement): boolean {
    if (this.options.isOpenBelow !== true || !relation.parts.some(({ parent }) => parent)) return false;
    return relation.terms.every((term) => this.has(term) === (term.side === "left"));
  }

  private mayCarry(term: RelationTerm): boolean {
    return this.options.withFormulas === true || !isFormula(this.scene, term);
  }
}

/** A place with another amount, printed as finely as it was, or as its table is. */
function figureWith({ figure, row: { table } }: Place, value: Decimal): Figure {
  const { address } = figure;
  if (figure.kind === "amount") return { ...figure, value, stored: value };
  if (value.isZero()) return figure;
  const step = new Decimal(10).pow(-table.grid.places);
  const decimals = convertAmount(step, COMMON_UNIT, table.unit).decimalPlaces();
  return { kind: "amount", address, value, stored: value, step, decimals, isText: false };
}

/** The amount a figure counts as; undefined where it is none. */
export function amountIn(figure: Figure): Decimal | undefined {
  return figure.kind === "amount" ? figure.value : figure.kind === "none" ? ZERO : undefined;
}

function isWorse(before: Judgement, after: Judgement): boolean {
  if (after.outcome === "cannotTell") return before.outcome !== "cannotTell";
  return isFailing(after) && !isFailing(before);
}

/** Relations explained by cells that may hold anything: nothing is known of their figures. */
export function setAsideAll(judgements: readonly Judgement[], cells: ReadonlySet<string>): Supposed {
  return {
    figures: new Map(),
    typed: cells,
    judged: new Map(judgements.map((one) => [one, setAside(one, "act")])),
    mended: judgements,
    left: [],
    open: [],
  };
}
