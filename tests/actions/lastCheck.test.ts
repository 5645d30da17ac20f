import { LastCheck } from "../../src/actions/lastCheck";
import { checkSnapshot } from "../../src/actions/validate";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { publishedAccounts } from "../support/publishedAccounts";
import { Chooser, randomFrom } from "../support/random";
import { randomCellEdit } from "../support/randomCellEdits";
import { seedWorkbook } from "../support/seedWorkbook";

/** Edits one after another, after each of which the check goes on from the last and begins anew, and both are the same. */
function followEdits(start: WorkbookSnapshot, seed: number, edits: number): number {
  const choose = new Chooser(randomFrom(seed));
  const last = new LastCheck();
  last.check(start);
  let workbook = start;
  let failing = 0;
  for (let edit = 0; edit < edits; edit++) {
    // Now and then an edit is taken back.
    workbook = choose.chance(0.15) ? start : randomCellEdit(workbook, choose);
    const { result } = last.check(workbook);
    const anew = checkSnapshot(structuredClone(workbook));
    expect([seed, edit, result]).toEqual([seed, edit, anew]);
    if (anew.relations.mismatch > 0) failing++;
  }
  return failing;
}

const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

describe("a check after an edit comes to the same as one from the beginning", () => {
  it("in 200 sequences of edits of the nationwide set", () => {
    expect(sum(seeds(200).map((seed) => followEdits(nationalWorkbook(), seed, 2)))).toBeGreaterThan(50);
  });

  it("in 8 sequences of edits of the complete budget", () => {
    expect(sum(seeds(8).map((seed) => followEdits(seedWorkbook(), seed, 2)))).toBeGreaterThan(3);
  });

  it("in 4 sequences of edits of a published account with a mistake in it", () => {
    expect(sum(seeds(4).map((seed) => followEdits(publishedAccounts(), seed, 2)))).toBeGreaterThan(3);
  });
});
