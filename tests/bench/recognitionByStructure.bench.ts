import { FINAL_ACCOUNTS } from "../../src/tables/finalAccounts/pack";
import type { Pack } from "../../src/tables/definition";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { NATIONAL } from "../../src/tables/national/pack";
import { PACKS } from "../../src/tables/packs";
import { checkWorkbook } from "../../src/validation/check";
import { makeChecked } from "../../src/validation/checked";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { compareDerived } from "../support/compareDerived";
import { finalAccounts } from "../support/finalAccounts";
import { changeOneFigure } from "../support/changeOneFigure";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { NO_SET } from "../support/noSet";
import { makeOfficeSheet, OFFICE_KINDS } from "../support/officeSheets/makeOfficeSheet";
import { makeOtherSheet } from "../support/otherSheets";
import { Chooser, randomFrom } from "../support/random";
import { rewordHeadings } from "../support/rewordedHeadings";
import { seedWorkbook } from "../support/seedWorkbook";
import { SUMS_INSIDE, twelveTables } from "../support/twelveTables";

const TRIALS = 100;
const OTHER_SHEETS = 200;
/** Workbooks of each set that have other sheets too, and how many of them. */
const BESIDE = 20;
const MOST_BESIDE = 6;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const WORKBOOKS: readonly (readonly [string, WorkbookSnapshot, Pack])[] = [
  ["the budget of 2020", seedWorkbook(), GUANGZHOU],
  ["the nationwide set", nationalWorkbook(), NATIONAL],
  ["the final accounts", finalAccounts(), FINAL_ACCOUNTS],
];

describe.each(WORKBOOKS)("%s with its definitions switched off", (name, workbook, pack) => {
  const { within, across } = compareDerived(workbook, pack);

  it("has the relations within its tables, and no others", () => {
    process.stdout.write(
      `${name}: within tables ${percent(within.recall)} of ${within.known} found, ${percent(within.precision)} of ${within.derived} right\n`,
    );
    expect(within.recall).toBeGreaterThanOrEqual(0.95);
    expect(within.precision).toBeGreaterThanOrEqual(0.99);
  });

  it("has those between its tables", () => {
    process.stdout.write(
      `${name}: between tables ${percent(across.recall)} of ${across.known} found, ${percent(across.precision)} of ${across.derived} right\n`,
    );
    expect(across.recall).toBeGreaterThanOrEqual(0.8);
    expect(across.precision).toBeGreaterThanOrEqual(0.99);
  });

  it("gives no error while its figures agree", () => {
    expect(errorsOf(workbook)).toEqual([]);
  });

  it("finds at least 95 % of single errors", () => {
    const choose = new Chooser(randomFrom(2027));
    let found = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const { changed, cell } = changeOneFigure(workbook, pack, choose);
      const isIt = (one: typeof cell) =>
        one.sheet === cell.sheet && one.row === cell.row && one.column === cell.column;
      if (errorsOf(changed).some(({ cells, suspects }) => cells.some(isIt) || suspects.some(isIt))) found++;
    }
    process.stdout.write(`${name}: single errors found ${percent(found / TRIALS)}\n`);
    expect(found / TRIALS).toBeGreaterThanOrEqual(0.95);
  });
});

describe.each(WORKBOOKS)("%s under headings that nobody has heard of", (name, workbook, pack) => {
  it("has at least 95 % of the relations within its tables, and no error", () => {
    const { within } = compareDerived(workbook, pack, rewordHeadings);
    process.stdout.write(
      `${name}, reworded: within tables ${percent(within.recall)} of ${within.known} found\n`,
    );
    expect(within.recall).toBeGreaterThanOrEqual(0.95);
    expect(within.precision).toBeGreaterThanOrEqual(0.99);
    expect(errorsOf(rewordHeadings(workbook))).toEqual([]);
  });
});

it.each([
  ["as they are", twelveTables()],
  ["reworded", rewordHeadings(twelveTables())],
])("finds all sums of a province's twelve tables, %s, and no error", (how, workbook) => {
  const { judgements } = makeChecked(workbook, NO_SET);
  const found = judgements.filter(({ relation }) => !relation.id.startsWith("S.X")).length;
  const all = Object.values(SUMS_INSIDE).reduce((sum, own) => sum + own, 0);
  process.stdout.write(`twelve tables ${how}: ${found} sums found of ${all}\n`);
  expect(found).toBeGreaterThanOrEqual(all);
  expect(errorsOf(workbook)).toEqual([]);
});

it("gives no error on sheets that are no budgets", () => {
  const all = Array.from({ length: OTHER_SHEETS }, (_, seed) => makeOtherSheet(seed));
  const errors = all.flatMap((sheet) =>
    checkWorkbook({ name: "other.xlsx", sheets: [sheet] }, PACKS).result.findings.filter(isError),
  );
  process.stdout.write(`false errors on ${OTHER_SHEETS} other sheets: ${errors.length}\n`);
  expect(errors).toEqual([]);
});

it("gives no error on what else lies in an accountant's workbooks, alone or beside a budget", () => {
  const others = Array.from({ length: OTHER_SHEETS }, (_, seed) => makeOfficeSheet(seed));
  const beside = [nationalWorkbook(), twelveTables()].flatMap(({ sheets }) =>
    Array.from({ length: BESIDE }, (_, index) => [
      ...sheets,
      ...others.filter((__, seed) => seed % BESIDE === index).slice(0, MOST_BESIDE),
    ]),
  );
  const errors = [...others.map((sheet) => [sheet]), ...beside].flatMap((sheets) =>
    checkWorkbook({ name: "other.xlsx", sheets }, PACKS).result.findings.filter(isError),
  );
  process.stdout.write(
    `false errors on ${OTHER_SHEETS} sheets of ${OFFICE_KINDS.length} kinds, and in ${beside.length} workbooks: ${errors.length}\n`,
  );
  expect(errors).toEqual([]);
});

function errorsOf(workbook: WorkbookSnapshot) {
  return checkWorkbook(workbook, NO_SET).result.findings.filter(isError);
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === "error";
}
