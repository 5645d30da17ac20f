const base = require("./jest.config.cjs");

/** The pane and the workbench in an installed Chromium; one worker, since every test drives a browser. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/tests/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/tests/browser/beginAll.ts",
  globalTeardown: "<rootDir>/tests/browser/endAll.ts",
  maxWorkers: 1,
  testTimeout: 60000,
};
