/**
 * node scripts/bench.mjs validation — builds tests/bench/<name>/main.ts as the command line is built and runs it: processor
 * time is measured as users have it, which it is not among the wrappings of a test runner.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const OUTPUT = join(ROOT, "dist/bench");
const [name] = process.argv.slice(2);
if (!name) {
  process.stderr.write("node scripts/bench.mjs validation\n");
  process.exit(2);
}

const configs = createRequire(import.meta.url)("../webpack.config.js");
const cli = configs({}, { mode: "production" }).find((config) => config.name === "cli");
const config = {
  ...cli,
  context: ROOT,
  entry: { [name]: `./tests/bench/${name}/main.ts` },
  output: { ...cli.output, path: OUTPUT },
  // Fixtures are found from the folder a source file lies in, seen from the root.
  node: { __dirname: true, __filename: false },
  plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
};
const stats = await new Promise((resolve, reject) =>
  webpack(config, (error, result) => (error ? reject(error) : resolve(result))),
);
if (stats.hasErrors()) {
  process.stderr.write(`${stats.toString({ all: false, errors: true })}\n`);
  process.exit(2);
}
process.exit(
  spawnSync(process.execPath, [join(OUTPUT, `${name}.cjs`)], { cwd: ROOT, stdio: "inherit" }).status ?? 1,
);
