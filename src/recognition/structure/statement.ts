import type { RowRule } from "../../tables/definition";
import type { FigureGrid } from "../figureGrid";
import { kindOf } from "./proposal";
import type { ListModel, Proposal } from "./proposal";
import type { Numbering, RowFacts } from "./rowFacts";
import { sumOutcome } from "./sums";

/** A list of lines with names of their own, its figures by the place of the line among them. */
export interface Lines {
  readonly id: string;
  readonly facts: readonly RowFacts[];
  readonly grid: FigureGrid;
  /** Where its amount columns lie in the grid. */
  readonly columns: readonly number[];
  /** Kinds of row of the lists on its left; those of its own are added. */
  readonly taken: Set<string>;
  /** The code of a class of expenditure by its name. */
  readonly classOf: (name: string) => string | undefined;
}

/** A line with what it is called in relations, and the lines under it. */
interface Line {
  readonly at: number;
  readonly kind: string;
  readonly facts: RowFacts;
  readonly children: Line[];
  /** Heads the lines below it, if there are any. */
  readonly isHead?: true;
}

/**
 * A list in which every line is of its own kind: 收入, 支出 and 三公 with their parts and totals. Numbering says which lines
 * are parts of one above, words which are totals, and figures decide where that leaves a choice.
 */
export function statementModel(lines: Lines): ListModel {
  const { rules, kinds } = lineRules(lines);
  const nestings = [nest(lines.facts, kinds, false)];
  if (lines.facts[0]?.isTotal) nestings.push(nest(lines.facts, kinds, true));
  const readings = nestings
    .flatMap((plain) => [plain, underTotals(plain), underNumbers(plain)])
    .map((top) => sumsOf(lines, top));
  // Another nesting must be borne out in more places, not only contradicted in fewer: it may have no sums at all.
  const best = readings.reduce((first, next) =>
    next.worth > first.worth && next.held > first.held ? next : first,
  );
  return {
    rows: rules,
    parents: "position",
    proposals: best.sums.map((sum) => proposalOf(lines.id, sum)),
    total: best.total,
  };
}

/** What a line adds up. */
interface Sum {
  readonly total: Line;
  readonly parts: readonly Line[];
  readonly basis: Proposal["basis"];
}

/** All sums of a list as its lines are nested, and in how many columns they are borne out, less those where they are not. */
function sumsOf(
  lines: Lines,
  top: readonly Line[],
): { sums: Sum[]; worth: number; held: number; total: string | undefined } {
  const sums: Sum[] = [];
  const propose: Propose = (total, parts, basis) => {
    const amounts = parts.filter(({ facts }) => !isCount(facts));
    if (amounts.length > 0 && !isCount(total.facts)) sums.push({ total, parts: amounts, basis });
  };
  const visit = (line: Line): void => {
    propose(
      line,
      line.children.filter(({ facts }) => !facts.isPart || isFirst(line, facts)),
      "heading",
    );
    line.children.forEach(visit);
  };
  top.forEach(visit);
  const total = foldTotals(lines, top, propose);
  const worths = sums.map((sum) => fits(lines, sum.total, sum.parts));
  const held = worths.filter((worth) => worth > 0).length;
  return { sums, worth: worths.reduce((all, worth) => all + worth, 0), held, total };
}

/** 国内公务接待批次（个）, 公务用车保有量（辆）: no money. */
function isCount({ key }: RowFacts): boolean {
  return /\((个|人|人次|次|批次|辆|台|套|户|平方米|公里)\)$/.test(key);
}

function proposalOf(id: string, { total, parts, basis }: Sum): Proposal {
  const text = `[${total.kind}] = Σ[${[...new Set(parts.map(({ kind }) => kind))].join("|")}]`;
  return { relation: { id: `${id}.${text.replace(/[\s[\]]/g, "")}`, text }, basis };
}

/** The lines as they are where a 小计 stands above what it adds up: those up to the next one are under it. */
function underTotals(top: readonly Line[]): Line[] {
  const [first] = top;
  return gathered(top, (line) => line !== first && line.facts.isTotal);
}

/** The lines as they are where numbered ones head those without a number below them. */
function underNumbers(top: readonly Line[]): Line[] {
  return gathered(top, ({ facts }) => facts.numbering !== "none");
}

function gathered(top: readonly Line[], isHead: (line: Line) => boolean): Line[] {
  const found: Line[] = [];
  let head: Line | undefined;
  for (const line of top) {
    if (isHead(line)) found.push((head = { ...line, children: [...line.children], isHead: true }));
    else if (head && !line.facts.isTotal) head.children.push(line);
    else {
      head = undefined;
      found.push(line);
    }
  }
  return found;
}

/** 其中 in front of the first part of a line belongs to all of them. */
function isFirst({ children }: Line, facts: RowFacts): boolean {
  return children[0]?.facts === facts && children.length > 1;
}

/**
 * One rule a line; a name that stands there again is another kind. The classes of expenditure, which every office has others
 * of, are of one kind and stand for their codes.
 */
function lineRules({ facts, taken, classOf }: Lines): { rules: RowRule[]; kinds: string[] } {
  const counts = new Map<string, number>();
  for (const { key } of facts) counts.set(key, (counts.get(key) ?? 0) + 1);
  const classes = facts.map(({ key }) => (counts.get(key) === 1 ? classOf(key) : undefined));
  const areClasses =
    classes.filter((code) => code !== undefined).length >= LEAST_CLASSES && !taken.has(CLASS_LINE);
  const rules: RowRule[] = [];
  const kinds = facts.map(({ key, code }, at) => {
    const name = key === "" ? code : key;
    const standsFor = areClasses ? classes[at] : undefined;
    const kind = standsFor === undefined ? freeKind(kindOf(name), taken) : CLASS_LINE;
    taken.add(kind);
    const once = (counts.get(key) ?? 0) > 1 ? { isOnce: true } : {};
    rules.push({ kind, level: 1, names: [name], ...once, ...(standsFor === undefined ? {} : { standsFor }) });
    return kind;
  });
  return { rules, kinds };
}

/** The kind of row of a class of expenditure in a statement. */
const CLASS_LINE = "功能科目";
const LEAST_CLASSES = 2;

function freeKind(kind: string, taken: ReadonlySet<string>): string {
  if (!taken.has(kind)) return kind;
  let number = 2;
  while (taken.has(`${kind}(${number})`)) number++;
  return `${kind}(${number})`;
}

/**
 * The lines of the top, each with those that its numbering puts under it.
 * @param isLeadAlone nothing stands under a total in the first line, whatever it adds up
 */
function nest(facts: readonly RowFacts[], kinds: readonly string[], isLeadAlone: boolean): Line[] {
  const top: Line[] = [];
  /** The numbering of each depth, and the line that is open there. */
  let open: { numbering: Numbering; indent: number; line: Line }[] = [];
  const last = new Map<Numbering, number>();
  facts.forEach((own, at) => {
    const line: Line = { at, kind: kinds[at] ?? "", facts: own, children: [] };
    const before = top.at(-1);
    if (own.numbering === "none") {
      const under =
        own.isPart || (!own.isTotal && before && own.indent > before.facts.indent) ? before : undefined;
      if (under && !under.facts.isTotal) under.children.push(line);
      else {
        top.push(line);
        open = [{ numbering: "none", indent: own.indent, line }];
      }
      return;
    }
    const known = open.findIndex(({ numbering }) => numbering === own.numbering);
    const isTopNumbering = last.has(own.numbering);
    const continues = isTopNumbering && own.ordinal === (last.get(own.numbering) ?? 0) + 1;
    const restartsUnder =
      isTopNumbering && !continues && before?.facts.numbering === "none" && !before.facts.isTotal;
    const parent = known > 0 ? open[known - 1]?.line : known < 0 ? open.at(-1)?.line : undefined;
    const isTop = isTopNumbering
      ? continues || !restartsUnder
      : mayBeTop(parent, own, !isLeadAlone && top.length === 1);
    if (isTop || !parent) {
      last.set(own.numbering, own.ordinal);
      top.push(line);
      open = [{ numbering: own.numbering, indent: own.indent, line }];
      return;
    }
    parent.children.push(line);
    open = [
      ...(known > 0 ? open.slice(0, known) : open),
      { numbering: own.numbering, indent: own.indent, line },
    ];
  });
  return top;
}

/** The first numbered line below lines without a number begins the list, unless it says 其中 or a total stands above. */
function mayBeTop(parent: Line | undefined, own: RowFacts, isUnderLead: boolean): boolean {
  if (!parent || parent.facts.numbering !== "none" || own.isPart) return false;
  return own.numbering === "一、" && !(parent.facts.isTotal && isUnderLead);
}

type Propose = (total: Line, parts: readonly Line[], basis: Proposal["basis"]) => void;

/**
 * Finds what each total of the top adds up: all lines above it, the totals among them for their own lines, or those since
 * the total before; a first line that is a total adds up what follows. A line that no word calls a total is one where the
 * figures of several lines come to it. Gives the kind of the last one.
 */
function foldTotals(lines: Lines, top: readonly Line[], propose: Propose): string | undefined {
  let open: Line[] = [];
  let since: Line[] = [];
  let total: Line | undefined;
  const [first] = top;
  const leads = first?.facts.isTotal === true && first.children.length === 0 && top.length > 1;
  for (const [index, line] of top.entries()) {
    if (leads && index === 0) continue;
    const isLast = index === top.length - 1;
    const isPlain = line.children.length === 0 && !line.isHead;
    const isTotal = line.facts.isTotal && isPlain && open.length > 0;
    const isSum = !isTotal && isPlain && open.length > 1 && comesTo(lines, line, open, isLast);
    if (!isTotal && !isSum) {
      open.push(line);
      since.push(line);
      continue;
    }
    const isOfSince =
      since.length < open.length && since.length > 0 && fits(lines, line, since) > fits(lines, line, open);
    propose(line, isOfSince ? since : open, isTotal ? "heading" : "figures");
    open = isOfSince ? [...open.filter((one) => !since.includes(one)), line] : [line];
    since = [];
    total = line;
  }
  if (!leads || !first) return total?.kind;
  propose(first, open, "heading");
  return first.kind;
}

/** In how many columns a line is the sum of others, less those in which it is not. */
function fits({ grid, columns }: Lines, line: Line, parts: readonly Line[]): number {
  let worth = 0;
  for (const column of columns) {
    const outcome = sumOutcome(
      grid,
      [line.at, column],
      parts.map(({ at }) => [at, column] as const),
    );
    worth += outcome === "holds" || outcome === "bare" ? 1 : outcome === "fails" ? -1 : 0;
  }
  return worth;
}

function comesTo({ grid, columns }: Lines, line: Line, parts: readonly Line[], isLast: boolean): boolean {
  const outcomes = columns.map((column) =>
    sumOutcome(
      grid,
      [line.at, column],
      parts.map(({ at }) => [at, column] as const),
    ),
  );
  const isBorne = outcomes.some((outcome) => outcome === "holds" || (isLast && outcome === "bare"));
  return isBorne && !outcomes.includes("fails");
}
