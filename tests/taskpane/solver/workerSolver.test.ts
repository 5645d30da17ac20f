import { Cancelled } from "../../../src/actions/task";
import type { SolverAnswer, SolverThread } from "../../../taskpane/solver/workerSolver";
import { workerSolver } from "../../../taskpane/solver/workerSolver";

const MODEL = "Minimize\n cost: x\nEnd\n";
const SOLVED = new Map([["x", 3]]);
const HERE = new Map([["x", 4]]);

/** A worker that does with a model what it is told to. */
function thread(onModel: (tell: (answer: SolverAnswer) => void, one: SolverThread) => void) {
  const one: SolverThread & { isEnded: boolean } = {
    isEnded: false,
    onmessage: null,
    onerror: null,
    terminate: () => {
      one.isEnded = true;
    },
    postMessage: () =>
      queueMicrotask(() => onModel((data) => one.onmessage?.({ data } as MessageEvent<SolverAnswer>), one)),
  };
  return one;
}

function failWith(one: SolverThread, message: string): void {
  one.onerror?.({ message } as ErrorEvent);
}

const here = () => Promise.resolve(HERE);
const never = () => false;

test("a model is solved in the worker, and the next one in the same", async () => {
  const one = thread((tell) => {
    tell({ kind: "ready" });
    tell({ kind: "solved", values: SOLVED });
  });
  const start = jest.fn(() => one);
  const solve = workerSolver({ start, here, isGivenUp: never });
  expect([await solve(MODEL), await solve(MODEL)]).toEqual([SOLVED, SOLVED]);
  expect(start).toHaveBeenCalledTimes(1);
});

test("a model without a solution has none in the worker either", async () => {
  const one = thread((tell) => tell({ kind: "solved", values: undefined }));
  expect(await workerSolver({ start: () => one, here, isGivenUp: never })(MODEL)).toBeUndefined();
});

test("where there are no workers the pane solves by itself", async () => {
  const start = () => {
    throw new Error("Worker is not defined");
  };
  expect(await workerSolver({ start, here, isGivenUp: never })(MODEL)).toEqual(HERE);
});

test("where the worker's script is forbidden or cannot be loaded the pane solves by itself, then and later", async () => {
  const one = thread((_, worker) => failWith(worker, "blocked"));
  const start = jest.fn(() => one);
  const solve = workerSolver({ start, here, isGivenUp: never });
  expect([await solve(MODEL), await solve(MODEL)]).toEqual([HERE, HERE]);
  expect(start).toHaveBeenCalledTimes(1);
  expect(one.isEnded).toBe(true);
});

test("a solver that fails is told as such, and the next model gets a fresh worker", async () => {
  const threads = [
    thread((tell) => tell({ kind: "failed", reason: "RuntimeError: memory" })),
    thread((tell, worker) => {
      tell({ kind: "ready" });
      failWith(worker, "crashed");
    }),
    thread((tell) => tell({ kind: "solved", values: SOLVED })),
  ];
  const all = [...threads];
  const solve = workerSolver({ start: () => threads.shift() as SolverThread, here, isGivenUp: never });
  await expect(solve(MODEL)).rejects.toThrow("RuntimeError: memory");
  await expect(solve(MODEL)).rejects.toThrow("crashed");
  expect(await solve(MODEL)).toEqual(SOLVED);
  expect(all.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
});

test("取消 ends the worker although it is still at work", async () => {
  const one = thread((tell) => tell({ kind: "ready" }));
  let isGivenUp = false;
  const solving = workerSolver({ start: () => one, here, isGivenUp: () => isGivenUp })(MODEL);
  isGivenUp = true;
  await expect(solving).rejects.toThrow(Cancelled);
  expect(one.isEnded).toBe(true);
});
