import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { compareVariant } from "../support/compareVariant";
import type { Tally } from "../support/compareVariant";
import { withFurtherHabits } from "../support/furtherHabits";
import { makeOtherSheet } from "../support/otherSheets";
import { makeVariant } from "../support/variants";

const VARIANTS = 200;
const OTHER_SHEETS = 200;

const f1 = ({ right, wrong, missed }: Tally) => (2 * right) / (2 * right + wrong + missed);
const add = (sum: Tally, { right, wrong, missed }: Tally) => {
  sum.right += right;
  sum.wrong += wrong;
  sum.missed += missed;
};

describe("recognition of 14 tables in 200 layouts each", () => {
  const columns: Tally = { right: 0, wrong: 0, missed: 0 };
  const rows: Tally = { right: 0, wrong: 0, missed: 0 };
  let tables = 0;
  let rightTables = 0;
  let wrongAndSure = 0;
  const lines: string[] = [];
  for (const { id } of GUANGZHOU.tables) {
    let right = 0;
    const own: Tally = { right: 0, wrong: 0, missed: 0 };
    for (let seed = 0; seed < VARIANTS; seed++) {
      const comparison = compareVariant(withFurtherHabits(makeVariant(id, seed), seed));
      if (comparison.isWrongAndSure) wrongAndSure++;
      if (comparison.isTableRight) right++;
      add(columns, comparison.columns);
      add(rows, comparison.rows);
      add(own, comparison.columns);
    }
    tables += VARIANTS;
    rightTables += right;
    lines.push(`${id}  table ${right}/${VARIANTS}  columns F1 ${f1(own).toFixed(4)}`);
  }
  const falseAlarms = Array.from({ length: OTHER_SHEETS }, (_, seed) => makeOtherSheet(seed)).filter(
    (sheet) => recogniseWorkbook({ name: "other.xlsx", sheets: [sheet] }, GUANGZHOU).tables.length > 0,
  ).length;

  it("prints its figures", () => {
    lines.push(
      `all  table ${((100 * rightTables) / tables).toFixed(2)} %  columns F1 ${f1(columns).toFixed(4)}  row kinds F1 ${f1(rows).toFixed(4)}`,
      `wrong and confident: ${wrongAndSure}`,
      `false recognition on ${OTHER_SHEETS} other sheets: ${falseAlarms}`,
    );
    process.stdout.write(`${lines.join("\n")}\n`);
  });

  it("finds the right table in at least 99.5 % and never in a sheet that holds none", () => {
    expect(rightTables / tables).toBeGreaterThanOrEqual(0.995);
    expect(falseAlarms).toBe(0);
  });

  it("is never sure of what is wrong", () => {
    expect(wrongAndSure).toBe(0);
  });

  it("finds columns with F1 of at least 0.995 and kinds of row with at least 0.99", () => {
    expect(f1(columns)).toBeGreaterThanOrEqual(0.995);
    expect(f1(rows)).toBeGreaterThanOrEqual(0.99);
  });
});
