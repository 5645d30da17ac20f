/**
 * Builds the command line after `npm ci`, so that `npx gouji` works right away.
 * Does nothing where it already stands or the development packages were left out (npm ci --omit=dev).
 */
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let webpackCli;
try {
  webpackCli = require.resolve("webpack-cli/bin/cli.js");
} catch {
  process.exit(0);
}
if (!existsSync("webpack.config.js")) process.exit(0);
const run = spawnSync(process.execPath, [webpackCli, "--mode", "production", "--config-name", "cli"], {
  stdio: ["ignore", "ignore", "inherit"],
});
process.exit(run.status ?? 1);
