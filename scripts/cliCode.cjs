/**
 * What turns the scripts of the command line into ones that start fast (docs/decisions/0003-cold-start.md): a hash as
 * the first line of each, and beside each the code that V8 has compiled of it in a run of its own.
 */
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { Compilation, sources } = require("webpack");

/** The launcher, which loads the others and is itself loaded by Node. */
const LAUNCHER = "gouji.cjs";

/** Puts the hash of each script in a line before it; the launcher compares it with that of the compiled code. */
class StampScripts {
  apply(compiler) {
    compiler.hooks.compilation.tap("StampScripts", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "StampScripts", stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          if (name === LAUNCHER || !name.endsWith(".cjs")) continue;
          const hash = createHash("sha256").update(source.buffer()).digest("hex");
          compilation.updateAsset(name, new sources.ConcatSource(`// ${hash}\n`, source));
        }
      });
    });
  }
}

/** Ways to use the command line whose code is compiled ahead. Each run goes on from what those before it compiled. */
const RUNS = [
  ["codes", "bangongfei"],
  ["check", "--format", "json", "tests/fixtures/baiyun-2020-as-published.xlsx"],
  ["check", "tests/fixtures/baiyun-2020.xlsx"],
];

/** Runs what was built and has V8 write down what it compiled. Also makes the launcher executable, once for npm's link. */
class CompileAhead {
  apply(compiler) {
    compiler.hooks.afterEmit.tap("CompileAhead", ({ outputOptions }) => {
      const launcher = path.join(outputOptions.path, LAUNCHER);
      fs.chmodSync(launcher, 0o755);
      const env = { ...process.env, GOUJI_WRITE_CODE: "1", NODE_OPTIONS: "" };
      for (const args of RUNS) {
        const run = spawnSync(process.execPath, [launcher, ...args], {
          cwd: path.join(__dirname, ".."),
          env,
          encoding: "utf8",
        });
        if (run.status === null || run.stderr !== "")
          throw new Error(`gouji ${args.join(" ")}: ${run.error?.message ?? run.stderr}`);
      }
    });
  }
}

module.exports = { CompileAhead, StampScripts };
