import type { CellAddress } from "../../workbook/address";
import type { CellContent, WriteCell } from "../../workbook/edit";
import type { Cell, WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress, isErrorValue } from "../../workbook/snapshot";
import type { MessageRef } from "../../messages/messageRef";
import type { Mend } from "./mend";

/** What is to be written, by cell. */
export interface Wanted {
  readonly address: CellAddress;
  /** Null empties the cell. */
  readonly content: CellContent | null;
  readonly numberFormat?: string;
}

/** A mend that writes these cells, with what stands in them now; undefined when it would change nothing. */
export function mendOf(
  label: MessageRef,
  wanted: readonly Wanted[],
  workbook: WorkbookSnapshot,
): Mend | undefined {
  const changes = wanted
    .map((one) => ({
      ...one,
      from: contentText(cellAtAddress(workbook, one.address)),
      to: textOf(one.content),
    }))
    .filter(
      ({ address, content, from, to, numberFormat }) =>
        from !== to || numberFormat !== undefined || isOtherKind(content, cellAtAddress(workbook, address)),
    );
  if (changes.length === 0) return undefined;
  return {
    label,
    cells: changes.map(({ address: { sheet, row, column }, content, from, to }) => ({
      sheet,
      row,
      column,
      from,
      to,
      ...(content && "value" in content && typeof content.value === "number" && { isAmount: true as const }),
    })),
    edits: changes.map(({ address: { sheet, row, column }, content, numberFormat }): WriteCell => ({
      kind: "writeCell",
      sheet,
      row,
      column,
      content,
      ...(numberFormat !== undefined && { numberFormat }),
    })),
  };
}

/** True for a number in place of a text that reads the same. */
function isOtherKind(content: CellContent | null, cell: Cell | undefined): boolean {
  return (
    content !== null && "value" in content && cell !== undefined && typeof content.value !== typeof cell.value
  );
}

/** A cell's content as a user types it: its formula, else its value; "" for a blank cell. */
export function contentText(cell: Cell | undefined): string {
  if (!cell) return "";
  if (cell.formula !== undefined) return cell.formula;
  return isErrorValue(cell.value) ? cell.value.error : String(cell.value);
}

/** True where a sheet has any formula: among values a formula would be the only one. */
export function hasFormulas(name: string, workbook: WorkbookSnapshot): boolean {
  const sheet = workbook.sheets.find((one) => one.name === name);
  for (const cells of sheet?.rows.values() ?? [])
    for (const { formula } of cells.values()) if (formula !== undefined) return true;
  return false;
}

function textOf(content: CellContent | null): string {
  if (content === null) return "";
  return "formula" in content ? content.formula : String(content.value);
}
