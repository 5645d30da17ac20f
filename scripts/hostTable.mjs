/** Writes the table of docs/host.md anew: which members of Office.js the add-in uses, who answers them, what tests them. */
import { spawnSync } from "node:child_process";

const run = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", "tests/host/memberTable"], {
  stdio: "inherit",
  env: { ...process.env, WRITE_HOST_TABLE: "1" },
});
process.exit(run.status ?? 1);
