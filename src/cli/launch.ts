import { readFileSync, writeFileSync } from "node:fs";
import { createRequire, wrap } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";

/*
 * What `gouji` starts with: loads the scripts beside it with the code that V8 made of them when the command line was built
 * (docs/decisions/0003-cold-start.md). Every script begins with a line that holds the hash of what follows; its compiled
 * code, in a file beside it, begins with the same line, so that code of another script is never run. V8 itself refuses
 * code of another version of its own, or of other flags. Then, or where there is no such file, the script is compiled as
 * it always was: slower, and the same.
 */

/**
 * How much a function runs before V8 optimises it, in bytes of bytecode: seven times the usual. A check of one file is over
 * before optimised code pays for its making; one of a large file or of many is not slower by it.
 */
const OPTIMISE_AFTER = 1_000_000;

/** Set by the build, which has what V8 compiled in this run written down. */
const WRITE_CODE = "GOUJI_WRITE_CODE";

const ending = ".code";
const scripts = new Map<string, Script>();
const loaded = new Map<string, { exports: unknown }>();

/** The exports of a script of this folder ("./main.cjs"), run once; anything else is a module of Node's. */
function load(request: string): unknown {
  if (!request.startsWith("./")) return nodeRequire(request);
  const known = loaded.get(request);
  if (known) return known.exports;
  const file = join(__dirname, request);
  const module = { exports: {} };
  loaded.set(request, module);
  const run = compile(file).runInThisContext() as (...of: readonly unknown[]) => void;
  run.call(module.exports, module.exports, load, module, file, dirname(file));
  return module.exports;
}

/** Compiles a script, from its compiled code where that is of use. Scripts are written in ASCII alone. */
function compile(file: string): Script {
  const source = readFileSync(file, "latin1");
  const cachedData = compiledCode(file, source.slice(0, source.indexOf("\n") + 1));
  const script = new Script(wrap(source), { filename: file, ...(cachedData && { cachedData }) });
  scripts.set(file, script);
  return script;
}

/** The compiled code of a script that begins with this line; undefined where there is none. */
function compiledCode(file: string, line: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file + ending);
    return bytes.toString("latin1", 0, line.length) === line ? bytes.subarray(line.length) : undefined;
  } catch {
    // No file, or none that can be read: compiled as if there were none.
    return undefined;
  }
}

/** Writes down what V8 has compiled so far of each script. */
function writeCode(): void {
  for (const [file, script] of scripts) {
    const source = readFileSync(file, "latin1");
    const line = Buffer.from(source.slice(0, source.indexOf("\n") + 1), "latin1");
    writeFileSync(file + ending, Buffer.concat([line, script.createCachedData()]));
  }
}

const nodeRequire = createRequire(__filename);
// Flags hold for the whole process: those of its first thread, before it starts workers.
if (isMainThread) {
  setFlagsFromString(`--interrupt-budget=${OPTIMISE_AFTER}`);
  if (process.env[WRITE_CODE] !== undefined) process.on("exit", writeCode);
}

/** What a worker does with each file that it is given; the command line itself where this is the first thread. */
export const doItem = isMainThread
  ? load("./main.cjs")
  : (load("./worker.cjs") as { doItem: unknown }).doItem;
