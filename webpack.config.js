const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const webpack = require("webpack");
const { CompileAhead, StampScripts } = require("./scripts/cliCode.cjs");
const { ListPackages } = require("./scripts/licences.cjs");
const { officeFrom } = require("./scripts/office.cjs");

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
    { test: /\.wasm$/, type: "asset/resource" },
  ],
};

const resolve = { extensions: [".ts", ".tsx", ".js", ".mjs"] };

const CLI = path.resolve(__dirname, "dist/cli");

/**
 * The command line: a launcher, what every command needs, and a part for each command that is loaded when it is asked for.
 * Node has no use for small files, but V8 has for short ones: what is not needed is not read.
 */
const cli = (mode) => ({
  name: "cli",
  mode,
  target: "node20",
  entry: { gouji: "./src/cli/launch.ts", main: "./src/cli/main.ts", worker: "./src/cli/many/worker.ts" },
  output: {
    path: CLI,
    filename: "[name].cjs",
    chunkFilename: "part-[id].cjs",
    library: { type: "commonjs2" },
    clean: true,
  },
  // Node's own require is made by createRequire, and is not for webpack to resolve.
  module: { ...moduleRules, parser: { javascript: { createRequire: false } } },
  resolve: {
    ...resolve,
    alias: {
      // Without what fflate does in workers.
      fflate$: require.resolve("fflate/browser"),
    },
  },
  node: { __dirname: false, __filename: false },
  optimization: {
    // ASCII is read without decoding; names stay, so that a stack says where an error came from.
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        extractComments: false,
        terserOptions: { mangle: false, compress: false, format: { asciiOnly: true, comments: false } },
      }),
    ],
  },
  externals: {
    // Its WebAssembly file is found beside its own script.
    highs: "commonjs highs",
    // Starts workers from a script of its own.
    piscina: "commonjs piscina",
    // Commander asks for it for commands that are programs of their own, of which there are none.
    "node:child_process": "var {}",
    // Read only when an .xls comes, as they were published: compiled ahead they would make every start slower.
    "@e965/xlsx": "commonjs @e965/xlsx",
    "@e965/xlsx/dist/cpexcel": "commonjs @e965/xlsx/dist/cpexcel",
  },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: "gouji.cjs" }),
    new StampScripts(),
    new CompileAhead(),
    new ListPackages(),
  ],
  performance: { hints: false },
});

const OFFICE_JS = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const ADDIN = path.resolve(__dirname, "dist/addin");
const WORKBENCH = path.resolve(__dirname, "dist/workbench");

/**
 * Names of scripts: those of a release carry a hash of their content, so that browsers may keep them for ever; what names
 * them (a page) is asked for anew each time. The workbench's stand-in for office.js has the name that pages know.
 */
const names = (isRelease) =>
  isRelease
    ? {
        filename: ({ chunk }) =>
          /^office/.test(chunk?.name ?? "") ? "[name].js" : "[name].[contenthash:16].js",
        chunkFilename: "data/[name].[contenthash:16].js",
        assetModuleFilename: "data/[name].[contenthash:16][ext]",
      }
    : {
        filename: "[name].js",
        chunkFilename: "data/[name].js",
        assetModuleFilename: "data/[name][ext]",
      };

/** Copies without minifying: vendor files stay as they were published, and `info` says so to the optimiser. */
const copy = (patterns) =>
  new CopyPlugin({ patterns: patterns.map((one) => ({ info: { minimized: true }, ...one })) });

/** A bundle that outgrows its budget stops the build, as a failing test would. */
const budget = (mode, kilobytes) => ({
  hints: mode === "production" ? "error" : false,
  maxEntrypointSize: kilobytes * 1000,
  maxAssetSize: kilobytes * 1000,
  assetFilter: (name) => /^[^/]*\.js$/.test(name),
});

const browser = (mode) => ({
  mode,
  target: ["web", "es2022"],
  devtool: mode === "production" ? false : "source-map",
  module: moduleRules,
  resolve,
  // Five times as fast as the usual minimiser: `npm start` on a fresh clone waits for it.
  optimization: {
    minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
  },
});

/** What is copied of office.js: all of a folder; of the package what its loader fetches; nothing where the CDN has it. */
function officeFiles({ folder }) {
  if (folder === undefined) return [];
  if (folder !== null) return [{ from: "**/*", context: folder, to: "office" }];
  return [
    // office.js is a loader: it fetches the file of the Excel it finds, then strings, telemetry and its error page.
    {
      from: "{office,o15apptofilemappingtable,excel-{web,win32,winrt,mac}-16.*,telemetry/oteljs_agave,{zh-cn,en-us}/office_strings}.js",
      context: OFFICE_JS,
      to: "office",
      globOptions: { ignore: ["**/*.debug.js"] },
    },
    { from: "agaveerrorux/**/*", context: OFFICE_JS, to: "office" },
    { from: path.join(OFFICE_JS, "../LICENSE.md"), to: "office" },
  ];
}

/** The add-in as it is deployed: every file it needs comes from one host, but for office.js where the option says so. */
const addin = (mode, office, isRelease) => ({
  ...browser(mode),
  name: "addin",
  entry: { taskpane: "./taskpane/index.tsx" },
  output: { path: ADDIN, ...names(isRelease), clean: true },
  plugins: [
    new HtmlPlugin({
      template: "./taskpane/index.html",
      filename: "taskpane.html",
      inject: "body",
      templateParameters: { office },
    }),
    // HiGHS asks for it under Node alone.
    new webpack.IgnorePlugin({ resourceRegExp: /^node:module$/ }),
    new ListPackages(),
    copy([
      { from: "manifest.xml" },
      { from: "assets/*.{png,json,html}" },
      { from: "taskpane/{oldBrowser.js,office.json}", to: "[name][ext]" },
      ...officeFiles(office),
    ]),
  ],
  // What opens the pane: Fluent UI and the pane's own code (build.mjs measures it compressed). All else comes when needed.
  performance: budget(mode, 850),
});

/** Univer's own style sheets, one file for the page. */
const GRID_STYLES = ["core", "conditional-formatting", "data-validation", "note"].map((name) =>
  require.resolve(`@univerjs/preset-sheets-${name}/lib/index.css`),
);

/** The page around the add-in: the add-in's own files, copied by scripts/build.mjs, with a stand-in only for office.js. */
const workbench = (mode, isRelease) => ({
  ...browser(mode),
  name: "workbench",
  entry: { workbench: "./workbench/page/main.ts", "office/office": "./workbench/page/officeStandIn.ts" },
  output: { path: WORKBENCH, ...names(isRelease), clean: true },
  plugins: [
    new HtmlPlugin({
      template: "./workbench/page/index.html",
      filename: "index.html",
      chunks: ["workbench"],
      scriptLoading: "module",
    }),
    new ListPackages(),
    copy([
      { from: "workbench/page/style.css", to: "workbench.css" },
      {
        from: GRID_STYLES[0],
        to: "grid.css",
        transform: () => GRID_STYLES.map((file) => fs.readFileSync(file, "utf8")).join("\n"),
      },
      { from: "excel-web-16.00.js", context: OFFICE_JS, to: "office" },
      { from: "*.xlsx", context: path.resolve(__dirname, "tests/fixtures"), to: "examples" },
    ]),
  ],
  // Univer with its grid is 7 MB of script, 1.8 MB as compressed; nothing of it is in the add-in.
  performance: budget(mode, 8000),
});

module.exports = (env, argv) => {
  const mode = argv.mode ?? "development";
  const isRelease = env?.release === "true";
  return [cli(mode), addin(mode, officeFrom(env?.office), isRelease), workbench(mode, isRelease)];
};
