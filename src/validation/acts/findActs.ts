import { cellKey } from "../cellKey";
import type { Checked } from "../checked";
import type { Followers } from "../following/followers";
import type { JudgementsAt } from "../judgementsAt";
import { findBlocks } from "../mistakes/misplaced";
import type { BlockMistake } from "../mistakes/misplaced";
import type { KeptChecks } from "../keptChecks";
import { Rejudging } from "../mistakes/rejudging";
import { isFailing } from "../outcome";
import type { MissingRow } from "../missingRows";
import type { Judgement } from "../outcome";
import { Effort } from "../system/effort";
import { standsUnread } from "../unreadRows";
import type { Candidate, FoundAct } from "./act";
import { columnsCopied, hiddenCopies, openCopies } from "./columnCopied";
import { rowsExchanged } from "./exchanged";
import { OffRows } from "./rowOff";
import { Rereading } from "./rereading";
import { rowsPassedOver } from "./passedOver";
import { provedGone, provedTooMany } from "./rowsProved";
import { doubledRows, rowActs } from "./rowStructure";
import type { Place, Scene } from "./scene";
import { Sources, withoutFormulas } from "./sources";
import { Supposition } from "./supposition";
import { blocksShifted } from "./shifted";
import { typedSlips } from "./slips";
import { textFigures } from "./textFigures";
import { oldTables } from "./tableOld";
import { Trials } from "./trial";

/** Acts told of one workbook. */
const MOST_ACTS = 8;

/** Terms of relations looked at in all (Effort). */
const MOST_LOOKED = 250_000;

/** Rows recognised and checked again with some of them put right, in all trials, and trials made of a small workbook. */
const MOST_TRIED = { rows: 8000, trials: 24 };

/** Equations that have to come to hold beyond those used up for figures that an act does not tell by itself. */
const LEAST_NET = 1;

export interface Acts {
  readonly acts: readonly FoundAct[];
  readonly blocks: readonly BlockMistake[];
  /** The relations as they stand once all of these are taken back. */
  readonly rest: readonly Judgement[];
  /** Rows that are missing because of an act. */
  readonly missing: ReadonlySet<MissingRow>;
}

/** How a checked workbook is looked into. */
export interface Lookups {
  readonly judgementsAt: JudgementsAt;
  /** The formulas that follow the cells of relations; undefined where there are none. */
  readonly followers: () => Followers | undefined;
  /** The place of a cell in its table, by cellKey. */
  readonly placeOf: Scene["placeOf"];
  /** What this and earlier checks of the workbook have worked out. */
  readonly kept: KeptChecks;
}

type Maker = (scene: Scene) => Candidate[];

/** Rows that are off; those whose relations are read as before are not tried again (Made). */
const rowsOff: Maker = (scene) => new OffRows().make(scene);

const MAKERS: readonly Maker[] = [
  textFigures,
  typedSlips,
  rowsPassedOver,
  rowsExchanged,
  columnsCopied,
  hiddenCopies,
  blocksShifted,
  rowsOff,
  oldTables,
  openCopies,
];

/**
 * The acts behind relations that do not hold and rows that are missing: each taken only where everything it touches holds
 * once it is taken back, more comes to hold than it takes to work out its figures, and no single cell would do as well.
 * Columns that are copies come first, as they look like blocks put one column off; then blocks and units; then all others.
 */
export function findActs(given: Checked, { judgementsAt, followers, placeOf, kept }: Lookups): Acts {
  const { workbook, tables, unread, judgements } = given;
  // A row that stands there unread is no row that is gone.
  const checked = { ...given, missing: given.missing.filter((row) => !standsUnread(row, unread)) };
  const reading = new Rereading(judgements, judgementsAt);
  const rejudging = new Rejudging();
  let sources: Sources | undefined;
  const search: Search = {
    checked,
    kept,
    reading,
    rejudging,
    effort: new Effort(MOST_LOOKED),
    placeOf,
    followers,
    sources: () => (sources ??= new Sources({ workbook, followers: followers(), rejudging, placeOf })),
  };
  const copies = takeActs(search, [columnsCopied], []);
  const now = reading.now();
  const { blocks, rest } = findBlocks(now, tables, workbook, {
    judgementsAt: reading.at,
    rejudging: search.rejudging,
  });
  reading.take(
    new Map(now.flatMap((one, place) => (one === rest[place] ? [] : [[one, rest[place] as Judgement]]))),
  );
  const rows = rowActsOf(search);
  const acts = [...copies, ...takeActs(search, MAKERS, rows)];
  const missing = new Set(acts.flatMap((act) => act.missing ?? []));
  return { acts, blocks, rest: reading.now(), missing };
}

/** Acts on rows; where one cell explains all that fails, only those that the rows themselves prove. */
function rowActsOf({
  checked,
  kept,
  reading,
  rejudging,
  followers,
  sources,
  effort,
  placeOf,
}: Search): Candidate[] {
  const failing = reading.now().filter(isFailing);
  const isMissing = checked.missing.some(({ kind }) => kind !== "total");
  if (failing.length === 0 && !isMissing) return [];
  const count = checked.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const most = Math.min(MOST_TRIED.trials, Math.ceil(MOST_TRIED.rows / (count + 1)));
  const trials = new Trials({ checked, effort, most, kept: kept.beside(), followers: followers() });
  const { workbook, tables } = checked;
  const scene = {
    workbook,
    tables,
    judgementsAt: reading.at,
    rejudging,
    failing,
    followers: followers(),
    sources: sources(),
    placeOf,
    effort,
  };
  const task = { checked, trials, scene };
  const isAlone = !isMissing && isOneCell(failing, withoutFormulas(scene));
  return [
    ...(isAlone ? doubledRows(task) : rowActs(task)),
    ...(failing.length === 0
      ? []
      : [...provedGone(scene, checked.missing), ...provedTooMany(scene, checked.missing)]),
  ];
}

interface Search {
  readonly checked: Checked;
  readonly kept: KeptChecks;
  readonly reading: Rereading;
  readonly rejudging: Rejudging;
  readonly effort: Effort;
  readonly placeOf: Scene["placeOf"];
  /** The formulas that follow the cells of relations; undefined where there are none. */
  readonly followers: () => Followers | undefined;
  readonly sources: () => Sources;
}

/** Takes the likeliest act, and looks again at what is left, until nothing is or no act explains it. */
function takeActs(search: Search, makers: readonly Maker[], rows: readonly Candidate[]): FoundAct[] {
  const { checked, reading, rejudging, effort, placeOf } = search;
  const { workbook, tables } = checked;
  const acts: FoundAct[] = [];
  const missing = new Set<MissingRow>();
  // What one wrong cell explains is looked for among all that could be it.
  const left = new Set<Judgement>();
  const made = new Made();
  while (acts.length < MOST_ACTS) {
    const failing = reading.now().filter((one) => isFailing(one) && !left.has(one));
    const isMissing =
      rows.length > 0 && checked.missing.some((row) => row.kind !== "total" && !missing.has(row));
    if (failing.length === 0 && !isMissing) break;
    const followers = search.followers();
    const judgementsAt = reading.at;
    const sources = search.sources();
    const scene = { workbook, tables, judgementsAt, rejudging, failing, followers, sources, placeOf, effort };
    const open = new Set(failing);
    const isOne = isOneCell(failing, scene);
    const fitting = rows.filter(
      (one) =>
        one.supposed.mended.every((judgement) => open.has(judgement) || !isFailing(judgement)) &&
        !(one.missing ?? []).some((row) => missing.has(row)) &&
        (!isOne || explainsAll(one, failing)),
    );
    // Where one cell does, nothing is simpler but what rows prove themselves.
    const used = isOne ? makers.filter((make) => make === textFigures || make === typedSlips) : makers;
    const [best, ...others] = likeliest(
      [...fitting, ...used.flatMap((make) => made.by(make, scene))].filter((one) =>
        made.isSimpler(one, scene),
      ),
      failing,
    );
    if (!best) break;
    const { judged, mended, left: unmended } = best.supposed;
    if (best.kind === "figure" && !best.isTold) for (const one of mended) left.add(one);
    else {
      acts.push({ ...best, others, failing: reading.originals([...mended, ...unmended]) });
      for (const row of best.missing ?? []) missing.add(row);
      reading.take(judged);
      made.forget(judged);
      if (mended.every((one) => !open.has(one)) && (best.missing ?? []).length === 0) break;
    }
  }
  return acts;
}

/** Whether an act on rows explains no less than one cell would: the row stands there twice, is missing, or nothing is left. */
function explainsAll({ cost, missing = [], supposed }: Candidate, failing: readonly Judgement[]): boolean {
  const mended = new Set(supposed.mended);
  return cost <= TWICE || missing.length > 0 || failing.every((one) => mended.has(one));
}

/** What makers have made, for as long as no relation is read otherwise. */
class Made {
  private readonly candidates = new Map<Maker, readonly Candidate[]>();
  private readonly simpler = new Map<Candidate, boolean>();
  private readonly offRows = new OffRows();

  /** The candidates of a maker that explain something of what is still open. */
  by(make: Maker, scene: Scene): Candidate[] {
    const known = this.candidates.get(make);
    const made = known ?? (make === rowsOff ? this.offRows.make(scene) : make(scene));
    this.candidates.set(make, made);
    if (!known) return [...made];
    const open = new Set(scene.failing);
    return made.filter(({ supposed }) => supposed.mended.some((one) => open.has(one)));
  }

  /** Whether a candidate is no more than it takes (isSimpler). */
  isSimpler(candidate: Candidate, scene: Scene): boolean {
    const known = this.simpler.get(candidate) ?? isSimpler(candidate, scene);
    this.simpler.set(candidate, known);
    return known;
  }

  /** Relations are read otherwise: what bears on them is made anew. */
  forget(judged: ReadonlyMap<Judgement, Judgement>): void {
    this.candidates.clear();
    this.offRows.forget(judged);
  }
}

/** The one that explains most, and those that explain as much, are no less likely and change other cells. */
function likeliest(candidates: readonly Candidate[], failing: readonly Judgement[]): Candidate[] {
  const isWhole = ({ supposed }: Candidate) => {
    const mended = new Set(supposed.mended);
    return failing.every((one) => mended.has(one));
  };
  // An act that leaves something takes another one for that.
  const worth = new Map(candidates.map((one) => [one, netOf(one) + (isWhole(one) ? 1 : 0)]));
  const fitting = [...candidates].sort(
    (a, b) =>
      (worth.get(b) ?? 0) - (worth.get(a) ?? 0) ||
      // Of one kind the fraction only says which is larger.
      Math.floor(a.cost) - Math.floor(b.cost) ||
      (a.stretch ?? 0) - (b.stretch ?? 0) ||
      b.supposed.mended.length - a.supposed.mended.length ||
      a.cost - b.cost,
  );
  const [best] = fitting;
  if (!best) return [];
  const explained = new Set(best.supposed.mended);
  const isAsGood = (one: Candidate) =>
    one === best ||
    (netOf(one) === netOf(best) &&
      one.cost === best.cost &&
      one.supposed.mended.length === explained.size &&
      one.supposed.mended.every((judgement) => explained.has(judgement)));
  const seen = new Set<string>();
  return fitting.filter((one) => {
    const cells = one.cells.map(({ figure }) => cellKey(figure.address)).sort();
    const key = `${one.kind} ${cells.join(" ")} ${one.told?.code ?? ""}`;
    const isNew = isAsGood(one) && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Equations that come to hold and are not used up; an inequality that does proves little, unless it holds to the last digit. */
function netOf({ supposed: { mended, judged }, missing = [], free, proofs = 0 }: Candidate): number {
  const isProof = (one: Judgement) =>
    one.relation.operator === "=" || judged.get(one)?.balance?.deviation.isZero() === true;
  return Math.max(mended.filter(isProof).length, proofs) + missing.length - free;
}

/** Whether no single cell would mend as much, and the act leaves next to nothing unexplained. */
function isSimpler(candidate: Candidate, scene: Scene): boolean {
  const { mended, left } = candidate.supposed;
  if (netOf(candidate) < LEAST_NET || left.length * 4 > mended.length) return false;
  if (candidate.cost <= CERTAIN || (candidate.missing ?? []).length > 0) return true;
  return candidate.kind === "figure" || !isOneCell(mended, scene);
}

/** Acts of no more cost than this are proved by what the cells hold: a row that stands there twice, one that others have. */
const CERTAIN = 4;

/** The cost of a row that stands there twice: no wrong cell looks like that. */
const TWICE = 2;

/** Whether one cell that all these relations speak of, through formulas too, could mend them by itself. */
function isOneCell(mended: readonly Judgement[], scene: Scene): boolean {
  const { sources, effort } = scene;
  const [first, ...others] = [...mended].sort((a, b) => sources.span(a) - sources.span(b));
  if (!first || sources.isSurelyApart(mended)) return false;
  const cells = new Map<string, Place>();
  for (const place of [...first.relation.terms, ...sources.typed(first)])
    cells.set(cellKey(place.figure.address), place);
  for (const [key, place] of cells) {
    effort.spend(1);
    if (others.some((one) => sources.factorOf(key, one).isZero())) continue;
    const supposition = new Supposition(scene, { reach: "none" });
    const by = supposition.wanted(place, first);
    if (!by) continue;
    supposition.change(place, by);
    if (supposition.outcome()?.mended.length === mended.length) return true;
  }
  return false;
}
