import { planFill } from "../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { blankCells, tallyFills } from "../support/blankedCells";
import type { Blanking, FillTally } from "../support/blankedCells";
import { disturbed } from "../support/disturbedTables";
import type { Disturbance } from "../support/disturbedTables";
import { seedWorkbook } from "../support/seedWorkbook";

const TABLES = ["T02", "T03", "T06", "T09", "T10", "T13", "T14"];
const SEEDS = 14;
const CODES: Blanking = { kind: "codes" };
const NAMES: Blanking = { kind: "names" };

/**
 * Cells that nothing in the lists, the rows around or the other tables decides: the functional codes of T10's 18 projects,
 * and the names of projects and of kinds of expenditure, which are no names of codes.
 */
const UNDECIDABLE = {
  codes: { T10: 18 },
  names: { T10: 18, T13: 28, T14: 13 },
} as const satisfies Record<string, Partial<Record<string, number>>>;

function run(
  workbook: WorkbookSnapshot,
  tables: readonly string[],
  blanking: Blanking,
): Map<string, FillTally> {
  const blanked = blankCells(workbook, tables, blanking);
  return tallyFills(planFill(blanked.workbook, GUANGZHOU), blanked.cells);
}

function print(title: string, tallies: ReadonlyMap<string, FillTally>): void {
  for (const [table, { filled, asked, wrong, silent }] of tallies)
    process.stdout.write(
      `${title.padEnd(28)} ${table}  filled ${String(filled).padStart(3)}  asked ${String(asked).padStart(3)}  wrong ${wrong}  left ${silent}\n`,
    );
}

function mistakes(tallies: ReadonlyMap<string, FillTally>): string[] {
  return [...tallies.values()].flatMap((tally) => tally.mistakes.filter((text) => text.includes("→")));
}

describe.each([
  ["codes", CODES],
  ["names", NAMES],
] as const)("every cell of %s blank, one table at a time", (kind, blanking) => {
  const tallies = new Map(
    TABLES.map((table) => [table, run(seedWorkbook(), [table], blanking).get(table) as FillTally]),
  );

  it("is filled without a mistake", () => {
    print(`${kind}, one table`, tallies);
    expect(mistakes(tallies)).toEqual([]);
  });

  it("asks for less than 5 % of what can be decided", () => {
    for (const [table, { filled, asked, silent }] of tallies) {
      const undecidable = (UNDECIDABLE[kind] as Partial<Record<string, number>>)[table] ?? 0;
      const decidable = filled + asked + silent - undecidable;
      expect([table, (decidable - filled) / decidable < 0.05]).toEqual([table, true]);
    }
  });
});

describe.each([
  ["codes", CODES],
  ["names", NAMES],
] as const)("every cell of %s blank in all seven tables at once", (kind, blanking) => {
  it("is filled without a mistake", () => {
    const tallies = run(seedWorkbook(), TABLES, blanking);
    print(`${kind}, all tables`, tallies);
    expect(mistakes(tallies)).toEqual([]);
  });
});

describe.each([
  ["shuffled", ["shuffled"]],
  ["cut", ["cut"]],
  ["slips", ["slips"]],
  ["shuffled, cut, slips", ["shuffled", "cut", "slips"]],
] as readonly [string, Disturbance[]][])("rows %s", (title, how) => {
  // A name that is not as official comes back as official, so names are compared only where none has slipped.
  const kinds = how.includes("slips") ? [CODES] : [CODES, NAMES];

  it(`are filled without a mistake in ${SEEDS} workbooks`, () => {
    const sum = new Map<string, FillTally>();
    for (let seed = 0; seed < SEEDS; seed++) {
      const workbook = disturbed(seedWorkbook(), how, seed);
      for (const blanking of kinds) {
        for (const tables of [TABLES, [TABLES[seed % TABLES.length] ?? ""]]) {
          const tallies = run(workbook, tables, blanking);
          expect(mistakes(tallies)).toEqual([]);
          for (const [table, tally] of tallies) {
            const known = sum.get(table) ?? { filled: 0, asked: 0, wrong: 0, silent: 0, mistakes: [] };
            known.filled += tally.filled;
            known.asked += tally.asked;
            known.silent += tally.silent;
            sum.set(table, known);
          }
        }
      }
    }
    print(title, sum);
  });
});
