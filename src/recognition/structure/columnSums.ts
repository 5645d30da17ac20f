import { isColumn } from "../../tables/definition";
import type { HeaderNode } from "../../tables/definition";
import type { FigureGrid } from "../figureGrid";
import type { Proposal } from "./proposal";
import { sumOutcome } from "./sums";
import { isPartWord, isTotalHeading, isTotalWord } from "./words";

/** The amount columns of a list under their headings, and its figures. */
export interface HeadedFigures {
  readonly id: string;
  readonly header: readonly HeaderNode[];
  /** Printed numbers of its amount columns. */
  readonly amounts: readonly number[];
  readonly grid: FigureGrid;
  /** How many rows the grid has. */
  readonly rows: number;
}

/** A group of headings, or a column, as one addend: its total column, else its columns. */
interface Part {
  readonly label: string;
  readonly numbers: readonly number[];
}

const LEAST_ROWS = 2;
const LEAST_SHARE = 0.8;
/** One wrong row of a few is no reason to look for another sum of a total that words name. */
const LEAST_NAMED = 2 / 3;
/** Where so many rows come to the sum of several parts, one other row is a wrong figure and no other sum. */
const LEAST_SEVERAL = 3;

/**
 * What adds up across columns: a group's 合计 or 小计 is the sum of the group's other columns, each group among them with
 * its own total; the first column of a table is that of all others. Where no word names a total, the first or the last
 * column of a group is one if the figures of nearly all rows say so.
 */
export function columnSums(figures: HeadedFigures): Proposal[] {
  const proposals: Proposal[] = [];
  for (const header of byFacet(figures.header)) {
    const top = partsOf(figures, header, proposals);
    propose(figures, top, proposals, false);
  }
  return proposals;
}

/**
 * Headings under which every group is divided alike (合计 into 预算数 and 决算数, 接待费 into 预算数 and 决算数) add up for each
 * of these by itself: one tree of headings for each. Others are one tree.
 */
function byFacet(header: readonly HeaderNode[]): (readonly HeaderNode[])[] {
  const forms = new Map<string, number>();
  const count = (nodes: readonly HeaderNode[]): void => {
    for (const node of nodes) {
      if (isColumn(node)) continue;
      if (node.children.every(isColumn)) {
        const form = node.children.map(({ label }) => label).join("|");
        forms.set(form, (forms.get(form) ?? 0) + 1);
      } else count(node.children);
    }
  };
  count(header);
  const found = [...forms].find(
    ([form, times]) => times > 1 && form.includes("|") && !form.split("|").some(isTotalHeading),
  );
  if (!found) return [header];
  const [form] = found;
  return form.split("|").map((_, index) => facetOf(header, form, index));
}

function facetOf(nodes: readonly HeaderNode[], form: string, index: number): HeaderNode[] {
  return nodes.map((node) => {
    if (isColumn(node)) return node;
    const [...columns] = node.children.filter(isColumn);
    const isDivided =
      columns.length === node.children.length && columns.map(({ label }) => label).join("|") === form;
    const own = columns[index];
    return isDivided && own
      ? { ...own, label: node.label }
      : { ...node, children: facetOf(node.children, form, index) };
  });
}

/** The parts that a level of headings has, their own sums proposed on the way. */
function partsOf(figures: HeadedFigures, nodes: readonly HeaderNode[], proposals: Proposal[]): Part[] {
  return nodes.flatMap((node): Part[] => {
    if (isColumn(node)) {
      return figures.amounts.includes(node.number) ? [{ label: node.label, numbers: [node.number] }] : [];
    }
    const own = partsOf(figures, node.children, proposals);
    const [only, ...others] = own;
    if (!only) return [];
    if (others.length === 0)
      return [{ label: isTotalHeading(only.label) ? node.label : only.label, numbers: only.numbers }];
    const isNamed = own.some(({ label }) => isTotalHeading(label));
    // 其中：越秀 | 海珠 | … has no column for all of them.
    const total = isPartWord(node.label) && !isNamed ? undefined : propose(figures, own, proposals, true);
    // 小计 | 其中：政府采购: no sum of columns, and the group's amount all the same.
    const counted = own.filter(({ label }) => !isPartWord(label));
    return [{ label: node.label, numbers: total ?? counted.flatMap(({ numbers }) => numbers) }];
  });
}

/** Proposes the sum of a level; gives the number of its total column. */
function propose(
  figures: HeadedFigures,
  parts: readonly Part[],
  proposals: Proposal[],
  isGroup: boolean,
): readonly number[] | undefined {
  const found = findSum(figures, parts, isGroup);
  if (!found) return undefined;
  const { total, addends, basis } = found;
  const text = `c${total} = ${addends.map((number) => `c${number}`).join(" + ")}`;
  proposals.push({ relation: { id: `${figures.id}.${text.replace(/\s/g, "")}`, text }, basis });
  return [total];
}

interface Sum extends Pick<Proposal, "basis"> {
  readonly total: number;
  readonly addends: readonly number[];
}

function findSum(figures: HeadedFigures, parts: readonly Part[], isGroup: boolean): Sum | undefined {
  if (parts.length < 2) return undefined;
  const counted = parts.filter(({ label }) => !isPartWord(label));
  const named = counted.find(({ label, numbers }) => numbers.length === 1 && isTotalHeading(label));
  const at = named ? counted.indexOf(named) : 0;
  const sumFrom = (total: Part | undefined, own: readonly Part[], basis: Proposal["basis"]): Sum[] =>
    total?.numbers.length === 1 && own.length > 0
      ? [{ total: total.numbers[0] as number, addends: own.flatMap(({ numbers }) => numbers), basis }]
      : [];
  const basis = named ? "heading" : "figures";
  const [before, behind] = [counted.slice(0, at), counted.slice(at + 1)];
  const tries = [
    ...sumFrom(counted[at], [...before, ...behind], basis),
    // Columns behind the parts may be another matter: 上年数, 增减.
    ...behind
      .map((_, index) => sumFrom(counted[at], behind.slice(0, behind.length - index - 1), basis))
      .flat(),
    ...(named ? [] : sumFrom(counted.at(-1), counted.slice(0, -1), "figures")),
    // A total that is but the first of several parts is a copy of it.
  ].filter(
    ({ addends }) =>
      addends.length > 1 || (named && isTotalWord(named.label) && counted.length <= MOST_BESIDE_ONE),
  );
  const [first] = tries;
  const found = tries.find((sum) => isBorne(figures, sum)) ?? sumOfLast(first, before);
  // 预算总额 may be that of several years: it is a sum where its rows say so.
  const isSure = named !== undefined && isTotalWord(named.label);
  if (found || isSure) return found ?? first;
  if (named) return undefined;
  return first && mayBeByLayout(figures, first, isGroup) ? { ...first, basis: "layout" } : undefined;

  /** The columns before a total may begin with what is no part of it: 行驶里程, 缴费基数. */
  function sumOfLast(all: Sum | undefined, parts: readonly Part[]): Sum | undefined {
    if (!named || !all || isMostly(figures, all)) return undefined;
    return parts
      .slice(1)
      .flatMap((_, index) => sumFrom(counted[at], parts.slice(index + 1), basis))
      .find((sum) => sum.addends.length > 1 && isBorne(figures, sum, LEAST_NAMED));
  }
}

/** A total, its one part and a column of another matter. */
const MOST_BESIDE_ONE = 3;

interface Borne {
  held: number;
  /** With several parts that are not nothing. */
  several: number;
  failed: number;
}

function countBorne({ grid, rows }: HeadedFigures, { total, addends }: Sum): Borne {
  const borne = { held: 0, several: 0, failed: 0 };
  for (let row = 0; row < rows; row++) {
    const places = addends.map((number) => [row, grid.column(number)] as const);
    const outcome = sumOutcome(grid, [row, grid.column(total)], places);
    if (outcome === "holds") borne.several++;
    if (outcome === "holds" || outcome === "bare") borne.held++;
    else if (outcome === "fails") borne.failed++;
  }
  return borne;
}

/** Nearly all rows bear it out, more than one of them with several parts where no word names the total. */
function isBorne(figures: HeadedFigures, sum: Sum, share = LEAST_SHARE): boolean {
  const { held, several, failed } = countBorne(figures, sum);
  const isNearlyAll =
    held > 0 && (held >= (held + failed) * share || (several >= LEAST_SEVERAL && failed <= 1));
  return isNearlyAll && (sum.basis === "heading" || several >= LEAST_ROWS);
}

/** At least half of the rows bear it out. */
function isMostly(figures: HeadedFigures, sum: Sum): boolean {
  const { held, failed } = countBorne(figures, sum);
  return held >= failed;
}

/**
 * The first column of a group stands for all of it where nothing contradicts that, though no word says so and its rows have
 * but one part each.
 */
function mayBeByLayout(figures: HeadedFigures, sum: Sum, isGroup: boolean): boolean {
  const { held, several, failed } = countBorne(figures, sum);
  if (failed > 0 || sum.addends.length < 2) return false;
  // A table of a single row of figures says it there or nowhere.
  const isShort = several === figures.rows && figures.rows < LEAST_ROWS;
  return held >= LEAST_BY_LAYOUT || isShort || (isGroup && held === 0);
}

const LEAST_BY_LAYOUT = 3;
