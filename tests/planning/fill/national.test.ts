import { planFill } from "../../../src/planning/fill/planFill";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import { NATIONAL } from "../../../src/tables/national/pack";
import { blankCells, tallyFills } from "../../support/blankedCells";
import { nationalWorkbook } from "../../support/nationalWorkbook";

const budget = nationalWorkbook();
/** The tables whose rows have codes in this budget; those of funds it does not have are empty. */
const coded = recogniseWorkbook(budget, NATIONAL)
  .tables.map(({ definition }) => definition.id)
  .filter((id) => blankCells(budget, [id], { kind: "codes" }, NATIONAL).cells.length > 0);

test("the nationwide set has tables with codes", () => {
  expect(coded.length).toBeGreaterThan(2);
});

describe.each(coded)("%s of the nationwide set", (id) => {
  test.each(["codes", "names"] as const)("blank %s: nothing wrong, nothing passed over", (kind) => {
    const { workbook, cells } = blankCells(budget, [id], { kind }, NATIONAL);
    const tally = tallyFills(planFill(workbook, NATIONAL), cells).get(id);
    expect(tally).toMatchObject({ wrong: 0, silent: 0 });
    expect(tally?.filled).toBeGreaterThan(0);
  });
});
