const fs = require("node:fs");
const path = require("node:path");
const webpack = require("webpack");

const swc = (jsx) => ({
  loader: "swc-loader",
  options: {
    jsc: {
      parser: { syntax: "typescript", tsx: jsx },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
  },
});

const moduleRules = {
  rules: [
    { test: /\.tsx$/, use: swc(true) },
    { test: /\.ts$/, use: swc(false) },
    { test: /\.tsv$/, type: "asset/source" },
  ],
};

const resolve = { extensions: [".ts", ".tsx", ".js", ".mjs"] };

/** npm links a package's bin only once: a rebuilt file must stay executable. */
class MakeExecutable {
  constructor(file) {
    this.file = file;
  }
  apply(compiler) {
    compiler.hooks.afterEmit.tap("MakeExecutable", ({ outputOptions }) =>
      fs.chmodSync(path.join(outputOptions.path, this.file), 0o755),
    );
  }
}

const cli = (mode) => ({
  name: "cli",
  mode,
  target: "node20",
  entry: { gouji: "./src/cli/main.ts" },
  output: {
    path: path.resolve(__dirname, "dist/cli"),
    filename: "[name].cjs",
    library: { type: "commonjs2" },
  },
  module: moduleRules,
  resolve,
  optimization: { minimize: false },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
    new MakeExecutable("gouji.cjs"),
  ],
  performance: { hints: false },
});

module.exports = (_env, argv) => {
  const mode = argv.mode ?? "development";
  return [cli(mode)];
};
