import { readFileSync, writeSync } from "node:fs";
import { basename } from "node:path";
import { checker, read } from "./adapter";
import { startClock } from "./clock";

/*
 * A process that is measured: job.cjs read <file> reads a file and does nothing else; job.cjs check <file> checks it then
 * and prints how long each step took: {"read": 12.3, "check": 45.6}.
 */

const [, , step, file = ""] = process.argv;
const readClock = startClock();
const snapshot = read(readFileSync(file), basename(file));
const readTime = readClock();
if (step === "check") {
  const checkClock = startClock();
  const { tables } = checker()(snapshot);
  const checkTime = checkClock();
  if (tables.length === 0) throw new Error(`${file}: no table was recognised`);
  writeSync(1, JSON.stringify({ read: readTime, check: checkTime }));
}
