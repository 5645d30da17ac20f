import { LastCheck } from "../../src/actions/lastCheck";
import { choosePack } from "../../src/recognition/choosePack";
import { readFigures } from "../../src/recognition/figures";
import { balance } from "../../src/relations/balance";
import { PACKS } from "../../src/tables/packs";
import { printNumber } from "../../src/amounts/printed";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { findMistakes } from "../../src/validation/mistakes/findMistakes";
import { relateWorkbook } from "../../src/validation/relateWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

// The real functions, counted.
function mockCounted(module: string, name: string) {
  const real = jest.requireActual<Record<string, (...args: never[]) => unknown>>(module);
  return { ...real, [name]: jest.fn(real[name]) };
}
jest.mock("../../src/relations/balance", () => mockCounted("../../src/relations/balance", "balance"));
jest.mock("../../src/recognition/figures", () => mockCounted("../../src/recognition/figures", "readFigures"));
jest.mock("../../src/amounts/printed", () => mockCounted("../../src/amounts/printed", "printNumber"));
jest.mock("../../src/validation/mistakes/findMistakes", () =>
  mockCounted("../../src/validation/mistakes/findMistakes", "findMistakes"),
);

/** Relations evaluated, tables whose amounts were gone through, cells read as amounts, groups searched for mistakes. */
const COUNTED = { relations: balance, tables: readFigures, cells: printNumber, searches: findMistakes };

/** The work of a check, and what it found. */
function work(last: LastCheck, workbook: WorkbookSnapshot) {
  const all = Object.values(COUNTED) as unknown as jest.Mock[];
  all.forEach((one) => one.mockClear());
  // A fresh reading has objects of its own.
  const { result } = last.check(structuredClone(workbook));
  const counts = Object.entries(COUNTED).map(([name, one]) => [
    name,
    (one as unknown as jest.Mock).mock.calls.length,
  ]);
  return { ...(Object.fromEntries(counts) as Record<keyof typeof COUNTED, number>), result };
}

/** The relations that see any of these cells. */
function seeing(workbook: WorkbookSnapshot, cells: readonly (readonly [string, number, number])[]): number {
  const { set } = relateWorkbook(workbook, choosePack(workbook, PACKS));
  return set.relations.filter(({ terms }) =>
    terms.some(({ figure: { address } }) =>
      cells.some(
        ([sheet, row, column]) => address.sheet === sheet && address.row === row && address.column === column,
      ),
    ),
  ).length;
}

/** 表6 D12 (2010301 基本支出 725.78) and all that adds it up there. */
const AT = ["表6", 11, 3] as const;

describe("after one figure is changed", () => {
  const last = new LastCheck();
  const first = work(last, seedWorkbook());
  const [sheet, row, column] = AT;
  const after = work(last, withValue(seedWorkbook(), sheet, row, column, 9725.78));
  const again = work(last, withValue(seedWorkbook(), sheet, row, column, 9725.78));

  it("the first check does all the work", () => {
    expect(first.relations).toBeGreaterThan(1200);
    expect(first.cells).toBeGreaterThan(1500);
    expect(first.tables).toBeGreaterThanOrEqual(14);
  });

  it("only the relations that see it are evaluated, and the conditions of sentences about its table", () => {
    const own = seeing(seedWorkbook(), [AT]);
    const conditions = GUANGZHOU.across.filter(
      ({ when, text }) => when !== undefined && text.includes("T06"),
    ).length;
    expect([own, conditions]).toEqual([3, 2]);
    expect(after.relations).toBe(own + conditions);
    expect(after.result.relations.mismatch).toBeGreaterThan(0);
  });

  it("only its table is gone through, and only its cell is read as an amount", () => {
    expect([after.tables, after.cells]).toEqual([1, 1]);
  });

  it("only the group of relations it stands in is searched", () => {
    expect(first.searches).toBeGreaterThan(1);
    expect(after.searches).toBe(1);
  });

  it("and nothing is done when nothing has changed", () => {
    const { relations, tables, cells, searches, result } = again;
    expect({ relations, tables, cells, searches }).toEqual({
      relations: 0,
      tables: 0,
      cells: 0,
      searches: 0,
    });
    expect(result).toEqual(after.result);
  });
});

test("where a figure is put right again, no group is searched", () => {
  const last = new LastCheck();
  const first = work(last, seedWorkbook());
  expect(work(last, withValue(seedWorkbook(), ...AT, 9725.78)).searches).toBe(1);
  const right = work(last, seedWorkbook());
  expect(right.searches).toBe(0);
  expect(right.result).toEqual(first.result);
});

test("where all that depends on a figure follows it, as formulas make it do, no group is searched", () => {
  const more = (rows: readonly number[]) =>
    Object.fromEntries(
      rows.flatMap((row) => [
        [`${row},2`, 1990.17],
        [`${row},3`, 825.78],
      ]),
    );
  const book = (changes: Record<string, number> = {}) => workbookOf(sheetOf("表6", smallT06(changes)));
  const last = new LastCheck();
  work(last, book());
  const followed = work(last, book({ ...more([6, 7, 8]), "9,2": 825.78, "9,3": 825.78 }));
  expect(followed.result.relations).toMatchObject({ mismatch: 0, rounding: 0 });
  expect(followed.relations).toBeGreaterThan(0);
  expect([followed.cells, followed.searches]).toEqual([8, 0]);
});
