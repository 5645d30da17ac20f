import { learnableTables } from "../../../src/actions/learnTables";
import { readOwnSets } from "../../../src/actions/ownSets";
import { checkSnapshot } from "../../../src/actions/validate";
import type { Finding } from "../../../src/validation/finding";
import { formatA1 } from "../../../src/workbook/address";
import { CODED_TABLES } from "../../support/oddTables/codedTables";
import { HEADED_TABLES } from "../../support/oddTables/headedTables";
import { NAMED_TABLES } from "../../support/oddTables/namedTables";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

type Rows = readonly (readonly TestCell[])[];

const told = (rows: Rows): Finding[] =>
  checkSnapshot(workbookOf(sheetOf("表", rows))).findings.filter(
    ({ severity }) => severity === "error" || severity === "warning",
  );

const isShare = (cell: TestCell) =>
  typeof cell === "object" && "numberFormat" in cell && /%/.test(cell.numberFormat);

/** The figures of a table, by row and column. */
function figuresOf(rows: Rows): [row: number, column: number, value: number][] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): [number, number, number][] => {
      const value = typeof cell === "object" && "value" in cell ? cell.value : cell;
      return typeof value === "number" && !isShare(cell) ? [[row, column, value]] : [];
    }),
  );
}

/** The rows with another figure at one place: a wrong digit. */
function withWrong(rows: Rows, [row, column, value]: [row: number, column: number, value: number]): Rows {
  const size = Math.abs(value);
  const wrong =
    size >= 1 ? Number((value + (size > 50 ? 30 : 3)).toFixed(6)) : Number((value * 10).toFixed(6));
  return rows.map((cells, at) =>
    at !== row
      ? cells
      : cells.map((cell, place): TestCell => {
          if (place !== column) return cell;
          return typeof cell === "object" && "numberFormat" in cell ? { ...cell, value: wrong } : wrong;
        }),
  );
}

/** Columns of the year before are none of a table that is known by name, nor is what is said of them. */
const OF_TWO_YEARS = [
  "two tables below each other",
  "income with its total on top",
  "三公 over two years",
  "三公 of units with a row for each year",
];

const names = ({ cell, cells, suspects }: Finding) =>
  [...cells, ...suspects, ...(cell ? [cell] : [])].map((one) => formatA1(one.row, one.column));

describe.each(
  [...CODED_TABLES, ...HEADED_TABLES, ...NAMED_TABLES].map(({ name, rows }) => [name, rows] as const),
)("%s, which no set has", (name, rows) => {
  it("gives no finding while its figures agree", () => {
    expect(told(rows)).toEqual([]);
  });

  it("is known by name once it has been learned, and says as much", () => {
    const workbook = workbookOf(sheetOf("表", rows));
    const { tables, keep } = learnableTables(workbook);
    const read = readOwnSets([{ name: "own.json", text: keep({ id: "own", name: "本单位" }).text }]);
    const sets = "packs" in read ? read.packs : [];
    expect(tables.length).toBeGreaterThan(0);
    const [before, after] = [checkSnapshot(workbook), checkSnapshot(workbook, { sets })];
    expect(after.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(after.relations.exact).toBeGreaterThan(
      OF_TWO_YEARS.includes(name) || name.startsWith("three years of projects")
        ? 0
        : before.relations.exact - 1,
    );
  });

  it("has wrong figures found, wherever they stand", () => {
    // Every third, and another third in each table.
    const figures = figuresOf(rows).filter((_figure, index) => index % 3 === rows.length % 3);
    expect(figures.length).toBeGreaterThan(2);
    const missed = figures.filter(
      (figure) =>
        !told(withWrong(rows, figure)).some((one) => names(one).includes(formatA1(figure[0], figure[1]))),
    );
    expect(missed.map(([row, column]) => formatA1(row, column))).toEqual([]);
  });
});
