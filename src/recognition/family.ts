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
 * a tree of codes one whose code begins theirs, and the total where there is none. A row that stands among others without the
 * one it belongs under, as a line left over or a code typed wrong, does not part those below it from theirs. A blank row of a
 * tree, which may get any code, stands under the total.
 */
export function linkFamily<Row extends Relative<Row>>(rows: readonly Row[], side: SideDefinition): void {
  const total = rows.find(({ rule }) => rule.level === 0);
  let open: Row[] = [];
  for (const row of rows) {
    if (row === total) continue;
    const isLoose = row.isBlank === true && side.parents === "code";
    if (row.rule.kind === "单位" && !row.isBlank) open = [];
    const at = isLoose ? -1 : open.findLastIndex((above) => mayBeParent(above, row, side));
    row.parent = open[at] ?? total;
    row.parent?.children.push(row);
    if (row.isBlank) continue;
    const isOfTree = side.parents === "code" || row.rule.kind === "款";
    const isPassing = isOfTree && isStranger(row, open[at]);
    open = isPassing ? open.filter(({ rule }) => rule.level < row.rule.level) : open.slice(0, at + 1);
    open.push(row);
  }
}

/** Whether the row just above it in the tree, a 款 for a 项, is not there: its code is longer by more than one level. */
function isStranger<Row>({ code }: Relative<Row>, above: Relative<Row> | undefined): boolean {
  const start = above && code.startsWith(above.code) ? above.code.length : 0;
  return code.length > (start === 0 ? CLASS_DIGITS : start + LEVEL_DIGITS);
}

/** Digits of a 类, and of each level below it. */
const CLASS_DIGITS = 3;
const LEVEL_DIGITS = 2;

/** Codes decide where both rows have one of the same system; otherwise depth does. */
function mayBeParent<Row>(above: Relative<Row>, row: Relative<Row>, side: SideDefinition): boolean {
  if (above.rule.level >= row.rule.level) return false;
  const isTree = side.parents === "code" || (above.rule.kind === "类" && row.rule.kind === "款");
  return !isTree || above.rule.kind === "单位" || row.code.startsWith(above.code);
}
