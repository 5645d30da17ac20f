/** Tests mirror src; browser tests have a configuration of their own (jest.browser.config.cjs). */
const transform = {
  "^.+\\.tsv$": "<rootDir>/scripts/jestText.cjs",
  "^.+\\.[cm]?[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
    },
  ],
};

module.exports = {
  rootDir: __dirname,
  testEnvironment: "node",
  testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/browser/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  testTimeout: 30000,
  transform,
  resolver: "<rootDir>/scripts/jestResolver.cjs",
  transformIgnorePatterns: ["/node_modules/(?!(numfmt)/)"],
};
