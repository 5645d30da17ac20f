import type { WriteCell } from "../workbook/edit";
import { needsTextFormat } from "../workbook/textInput";

/**
 * Asks for content to be put into cells, in the order given; the next sync does it. A string that Excel would read as
 * something else gets the text format before it comes, so that 2010301 stays a text.
 * @param sheets those that the writes name
 */
export function queueCells(sheets: ReadonlyMap<string, Excel.Worksheet>, writes: readonly WriteCell[]): void {
  for (const { sheet, row, column, content, numberFormat } of writes) {
    const cell = (sheets.get(sheet) as Excel.Worksheet).getRangeByIndexes(row, column, 1, 1);
    const format = numberFormat ?? (isRiskyText(content) ? "@" : undefined);
    if (format !== undefined) cell.numberFormat = [[format]];
    if (content === null) cell.values = [[""]];
    else if ("formula" in content) cell.formulas = [[content.formula]];
    else cell.values = [[content.value]];
  }
}

function isRiskyText(content: WriteCell["content"]): boolean {
  return (
    content !== null &&
    "value" in content &&
    typeof content.value === "string" &&
    needsTextFormat(content.value)
  );
}
