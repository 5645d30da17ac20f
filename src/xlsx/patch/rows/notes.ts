import type { RowEdit } from "../../../workbook/edit";
import { shiftedRow } from "../../../workbook/formula/rowShift";

const SHAPE = /<v:shape[\s>][\s\S]*?<\/v:shape\s*>/g;
const ROW = /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/;
const ANCHOR = /(<x:Anchor>)([^<]*)(<\/x:Anchor>)/;

/**
 * The drawing of notes once rows have come or gone: each note's shape stands at its cell, one whose cell is gone goes.
 * Read by patterns, since such parts are no well-formed XML in many files. Source: [MS-OI29500] 2.1.1756 (VML of notes).
 */
export function shiftNotesDrawing(text: string, edit: RowEdit): string {
  return text.replace(SHAPE, (shape) => {
    const row = Number(ROW.exec(shape)?.[2] ?? NaN);
    const after = shiftedRow(row, edit);
    if (!Number.isNaN(row) && after === undefined) return "";
    const moved = Number.isNaN(row)
      ? shape
      : shape.replace(ROW, (_, start: string, _row, end: string) => `${start}${after}${end}`);
    return moved.replace(ANCHOR, (_, start: string, list: string, end: string) => {
      const numbers = list.split(",");
      if (numbers.length !== 8) return start + list + end;
      // Left column and offset, top row and offset, right column and offset, bottom row and offset.
      for (const at of [2, 6]) numbers[at] = String(shiftedRow(Number(numbers[at]), edit) ?? edit.row);
      return start + numbers.map((one) => one.trim()).join(", ") + end;
    });
  });
}
