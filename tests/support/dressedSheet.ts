import type { StoredCell, StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { cellToWrite } from "../../workbench/host/store";

/**
 * Gives the small 表6 of sheet.ts looks, heights, a hidden row, merged cells, conditional formats, a list and a name that reach to the
 * edges of its rows, as users have them: what has to come back with rows.
 */
export function dressSheet(store: WorkbookStore, sheet: StoredSheet): void {
  const line = { style: "thin", color: "#000000" } as const;
  for (const row of [8, 9, 10, 11]) {
    for (const column of [0, 1, 2, 3, 4, 5]) {
      const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
      sheet.cells.set(row, cells);
      const cell = cells.get(column) ?? { numberFormat: "General" };
      cells.set(column, cell);
      Object.assign(cell, {
        borders: { bottom: line, right: line },
        fontName: "宋体",
        fontSize: 10 + (row % 3),
        ...(row === 10 && { fill: "#FFFFFF", isBold: true, horizontal: "right", isWrapped: true }),
        ...(row === 11 && { isLocked: false, vertical: "center" }),
      });
    }
  }
  sheet.rowHeights.set(10, 33);
  sheet.hiddenRows.add(11);
  const rules = [
    ["{r1}", 6, 10],
    ["{r2}", 10, 10],
    ["{r3}", 5, 12],
  ] as const;
  for (const [id, firstRow, lastRow] of rules)
    sheet.conditionalFormats.push({
      id,
      type: "Custom",
      range: { firstRow, lastRow, firstColumn: 2, lastColumn: 4 },
      formula: `=C${firstRow + 1}<0`,
      stopIfTrue: false,
      fill: "#FFFF00",
      fontColor: "#FF0000",
      isBold: true,
    });
  for (const [row, firstColumn] of [
    [8, 9],
    [10, 8],
  ] as const)
    sheet.merges.push({ firstRow: row, lastRow: row, firstColumn, lastColumn: firstColumn + 2 });
  sheet.validations.push({
    range: { firstRow: 10, lastRow: 10, firstColumn: 0, lastColumn: 0 },
    list: "=$Z$40:$Z$49",
    isStrict: false,
    title: "科目",
    message: "请从清单中选",
  });
  for (const [name, lastRow, scope] of [
    ["明细", 12, undefined],
    ["末行", 10, undefined],
    ["本表末行", 10, sheet.id],
  ] as const)
    store.names.push({
      name,
      sheet: sheet.name,
      range: { firstRow: 6, lastRow, firstColumn: 0, lastColumn: 5 },
      ...(scope !== undefined && { scope }),
    });
}

/** Every line on the other cell of the two that it runs between, where it looks the same. */
export function turnLines(sheet: StoredSheet): void {
  const turned = [...sheet.cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, cell]) => {
      const { bottom, right } = cell.borders ?? {};
      delete cell.borders;
      return [
        ...(bottom ? [[row + 1, column, "top", bottom] as const] : []),
        ...(right ? [[row, column + 1, "left", right] as const] : []),
      ];
    }),
  );
  for (const [row, column, side, line] of turned) {
    const cell = cellToWrite(sheet, row, column);
    cell.borders = { ...cell.borders, [side]: line };
  }
}
