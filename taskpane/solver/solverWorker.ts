/** The worker in which 舍位平衡 is solved: gets the text of a model, gives what came of it (SolverAnswer). */
import { solveHere } from "./solveHere";
import type { SolverAnswer } from "./workerSolver";

const answer = (message: SolverAnswer): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<string>) => {
  solveHere(data).then(
    (values) => answer({ kind: "solved", values }),
    (error: unknown) => answer({ kind: "failed", reason: String(error) }),
  );
};
answer({ kind: "ready" });
