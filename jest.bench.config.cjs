const config = require("./jest.config.cjs");

/** Benchmarks: they print tables and fail when a figure is below what it must be. `npm run bench:…` picks one. */
module.exports = {
  ...config,
  testMatch: ["<rootDir>/tests/bench/**/*.bench.ts"],
  testTimeout: 600_000,
  // What they measure is not to be shared.
  maxWorkers: 1,
};
