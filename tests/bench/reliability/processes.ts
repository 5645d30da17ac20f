import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Part of a count: from which on, counted from 0, and how many. */
export interface Chunk {
  readonly first: number;
  readonly size: number;
}

/** What a process came to. */
interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly error: string;
}

/**
 * A count in as many parts as there are processors.
 * @param whole parts but the last are multiples of this
 */
export function chunksOf(count: number, whole: number): Chunk[] {
  const size = Math.max(whole, Math.ceil(count / availableParallelism() / whole) * whole);
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => {
    const first = index * size;
    return { first, size: Math.min(size, count - first) };
  });
}

/** Does work on all of a list, as many at a time as there are processors; gives the results in the order of the list. */
export async function sideBySide<T, R>(
  list: readonly T[],
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const takeOn = async (): Promise<void> => {
    for (let index = next++; index < list.length; index = next++)
      results[index] = await work(list[index] as T, index);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeOn));
  return results;
}

/** Runs Node.js with these arguments to its end. */
export function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [output, error] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output, error }));
  });
}
