import type { CellContent, LiveEdit, WriteCell, WriteSetting } from "../workbook/edit";
import type { Cell, WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress, isErrorValue } from "../workbook/snapshot";

/**
 * The edits that take others back: every cell written gets what the snapshot from before has there, once each, the last
 * written first, and every setting its text. Marks are left out, since 清除标记 takes them out. A cell that was blank becomes blank; the text format
 * it may have taken with its content stays, as a snapshot does not hold the formats of blank cells.
 */
export function inverseEdits(
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
): (WriteCell | WriteSetting)[] {
  const keys = new Set(edits.flatMap((edit) => (edit.kind === "writeSetting" ? [edit.key] : [])));
  const settings = [...keys].map((key): WriteSetting => {
    return { kind: "writeSetting", key, value: before.settings?.[key] ?? null };
  });
  const written = new Map<string, WriteCell>();
  for (const edit of edits) {
    if (edit.kind === "writeCell") written.set(`${edit.row},${edit.column},${edit.sheet}`, edit);
  }
  const cells = [...written.values()].reverse().map(({ sheet, row, column }): WriteCell => {
    const cell = cellAtAddress(before, { sheet, row, column });
    const place = { kind: "writeCell" as const, sheet, row, column };
    return cell
      ? { ...place, content: contentOf(cell), numberFormat: cell.numberFormat }
      : { ...place, content: null };
  });
  return [...cells, ...settings];
}

/** An error that was typed comes back as a formula, the only way of writing one. */
function contentOf({ value, formula }: Cell): CellContent {
  if (formula !== undefined) return { formula };
  return isErrorValue(value) ? { formula: `=${value.error}` } : { value };
}
