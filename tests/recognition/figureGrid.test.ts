import { Decimal } from "../../src/amounts/decimal";
import type { AmountUnit } from "../../src/amounts/unit";
import { FigureGrid, PLACE } from "../../src/recognition/figureGrid";
import { readFigures } from "../../src/recognition/figures";
import type { SideDefinition } from "../../src/tables/definition";
import type { Cell } from "../../src/workbook/snapshot";
import { randomFrom } from "../support/random";
import { sheetOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

const SIDE: SideDefinition = { nameColumn: 0, amountColumns: [1, 2], parents: "position", rows: [] };

/** The grid of rows of two columns, A and B. */
function gridOf(rows: readonly (readonly TestCell[])[], unit: AmountUnit = "万元") {
  const sheet = sheetOf("表", rows);
  const columns = new Map([
    [1, { sheetColumn: 0 }],
    [2, { sheetColumn: 1 }],
  ]);
  const grid = new FigureGrid(
    rows.map((_, sheetRow) => ({ side: SIDE, sheet, sheetRow })),
    columns,
    [SIDE],
    unit,
  );
  return { sheet, grid };
}

/** "123@2 /1": what is counted, its places, and what a step counts; "–" where nothing is counted, "?" where decimals tell. */
function told(grid: FigureGrid, row: number, column = 0): string {
  const kind = grid.kindAt(row, column);
  if (kind !== PLACE.amount && kind !== PLACE.textAmount) return kind === PLACE.none ? "–" : "✗";
  const count = grid.countAt(row, column);
  return Number.isNaN(count) ? "?" : `${count}@${grid.places} /${grid.stepAt(row, column)}`;
}

const as = (value: number | string, numberFormat: string) => ({ value, numberFormat });

describe("figures are counted in the finest step that a table prints", () => {
  it.each<[string, TestCell, AmountUnit, string]>([
    ["a figure with a format of two digits", as(1033.38, "#,##0.00"), "万元", "103338@2 /1"],
    ["one that prints fewer digits than it holds", as(725.7849, "0.00"), "万元", "72578@2 /1"],
    ["a negative one", as(-12.5, "#,##0.00;-#,##0.00"), "万元", "-1250@2 /1"],
    [
      "an accounting format",
      as(8.02, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '),
      "万元",
      "802@2 /1",
    ],
    ["a number without a format prints like the others", as(16, "General"), "万元", "16@0 /1"],
    ["a figure in 元", as(10_333_800.5, "#,##0.00"), "元", "1033380050@6 /1"],
    [
      "ten thousand millions of 元 with their 分",
      as(9_999_999_999_999.99, "0.00"),
      "元",
      "999999999999999@6 /1",
    ],
    ["in 亿元", as(1.25, "0.00"), "亿元", "125@-2 /1"],
    ["a sum of binary fractions", as(0.1 + 0.2, "0.00"), "万元", "30@2 /1"],
    ["an amount kept as text", "1,033.38", "万元", "103338@2 /1"],
    ["a tie is left to decimals, which round it as Excel does", as(1.005, "0.00"), "万元", "101@2 /1"],
    ["zeros behind the digits that are counted", as(1033.38, "0.00000000"), "万元", "1033380000@6 /NaN"],
    ["a dash counts nothing", "——", "万元", "–"],
    ["words are no amount", "见附件", "万元", "✗"],
    ["another unit in the cell is left to decimals", "12.5元", "万元", "?"],
    ["more digits than a number holds are left to decimals", "12345678901234567.89", "万元", "?"],
  ])("%s", (_, cell, unit, expected) => {
    expect(told(gridOf([[cell, undefined]], unit).grid, 0)).toBe(expected);
  });

  it("a cell that prints coarsely has a step of so many of the finest", () => {
    const { grid } = gridOf([[as(726, "#,##0"), as(0.25, "0.00")]]);
    expect([told(grid, 0), told(grid, 0, 1)]).toEqual(["72600@2 /100", "25@2 /1"]);
  });

  it("numbers without a format take over up to two digits of their neighbours", () => {
    const { grid } = gridOf([
      [as(16, "General"), as(0.25, "General")],
      [as(7, "0.0000"), undefined],
    ]);
    expect([told(grid, 0), told(grid, 1)]).toEqual(["160000@4 /100", "70000@4 /1"]);
  });
});

/** Cells of all kinds that a table has, and of kinds that it should not have. */
function randomCell(random: () => number): TestCell {
  const formats = [
    "General",
    "0.00",
    "#,##0",
    "#,##0.00;[Red]-#,##0.00",
    "0.000",
    "0%",
    "#,##0,",
    "@",
    "[>=100]0;0.0",
  ];
  const format = formats[Math.floor(random() * formats.length)] as string;
  const size = 10 ** Math.floor(random() * 9);
  const number = (random() - 0.3) * size;
  const kinds: (() => TestCell)[] = [
    () => as(Math.round(number * 100) / 100, format),
    () => as(number, format),
    () => as(Math.round(number), format),
    () => as(Math.round(number * 1000) / 1000 + 0.005, format),
    () => number.toFixed(Math.floor(random() * 4)),
    () => `${number.toFixed(2)}元`,
    () => ["-", "无", "约12", ""][Math.floor(random() * 4)] as string,
    () => undefined,
  ];
  return (kinds[Math.floor(random() * kinds.length)] as () => TestCell)();
}

it("where counts and decimals both tell a figure, they tell the same", () => {
  const random = randomFrom(2020);
  let counted = 0;
  for (let round = 0; round < 150; round++) {
    const unit = (["万元", "元", "亿元"] as const)[round % 3] as AmountUnit;
    const rows = Array.from({ length: 12 }, () => [randomCell(random), randomCell(random)]);
    const { sheet, grid } = gridOf(rows, unit);
    const cells = rows.flatMap((_, row) =>
      [0, 1].map((column) => ({
        address: { sheet: "表", row, column },
        cell: sheet.rows.get(row)?.get(column) as Cell | undefined,
      })),
    );
    readFigures(cells, unit).forEach((figure, index) => {
      const [row, column] = [Math.floor(index / 2), index % 2];
      expect(grid.figureAt(row, column)).toEqual(figure);
      const count = figure.kind === "amount" ? grid.countAt(row, column) : NaN;
      if (figure.kind !== "amount" || Number.isNaN(count)) return;
      counted++;
      const unitOfCount = new Decimal(10).pow(-grid.places);
      expect(unitOfCount.times(count)).toEqual(figure.value.plus(0));
      if (!figure.value.isZero() && !Number.isNaN(grid.stepAt(row, column)))
        expect(unitOfCount.times(grid.stepAt(row, column)).equals(figure.step)).toBe(true);
    });
  }
  expect(counted).toBeGreaterThan(1000);
});
