import { checkSnapshot } from "../../src/actions/validate";
import type { Finding } from "../../src/validation/finding";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { printedOnOneSheet, printedOnPages } from "../support/printedPages";
import { seedWorkbook } from "../support/seedWorkbook";

/** Arguments of messages that say where something is. */
const PLACES = new Set(["cell", "cells", "otherCell", "row"]);

/** What a finding says, wherever its cells are. */
function said({ severity, rule, table, message, expected, actual, difference }: Finding): string {
  const args = Object.entries(message.args).filter(([name]) => !PLACES.has(name));
  return JSON.stringify([severity, rule, table, message.key, expected, actual, difference, args]);
}

const findingsOf = (workbook: WorkbookSnapshot) => checkSnapshot(workbook).findings.map(said).sort();

describe("the printed pages of the real budget", () => {
  it.each([
    ["all on one sheet", printedOnOneSheet],
    ["each on a sheet of its own", printedOnPages],
  ])("%s give the findings of the clean workbook", (_where, pages) => {
    const clean = checkSnapshot(seedWorkbook("asPublished"));
    const raw = checkSnapshot(pages());
    expect(raw.tables.map(({ table }) => table)).toEqual(clean.tables.map(({ table }) => table));
    expect(raw.relations).toEqual(clean.relations);
    expect(findingsOf(pages())).toEqual(findingsOf(seedWorkbook("asPublished")));
  });
});
