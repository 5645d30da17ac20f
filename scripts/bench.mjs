/**
 * node scripts/bench.mjs <validation|acts|speed|reliability|around> [options] — builds tests/bench/<name> as the command line is built, and the
 * command line itself where it is measured and not built yet, and runs it: processor time is measured as users have it, which it is not among
 * the wrappings of a test runner. Options are handed on.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import { currentCli, stampCli } from "./cliBuild.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const OUTPUT = join(ROOT, "dist/bench");

/** The programs of each benchmark, main first. */
const PROGRAMS = {
  validation: ["main"],
  acts: ["main"],
  speed: ["main", "job", "warm"],
  reliability: ["main", "fuzz"],
  around: ["main"],
};
/** Those that measure the command line. */
const WITH_CLI = ["speed", "reliability"];

const [name = "", ...options] = process.argv.slice(2);
const programs = PROGRAMS[name];
if (!programs) {
  process.stderr.write(`node scripts/bench.mjs ${Object.keys(PROGRAMS).join("|")}\n`);
  process.exit(2);
}

const configs = createRequire(import.meta.url)("../webpack.config.js");
const cli = configs({}, { mode: "production" }).find((config) => config.name === "cli");
const config = {
  ...cli,
  context: ROOT,
  entry: Object.fromEntries(
    programs.map((program) => [`${name}-${program}`, `./tests/bench/${name}/${program}.ts`]),
  ),
  output: { ...cli.output, path: OUTPUT, chunkFilename: `${name}-part-[id].cjs`, clean: false },
  // Fixtures are found from the folder a source file lies in, seen from the root.
  node: { __dirname: true, __filename: false },
  // Packages are loaded as they are; a benchmark starts processes, which the command line does not.
  externals: { highs: "commonjs highs", exceljs: "commonjs exceljs" },
  plugins: [],
};
const needsCli = WITH_CLI.includes(name) && currentCli(ROOT) === undefined;
const begun = new Date();
const stats = await new Promise((resolve, reject) =>
  webpack(needsCli ? [cli, config] : config, (error, result) => (error ? reject(error) : resolve(result))),
);
if (stats.hasErrors()) {
  process.stderr.write(`${stats.toString({ all: false, errors: true })}\n`);
  process.exit(2);
}
if (needsCli) stampCli(ROOT, begun);
process.exit(
  spawnSync(process.execPath, [join(OUTPUT, `${name}-main.cjs`), ...options], { cwd: ROOT, stdio: "inherit" })
    .status ?? 1,
);
