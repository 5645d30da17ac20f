import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** What the command line is built from. */
const SOURCES = ["src", "webpack.config.js", "scripts/cliCode.cjs", "package-lock.json"];

/**
 * The launcher of the command line as users have it. Takes the one of the last build where no source is newer, as after
 * `npm ci`; else builds one of its own, for which a test has to allow half a minute.
 */
export function builtCommand(): string {
  const built = join(ROOT, "dist/cli/gouji.cjs");
  const newestSource = Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
  if (existsSync(built) && statSync(built).mtimeMs > newestSource) return built;
  const folder = join(ROOT, "node_modules/.cache/gouji-cli");
  const own = join(folder, "gouji.cjs");
  if (existsSync(own) && statSync(own).mtimeMs > newestSource) return own;
  const webpack = require.resolve("webpack-cli/bin/cli.js");
  const options = ["--mode", "production", "--stats", "errors-only", "--config-name", "cli"];
  execFileSync(process.execPath, [webpack, ...options, "--output-path", folder], {
    cwd: ROOT,
    stdio: "pipe",
  });
  return own;
}

/** When the newest file under a path was changed, in milliseconds. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
