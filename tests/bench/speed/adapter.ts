import { LastCheck } from "../../../src/actions/lastCheck";
import { holdLists } from "../../../src/actions/listsFor";
import { checkSnapshot } from "../../../src/actions/validate";
import { choosePack } from "../../../src/recognition/choosePack";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import { PACKS } from "../../../src/tables/packs";
import type { CheckResult } from "../../../src/validation/checkResult";
import { KeptChecks } from "../../../src/validation/keptChecks";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";

/*
 * All that the benchmark asks of the product, in one place: where an entry point moves, it moves here.
 */

/** A file's bytes → its picture. */
export function read(bytes: Uint8Array, name: string): WorkbookSnapshot {
  return readWorkbook(bytes, name);
}

/**
 * Checks of pictures, nothing known of them before; the code lists and what is worked out of the sets of tables are held, as
 * whoever checks several workbooks holds them.
 */
export function checker(): (snapshot: WorkbookSnapshot) => CheckResult {
  const held = holdLists();
  const kept = new KeptChecks();
  return (snapshot) => checkSnapshot(snapshot, { lists: held.atHand(snapshot, {}) }, kept);
}

/** A picture → its tables, the set of tables chosen among all. */
export function recognise(snapshot: WorkbookSnapshot): number {
  return recogniseWorkbook(snapshot, choosePack(snapshot, PACKS)).tables.length;
}

/** Checks of one workbook one after another; each goes on from the one before. */
export function liveCheck(): (snapshot: WorkbookSnapshot) => CheckResult {
  const last = new LastCheck();
  return (snapshot) => last.check(snapshot).result;
}
