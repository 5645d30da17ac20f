import type { RowRule } from "../../tables/definition";
import type { FigureGrid } from "../figureGrid";
import { totalRules } from "./codeTree";
import { headRules, HIGHEST, tiersOf } from "./heads";
import type { ListModel, Proposal } from "./proposal";
import type { RowFacts } from "./rowFacts";
import { sumOutcome } from "./sums";
import type { Place } from "./sums";

/** A list of items with its figures, by the place of the row among them. */
export interface Items {
  readonly id: string;
  readonly facts: readonly RowFacts[];
  readonly grid: FigureGrid;
  readonly columns: readonly number[];
}

const ITEM: RowRule = { kind: "项目", level: 1 };

/** A list of items, such as projects, with a total above or below them or none; in groups where its figures say so. */
export function flatModel(items: Items): ListModel {
  const { id, facts } = items;
  const { rules, whole } = totalRules(facts);
  const own = facts.flatMap(({ isTotal }, at) => (isTotal ? [] : [at]));
  const propose = (texts: readonly string[]): Proposal[] =>
    texts.map((text, index) => ({
      relation: { id: `${id}.tree${index === 0 ? "" : index + 1}`, text },
      basis: "heading",
    }));
  const isListed = isSumOf(items, own);
  const headed = isListed ? undefined : headedItems(items);
  if (headed) {
    const kinds = headed.heads.map(({ kind }) => kind);
    const total = whole ? [`[${whole.kind}] = Σ[>${kinds[0]}]`] : [];
    const below = kinds.length === 1 ? headed.item.kind : "";
    return {
      rows: [...rules, headed.item, ...headed.heads],
      parents: "position",
      proposals: propose([...total, `[${kinds.join("|")}] = Σ[>${below}]`]),
      total: whole?.kind,
    };
  }
  const groups = isListed ? undefined : findGroups(items, own);
  if (groups) {
    const names = [...new Set(groups.map(({ head }) => facts[head]?.key ?? ""))];
    const group: RowRule = { kind: HIGHEST, level: 1, names };
    const texts = [...(whole ? [`[${whole.kind}] = Σ[>${HIGHEST}]`] : []), `[${HIGHEST}] = Σ[>项目]`];
    return {
      rows: [...rules, group, { ...ITEM, level: 2 }],
      parents: "position",
      proposals: propose(texts),
      total: whole?.kind,
    };
  }
  return {
    rows: [...rules, ITEM],
    parents: "position",
    // Rows that go on with the one above, such as its other year, are no items of a sum.
    proposals: propose(
      whole && (isListed || facts.every(({ isUnnamed, isTotal }) => isTotal || !isUnnamed))
        ? [`[${whole.kind}] = Σ[>项目]`]
        : [],
    ),
    total: whole?.kind,
  };
}

/**
 * Rows that fill one column of words and stand above rows that fill more of them: a unit or a kind of projects, and what it
 * spends money on. The latter are told by columns that no head fills.
 */
function headedItems(
  items: Items,
): { readonly heads: readonly RowRule[]; readonly item: RowRule } | undefined {
  const own = items.facts.filter(({ isTotal }) => !isTotal);
  const isHead = ({ says }: RowFacts) => says.length === 1;
  const tiers = tiersOf(own, isHead);
  const heads = tiers && headRules(tiers);
  if (!heads) return undefined;
  const ofHeads = new Set(own.filter(isHead).flatMap(({ says }) => says));
  const below = own.filter((one) => !isHead(one));
  const telling = [...new Set(below.flatMap(({ says }) => says))].filter((number) => !ofHeads.has(number));
  const isTold = below.every(({ says }) => says.some((number) => telling.includes(number)));
  return isTold && someAddsUp(items, isHead)
    ? { heads, item: { ...ITEM, level: heads.length + 1, filled: telling } }
    : undefined;
}

/** One head at least is what the rows below it come to, in some column: a row that merely lacks a word heads nothing. */
function someAddsUp({ facts, grid, columns }: Items, isHead: (row: RowFacts) => boolean): boolean {
  const parts: number[] = [];
  for (let at = facts.length - 1; at >= 0; at--) {
    const row = facts[at] as RowFacts;
    if (row.isTotal) continue;
    if (!isHead(row)) {
      parts.push(at);
      continue;
    }
    const outcomes = columns.map((column) =>
      sumOutcome(
        grid,
        [at, column],
        parts.map((part): Place => [part, column]),
      ),
    );
    if (parts.length > 0 && outcomes.some((one) => one === "holds" || one === "bare")) return true;
    parts.length = 0;
  }
  return false;
}

/** The total of the list is the sum of all its rows, in one column at least and against none. */
function isSumOf({ facts, grid, columns }: Items, own: readonly number[]): boolean {
  const total = facts.findIndex(({ isTotal }) => isTotal);
  if (total < 0) return true;
  const outcomes = columns.map((column) =>
    sumOutcome(
      grid,
      [total, column],
      own.map((at): Place => [at, column]),
    ),
  );
  return outcomes.includes("holds") || !outcomes.includes("fails");
}

interface Group {
  readonly head: number;
  readonly parts: readonly number[];
}

/**
 * The list as rows that are each the sum of those below them up to the next such row, as most of its columns say; undefined
 * where it is none such.
 */
function findGroups(items: Items, own: readonly number[]): readonly Group[] | undefined {
  const found = new Map<string, { readonly groups: readonly Group[]; count: number }>();
  for (const column of items.columns) {
    const groups = groupsIn(items, column, own);
    const key = groups?.map(({ head }) => head).join() ?? "";
    const known = found.get(key);
    if (known) known.count++;
    else if (groups) found.set(key, { groups, count: 1 });
  }
  const [first] = [...found.values()].sort((a, b) => b.count - a.count);
  return first?.groups;
}

function groupsIn({ grid }: Items, column: number, own: readonly number[]): readonly Group[] | undefined {
  const groups: Group[] = [];
  for (let at = 0; at < own.length;) {
    const head = own[at] as number;
    const wanted = grid.countAt(head, column);
    let end = at + 1;
    let sum = 0;
    while (end < own.length && sum < wanted) sum += grid.countAt(own[end++] as number, column);
    if (!(wanted > 0) || sum !== wanted) return undefined;
    groups.push({ head, parts: own.slice(at + 1, end) });
    at = end;
  }
  const isTelling = groups.some(({ parts }) => parts.length > 1);
  return groups.length > 1 && isTelling ? groups : undefined;
}
