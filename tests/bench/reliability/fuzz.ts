/** node … packages|sheets|blanks <count> <seed>: tries so many odd inputs; prints what it came to as JSON. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { planFillOf } from "../../../src/actions/fillCodes";
import { planNewWorkbook } from "../../../src/actions/insertTables";
import { planMarkedCopy } from "../../../src/actions/markedCopy";
import { planRowsOf } from "../../../src/actions/rows";
import { recognitionOf } from "../../../src/actions/correctRecognition";
import { listsInUse } from "../../../src/codes/listsInUse";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { WorkbookFileError } from "../../../src/xlsx/fileError";
import { openableFile } from "../../../src/xlsx/legacy/openableFile";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { damaged, DAMAGE } from "./damage";
import type { Damage } from "./damage";
import type { FuzzResult } from "./limits";
import { CASES_A_BATCH, LONGEST } from "./limits";
import { ODD_WORKBOOK, oddWorkbook, withoutFigures } from "./oddSheets";
import type { OddWorkbook } from "./oddSheets";

const FIXTURES = join(__dirname, "../../fixtures");

/** Read once, as every use of the product does: an input is odd, not the lists. */
const LISTS = listsInUse();

function packages(): readonly Uint8Array[] {
  const fixture = new Uint8Array(readFileSync(join(FIXTURES, "baiyun-2020.xlsx")));
  const small = (tables: readonly string[]) =>
    writeNewWorkbook(
      planNewWorkbook({
        year: 2027,
        department: "某局",
        unit: "万元",
        tables,
        units: [],
        codes: ["2010301"],
        projects: [],
      }).map(({ design }) => design),
    );
  // The whole budget now and then; most of the damage is the same in a small one.
  return [
    fixture,
    ...Array.from({ length: 9 }, (_, index) => small([["T06"], ["T03"], ["T01"]][index % 3] as string[])),
  ];
}

async function tryPackage(bases: readonly Uint8Array[], damage: Damage): Promise<void> {
  const { bytes } = await openableFile(damaged(bases, damage));
  const snapshot = readWorkbook(bytes, "模糊.xlsx");
  const { edits } = planMarkedCopy(snapshot, { date: "2026-11-30", lists: LISTS });
  readWorkbook(applyEdits(bytes, edits), "模糊.xlsx");
}

function trySheets(snapshot: WorkbookSnapshot): void {
  planMarkedCopy(snapshot, { date: "2026-11-30", lists: LISTS });
  planFillOf(snapshot, { lists: LISTS });
  recognitionOf(snapshot);
  planRowsOf(snapshot, { kind: "code", in: { table: "T06" }, code: "2050803" });
  planRowsOf(snapshot, { kind: "sort" });
  planRowsOf(snapshot, { kind: "delete", in: { sheet: snapshot.sheets[0]?.name ?? "" }, rows: [8] });
}

async function fuzz<T>(cases: Iterable<T>, attempt: (one: T) => Promise<void> | void): Promise<FuzzResult> {
  const result = {
    runs: 0,
    read: 0,
    refused: 0,
    crashes: [] as { error: string; input: unknown }[],
    slowest: 0,
    slow: [] as unknown[],
  };
  for (const one of cases) {
    result.runs++;
    const start = process.cpuUsage();
    try {
      await attempt(one);
      result.read++;
    } catch (error) {
      if (error instanceof WorkbookFileError) result.refused++;
      else
        result.crashes.push({
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          input: one,
        });
    }
    const { user, system } = process.cpuUsage(start);
    // Of the processor, in milliseconds: what else the machine does is not counted.
    const taken = (user + system) / 1000;
    result.slowest = Math.max(result.slowest, taken);
    if (taken > LONGEST) result.slow.push(one);
  }
  return {
    ...result,
    crashes: result.crashes.slice(0, 20),
    slow: result.slow.slice(0, 5),
    memory: process.resourceUsage().maxRSS * 1024,
  };
}

function* casesOf<T>(
  arbitrary: fc.Arbitrary<T>,
  count: number,
  seed: number,
  kept: readonly T[],
): Generator<T> {
  yield* kept;
  for (let done = 0; done < count; done += CASES_A_BATCH)
    yield* fc.sample(arbitrary, { numRuns: Math.min(CASES_A_BATCH, count - done), seed: seed + done });
}

async function main([kind = "", count = "", seed = "1"]: readonly string[]): Promise<void> {
  const corpus = JSON.parse(readFileSync(join(__dirname, "corpus.json"), "utf8")) as {
    readonly packages: readonly Damage[];
    readonly sheets: readonly OddWorkbook[];
  };
  const bases = packages();
  const filled = readWorkbook(bases[0] as Uint8Array, "预算.xlsx").sheets;
  const tables = kind === "blanks" ? filled.map(withoutFigures) : filled;
  const result =
    kind === "packages"
      ? await fuzz(casesOf(DAMAGE, Number(count), Number(seed), corpus.packages), (one) =>
          tryPackage(bases, one),
        )
      : await fuzz(casesOf(ODD_WORKBOOK, Number(count), Number(seed), corpus.sheets), (one) =>
          trySheets(oddWorkbook(tables, one)),
        );
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

void main(process.argv.slice(2));
