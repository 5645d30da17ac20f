import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may import whom: docs/architecture.md. Each folder lists the sibling folders it may not see. */
const LAYERS = [
  "amounts",
  "workbook",
  "codes",
  "tables",
  "recognition",
  "relations",
  "text",
  "validation",
  "planning",
  "messages",
  "actions",
  "excel",
  "xlsx",
  "cli",
];
const MAY_IMPORT = {
  amounts: [],
  workbook: ["amounts"],
  codes: [],
  tables: ["workbook", "amounts"],
  recognition: ["tables", "codes", "workbook", "amounts", "messages"],
  relations: ["recognition", "tables", "amounts", "workbook", "messages"],
  text: ["relations", "recognition", "tables", "amounts", "codes", "workbook", "messages"],
  validation: ["relations", "recognition", "tables", "amounts", "codes", "workbook", "messages"],
  planning: ["validation", "relations", "recognition", "tables", "amounts", "codes", "workbook", "messages"],
  messages: [],
  actions: [
    "planning",
    "validation",
    "text",
    "relations",
    "recognition",
    "tables",
    "codes",
    "workbook",
    "messages",
  ],
  excel: ["workbook"],
  xlsx: ["workbook"],
  cli: ["actions", "xlsx", "messages", "text", "validation", "relations", "workbook", "planning"],
};

const layerRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: LAYERS.filter((other) => other !== folder && !allowed.includes(other)).map((other) => ({
          group: [`**/${other}/*`],
          message: `src/${folder} may not import src/${other} (docs/architecture.md).`,
        })),
        paths:
          folder === "amounts"
            ? []
            : [{ name: "decimal.js", message: "Amounts come from src/amounts/decimal." }],
      },
    ],
  },
}));

/** One outcome for each relation: only the checked workbook relates and judges; trying what a cell may mean judges, too. */
const ONE_TRUTH = {
  files: ["src/**/*.ts", "taskpane/**/*.{ts,tsx}", "workbench/**/*.ts"],
  ignores: ["src/validation/checked.ts", "src/validation/mistakes/reading.ts"],
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
  ...layerRules,
  ONE_TRUTH,
);
