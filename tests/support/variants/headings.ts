import { isColumn } from "../../../src/tables/definition";
import type { ColumnDefinition, HeaderNode } from "../../../src/tables/definition";
import { leavesOf } from "./columns";
import type { ColumnPlan } from "./columns";
import type { Habits } from "./habits";
import { plain, put, text } from "./rows";
import type { Row } from "./rows";

/** Headings of code columns that no definition lists one by one. */
const CODE_HEADINGS = ["支出功能分类科目编码", "科目代码", "项目编码", "功能分类科目编码"];
/** A heading over all amounts that the table does not have. */
const OVER_ALL = ["2020年预算安排情况", "资金来源及支出安排", "预算数"];

/** The heading rows and, where the office prints them, the row of column numbers. */
export function headingRows(
  plan: ColumnPlan,
  codeColumn: number | undefined,
  unit: string,
  habits: Habits,
): Row[] {
  const words = new Map<HeaderNode, string>();
  const wordsOf = (node: HeaderNode) => {
    let own = words.get(node);
    if (own === undefined) words.set(node, (own = heading(node, codeColumn, habits)));
    return own;
  };
  const isLevels = plan.codes === "levels";
  const isFlat = depthOf(plan.nodes) > 1 && !isLevels && habits.has("headings in one row", 0.07);
  const rows = isFlat
    ? [flatRow(plan, wordsOf, habits)]
    : treeRows(plan, wordsOf, isLevels ? codeColumn : undefined, habits);
  const last = rows.at(-1) as Row;
  if (habits.has("unit in a heading", 0.06)) nameUnit(rows, plan, unit);
  for (const { column, heading: extra } of plan.extras) put(rows[0] as Row, column, text(extra));
  if (rows.length < 4 && habits.has("heading over all", 0.07)) rows.unshift(overAll(plan, habits));
  if (habits.has("note among the headings", 0.04) && rows.length > 1)
    rows.splice(1, 0, new Map([[plan.last, text("（金额保留两位小数）")]]));
  if (habits.has("column numbers", 0.5)) rows.push(columnNumbers(plan, last, habits));
  return rows;
}

/** One row of headings a level, groups over their columns. */
function treeRows(
  plan: ColumnPlan,
  wordsOf: (node: HeaderNode) => string,
  levelled: number | undefined,
  habits: Habits,
): Row[] {
  const depth = Math.max(depthOf(plan.nodes), levelled === undefined ? 0 : depthTo(plan.nodes, levelled) + 1);
  const rows = Array.from({ length: depth }, (): Row => new Map());
  const isRepeated = habits.has("headings repeated", 0.2);
  const isLow = !isRepeated && habits.has("headings at the foot", 0.05);
  const isCentred = !isRepeated && !isLow && habits.has("groups in the middle", 0.08);
  const visit = (nodes: readonly HeaderNode[], level: number) => {
    for (const node of nodes) {
      const own = leavesOf([node]).map(({ number }) => plan.places.get(number) ?? 0);
      const first = Math.min(...own);
      if (isColumn(node) && node.number === levelled) {
        put(rows[level] as Row, first, text(wordsOf(node)));
        ["类", "款", "项"].forEach((name, index) => put(rows[level + 1] as Row, first + index, text(name)));
      } else if (isColumn(node)) {
        for (let row = level; row < depth; row++)
          if (isRepeated || row === (isLow ? depth - 1 : level))
            put(rows[row] as Row, first, text(wordsOf(node)));
      } else {
        const place = isCentred ? own.sort((a, b) => a - b)[(own.length - 1) >> 1] : first;
        for (const column of own)
          if (column === place || isRepeated) put(rows[level] as Row, column, text(wordsOf(node)));
        visit(node.children, level + 1);
      }
    }
  };
  visit(plan.nodes, 0);
  return rows;
}

/** Group and column in one cell: 财政拨款小计, 财政拨款-一般公共预算. */
function flatRow(plan: ColumnPlan, wordsOf: (node: HeaderNode) => string, { choose }: Habits): Row {
  const row: Row = new Map();
  const joint = choose.pick(["", "-", "\n", "—"]);
  const visit = (nodes: readonly HeaderNode[], above: string) => {
    for (const node of nodes) {
      const words = wordsOf(node);
      if (isColumn(node))
        put(
          row,
          plan.places.get(node.number) ?? 0,
          text(isAmount(node) && above ? above + joint + words : words),
        );
      else visit(node.children, words);
    }
  };
  visit(plan.nodes, "");
  return row;
}

const isAmount = ({ kind }: ColumnDefinition) => kind === "amount";

function overAll(plan: ColumnPlan, { choose }: Habits): Row {
  const amounts = leavesOf(plan.nodes)
    .filter(isAmount)
    .map(({ number }) => plan.places.get(number) ?? 0);
  return new Map([[Math.min(...amounts), text(choose.pick(OVER_ALL))]]);
}

/** 合计（元） over the first amount. */
function nameUnit(rows: readonly Row[], plan: ColumnPlan, unit: string): void {
  const amounts = leavesOf(plan.nodes)
    .filter(isAmount)
    .map(({ number }) => plan.places.get(number) ?? 0);
  const own = rows.findLast((row) => row.has(Math.min(...amounts)));
  const cell = own?.get(Math.min(...amounts));
  if (own && cell) own.set(Math.min(...amounts), text(`${String(cell.value)}（${unit}）`));
}

function columnNumbers(plan: ColumnPlan, headings: Row, { choose }: Habits): Row {
  const row: Row = new Map();
  const asNumbers = choose.chance(0.5);
  [...plan.places.values()]
    .sort((a, b) => a - b)
    .forEach((column, index) => {
      put(row, column, asNumbers ? plain(index + 1) : text(String(index + 1)));
    });
  return headings.size > 0 ? row : new Map();
}

function heading(node: HeaderNode, codeColumn: number | undefined, habits: Habits): string {
  const { choose } = habits;
  let words = node.label;
  if (node.synonyms && choose.chance(0.15)) {
    habits.note(`synonym of ${node.label}`);
    words = choose.pick(node.synonyms);
  }
  if (isColumn(node) && node.number === codeColumn && node.systems?.[0] === "functional")
    if (habits.has("code heading of the same meaning", 0.2)) words = choose.pick(CODE_HEADINGS);
  if (words.startsWith("年预算") && choose.chance(0.7)) words = `2020${words}`;
  if (words.length > 3 && choose.chance(0.2)) words = `${words.slice(0, 2)}\n${words.slice(2)}`;
  if (words.length === 2 && choose.chance(0.2)) words = `${words[0]}  ${words[1]}`;
  return choose.chance(0.3) ? words.replace(/\(/g, "（").replace(/\)/g, "）") : words;
}

function depthOf(nodes: readonly HeaderNode[]): number {
  return Math.max(...nodes.map((node) => (isColumn(node) ? 1 : 1 + depthOf(node.children))));
}

/** The level of a column in a heading, 1 for the topmost. */
function depthTo(nodes: readonly HeaderNode[], number: number): number {
  for (const node of nodes) {
    if (isColumn(node) && node.number === number) return 1;
    if (!isColumn(node) && leavesOf([node]).some((column) => column.number === number))
      return 1 + depthTo(node.children, number);
  }
  return 0;
}
