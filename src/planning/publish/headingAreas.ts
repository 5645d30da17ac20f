import type { CellRange } from "../../workbook/address";

/**
 * The cells that each text of a heading covers, as merged cells leave them: a text reaches right over the blank cells beside
 * it that lie under the same text above, and down over rows that are blank under all of that.
 * @param texts by row and column, "" for a blank cell; all rows equally long
 * @returns one range for each text, in the order of rows and then columns
 */
export function headingAreas(texts: readonly (readonly string[])[]): CellRange[] {
  const owners = texts.map((row) => row.map((): number => -1));
  const areas: CellRange[] = [];
  texts.forEach((cells, firstRow) =>
    cells.forEach((text, firstColumn) => {
      if (text === "") return;
      const isUnderSame = (column: number) =>
        firstRow === 0 || owners[firstRow - 1]?.[column] === owners[firstRow - 1]?.[firstColumn];
      const isFree = (row: number, column: number) =>
        texts[row]?.[column] === "" && owners[row]?.[column] === -1;
      let lastColumn = firstColumn;
      while (isFree(firstRow, lastColumn + 1) && isUnderSame(lastColumn + 1)) lastColumn++;
      const isBlank = (row: number) => {
        for (let column = firstColumn; column <= lastColumn; column++) if (!isFree(row, column)) return false;
        return true;
      };
      let lastRow = firstRow;
      while (isBlank(lastRow + 1)) lastRow++;
      for (let row = firstRow; row <= lastRow; row++)
        for (let column = firstColumn; column <= lastColumn; column++)
          (owners[row] as number[])[column] = areas.length;
      areas.push({ firstRow, firstColumn, lastRow, lastColumn });
    }),
  );
  return areas;
}
