import { cellKey, cellNamed } from "../../src/validation/cellKey";

it.each(["表6", "收入,支出", "1,2,3", ""])("reads back the cell of a sheet named %j", (sheet) => {
  const cell = { sheet, row: 12, column: 0 };
  expect(cellNamed(cellKey(cell))).toEqual(cell);
});
