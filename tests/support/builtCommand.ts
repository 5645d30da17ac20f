import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { currentCli, newestCliSource } from "../../scripts/cliBuild.mjs";

const ROOT = join(__dirname, "../..");

/** Where builds of tests lie, each in a folder named after the newest source it was made of. */
const BUILDS = join(ROOT, "node_modules/.cache/gouji-cli");

/** Builds of sources that have changed since are kept so long, in milliseconds: another run may still use them. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * The launcher of the command line as users have it. Takes the one of the last build where no source is newer, as after
 * `npm ci`; else builds one of its own, for which a test has to allow half a minute. Several tests may ask at once: each
 * builds into a folder of its own, and the first that is through is what later ones find.
 */
export function builtCommand(): string {
  const built = currentCli(ROOT);
  if (built !== undefined) return built;
  const folder = join(BUILDS, String(Math.ceil(newestCliSource(ROOT))));
  if (existsSync(folder)) return join(folder, "gouji.cjs");
  mkdirSync(BUILDS, { recursive: true });
  removeOld();
  const own = mkdtempSync(join(BUILDS, "making-"));
  const webpack = require.resolve("webpack-cli/bin/cli.js");
  const options = ["--mode", "production", "--stats", "errors-only", "--config-name", "cli"];
  execFileSync(process.execPath, [webpack, ...options, "--output-path", own], { cwd: ROOT, stdio: "pipe" });
  try {
    renameSync(own, folder);
  } catch (error) {
    // Another test was through first: a folder with files in it is not replaced.
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return join(folder, "gouji.cjs");
}

/** Removes builds that nobody can be using any more. */
function removeOld(): void {
  const until = Date.now() - KEPT_MS;
  for (const name of readdirSync(BUILDS)) {
    const old = join(BUILDS, name);
    const stat = statSync(old, { throwIfNoEntry: false });
    if (stat && stat.mtimeMs < until) rmSync(old, { recursive: true, force: true });
  }
}
