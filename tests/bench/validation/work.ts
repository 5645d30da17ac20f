import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../../src/validation/check";
import { generatedBudget } from "../../support/generatedBudget";
import { independentOracle } from "../../support/independentOracle";
import type { Oracle } from "../../support/independentOracle";
import { Chooser, randomFrom } from "../../support/random";
import { KINDS, prepare } from "../../support/seededErrors";
import type { Kind, Prepared } from "../../support/seededErrors";
import { seedWorkbook } from "../../support/seedWorkbook";
import { isOffByMore, tryErrors } from "./trials";
import type { Trial } from "./trials";

/** A part of the bench that needs nothing of the others: its random numbers are its own. */
export type Work =
  | { readonly kind: "seed"; readonly number: number; readonly single: number; readonly double: number }
  | {
      readonly kind: "generated";
      readonly number: number;
      readonly rows: number;
      readonly single: number;
      readonly double: number;
    }
  | { readonly kind: "consistent"; readonly number: number; readonly workbooks: number };

/** Consistent workbooks in which each rule sees an error. */
export interface FalseErrors {
  readonly workbooks: number;
  readonly gouji: number;
  readonly naive: number;
  readonly oneByOne: number;
}

export interface Done {
  readonly trials: readonly Trial[];
  readonly consistent: FalseErrors | undefined;
}

/** Cases of one seed block and of one generated workbook. */
const OWN = { single: 20, double: 5 };

/**
 * The work of the whole bench or of a share of it: 1,000 single and 250 double errors in the seed workbook, as many in 50
 * generated workbooks of 20 to 2,000 rows, 1,000 consistent workbooks. The longest work comes first.
 */
export function listWork(share: number): Work[] {
  const some = (count: number) => Math.max(1, Math.round(count * share));
  const numbers = (count: number) => Array.from({ length: some(count) }, (_, number) => number);
  const books = numbers(50);
  const generated = books.map((number): Work => {
    const rows = Math.round(20 * 100 ** (number / Math.max(1, books.length - 1)));
    return { kind: "generated", number, rows, ...OWN };
  });
  return [
    ...generated.reverse(),
    ...numbers(50).map((number): Work => ({ kind: "seed", number, ...OWN })),
    ...numbers(40).map((number): Work => ({ kind: "consistent", number, workbooks: 25 })),
  ];
}

/** Makes what does the work, once a process. */
export async function makeWorker(): Promise<(work: Work) => Done> {
  const judgeAll = await independentOracle();
  const seed = prepare(seedWorkbook());
  return (work) => {
    const choose = new Chooser(randomFrom(2020 + 1000 * work.kind.length + work.number));
    switch (work.kind) {
      case "consistent":
        return { trials: [], consistent: checkConsistent(work.workbooks, choose) };
      case "seed":
        return { trials: runTrials(seed, work, judgeAll, choose), consistent: undefined };
      case "generated": {
        const prepared = prepare(generatedBudget(work.rows, choose));
        return { trials: runTrials(prepared, work, judgeAll, choose), consistent: undefined };
      }
    }
  };
}

function runTrials(
  prepared: Prepared,
  { number, single, double }: { readonly number: number; readonly single: number; readonly double: number },
  judgeAll: Oracle,
  choose: Chooser,
): Trial[] {
  const kinds = [
    ...Array.from({ length: single }, (_, index) => [
      KINDS[(index + number * single) % KINDS.length] as Kind,
    ]),
    ...Array.from({ length: double }, () => [choose.pick(KINDS), choose.pick(KINDS)]),
  ];
  return kinds.map((own) => tryErrors(prepared, own, judgeAll, choose));
}

/** Workbooks whose figures are rounded each for itself from amounts in 元 that add up. */
function checkConsistent(workbooks: number, choose: Chooser): FalseErrors {
  const found = { workbooks, gouji: 0, naive: 0, oneByOne: 0 };
  for (let index = 0; index < workbooks; index++) {
    const workbook = generatedBudget(20 + choose.below(60), choose);
    const { findings } = checkWorkbook(workbook, GUANGZHOU).result;
    const { judgements } = prepare(workbook);
    if (findings.some(({ severity }) => severity === "error")) found.gouji++;
    if (judgements.some(isOffByMore)) found.naive++;
    if (judgements.some(({ outcome }) => outcome === "mismatch")) found.oneByOne++;
  }
  return found;
}
