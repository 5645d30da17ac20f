import { PLACE } from "../../recognition/figureGrid";
import { CountedRelation } from "../../relations/countedRelation";
import type { Relation } from "../../relations/relation";
import type { Evidence } from "../../tables/definition";
import { judgeAll } from "../outcome";

/** How often the relations of each sentence hold, by its id; those of zeros and blanks alone say nothing and do not count. */
export function borneOut(relations: readonly Relation[]): ReadonlyMap<string, Evidence> {
  const telling = relations.filter(tells);
  const found = new Map<string, { held: number; of: number }>();
  for (const { relation, outcome } of judgeAll(telling)) {
    if (outcome === "cannotTell") continue;
    const own = found.get(relation.id) ?? { held: 0, of: 0 };
    own.of++;
    if (outcome === "exact" || outcome === "rounding") own.held++;
    found.set(relation.id, own);
  }
  return found;
}

/** True where one cell stands in every relation that fails: a single wrong figure may be all that is the matter. */
export function hasOneCulprit(relations: readonly Relation[]): boolean {
  const failing = judgeAll(relations).filter(({ outcome }) => outcome === "mismatch" || outcome === "zero");
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
const LEAST_SHARE = { heading: 2 / 3, figures: 0.9 } as const;
const LEAST_HELD = { heading: 2, figures: 3 } as const;

/** From so many places on, nearly all of which hold, the tables of a workbook are read rightly. */
const LEAST_POOL = 20;
const LEAST_POOL_SHARE = 0.95;
/** A relation with no more places than this says too little by itself: the whole workbook speaks for it. */
const FEW = 2;

/**
 * Whether a proposed relation is used: where its figures bear it out in nearly all places; where there are but one or two,
 * as of 收入总计 = 支出总计, where those of the whole workbook do and its table is one of budgets.
 * @param pool what all relations of the workbook that words propose come to; undefined for a table of another kind
 */
export function isTaken(
  { held, of }: Evidence,
  basis: keyof typeof LEAST_SHARE,
  pool: Evidence | undefined,
): boolean {
  if (of === 0) return basis === "heading";
  if (held >= LEAST_HELD[basis] && held >= of * LEAST_SHARE[basis]) return true;
  if (basis !== "heading") return false;
  if (of <= FEW && held === of) return true;
  const failed = of - held;
  return (
    of <= FEW &&
    failed <= 1 &&
    pool !== undefined &&
    pool.of >= LEAST_POOL &&
    pool.held >= pool.of * LEAST_POOL_SHARE
  );
}
