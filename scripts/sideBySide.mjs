/**
 * node scripts/sideBySide.mjs <script>… — runs scripts of package.json, as many at a time as there are processors, in the order
 * given: name the longest first. Shows the output of each whole when it has ended; ends with 1 where one of them has failed.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Runs one script to its end and shows what it said; gives whether it went well. */
function run(name) {
  // npm is a script of the shell on Windows.
  const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
  const begun = Date.now();
  return new Promise((resolve) => {
    const end = (problem) => {
      const seconds = Math.round((Date.now() - begun) / 1000);
      process.stdout.write(`\n=== ${name}: ${problem ?? "done"} (${seconds} s)\n`);
      process.stdout.write(Buffer.concat(said));
      resolve(problem === undefined);
    };
    child.on("error", (error) => end(error.message));
    child.on("close", (code, signal) => end(code === 0 ? undefined : `failed (${code ?? signal})`));
  });
}

const names = process.argv.slice(2);
let next = 0;
const failed = [];
async function takeOn() {
  while (next < names.length) {
    const name = names[next++];
    if (!(await run(name))) failed.push(name);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, takeOn));
if (failed.length > 0) process.stderr.write(`\nFailed: ${failed.join(", ")}\n`);
process.exitCode = failed.length > 0 || names.length === 0 ? 1 : 0;
