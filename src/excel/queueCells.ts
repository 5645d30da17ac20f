import type { CellContent, WriteCell } from "../workbook/edit";
import { needsTextFormat } from "../workbook/textInput";

/**
 * A value as Excel has to be given it for a cell of a format, so that it stays what it is: a text that Excel would read as
 * something else, a formula above all, is kept by an apostrophe where the format does not keep it.
 */
export function keptAsText<T extends string | number | boolean>(value: T, numberFormat: string): T | string {
  return typeof value === "string" && numberFormat !== "@" && needsTextFormat(value) ? `'${value}` : value;
}

/**
 * Asks for content to be put into cells, in the order given; the next sync does it. A string that Excel would read as
 * something else gets the text format before it comes, so that 2010301 stays a text; where another format is asked for,
 * the apostrophe keeps it one.
 * @param sheets those that the writes name
 */
export function queueCells(sheets: ReadonlyMap<string, Excel.Worksheet>, writes: readonly WriteCell[]): void {
  for (const { sheet, row, column, content, numberFormat } of writes) {
    const cell = (sheets.get(sheet) as Excel.Worksheet).getRangeByIndexes(row, column, 1, 1);
    const isRisky = isRiskyText(content);
    const format = numberFormat ?? (isRisky ? "@" : undefined);
    // In a cell of the text format whatever comes is a text: there the format comes last.
    const isTextLast = format === "@" && content !== null && !isText(content);
    if (format !== undefined) cell.numberFormat = [[isTextLast ? "General" : format]];
    if (content === null) cell.values = [[""]];
    else if ("formula" in content) cell.formulas = [[content.formula]];
    else cell.values = [[isRisky && format !== "@" ? `'${String(content.value)}` : content.value]];
    if (isTextLast) cell.numberFormat = [["@"]];
  }
}

function isRiskyText(content: WriteCell["content"]): boolean {
  return content !== null && isText(content) && needsTextFormat(content.value);
}

function isText(content: CellContent): content is { readonly value: string } {
  return "value" in content && typeof content.value === "string";
}
