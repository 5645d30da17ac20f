import type { SideDefinition } from "../tables/definition";
import { columnText } from "./columnText";
import type { ColumnMatch } from "./recognised";
import type { RowDraft } from "./rows";
import { saysNothing } from "./text";
import type { ReadSheet } from "./readSheet";

/** One sheet row as the sides of a table read it. */
export interface SideBySide {
  readonly sheet: ReadSheet;
  readonly columns: ReadonlyMap<number, ColumnMatch>;
  readonly sheetRow: number;
  readonly sides: readonly SideDefinition[];
}

/**
 * A list that goes on in blocks side by side may have the name of its total merged over them, the amount in the last: the
 * row belongs to the block with the amount. Other drafts stay as they are.
 * @param drafts what each side made of the row, in the order of the sides
 */
export function withTotalsBeside(
  row: SideBySide,
  drafts: readonly (RowDraft | undefined)[],
): readonly (RowDraft | undefined)[] {
  if (row.sides.every(({ continues }) => !continues)) return drafts;
  const placed = [...drafts];
  row.sides.forEach((side, at) => {
    const before = placed[at - 1];
    const isOpen = side.continues && !placed[at] && before?.rule.names && !before.rule.code;
    if (!isOpen || hasAmount(row, before.side) || !hasAmount(row, side)) return;
    placed[at] = { ...before, side };
    placed[at - 1] = undefined;
  });
  return placed;
}

function hasAmount({ sheet, columns, sheetRow }: SideBySide, { amountColumns }: SideDefinition): boolean {
  return amountColumns.some((number) => !saysNothing(columnText(sheet, columns, number, sheetRow)));
}
