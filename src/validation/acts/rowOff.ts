import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import type { RecognisedRow } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import { findSlip } from "../hints/digits";
import { inUnit } from "../wording";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import type { ActKind } from "../finding";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";
import type { Supposed, SupposedOptions } from "./supposition";

/** Rows tried, those that most failing relations speak of first: beyond them rows are too much alike to choose one. */
const MOST_ROWS = 40;

/** Typed cells under a relation among whose rows one may be off: of more, most would do as well. */
const MOST_TYPED = 24;

/**
 * Rows whose figures are off, each with what was typed beside them: a leaf changed and its totals left, a table changed up
 * to its total and its partners left, the same wrong figure in several tables.
 */
export class OffRows {
  private readonly known = new Map<RecognisedRow, RowTried>();

  /** Those of a workbook as its relations are read by now. */
  make(scene: Scene): Candidate[] {
    return rowsIn(scene).flatMap((row) => {
      const tried = this.known.get(row) ?? rowOff(scene, row);
      // Of a search that is over, nothing is known of the rows it did not get to.
      if (!scene.effort.isSpent) this.known.set(row, tried);
      return tried.candidates;
    });
  }

  /** Has rows tried again that bear on relations read otherwise. */
  forget(judged: ReadonlyMap<Judgement, Judgement>): void {
    for (const [row, { touched }] of this.known)
      if ([...touched].some((one) => judged.has(one))) this.known.delete(row);
  }
}

/** What came of a row, and the relations that it was tried by. */
interface RowTried {
  readonly candidates: Candidate[];
  readonly touched: ReadonlySet<Judgement>;
}

/** The rows that failing relations speak of, through formulas where these take few cells, those that most do first. */
function rowsIn(scene: Scene): RecognisedRow[] {
  const counts = new Map<RecognisedRow, number>();
  for (const judgement of scene.failing) {
    const { terms } = judgement.relation;
    const typed = scene.sources.span(judgement) <= MOST_TYPED ? scene.sources.typed(judgement) : [];
    for (const row of new Set([...terms, ...typed].map((place) => place.row)))
      counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_ROWS)
    .map(([row]) => row);
}

/** The row with its figures changed so that the relations that fail over it hold, by itself and with what it takes along. */
function rowOff(scene: Scene, row: RecognisedRow): RowTried {
  const candidates: Candidate[] = [];
  const touched = new Set<Judgement>();
  for (const options of REACHES) {
    if (scene.effort.isSpent) break;
    if (options.isOpenBelow && row.children.length === 0) continue;
    const changed = changeRow(scene, row, options, touched);
    if (!changed) continue;
    const { supposed, cells, free, slack } = changed;
    candidates.push({
      kind: kindOf(row, supposed, cells),
      table: row.table,
      rows: [row],
      columns: cells.map(({ column }) => column),
      cells: [...cells, ...carried(scene, supposed, cells)],
      supposed,
      free: free + otherTablesChanged(scene, row, supposed, cells),
      slack,
      cost: 10 + supposed.typed.size + 2 * supposed.open.length - slipIn(supposed, cells),
      stretch: stretchOf(supposed, cells),
      ...toldOf(row, supposed, cells),
    });
  }
  return { candidates, touched };
}

/**
 * Other tables in which figures besides the row's own have to be changed with it: a wrong figure is copied as it is, and each
 * table that was changed up to its totals as well takes an assumption of its own.
 */
function otherTablesChanged(
  scene: Scene,
  { table }: RecognisedRow,
  supposed: Supposed,
  cells: readonly Place[],
): number {
  const own = cells.map(({ figure }) => amountIn(figure));
  const isCopy = ({ figure }: Place) => own.some((one) => amountIn(figure)?.equals(one ?? ZERO) === true);
  const others = carried(scene, supposed, cells).filter((one) => one.row.table !== table && !isCopy(one));
  return new Set(others.map(({ row }) => row.table)).size;
}

/** By what part of itself the first cell is changed. */
function stretchOf({ figures }: Supposed, [place]: readonly Place[]): number {
  const after = place && figures.get(cellKey(place.figure.address));
  const [now, then] = [place?.figure, after].map((one) => (one && amountIn(one)) ?? ZERO);
  if (!now || !then) return 1;
  const size = now.abs().greaterThan(then.abs()) ? now.abs() : then.abs();
  return size.isZero() ? 1 : Math.min(1, now.minus(then).abs().dividedBy(size).toNumber());
}

/** How much likelier digits make a change that is an easy slip of the hand in the first cell. */
function slipIn({ figures }: Supposed, [place]: readonly Place[]): number {
  const after = place && figures.get(cellKey(place.figure.address));
  const right = after && amountIn(after);
  if (place?.figure.kind !== "amount" || !right) return 0;
  const { table } = place.row;
  const value = inUnit(right, table.unit);
  const slip = findSlip({
    present: inUnit(place.figure.value, table.unit),
    decimals: Math.max(0, place.figure.decimals),
    low: value,
    high: value,
  });
  return slip ? 3 - slip.chance : 0;
}

const REACHES: readonly SupposedOptions[] = [
  { reach: "row" },
  { reach: "all" },
  { reach: "all", isOpenBelow: true },
];

/**
 * Changes column by column, where the equations leave least open first, and takes along what has to follow: columns that
 * follow need no change of their own.
 */
function changeRow(
  scene: Scene,
  row: RecognisedRow,
  options: SupposedOptions,
  touched: Set<Judgement>,
):
  | {
      readonly supposed: Supposed;
      readonly cells: readonly Place[];
      readonly free: number;
      readonly slack: Decimal;
    }
  | undefined {
  const supposition = new Supposition(scene, options);
  const changes: Decimal[] = [];
  let slack = ZERO;
  let isKept = false;
  for (const { place, judgements } of wantedIn(scene, row)) {
    for (const one of judgements) touched.add(one);
    const open = judgements.filter((one) => isFailing(supposition.judge(one)));
    const [sharpest] = open.sort((a, b) => a.slack.comparedTo(b.slack));
    const wanted = sharpest && supposition.wanted(place, sharpest);
    if (!wanted || wanted.isZero()) continue;
    // One change shows in several columns: where rounding leaves it open, the sharpest says it for all.
    if (sharpest.slack.greaterThan(slack)) slack = sharpest.slack;
    const same = changes.find((one) => one.minus(wanted).abs().lessThanOrEqualTo(sharpest.slack));
    if (!same) changes.push(wanted);
    supposition.change(place, same ?? wanted);
    isKept = supposition.settle();
  }
  const supposed = isKept ? supposition.outcome() : undefined;
  for (const one of supposition.looked) touched.add(one);
  if (!supposed || supposed.mended.length === 0) return undefined;
  const cells = [...row.figures].flatMap(([column, figure]): Place[] =>
    supposed.typed.has(cellKey(figure.address)) ? [{ row, column, figure }] : [],
  );
  return { supposed, cells, free: changes.length, slack };
}

/** The typed cells of a row with the equations that say they are off, those that leave least open first. */
function wantedIn(
  scene: Scene,
  row: RecognisedRow,
): { readonly place: Place; readonly judgements: Judgement[] }[] {
  const slack = ({ judgements }: { readonly judgements: readonly Judgement[] }) =>
    judgements.reduce(
      (least, one) => (one.slack.lessThan(least) ? one.slack : least),
      judgements[0]?.slack ?? ZERO,
    );
  return [...row.figures.keys()]
    .flatMap((number) => {
      const place = placeIn(row, number);
      if (!place || isFormula(scene, place)) return [];
      const judgements = failingOver(scene, row, place);
      return judgements.length > 0 ? [{ place, judgements }] : [];
    })
    .sort((a, b) => slack(a).comparedTo(slack(b)));
}

/** Failing equations over a cell that are not of its row alone: such say which row is off and by how much. */
function failingOver(scene: Scene, row: RecognisedRow, place: Place): Judgement[] {
  return scene.sources
    .over(place, scene)
    .filter(
      (one) =>
        isFailing(one) &&
        one.relation.operator === "=" &&
        one.relation.terms.some((term) => term.row !== row),
    );
}

function carried(scene: Scene, { typed }: Supposed, cells: readonly Place[]): Place[] {
  const own = new Set(cells.map(({ figure }) => cellKey(figure.address)));
  return [...typed].flatMap((key) => (own.has(key) ? [] : (scene.placeOf(key) ?? [])));
}

/** What a row's change is called by what it takes along and by what it holds. */
function kindOf(row: RecognisedRow, supposed: Supposed, cells: readonly Place[]): ActKind {
  if (supposed.typed.size > cells.length || supposed.open.length > 0) {
    const tables = new Set(
      [...supposed.typed].map((key) => key.slice(key.indexOf(",", key.indexOf(",") + 1))),
    );
    return tables.size > 1 ? "figureCopied" : "partnersStale";
  }
  if (row.children.length > 0 && partTwice(row, supposed, cells)) return "subtotalTwice";
  if (row.parent && holdsParent(row, supposed, cells)) return "totalInChild";
  return cells.length > 1 ? "totalsStale" : "figure";
}

/** The part of a total whose amounts are just what it has too much, in every column. */
function partTwice(
  row: RecognisedRow,
  { figures }: Supposed,
  cells: readonly Place[],
): RecognisedRow | undefined {
  return row.children.find((child) =>
    cells.every((place) => {
      const after = figures.get(cellKey(place.figure.address));
      const part = child.figures.get(place.column);
      const [now, then, own] = [place.figure, after, part].map((one) => one && amountIn(one));
      return now && then && own && !own.isZero() && now.minus(then).equals(own);
    }),
  );
}

/** Whether cells hold what the row above holds, as it stands or once its formulas have followed. */
function holdsParent({ parent }: RecognisedRow, { figures }: Supposed, cells: readonly Place[]): boolean {
  return cells.every(({ column, figure }) => {
    const now = parent?.figures.get(column);
    const above = now && (figures.get(cellKey(now.address)) ?? now);
    const [own, total] = [amountIn(figure), above && amountIn(above)];
    return own && total && !own.isZero() && own.equals(total);
  });
}

function toldOf(row: RecognisedRow, supposed: Supposed, cells: readonly Place[]): Pick<Candidate, "told"> {
  const part = row.children.length > 0 ? partTwice(row, supposed, cells) : undefined;
  const other = part ?? (row.parent && holdsParent(row, supposed, cells) ? row.parent : undefined);
  return other ? { told: { other } } : {};
}
