import { join } from "node:path";
import { runCommand } from "./program";

/** Output cut off by the reader (gouji … | head) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => process.uptime() * 1000,
  worker: join(__dirname, "gouji.cjs"),
}).then((code) => {
  process.exitCode = code;
});
