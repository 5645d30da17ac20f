import type { Edit, WriteCell } from "../../src/workbook/edit";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { NOT_CALCULATED } from "../../src/workbook/snapshot";
import { needsTextFormat } from "../../src/workbook/textInput";

/** The workbook as it is once its writeCell edits are carried out; formulas are not calculated. */
export function writtenWorkbook(workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  const writes = edits.filter((edit) => edit.kind === "writeCell");
  const unknown = writes.find((write) => !workbook.sheets.some(({ name }) => name === write.sheet));
  if (unknown) throw new Error(`no sheet ${unknown.sheet}`);
  const sheets = workbook.sheets.map((sheet) => {
    const own = writes.filter((write) => write.sheet === sheet.name);
    return own.length > 0 ? writtenSheet(sheet, own) : sheet;
  });
  return { ...workbook, sheets };
}

function writtenSheet(sheet: SheetSnapshot, writes: readonly WriteCell[]): SheetSnapshot {
  const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)] as const));
  for (const write of writes) {
    const cells = rows.get(write.row) ?? new Map<number, Cell>();
    rows.set(write.row, cells);
    const cell = written(write, cells.get(write.column)?.numberFormat ?? "General");
    if (cell) cells.set(write.column, cell);
    else cells.delete(write.column);
  }
  const byNumber = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b;
  const ordered = [...rows]
    .filter(([, cells]) => cells.size > 0)
    .sort(byNumber)
    .map(([row, cells]) => [row, new Map([...cells].sort(byNumber))] as const);
  return { ...sheet, rows: new Map(ordered) };
}

function written({ content, numberFormat }: WriteCell, before: string): Cell | undefined {
  const format = numberFormat ?? before;
  if (content === null) return undefined;
  if ("formula" in content)
    return { value: { error: NOT_CALCULATED }, formula: content.formula, numberFormat: format };
  const isText = typeof content.value === "string" && needsTextFormat(content.value);
  return { value: content.value, numberFormat: numberFormat ?? (isText ? "@" : before) };
}
