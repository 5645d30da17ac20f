const base = require("./jest.config.cjs");

/** The pane and the workbench in an installed Chromium: a browser for each file, as many at a time as there are processors. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/tests/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/tests/browser/beginAll.ts",
  globalTeardown: "<rootDir>/tests/browser/endAll.ts",
  testTimeout: 60000,
};
