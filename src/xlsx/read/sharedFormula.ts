import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";

/**
 * What matters in a formula, tried in this order: texts, quoted sheet names and brackets (columns of Excel's own tables,
 * other workbooks), which stay; cells ($B$2); the ends of whole columns (B:D) and of whole rows (2:4).
 */
const TOKEN = new RegExp(
  [
    /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]/,
    /(?<![\w.$\u0080-\uffff])(?<c>\$?)(?<letters>[A-Za-z]{1,3})(?<r>\$?)(?<digits>\d{1,7})(?![\w.(!\u0080-\uffff])/,
    /(?<![\w.$\u0080-\uffff])(?<c1>\$?)(?<from>[A-Za-z]{1,3}):(?<c2>\$?)(?<to>[A-Za-z]{1,3})(?![\w.(!$\u0080-\uffff])/,
    /(?<![\w.$\u0080-\uffff])(?<r1>\$?)(?<top>\d{1,7}):(?<r2>\$?)(?<bottom>\d{1,7})(?![\w.(!$\u0080-\uffff])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

type Parts = Readonly<Record<string, string | undefined>>;

/**
 * Files write a formula that is filled over several cells once and let the others refer to it. This gives the formula
 * as one of the others has it: relative references move along, $ ones, texts and names stay. A reference that leaves
 * the sheet becomes #REF!. Source: ECMA-376 part 1, 18.3.1.40.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token, ...rest) => {
    const parts = rest.at(-1) as Parts;
    if (parts["letters"] !== undefined) {
      // A name such as XFE1 is beyond the last column, so it is no cell.
      if (columnIndex(parts["letters"]) >= MAX_COLUMNS) return token;
      const column = movedColumn(parts["c"], parts["letters"], columns);
      const row = movedRow(parts["r"], parts["digits"], rows);
      return column === undefined || row === undefined ? "#REF!" : column + row;
    }
    if (parts["from"] !== undefined) {
      return span(
        movedColumn(parts["c1"], parts["from"], columns),
        movedColumn(parts["c2"], parts["to"], columns),
      );
    }
    if (parts["top"] === undefined) return token;
    return span(movedRow(parts["r1"], parts["top"], rows), movedRow(parts["r2"], parts["bottom"], rows));
  });
}

function span(first: string | undefined, last: string | undefined): string {
  return first === undefined || last === undefined ? "#REF!" : `${first}:${last}`;
}

function movedColumn(fixed = "", letters = "", by: number): string | undefined {
  const column = columnIndex(letters) + (fixed ? 0 : by);
  return column >= 0 && column < MAX_COLUMNS ? fixed + columnLetters(column) : undefined;
}

function movedRow(fixed = "", digits = "", by: number): string | undefined {
  const row = Number(digits) - 1 + (fixed ? 0 : by);
  return row >= 0 && row < MAX_ROWS ? fixed + String(row + 1) : undefined;
}
