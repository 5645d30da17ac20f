import type { RowRule, SideDefinition } from "../tables/definition";

/** What the place of a row among the others of its list is told by, and what it comes to. */
export interface Relative<Row> {
  readonly rule: RowRule;
  readonly code: string;
  /** Nothing is typed in it yet: others do not stand under it. */
  readonly isBlank?: boolean;
  parent: Row | undefined;
  readonly children: Row[];
}

/**
 * Gives the rows of a list, from top to bottom, their parents and children: the nearest row above of a smaller level, in
 * a tree of codes one whose code begins theirs, and the total where there is none. A blank row of a tree, which may get any
 * code, stands under the total.
 */
export function linkFamily<Row extends Relative<Row>>(rows: readonly Row[], side: SideDefinition): void {
  const total = rows.find(({ rule }) => rule.level === 0);
  const open: Row[] = [];
  for (const row of rows) {
    if (row === total) continue;
    const isLoose = row.isBlank === true && side.parents === "code";
    if (row.rule.kind === "单位" && !row.isBlank) open.length = 0;
    const at = isLoose ? -1 : open.findLastIndex((above) => mayBeParent(above, row, side));
    row.parent = open[at] ?? total;
    row.parent?.children.push(row);
    if (row.isBlank) continue;
    open.length = at + 1;
    open.push(row);
  }
}

/** Codes decide where both rows have one of the same system; otherwise depth does. */
function mayBeParent<Row>(above: Relative<Row>, row: Relative<Row>, side: SideDefinition): boolean {
  if (above.rule.level >= row.rule.level) return false;
  const isTree = side.parents === "code" || (above.rule.kind === "类" && row.rule.kind === "款");
  return !isTree || above.rule.kind === "单位" || row.code.startsWith(above.code);
}
