import { choosePack } from "../../src/recognition/choosePack";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { PACKS } from "../../src/tables/packs";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { sixtyBudgetSheets, sixtyMixedSheets } from "../support/sixtySheets";

const MOST_MILLISECONDS = 300;

/** Processor time of choosing the set of tables among all and recognising the workbook by it; nothing is known before. */
function timeOf(sheets: readonly SheetSnapshot[]): number {
  const workbook = { name: "60.xlsx", sheets };
  const begun = process.cpuUsage();
  recogniseWorkbook(workbook, choosePack(workbook, PACKS));
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe("a workbook of 60 sheets is recognised, whichever its set of tables, in less than 300 ms of CPU", () => {
  it.each([
    ["budget tables alone", sixtyBudgetSheets],
    ["tables of both sets, lists, long lists, blank sheets", sixtyMixedSheets],
  ])("%s", (what, make) => {
    const milliseconds = timeOf(make());
    process.stdout.write(`60 sheets, ${what}: ${milliseconds.toFixed(0)} ms of CPU\n`);
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });
});
