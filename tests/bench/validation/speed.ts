import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import { Chooser, randomFrom } from "../../support/random";
import { KINDS, prepare, wrongValue } from "../../support/seededErrors";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";
import { processorTime } from "./processorTime";

/** Checks before the clock is started: the first ones compile. */
const WARM_UP = 40;

/**
 * Milliseconds of processor time of whole validations of the seed workbook with one wrong cell each: tables found,
 * relations made and judged, mistakes searched, hints, codes.
 */
export function timeValidations(count: number): number[] {
  const choose = new Chooser(randomFrom(2020));
  const seed = prepare(seedWorkbook());
  const times: number[] = [];
  for (let made = 0; made < WARM_UP + count;) {
    const { term } = choose.pick(seed.cells);
    const { sheet, row, column } = term.figure.address;
    const value = wrongValue(choose.pick(KINDS), term, seed, choose);
    if (!value) continue;
    // A copy, cell by cell: a check goes on from what it knows of objects that it has seen before.
    const workbook = structuredClone(withValue(seed.workbook, sheet, row, column, value.toNumber()));
    const timer = processorTime();
    checkWorkbook(workbook, GUANGZHOU);
    if (made++ >= WARM_UP) times.push(timer());
  }
  return times;
}
