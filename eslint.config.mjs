import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { readLayers, shortName } from "./scripts/layers.mjs";

/** Who may import whom: docs/layers.json. */
const LAYERS = readLayers(import.meta.dirname);

const layerRules = LAYERS.map(({ folder, mayImport }) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: LAYERS.filter((other) => other.folder !== folder)
          .map((other) => shortName(other.folder))
          .filter((other) => !mayImport.includes(other))
          .map((other) => ({
            group: [`**/${other}/*`],
            message: `${folder} may not import ${other} (docs/layers.json).`,
          })),
        paths:
          folder === "src/amounts"
            ? []
            : [{ name: "decimal.js", message: "Amounts come from src/amounts/decimal." }],
      },
    ],
  },
}));

/**
 * One outcome for each relation: only the checked workbook relates and judges; trying what a cell may mean judges, too, and so
 * does weighing the relations that the parts of a table propose, before there is a checked workbook.
 */
const ONE_TRUTH = {
  files: ["src/**/*.ts", "taskpane/**/*.{ts,tsx}", "workbench/**/*.ts"],
  ignores: [
    "src/validation/checked.ts",
    "src/validation/mistakes/rejudging.ts",
    "src/validation/structure/*.ts",
  ],
  rules: {
    "no-restricted-syntax": [
      "error",
      {
        selector:
          "ImportDeclaration[source.value=/\\/(outcome|relate)$/] > ImportSpecifier[imported.name=/^(judge|judgeAll|relate)$/]",
        message:
          "Take a Checked (src/validation/checked.ts): it holds the relations and the outcome of each.",
      },
    ],
  },
};

/** What only types tell: a promise that nobody waits for, or that is taken for its answer, loses what it was to do or say. */
const TYPED = {
  files: ["src/**/*.{ts,tsx}", "taskpane/**/*.{ts,tsx}", "workbench/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": "error",
    "@typescript-eslint/await-thenable": "error",
    "@typescript-eslint/only-throw-error": "error",
    "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
    "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  },
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { files: ["**/*.tsx"], plugins: { "react-hooks": hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: {
        require: "readonly",
        module: "writable",
        process: "readonly",
        console: "readonly",
        __dirname: "readonly",
        Buffer: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    rules: {
      "max-lines": ["error", { max: 400 }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  TYPED,
  ...layerRules,
  ONE_TRUTH,
);
