import { join } from "node:path";
import { inOrder } from "../../src/cli/many/inOrder";
import { openPool } from "../../src/cli/many/pool";
import type { Done, Item, Job, Outcome, Work } from "../../src/cli/many/work";
import { temporaryFolder } from "./run";

/** A worker as the command line's launcher is one: what it does is told by the name of the file. */
const WORKER = `
exports.doItem = async ({ file }) => {
  if (file === "dies") process.exit(7);
  if (file === "throws") throw new Error("broken");
  if (file === "memory") { const all = []; for (;;) all.push(new Array(1e6).fill({})); }
  await new Promise((go) => setTimeout(go, file === "slow" ? 300 : 1));
  return { code: 0, out: file, notes: [], row: null };
};
`;

const JOB: Job = { command: "mark", format: "text", lang: "zh-CN", date: "2026-03-01", sets: [] };

/** Tells of failures by their key; nothing else is asked of it here. */
const WORK: Work<Done> = {
  frame: { begin: "", between: "", end: "" },
  carryOut: async () => ({ error: null }),
  failed: (error) => ({ error }),
  tell: ({ file }, { error }) =>
    ({ code: 2, out: `${file}: ${error?.key}`, notes: [] }) as unknown as Outcome,
};

async function outputs(files: readonly string[], isCalledOff = () => false): Promise<(string | undefined)[]> {
  const script = join(temporaryFolder({ "worker.cjs": WORKER }), "worker.cjs");
  const pool = await openPool(JOB, WORK, { jobs: 2, script, megabytes: 60, isCalledOff });
  const got: (string | undefined)[] = [];
  const items = files.map((file): Item => ({ file }));
  for await (const outcome of inOrder(items, pool.run, 8)) got.push(outcome?.out);
  await pool.close();
  return got;
}

describe("the pool of workers", () => {
  test("gives results in the order of the files, whichever is done first", async () => {
    const files = ["slow", ...Array.from({ length: 20 }, (_, index) => String(index))];
    expect(await outputs(files)).toEqual(files);
  });

  test("goes on after a worker that ends, throws or runs out of memory, and tells of that file alone", async () => {
    expect(await outputs(["a", "dies", "b", "throws", "c", "memory", "d", "e", "f"])).toEqual([
      "a",
      "dies: file.fault",
      "b",
      "throws: file.fault",
      "c",
      "memory: file.outOfMemory",
      "d",
      "e",
      "f",
    ]);
  }, 60_000);

  test("begins nothing more once it is called off, and gives what was begun", async () => {
    let begun = 0;
    const got = await outputs(["1", "2", "3", "4", "5", "6"], () => (begun += 1) > 3);
    expect(got).toEqual(["1", "2", "3", undefined, undefined, undefined]);
  });
});

describe("results in order", () => {
  test("wait for an earlier one only so many at a time", async () => {
    let running = 0;
    let most = 0;
    const work = async (number: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((go) => setTimeout(go, 1));
      return number;
    };
    const got: number[] = [];
    for await (const number of inOrder([1, 2, 3, 4, 5, 6, 7, 8, 9], work, 3)) {
      got.push(number);
      running -= 1;
    }
    expect(got).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(3);
  });
});
