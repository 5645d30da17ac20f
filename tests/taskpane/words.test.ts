import { readdirSync } from "node:fs";
import { join } from "node:path";
import { EN_US } from "../../src/messages/enUS";
import { ZH_CN } from "../../src/messages/zhCN";
import { PACKS } from "../../src/tables/packs";
import { RULES } from "../../taskpane/help/rules";

const FOLDER = join(__dirname, "../../taskpane/wording");

/** Every text of a wording, functions called with plain arguments. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") {
    const words = value as (...args: unknown[]) => unknown;
    return [1, 2].flatMap((count) => texts(words(...Array.from({ length: words.length }, () => count))));
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

interface InBothLanguages {
  readonly "zh-CN": unknown;
  readonly "en-US": unknown;
}

function isInBothLanguages(value: unknown): value is InBothLanguages {
  return typeof value === "object" && value !== null && "zh-CN" in value && "en-US" in value;
}

const wordings: [string, InBothLanguages][] = readdirSync(FOLDER).flatMap((file) =>
  Object.entries(jest.requireActual<Record<string, unknown>>(join(FOLDER, file))).flatMap(
    ([name, value]): [string, InBothLanguages][] =>
      isInBothLanguages(value)
        ? [[name, value]]
        : Object.values(value ?? {})
            .filter(isInBothLanguages)
            .map((inner): [string, InBothLanguages] => [name, inner]),
  ),
);
wordings.push(["RULES", { ...RULES }]);

/** Latin letters that accountants know: cells, tables by number, units of files, names of programs, initials to search by. */
const KNOWN =
  /Excel|JavaScript|JSON|SUM|PDF|A4|Office|WPS|Word|Univer|\.(xlsx?|docx|csv|tsv|json)|#[A-Z/0-9!]+|[XT]\d\d|[A-Z]{1,3}\d+|SUMIF|\.c\d|\bC\d\b|zfgjj/g;

test("the wordings of the pane are found", () => {
  expect(wordings.map(([name]) => name)).toEqual(
    expect.arrayContaining(["CHECK_WORDS", "PANE_WORDS", "HELP_WORDS", "MEND_WORDS", "WORKS", "RULES"]),
  );
});

test("in Chinese the pane says nothing in English and shows no ids", () => {
  const wrong = wordings.flatMap(([name, words]) => {
    // The rule ids of the help page are keys, not texts.
    const value =
      name === "RULES"
        ? RULES["zh-CN"].map(({ title, text, example }) => [title, text, example])
        : words["zh-CN"];
    return texts(value).filter((text) => /[A-Za-z]{2,}|[a-z]/.test(text.replace(KNOWN, "")));
  });
  expect(wrong).toEqual([]);
});

test("in English the pane says nothing in Chinese but names that stand in the workbook", () => {
  const wrong = wordings.flatMap(([, words]) =>
    // A name to search for is Chinese in every language.
    texts(words["en-US"]).filter((text) => /[\u4e00-\u9fff]/.test(text.replace(/住房公积金|清单明细/, ""))),
  );
  expect(wrong).toEqual([]);
});

test("no sentence of a progress or report message in Chinese is left in English", () => {
  const keys = Object.keys(ZH_CN).filter((key) => /^(progress|report|severity|accepted)\./.test(key));
  expect(keys.length).toBeGreaterThan(15);
  const catalogue: Readonly<Record<string, string>> = ZH_CN;
  expect(keys.filter((key) => /[A-Za-z]/.test((catalogue[key] ?? "").replace(/\{\w+\}/g, "")))).toEqual([]);
  expect(Object.keys(EN_US)).toEqual(expect.arrayContaining(keys));
});

test("the help page explains every rule between tables, in both languages alike", () => {
  const ids = RULES["zh-CN"].map(({ rule }) => rule);
  expect(RULES["en-US"].map(({ rule }) => rule)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  // Several sentences of one rule are told apart by a letter or number behind its id.
  const between = PACKS.flatMap(({ across }) =>
    across.map(({ id }) => /^([A-Z]\.)?X\d\d/.exec(id)?.[0] ?? id),
  );
  expect(between.length).toBeGreaterThan(10);
  expect(between.filter((id) => !ids.includes(id))).toEqual([]);
});

test("every rule of the help page has an example: figures, codes or words as they stand in a table", () => {
  for (const rules of [RULES["zh-CN"], RULES["en-US"]]) {
    expect(rules.filter(({ example }) => !/\d|“.+”/.test(example)).map(({ rule }) => rule)).toEqual([]);
  }
});

test("the help page explains every rule that a checker can name", () => {
  const folder = join(__dirname, "../../src");
  const { readFileSync } = jest.requireActual<typeof import("node:fs")>("node:fs");
  const named = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(validation|actions)[\\/].*\.ts$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(/rule: "([^"]+)"|"(cell\.[a-z-]+)"/g),
    ])
    .map(([, rule, cell]) => rule ?? cell);
  expect(named.length).toBeGreaterThan(10);
  const ids = RULES["zh-CN"].map(({ rule }) => rule);
  expect(named.filter((rule) => rule !== undefined && !ids.includes(rule))).toEqual([]);
});
