import { columnPaths, isColumn } from "../../../src/tables/definition";
import type { ColumnDefinition, HeaderNode, TableDefinition } from "../../../src/tables/definition";
import type { Content } from "./content";
import type { Habits } from "./habits";

/** How codes are written. indentation: not at all, names are set in by their level instead. */
export type CodeStyle = "own column" | "with name" | "levels" | "indentation";

/** A column that the table does not know. */
export interface ExtraColumn {
  readonly column: number;
  readonly heading: string;
  readonly holds: "count" | "words" | "percent" | "nothing";
}

/** Where the columns of a table stand. */
export interface ColumnPlan {
  readonly nodes: readonly HeaderNode[];
  readonly codes: CodeStyle;
  /** Printed column number → sheet column; those that the layout leaves out are absent. */
  readonly places: ReadonlyMap<number, number>;
  readonly extras: readonly ExtraColumn[];
  readonly first: number;
  readonly last: number;
}

/** Chooses which columns there are, in which order, and what stands between them. */
export function planColumns(content: Content, habits: Habits): ColumnPlan {
  const { definition } = content;
  const codes = chooseCodeStyle(content, habits);
  const kept = leaveOut(definition, habits);
  const moved = move(kept, habits);
  const isHidden = codes === "with name" || codes === "indentation";
  const nodes = isHidden ? without(moved, codeColumnOf(definition)) : moved;
  return { nodes, codes, ...place(nodes, definition, codes, habits) };
}

function place(
  nodes: readonly HeaderNode[],
  definition: TableDefinition,
  codes: CodeStyle,
  habits: Habits,
): Pick<ColumnPlan, "places" | "extras" | "first" | "last"> {
  const places = new Map<number, number>();
  const extras: ExtraColumn[] = [];
  const first = habits.has("offset", 0.2) ? 1 + habits.choose.below(3) : 0;
  let next = first;
  const add = (heading: string, holds: ExtraColumn["holds"]) =>
    extras.push({ column: next++, heading, holds });
  if (habits.has("序号", 0.15)) add("序号", "count");
  const spacer = habits.has("blank column", 0.08) ? 1 + habits.choose.below(nodes.length) : 0;
  const between = habits.has("column between", 0.08) ? 1 + habits.choose.below(nodes.length) : 0;
  nodes.forEach((node, index) => {
    if (index > 0 && index === spacer) add("", "nothing");
    if (index > 0 && index === between) add(habits.choose.pick(["备注", "说明", "经办处室"]), "words");
    for (const { number } of leavesOf([node])) {
      places.set(number, next);
      next += codes === "levels" && number === codeColumnOf(definition) ? 3 : 1;
    }
  });
  if (habits.has("备注列", 0.15)) add("备注", "words");
  if (habits.has("增减", 0.08)) add("比上年增减%", "percent");
  const [side] = definition.sides;
  if (codes === "with name" && side?.codeColumn !== undefined)
    places.set(side.codeColumn, places.get(side.nameColumn) ?? 0);
  return { places, extras, first, last: next - 1 };
}

function chooseCodeStyle({ definition, lines }: Content, habits: Habits): CodeStyle {
  const [side, second] = definition.sides;
  if (!side || second || side.codeColumn === undefined) return "own column";
  const kinds = new Set(lines.flatMap((line) => line.kinds));
  const coded = lines.filter(({ cells }) => cells.has(side.codeColumn ?? 0)).length;
  const isPlain = side.rows.every(({ codeColumns }) => codeColumns === undefined);
  if (!isPlain || coded * 2 <= lines.length) return "own column";
  if (habits.has("code with name", 0.1)) return "with name";
  const isTree = (kinds.has("项") || kinds.has("款")) && !kinds.has("单位") && !kinds.has("项目");
  if (isTree && habits.has("code in levels", 0.15)) return "levels";
  return isTree && habits.has("indentation alone", 0.08) ? "indentation" : "own column";
}

/** Now and then an office leaves a column out; never one of few. */
function leaveOut(definition: TableDefinition, habits: Habits): readonly HeaderNode[] {
  const optional = leavesOf(definition.header).filter(({ isOptional }) => isOptional);
  let nodes = definition.header;
  for (const { number } of optional)
    if (habits.has(`without column ${number}`, 0.5)) nodes = without(nodes, number);
  const amounts = leavesOf(nodes).filter(({ kind }) => kind === "amount");
  if (amounts.length < 6 || !habits.has("column missing", 0.1)) return nodes;
  const { number } = habits.choose.pick(amounts.slice(1));
  habits.note(`without column ${number}`);
  return without(nodes, number);
}

/** Columns of codes and words keep their place to the left; groups and single amounts may change places. */
function move(nodes: readonly HeaderNode[], habits: Habits): readonly HeaderNode[] {
  const isFixed = (node: HeaderNode) => isColumn(node) && node.kind !== "amount";
  const holdsFixed = (node: HeaderNode): boolean =>
    !isColumn(node) && leavesOf([node]).some((leaf) => leaf.kind !== "amount");
  const labels = nodes.map(({ label }) => label);
  // Columns under the same heading keep their order: nothing else tells them apart.
  const hasTwins = new Set(labels).size < labels.length;
  if (hasTwins || nodes.some(holdsFixed)) return nodes;
  const moved = habits.has("columns moved", 0.2)
    ? [...nodes.filter(isFixed), ...habits.choose.shuffle(nodes.filter((node) => !isFixed(node)))]
    : nodes;
  return habits.has("names behind figures", 0.06) ? namesBehind(moved, habits) : moved;
}

/** The names behind one of the columns of figures, or behind all of them. */
function namesBehind(nodes: readonly HeaderNode[], { choose }: Habits): readonly HeaderNode[] {
  const [name] = nodes.filter((node) => isColumn(node) && node.kind === "name");
  if (!name) return nodes;
  const others = nodes.filter((node) => node !== name);
  const first = others.findIndex((node) => leavesOf([node]).some(({ kind }) => kind === "amount"));
  const at = first + 1 + choose.below(others.length - first);
  return [...others.slice(0, at), name, ...others.slice(at)];
}

/** The columns of a heading from left to right. */
export function leavesOf(nodes: readonly HeaderNode[]): ColumnDefinition[] {
  return columnPaths(nodes).map(({ column }) => column);
}

/** The column of codes of a table's first side. */
export function codeColumnOf({ sides }: TableDefinition): number | undefined {
  return sides[0]?.codeColumn;
}

function without(nodes: readonly HeaderNode[], number: number | undefined): readonly HeaderNode[] {
  return nodes.flatMap((node): HeaderNode[] => {
    if (isColumn(node)) return node.number === number ? [] : [node];
    const children = without(node.children, number);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}
