import { Decimal } from "../../amounts/decimal";
import { PLACE } from "../../recognition/figureGrid";
import type { RecognisedTable } from "../../recognition/recognised";
import { isAmountHeading, speaksOfBudget } from "../../recognition/structure/words";
import type { Balance } from "../../relations/balance";
import { CountedRelation } from "../../relations/countedRelation";
import type { Relation, Side } from "../../relations/relation";
import { getColumn } from "../../tables/definition";
import type { Evidence } from "../../tables/definition";
import { judgeAll } from "../outcome";

/** How often a relation holds, and what there is to say of the places where it does not. */
export interface Borne extends Evidence {
  /** One side is left blank. */
  readonly oneSided: number;
  /** One side is ten thousand times the other, as where one table is in 元 and the other in 万元. */
  readonly scaled: number;
}

/** How often the relations of each sentence hold, by its id; those of zeros and blanks alone say nothing and do not count. */
export function borneOut(relations: readonly Relation[]): ReadonlyMap<string, Borne> {
  const telling = relations.filter(tells);
  const found = new Map<string, { -readonly [key in keyof Borne]: Borne[key] }>();
  for (const { relation, outcome, balance } of judgeAll(telling)) {
    if (outcome === "cannotTell") continue;
    const own = found.get(relation.id) ?? { held: 0, of: 0, oneSided: 0, scaled: 0 };
    own.of++;
    if (outcome === "exact" || outcome === "rounding") own.held++;
    else if (isOneSided(relation)) own.oneSided++;
    else if (balance && isScaled(balance)) own.scaled++;
    found.set(relation.id, own);
  }
  return found;
}

/** Rounded to whole 元 or to two decimals of 万元, such sides differ by less than a thousandth besides. */
function isScaled({ left, right }: Balance): boolean {
  const [small, large] = left.abs().lessThan(right.abs()) ? [left, right] : [right, left];
  if (small.isZero()) return false;
  return large
    .dividedBy(small)
    .minus(UNITS_APART)
    .abs()
    .lessThanOrEqualTo(UNITS_APART / 1000);
}

/** 万元 in 元. */
const UNITS_APART = 10_000;

/**
 * Columns under headings nobody knows in which sums over rows mostly fail while they hold in others: quantities, prices and
 * other measures, which nobody adds up. So are those of 借方 and 贷方 in which an account shows what is left of its parts.
 */
export function oddColumns(table: RecognisedTable, relations: readonly Relation[]): ReadonlySet<number> {
  const borne = new Map<number, { held: number; failed: Relation[] }>();
  const addends = new Set<number>();
  for (const { relation, outcome } of judgeAll(relations.filter(tells))) {
    if (outcome === "cannotTell") continue;
    const holds = outcome === "exact" || outcome === "rounding";
    const columns = columnsOf(relation);
    const [column] = columns;
    if (column === undefined) continue;
    if (columns.size > 1) {
      if (holds) columns.forEach((own) => addends.add(own));
      continue;
    }
    const own = borne.get(column) ?? { held: 0, failed: [] };
    if (holds) own.held++;
    else own.failed.push(relation);
    borne.set(column, own);
  }
  const isGood = [...borne.values()].some(({ held, failed }) => held > failed.length);
  const netted = nettedColumns(
    table,
    [...borne.values()].flatMap(({ failed }) => failed),
  );
  const odd = [...borne].filter(([column, { held, failed }]) => {
    if (netted.has(column)) return true;
    if (!isGood || failed.length <= held) return false;
    if (held === 0 && !addends.has(column) && failed.every((one) => isMean(one) || isLeftBlank(one)))
      return true;
    // One wrong figure in a column of zeros makes all of its few sums fail.
    return failed.length > 1 && !hasOneCulprit(failed);
  });
  return new Set(
    odd.map(([column]) => column).filter((column) => !isKnown(getColumn(table.definition, column).label)),
  );
}

/** The printed numbers of the columns in which the cells of a relation stand; no figure is made of them for that. */
function columnsOf(relation: Relation): ReadonlySet<number> {
  const columns = new Set<number>();
  if (relation instanceof CountedRelation)
    relation.visit((row, column) => columns.add(row.table.grid.numbers[column] ?? -1));
  return columns;
}

/** What should be a sum lies between its parts, as an average or a share does: 性别比, 人均. */
function isMean(relation: Relation): boolean {
  const amounts = (side: Side) =>
    relation.terms.flatMap(({ figure, side: own }) =>
      own === side && figure.kind === "amount" ? [figure.value] : [],
    );
  const [total, ...others] = amounts("left");
  const parts = amounts("right");
  return (
    total !== undefined &&
    others.length === 0 &&
    parts.some((part) => part.lessThan(total)) &&
    parts.some((part) => part.greaterThan(total))
  );
}

/** The total is left blank above parts that are not: nobody adds that column up. */
function isLeftBlank(relation: Relation): boolean {
  return relation.terms.every(({ figure, side }) => side === "right" || figure.kind === "none");
}

/** All of one side is left blank: a line nobody divides further, or a caption above lines. */
function isOneSided({ terms }: Relation): boolean {
  const isBlank = (own: Side) => terms.every(({ figure, side }) => side !== own || figure.kind === "none");
  return isBlank("left") || isBlank("right");
}

/** Columns of 借方 and 贷方 in which a total differs from its parts by the same amount: it shows their difference. */
function nettedColumns(table: RecognisedTable, failing: readonly Relation[]): ReadonlySet<number> {
  const netted = new Set<number>();
  const seen = new Map<string, number>();
  for (const relation of failing) {
    const [total] = relation.terms;
    if (!total || !isOfAccount(getColumn(table.definition, total.column).label)) continue;
    const key = `${total.row.index} ${excess(relation).toString()}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, total.column);
    else netted.add(other).add(total.column);
  }
  return netted;
}

/** By how much the left side is larger than the right one. */
function excess({ terms }: Relation): Decimal {
  return terms.reduce((sum, { figure, coefficient, side }) => {
    const value = figure.kind === "amount" ? coefficient.times(figure.value) : ZERO;
    return side === "left" ? sum.plus(value) : sum.minus(value);
  }, ZERO);
}

const ZERO = new Decimal(0);

function isOfAccount(heading: string): boolean {
  return /^[借贷](方|$)/.test(heading);
}

function isKnown(heading: string): boolean {
  return isAmountHeading(heading) || speaksOfBudget([heading, heading]);
}

/**
 * True where one cell stands in every relation that fails: a single wrong figure may be all that is the matter. Lines that
 * are not divided say nothing of that.
 */
export function hasOneCulprit(relations: readonly Relation[]): boolean {
  const failing = judgeAll(relations).filter(
    ({ relation, outcome }) => (outcome === "mismatch" || outcome === "zero") && !isOneSided(relation),
  );
  let common: ReadonlySet<string> | undefined;
  for (const { relation } of failing) {
    const cells = cellsOf(relation);
    const before: ReadonlySet<string> = common ?? cells;
    common = new Set([...cells].filter((cell) => before.has(cell)));
  }
  return common === undefined || common.size > 0;
}

function cellsOf(relation: Relation): ReadonlySet<string> {
  const cells = new Set<string>();
  if (relation instanceof CountedRelation)
    relation.visit((row, column) => cells.add(`${row.sheet}!${row.index}!${column}`));
  return cells;
}

/** Speaks of an amount other than zero. */
function tells(relation: Relation): boolean {
  if (!(relation instanceof CountedRelation)) return true;
  let hasAmount = false;
  relation.visit((row, column, index) => {
    const { grid } = (relation.sentence.terms[index] as (typeof relation.sentence.terms)[number]).table;
    if (column >= 0 && grid.kindAt(row.index, column) > PLACE.none && grid.countAt(row.index, column) !== 0)
      hasAmount = true;
  });
  return hasAmount;
}

/** The share of places that must bear out a relation which words propose, and one which figures alone do. */
const LEAST_SHARE = { heading: 2 / 3, figures: 0.9, layout: 0.9 } as const;
const LEAST_HELD = { heading: 2, figures: 3, layout: 3 } as const;

/** From so many places on, nearly all of which hold, the tables of a workbook are read rightly. */
const LEAST_POOL = 20;
const LEAST_POOL_SHARE = 0.95;
/** A relation with no more places than this says too little by itself: the whole workbook speaks for it. */
const FEW = 2;
/** So many places of its own table speak for it too, where one wrong figure explains all that fails. */
const LEAST_BESIDE = 8;

/**
 * Whether a proposed relation is used: where its figures bear it out in nearly all places; where there are but one or two,
 * as of 收入总计 = 支出总计, or where only the layout proposes it, those of the whole workbook must do so too, and its table
 * be one of budgets.
 * @param around what all relations of the workbook, and of its own table, that words propose come to; undefined for a table
 *   of another kind, and for one of which several wrong figures would be needed to explain what fails
 */
export function isTaken(
  { held, of, oneSided }: Borne,
  basis: keyof typeof LEAST_SHARE,
  around: { readonly workbook: Evidence; readonly table: Evidence } | undefined,
): boolean {
  if (of === 0) return basis !== "figures";
  const isHealthy = around !== undefined && (isHealthyPool(around.workbook) || isBorneBeside(around.table));
  if (basis === "layout" && !isHealthy) return false;
  if (held >= LEAST_HELD[basis] && held >= of * LEAST_SHARE[basis]) return true;
  // One wrong figure in the middle of a small tree breaks its own sum and the one above.
  if (basis === "heading" && around !== undefined && held >= LEAST_HELD.heading && held * 2 >= of)
    return true;
  if (basis === "figures") return false;
  if (of <= FEW && held === of) return true;
  // A line that is divided in one year and not in another is right in both.
  const isDivided = oneSided === 0 || held === 0;
  return basis === "heading" && of <= FEW && of - held <= 1 && isDivided && isHealthy;
}

function isHealthyPool({ held, of }: Evidence): boolean {
  return of >= LEAST_POOL && held >= of * LEAST_POOL_SHARE;
}

function isBorneBeside({ held, of }: Evidence): boolean {
  return held >= LEAST_BESIDE && held >= of * LEAST_SHARE.heading;
}
