import { checkSnapshot } from "../../../src/actions/validate";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { calculatedByUniver } from "../../support/calculated";
import { insertedWorkbook } from "../../support/insertedWorkbook";
import { hasLibreOffice, recalculated } from "../../support/libreOffice";
import { Chooser, randomFrom } from "../../support/random";
import { editedAtRandom } from "../../support/randomBudgetEdits";
import { fileOf } from "../../support/snapshotFile";

jest.setTimeout(600_000);

function expectNothingFound(workbook: WorkbookSnapshot): void {
  const { findings, relations, tables } = checkSnapshot(workbook);
  expect(findings.map(({ message }) => message)).toEqual([]);
  expect(relations.mismatch).toBe(0);
  expect(tables).toHaveLength(14);
  expect(relations.checked).toBeGreaterThan(1000);
}

test("inserted tables stay without findings through 1,000 random edits of figures and rows", async () => {
  const stops: WorkbookSnapshot[] = [];
  const { workbook, steps } = editedAtRandom(
    insertedWorkbook(),
    1000,
    new Chooser(randomFrom(2020)),
    (now, done) => {
      if (done % 250 === 0) stops.push(now);
    },
  );
  const count = (kind: string) => steps.filter((step) => step.kind === kind).length;
  for (const kind of ["code", "item", "unit", "delete"]) expect(count(kind)).toBeGreaterThan(10);
  for (const stop of stops) expectNothingFound(await calculatedByUniver(stop));
  if (hasLibreOffice) expectNothingFound(readWorkbook(recalculated(fileOf(workbook)), workbook.name));
});
