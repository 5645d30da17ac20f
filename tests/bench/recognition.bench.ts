import { choosePack } from "../../src/recognition/choosePack";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { PACKS } from "../../src/tables/packs";
import { compareVariant } from "../support/compareVariant";
import type { Tally } from "../support/compareVariant";
import { makeOtherSheet } from "../support/otherSheets";
import { makeSharedSheet, makeWholeWorkbook } from "../support/variants/arrange";
import { contentsOf } from "../support/variants/content";
import { makeVariant } from "../support/variants/makeVariant";
import type { Variant } from "../support/variants/makeVariant";

const VARIANTS = 200;
const OTHER_SHEETS = 200;
const WHOLE_WORKBOOKS = 20;

const f1 = ({ right, wrong, missed }: Tally) => (2 * right) / (2 * right + wrong + missed);
const none = (): Tally => ({ right: 0, wrong: 0, missed: 0 });
const add = (sum: Tally, { right, wrong, missed }: Tally) => {
  sum.right += right;
  sum.wrong += wrong;
  sum.missed += missed;
};

/** What was found of many variants. */
class Count {
  readonly tables = none();
  readonly columns = none();
  readonly rows = none();
  wrongAndSure = 0;

  of(variant: Variant): void {
    const { tables, columns, rows, isWrongAndSure } = compareVariant(variant);
    add(this.tables, tables);
    add(this.columns, columns);
    add(this.rows, rows);
    if (isWrongAndSure) this.wrongAndSure++;
  }

  get rightTables(): number {
    return this.tables.right / (this.tables.right + this.tables.missed);
  }

  print(what: string): void {
    const share = `${(100 * this.rightTables).toFixed(2)} %`;
    const figures = `columns F1 ${f1(this.columns).toFixed(4)}  row kinds F1 ${f1(this.rows).toFixed(4)}`;
    process.stdout.write(
      `${what}  right table ${share}  ${figures}  wrong and confident ${this.wrongAndSure}\n`,
    );
  }
}

describe.each(PACKS)("$name in 200 layouts each", (pack) => {
  const all = new Count();
  for (const {
    definition: { id },
  } of contentsOf(pack)) {
    const own = new Count();
    for (let seed = 0; seed < VARIANTS; seed++) {
      const variant = makeVariant(pack, id, seed);
      own.of(variant);
      all.of(variant);
    }
    own.print(id);
  }
  const shared = new Count();
  for (let seed = 0; seed < VARIANTS; seed++) shared.of(makeSharedSheet(pack, seed));

  it("prints its figures", () => {
    all.print(`${pack.id}, all tables`);
    shared.print(`${pack.id}, several tables on a sheet`);
  });

  it("finds the right table in at least 99.5 %", () => {
    expect(all.rightTables).toBeGreaterThanOrEqual(0.995);
    expect(shared.rightTables).toBeGreaterThanOrEqual(0.99);
  });

  it("is never sure of what is wrong", () => {
    expect([all.wrongAndSure, shared.wrongAndSure]).toEqual([0, 0]);
  });

  it("finds columns with F1 of at least 0.995 and kinds of row with at least 0.99", () => {
    expect(f1(all.columns)).toBeGreaterThanOrEqual(0.995);
    expect(f1(all.rows)).toBeGreaterThanOrEqual(0.99);
  });

  it("reads whole workbooks by their own set", () => {
    for (let seed = 0; seed < WHOLE_WORKBOOKS; seed++)
      expect(choosePack(makeWholeWorkbook(pack, seed).workbook, PACKS)).toBe(pack);
  });
});

it.each(PACKS)("finds no table of $name on sheets that hold none", (pack) => {
  const sheets = Array.from({ length: OTHER_SHEETS }, (_, seed) => makeOtherSheet(seed));
  const found = sheets.filter(
    (sheet) => recogniseWorkbook({ name: "other.xlsx", sheets: [sheet] }, pack).tables.length > 0,
  );
  process.stdout.write(`${pack.id}: false recognition on ${OTHER_SHEETS} other sheets: ${found.length}\n`);
  expect(found).toEqual([]);
});
