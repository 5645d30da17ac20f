import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RecognisedRow } from "../../src/recognition/recognised";
import { TEXT_EN_US } from "../../src/messages/budgetText/enUS";
import { TEXT_ZH_CN } from "../../src/messages/budgetText/zhCN";
import { DISCLOSURE_EN_US } from "../../src/messages/disclosure/enUS";
import { DISCLOSURE_ZH_CN } from "../../src/messages/disclosure/zhCN";
import { UNITS_EN_US } from "../../src/messages/units/enUS";
import { UNITS_ZH_CN } from "../../src/messages/units/zhCN";
import { YEARS_EN_US } from "../../src/messages/years/enUS";
import { YEARS_ZH_CN } from "../../src/messages/years/zhCN";
import { EN_US as MAIN_EN_US } from "../../src/messages/enUS";
import { MANY_EN_US } from "../../src/messages/many/enUS";
import { MANY_ZH_CN } from "../../src/messages/many/zhCN";
import { ZH_CN as MAIN_ZH_CN } from "../../src/messages/zhCN";
import type { Severity } from "../../src/validation/finding";
import type { UnreadableReason } from "../../src/workbook/snapshot";
import type { FileErrorCode } from "../../src/xlsx/fileError";

/** All wording, that of the catalogues that are loaded by themselves included. */
const ZH_CN = {
  ...MAIN_ZH_CN,
  ...TEXT_ZH_CN,
  ...YEARS_ZH_CN,
  ...UNITS_ZH_CN,
  ...MANY_ZH_CN,
  ...DISCLOSURE_ZH_CN,
};
const EN_US = {
  ...MAIN_EN_US,
  ...TEXT_EN_US,
  ...YEARS_EN_US,
  ...UNITS_EN_US,
  ...MANY_EN_US,
  ...DISCLOSURE_EN_US,
};

const SOURCE = join(__dirname, "../../src");
const KEYS = Object.keys(ZH_CN);

/** The folders whose text names keys of src/messages; src/excel has keys of its own, worded by the pane. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !/^(messages|excel)[\\/]/.test(file),
);

/** What stands between quotes of any kind in the source, comments left out. */
const TEXTS = FILES.flatMap((file) => {
  const code = readFileSync(join(SOURCE, file), "utf8").replace(/\/\*[^]*?\*\/|\/\/.*$/gm, "");
  return [...code.matchAll(/"([^"\n]*)"|`([^`\n]*)`/g)].map(([, plain, template]) => ({
    file,
    text: plain ?? template ?? "",
    isTemplate: template !== undefined && template.includes("${"),
  }));
});

/** Keys of sentences that say that something is wrong, or was not done. */
const PROBLEMS =
  /^(relation\.(equal|atMost|atLeast|joint)|block|rules|mend\.outdated|balance\.(mistake|impossible|lock)|rows\.(?!why|summary|missing\.|treeWhole|noDuplicates|inOrder|notesStay|kept)|rows\.missing|table\.twice|cell|code|heading|unit|codes\.none|import\.(noCodes|malformed|duplicate|noName|needsOutput)|host|file|insert\.(?!made)|fill\.(noOutput|bad|answers|protected)|sheet\.(protected|otherTitle|titleWithoutHeader|tooLarge))(\.|$|(?<=\.))/;
const isProblem = (key: string) => PROBLEMS.test(key);

/** Sentences of the whole workbook, of Excel, of the command line, or said beside the name of the place. */
const WHOLE =
  /^(host|file|insert\.(bad|unknown)|rules|sheet\.tooLarge|fill\.noOutput|import\.needsOutput|rows\.(outdated|changedSince|recalculate|whatToAdd|unitName|whichTable|whichUnit|noOutput|noProjectTable|no(Unit)?Code|noUnitName|bad\w+|unknownCode|noUnitTable|unitThere))/;

/** Refusals that leave nothing to be done; each with its reason. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set([
  // A total or a fixed line belongs to the table: it stays.
  "rows.fixed",
  // Said after the fact, of what was left alone: {rows} have typed figures.
  "rows.kept",
  // Said of rows that close up when others have been moved.
  "rows.following",
]);

const isKeyLike = (text: string) => KEYS.some((key) => text.startsWith(`${key.split(".")[0]}.`));

describe("every wording", () => {
  test("is there in both languages", () => {
    expect(Object.keys(EN_US).sort()).toEqual([...KEYS].sort());
  });

  test.each(KEYS)("%s takes the same arguments in both, outside and inside of what may fall away", (key) => {
    const needs = (text: string) => ({
      all: [...new Set(text.match(/\{\w+\}/g))].sort(),
      optional: [...text.matchAll(/\[\[(.*?)\]\]/g)]
        .flatMap(([, part = ""]) => part.match(/\{\w+\}/g) ?? [])
        .sort(),
    });
    const [chinese, english] = [ZH_CN, EN_US].map((words) => words[key as keyof typeof ZH_CN]);
    expect(needs(english ?? "")).toEqual(needs(chinese ?? ""));
  });

  test.each([
    ["zh-CN", ZH_CN],
    ["en-US", EN_US],
  ] as const)(
    "is well formed in %s: one line, brackets and braces in pairs, none of them empty",
    (_locale, words) => {
      const bad = Object.entries(words).filter(([, text]) => {
        const rest = text.replace(/\[\[[^[\]]*\{\w+\}[^[\]]*\]\]/g, "").replace(/\{\w+\}/g, "");
        return text.trim() === "" || text !== text.trim() || /\n|[{}]|\[\[|\]\]/.test(rest);
      });
      expect(bad).toEqual([]);
    },
  );

  test("in Chinese is Chinese", () => {
    expect(Object.values(ZH_CN).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test("says nothing in English but what accountants know: files, cells, options of the command line", () => {
    const known =
      /\{\w+\}|Excel|WPS|Microsoft 365|JSON|\.(xlsx|xls|csv|tsv|json)\b|--?[a-z]+(-[a-z]+)*|T\d\d\[合计\]\.c3|表10\[(合计|项目)\]\.c3|\[合计\]\.c3|\b(code|unit|name|by|rules|text)\b/g;
    const allowed: Readonly<Record<string, RegExp>> = {
      // What a file of equations for `gouji verify` holds; no accountant writes one.
      "system.": /true|false|cells/g,
      // Kinds of files that hold a text.
      "text.": /Word|\.(docx?|txt|md)/g,
      // Formats of the command line.
      "many.": /\.(html|txt)|jsonl/g,
      // Said to administrators.
      "defaults.": /version|codeLists|thresholds|true|false|gouji defaults|manifest\.xml/g,
      "serve.": /taskpane\.html|site|https|npx office install|Ctrl/g,
      // Values of options, and fields of a file of answers.
      "insert.present": /keep|copy|fill/g,
      "fill.badAnswers": /sheet|cell|value/g,
      // What Excel itself calls these types of files where one saves as.
      "format.": /XML|HTML/g,
    };
    const wrong = Object.entries(ZH_CN).filter(([key, text]) => {
      const own = Object.entries(allowed).find(([prefix]) => key.startsWith(prefix))?.[1];
      return /[A-Za-z]{2,}/.test(text.replace(known, "").replace(own ?? /$^/, ""));
    });
    expect(wrong).toEqual([]);
  });

  test("of a refusal or a finding says what to do", () => {
    const told = Object.entries(ZH_CN).filter(([key]) => isProblem(key));
    expect(told.length).toBeGreaterThan(100);
    const remedy =
      /请|需要|应[为是如有当]|应等于|不应|改[为用]|可以|可用的有|可填|只能|移一[行栏]|建议|名称是|不用|要写明/;
    const silent = told.filter(([key, text]) => !remedy.test(text) && !NOTHING_TO_DO.has(key));
    expect(silent).toEqual([]);
  });

  test("of a problem in a workbook names the place", () => {
    const places = /\{(table|sheet|sheets|cell|cells|row|rows|places|file|line|at|place|title|query|lock)\}/;
    const nowhere = Object.entries(ZH_CN).filter(
      ([key, text]) => isProblem(key) && !places.test(text) && !WHOLE.test(key) && !NOTHING_TO_DO.has(key),
    );
    expect(nowhere).toEqual([]);
  });

  test("is used somewhere", () => {
    const literals = new Set(TEXTS.filter(({ isTemplate }) => !isTemplate).map(({ text }) => text));
    const patterns = TEXTS.filter(
      ({ text, isTemplate }) => isTemplate && /^[\w.${}]/.test(text) && text.includes("."),
    ).map(({ text }) => patternOf(text));
    const unused = KEYS.filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

describe("every key in the source", () => {
  test("given as one has a wording", () => {
    // key: "…" and key: condition ? "…" : "…", up to the property behind it.
    const given = FILES.flatMap((file) => {
      const code = readFileSync(join(SOURCE, file), "utf8");
      return [...code.matchAll(/\bkey(?::|\s=)\s([^,;{}]*)/g)].flatMap(([, value = ""]) =>
        [...value.matchAll(/"([^"]+)"/g)].map(([, text = ""]) => text),
      );
    });
    expect(given.length).toBeGreaterThan(30);
    expect(given.filter((text) => !KEYS.includes(text))).toEqual([]);
  });

  test("that looks like one has a wording, or is the id of a rule in the documentation", () => {
    const documented = readFileSync(join(__dirname, "../../docs/command-line.md"), "utf8");
    const strangers = TEXTS.filter(
      ({ text, isTemplate }) =>
        !isTemplate && isKeyLike(text) && !KEYS.includes(text) && !documented.includes(`\`${text}\``),
    );
    expect(strangers).toEqual([]);
  });

  test("that is put together has at least one wording", () => {
    const templates = TEXTS.filter(({ text, isTemplate }) => isTemplate && isKeyLike(text));
    expect(templates.map(({ text }) => text.split("$")[0])).toEqual(
      expect.arrayContaining(["severity.", "relation.", "cell.notAmount.", "rows.missing.", "sheet."]),
    );
    const strangers = templates.filter(({ text }) => !KEYS.some((key) => patternOf(text).test(key)));
    expect(strangers).toEqual([]);
  });
});

/** "severity.${severity}" → /^severity\..+$/; the last piece of a key may be empty. */
function patternOf(template: string): RegExp {
  const pieces = template
    .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
    .map((piece) => piece.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pieces.join(".*")}$`);
}

type BadFigure = Extract<
  RecognisedRow["figures"] extends ReadonlyMap<number, infer F> ? F : never,
  { kind: "bad" }
>;
type NotAmount = Exclude<BadFigure["why"], "error">;

/** Every member of the union that a key ends with; the compiler sees to it that none is left out. */
const NOT_AMOUNT = {
  noDigits: true,
  percent: true,
  dateLike: true,
  scientific: true,
  signAndBrackets: true,
  severalSigns: true,
  unpairedBracket: true,
  mixedText: true,
  grouping: true,
  severalPoints: true,
  notFinite: true,
  boolean: true,
} satisfies Record<NotAmount, true>;

const SEVERITIES = { error: true, warning: true, rounding: true, info: true } satisfies Record<
  Severity,
  true
>;
const UNREADABLE = { tooLarge: true, refused: true, notWanted: true } satisfies Record<
  UnreadableReason,
  true
>;
const FILE_ERRORS = {
  "file.empty": true,
  "file.notZip": true,
  "file.truncated": true,
  "file.encrypted": true,
  "file.legacyXls": true,
  "file.bomb": true,
  "file.notWorkbook": true,
  "file.damaged": true,
  "file.rowsFixed.array": true,
  "file.rowsFixed.merge": true,
  "file.rowsFixed.table": true,
  "file.rowsFixed.pivot": true,
  "file.rowsFixed.full": true,
} satisfies Record<FileErrorCode, true>;

describe("there are words for", () => {
  test.each([
    ["every way of not being an amount", Object.keys(NOT_AMOUNT).map((why) => `cell.notAmount.${why}`)],
    ["every severity", Object.keys(SEVERITIES).map((severity) => `severity.${severity}`)],
    ["every reason not to read a sheet", Object.keys(UNREADABLE).map((reason) => `sheet.${reason}`)],
    ["every unusable file", Object.keys(FILE_ERRORS)],
    [
      "every way for a relation to fail",
      ["equal.*.over", "equal.*.short", "atMost.*.over", "atLeast.*.short"].flatMap((way) =>
        ["sum", "one"].flatMap((form) =>
          ["", ".zero"].map((ending) => `relation.${way.replace("*", form)}${ending}`),
        ),
      ),
    ],
    [
      "every way of lacking rows",
      ["some", "many"].flatMap((form) => [`rows.missing.${form}`, `rows.missing.${form}.seen`]),
    ],
  ])("%s", (_what, keys) => {
    expect(keys.filter((key) => !KEYS.includes(key))).toEqual([]);
  });
});
