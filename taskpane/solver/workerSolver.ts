import { Cancelled } from "../../src/actions/task";
import type { IntegerSolver } from "../../src/planning/rounding/integerModel";

/** What the worker tells: that it is there, and then one answer for each model. */
export type SolverAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "solved"; readonly values: ReadonlyMap<string, number> | undefined }
  | { readonly kind: "failed"; readonly reason: string };

/** What is used of a Worker. */
export interface SolverThread {
  postMessage(lpText: string): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<SolverAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface WorkerSolverOptions {
  /** Begins the worker; throws where there are none. */
  start(): SolverThread;
  /** Solves in the thread of the pane, where no worker can be had. */
  readonly here: IntegerSolver;
  /** Asked now and then: true ends the solving, which then throws Cancelled. */
  isGivenUp(): boolean;
}

/** So often it is asked whether the solving is still wanted, in milliseconds. */
const EVERY = 200;

/** The worker never came: a policy forbids it, or its script cannot be loaded. */
class NoWorker extends Error {}

/**
 * Solves in a worker, so that Excel and the pane go on meanwhile: Office restarts an add-in that does not respond for five
 * seconds. Source: office-js-docs, docs/concepts/resource-limits-and-performance-optimization.md. Where no worker can be
 * had it is solved in the thread of the pane. 取消 ends the worker at once.
 * Throws Cancelled, and an Error when the solver itself fails; the next model gets a fresh worker then.
 */
export function workerSolver({ start, here, isGivenUp }: WorkerSolverOptions): IntegerSolver {
  let begun: Begun | undefined;
  let isHere = false;
  return async (lpText) => {
    if (isHere) return here(lpText);
    try {
      begun ??= { thread: started(start), hasSpoken: false };
      return await solveIn(begun, lpText, isGivenUp);
    } catch (error) {
      begun?.thread.terminate();
      begun = undefined;
      if (!(error instanceof NoWorker)) throw error;
      isHere = true;
      return here(lpText);
    }
  };
}

/** A worker, and whether its script has run. */
interface Begun {
  readonly thread: SolverThread;
  hasSpoken: boolean;
}

function started(start: () => SolverThread): SolverThread {
  try {
    return start();
  } catch (error) {
    throw new NoWorker("no worker", { cause: error });
  }
}

/** One model in a worker. Throws NoWorker for one that fails before it has said anything. */
function solveIn(begun: Begun, lpText: string, isGivenUp: () => boolean): ReturnType<IntegerSolver> {
  const { thread } = begun;
  return new Promise((resolve, reject) => {
    const looking = setInterval(() => {
      if (isGivenUp()) end(() => reject(new Cancelled()));
    }, EVERY);
    const end = (settle: () => void) => {
      clearInterval(looking);
      settle();
    };
    thread.onmessage = ({ data }) => {
      begun.hasSpoken = true;
      if (data.kind === "solved") end(() => resolve(data.values));
      else if (data.kind === "failed") end(() => reject(new Error(data.reason)));
    };
    thread.onerror = ({ message }) =>
      end(() => reject(begun.hasSpoken ? new Error(message) : new NoWorker(message)));
    thread.postMessage(lpText);
  });
}
