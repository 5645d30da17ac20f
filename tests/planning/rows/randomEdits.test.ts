import { checkSnapshot } from "../../../src/actions/validate";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { brief } from "../../support/check";
import { calculatedByUniver } from "../../support/calculated";
import { insertedWorkbook } from "../../support/insertedWorkbook";
import { Chooser, randomFrom } from "../../support/random";
import { editedAtRandom } from "../../support/randomBudgetEdits";

jest.setTimeout(300_000);

test("inserted tables stay without findings through 1,000 random edits of figures and rows", async () => {
  const choose = new Chooser(randomFrom(2020));
  const stops: WorkbookSnapshot[] = [];
  const t = Date.now();
  const { steps } = editedAtRandom(insertedWorkbook(), 150, choose, (now, done) => {
    if (done % 50 === 0) stops.push(now);
  });
  console.log(Date.now() - t);
  const count = (kind: string) => steps.filter((step) => step.kind === kind).length;
  console.log(
    ["figures", "code", "item", "unit", "delete"].map((kind) => `${kind} ${count(kind)}`).join(" "),
  );
  for (const stop of stops) {
    const { findings, relations, tables } = checkSnapshot(await calculatedByUniver(stop));
    expect(brief(findings)).toEqual([]);
    expect(relations.mismatch).toBe(0);
    expect(tables).toHaveLength(14);
    expect(relations.checked).toBeGreaterThan(500);
  }
  console.log(Date.now() - t);
});
