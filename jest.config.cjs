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

/** Packages that come as ES modules alone: numfmt, and what Univer needs. */
const ES_MODULES = [
  "numfmt",
  "lodash-es",
  "nanoid",
  "rbush",
  "quickselect",
  "kdbush",
  "cjk-regex",
  "unicode-regex",
  "regexp-util",
  "franc-min",
  "trigram-utils",
  "collapse-white-space",
  "n-gram",
];

module.exports = {
  rootDir: __dirname,
  testEnvironment: "<rootDir>/scripts/jestEnvironment.cjs",
  testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/browser/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  testTimeout: 30000,
  // Jest leaves one processor idle of itself, which on two is half of all.
  maxWorkers: "100%",
  testRunner: "<rootDir>/scripts/jestRunner.cjs",
  testSequencer: "<rootDir>/scripts/jestSequencer.cjs",
  transform,
  resolver: "<rootDir>/scripts/jestResolver.cjs",
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${ES_MODULES.join("|")})/)`],
};
