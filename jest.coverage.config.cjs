const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");
const config = require("./jest.config.cjs");

/** What a module of types alone becomes: nothing is ever run of it, and it would count as never run. */
const EMPTY = /^(?:export\s*\{\s*\};?)?\s*$/;

const hasCode = (file) => {
  const { code } = transformSync(readFileSync(join(__dirname, file), "utf8"), {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  });
  return !EMPTY.test(code.replace(/\/\*[^]*?\*\/|\/\/.*/g, "").trim());
};

const sources = readdirSync(join(__dirname, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name))
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

/**
 * npm run coverage: the tests, with what they run of src counted. The adapters are apart: src/excel runs in Excel, and what starts
 * the command line and its workers runs in processes of its own (tests/scale), where nothing is counted.
 */
module.exports = {
  ...config,
  collectCoverage: true,
  coverageProvider: "v8",
  collectCoverageFrom: [
    ...sources.filter(hasCode),
    "!src/excel/**",
    "!src/cli/{launch,main}.ts",
    "!src/cli/many/worker.ts",
  ],
  coverageReporters: ["json-summary", "text-summary"],
  coverageThreshold: { global: { lines: 97 } },
};
