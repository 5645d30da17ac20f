import { readFileSync } from "node:fs";
import { checkSnapshot } from "../../../src/actions/validate";
import { LastCheck } from "../../../src/actions/lastCheck";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
const bytes = readFileSync(process.argv[2] ?? "tests/fixtures/baiyun-2020.xlsx");
const n = Number(process.argv[3] ?? "300");
const reads: number[] = [], checks: number[] = [], re: number[] = [];
const last = new LastCheck();
for (let i = 0; i < n; i++) {
  const a = process.cpuUsage();
  const w = readWorkbook(bytes, "x.xlsx");
  const b = process.cpuUsage(a);
  const c = process.cpuUsage();
  checkSnapshot(w);
  const d = process.cpuUsage(c);
  const e = process.cpuUsage();
  last.check(w);
  const f = process.cpuUsage(e);
  reads.push((b.user + b.system) / 1000); checks.push((d.user + d.system) / 1000); re.push((f.user + f.system) / 1000);
}
const q = (a: number[], p: number) => [...a.slice(Math.floor(n / 3))].sort((x, y) => x - y)[Math.floor((n - Math.floor(n / 3)) * p)]?.toFixed(2);
console.log("read", q(reads, 0.5), q(reads, 0.95), "check", q(checks, 0.5), q(checks, 0.95), "recheck", q(re, 0.5), q(re, 0.95));
